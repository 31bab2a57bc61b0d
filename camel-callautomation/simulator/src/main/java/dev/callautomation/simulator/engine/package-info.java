/**
 * The simulated service: calls as immutable values, commands that change them, effects as values. No I/O, no
 * threads, no clock of its own, so that every rule can be tested by calling a method.
 */
package dev.callautomation.simulator.engine;
