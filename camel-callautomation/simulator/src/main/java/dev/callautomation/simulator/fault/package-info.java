/** Faults as values: what fails on purpose, when and how often. They are injected in requests and deliveries, never in the engine. */
package dev.callautomation.simulator.fault;
