/** Commands that add, remove, move and mute participants. */
package dev.callautomation.simulator.engine.command.participant;
