/** Scenario files: calls to an application, and what is expected of it. */
package dev.callautomation.simulator.scenario;
