/** Recordings as files: made when they are asked for, served in parts, announced through Event Grid. */
package dev.callautomation.simulator.recording;
