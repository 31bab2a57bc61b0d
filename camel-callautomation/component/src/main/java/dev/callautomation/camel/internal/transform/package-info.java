/** Data types of Camel: events as CloudEvents, and everything that has a record as JSON. */
package dev.callautomation.camel.internal.transform;
