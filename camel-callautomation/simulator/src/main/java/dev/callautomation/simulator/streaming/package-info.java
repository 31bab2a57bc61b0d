/** Streams to applications: WebSocket connections, frames of sound and words, and sound that comes back. */
package dev.callautomation.simulator.streaming;
