/** Delivery of callbacks to applications and of Event Grid events to subscriptions. */
package dev.callautomation.simulator.delivery;
