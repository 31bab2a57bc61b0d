/** The JSON of the service: identifiers, events and the way it escapes strings. */
package dev.callautomation.simulator.wire;
