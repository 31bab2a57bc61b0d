/** The events of the service as immutable records, and type converters to JSON. */
@NullMarked
package dev.callautomation.camel.event;

import org.jspecify.annotations.NullMarked;
