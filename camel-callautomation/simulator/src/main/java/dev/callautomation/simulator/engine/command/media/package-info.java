/** Commands that play, recognize, hold and send tones. */
package dev.callautomation.simulator.engine.command.media;
