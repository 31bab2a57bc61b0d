/** Spans of operations and events, for the tracers that are built on camel-telemetry. Loaded only by such a tracer. */
package dev.callautomation.camel.internal.tracing;
