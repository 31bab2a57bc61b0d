/** Commands that create, answer, connect, transfer and end calls. */
package dev.callautomation.simulator.engine.command.call;
