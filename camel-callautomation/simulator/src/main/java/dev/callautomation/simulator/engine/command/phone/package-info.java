/** Commands that operate phones. */
package dev.callautomation.simulator.engine.command.phone;
