/** Values that users of the simulator see: identifiers, phones' behaviours, snapshots of calls and the timeline. */
package dev.callautomation.simulator.model;
