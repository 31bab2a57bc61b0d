/** Commands that start, change and end media streaming and transcription. */
package dev.callautomation.simulator.engine.command.stream;
