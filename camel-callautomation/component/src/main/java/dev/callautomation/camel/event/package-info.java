/** The events of the service as immutable records, and how Camel reads them as JSON. */
@NullMarked
package dev.callautomation.camel.event;

import org.jspecify.annotations.NullMarked;
