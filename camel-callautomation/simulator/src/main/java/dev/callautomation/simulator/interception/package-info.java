/** Responses to requests that come from elsewhere than the simulated calls, as from a recorded call. */
package dev.callautomation.simulator.interception;
