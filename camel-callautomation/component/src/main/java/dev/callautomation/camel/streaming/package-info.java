/**
 * The frames of media streaming and transcription: what the service sends to a WebSocket of the application, and what
 * the application sends back, as immutable records. Names are those of the official SDKs (call-automation 1.6.0).
 */
@NullMarked
package dev.callautomation.camel.streaming;

import org.jspecify.annotations.NullMarked;
