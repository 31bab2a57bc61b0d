/** Ringing of a target: start, answer, refusal and timeout. */
package dev.callautomation.simulator.engine.command.ringing;
