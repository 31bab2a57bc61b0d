/** The control API under /simulator: phones, calls, timelines, subscriptions, time. */
package dev.callautomation.simulator.control;
