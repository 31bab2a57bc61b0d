/** Runs the engine: one writer, one clock, effects in order. */
package dev.callautomation.simulator.switchboard;
