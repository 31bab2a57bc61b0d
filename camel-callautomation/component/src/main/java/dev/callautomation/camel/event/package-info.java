/** The events of the service as immutable records, and how Camel reads them as JSON. */
package dev.callautomation.camel.event;
