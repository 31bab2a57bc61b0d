package dev.callautomation.camel.event;

import dev.callautomation.camel.model.MediaStreamingUpdate;

/**
 * Streaming of the audio of the call has stopped.
 *
 * @param envelope the properties common to all events
 * @param mediaStreamingUpdate the state of the stream
 */
public record MediaStreamingStopped(EventEnvelope envelope, MediaStreamingUpdate mediaStreamingUpdate)
        implements CallAutomationEvent {}
