/** Recordings as immutable values: what was asked for, what was recorded when, and what is in the file. */
package dev.callautomation.simulator.engine.recording;
