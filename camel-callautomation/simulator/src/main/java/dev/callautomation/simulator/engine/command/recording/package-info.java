/** Commands that start, change and end recordings. */
package dev.callautomation.simulator.engine.command.recording;
