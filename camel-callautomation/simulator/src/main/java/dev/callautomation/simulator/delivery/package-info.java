/** Sends events to the outside: callbacks to applications and Event Grid events to its subscriptions. */
package dev.callautomation.simulator.delivery;
