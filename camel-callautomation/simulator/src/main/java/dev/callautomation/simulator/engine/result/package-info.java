/** Results and errors with the codes of the service. */
package dev.callautomation.simulator.engine.result;
