package dev.callautomation.camel.event;

import dev.callautomation.camel.model.MediaStreamingUpdate;

/**
 * Streaming of the audio of the call to the WebSocket has started.
 *
 * @param envelope the properties common to all events
 * @param mediaStreamingUpdate the state of the stream
 */
public record MediaStreamingStarted(EventEnvelope envelope, MediaStreamingUpdate mediaStreamingUpdate)
        implements CallAutomationEvent {}
