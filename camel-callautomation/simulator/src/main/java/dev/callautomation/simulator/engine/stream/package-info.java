/** Streams of sound and of transcribed speech as immutable values: what was asked for and how it stands. */
package dev.callautomation.simulator.engine.stream;
