/** Faults as values: what is to go wrong on purpose, when and how often. They are injected at the edges, never in the engine. */
package dev.callautomation.simulator.fault;
