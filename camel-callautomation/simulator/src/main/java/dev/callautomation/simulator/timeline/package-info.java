/** What happened in each call, and how to draw it. */
package dev.callautomation.simulator.timeline;
