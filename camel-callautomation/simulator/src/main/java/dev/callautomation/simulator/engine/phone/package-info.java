/** Behaviour, script and history of each phone. */
package dev.callautomation.simulator.engine.phone;
