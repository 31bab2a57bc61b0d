/** Execution of commands: a single writer, a clock, and effects in order. */
package dev.callautomation.simulator.execution;
