package dev.callautomation.camel.event;

import dev.callautomation.camel.model.MediaStreamingUpdate;

/**
 * The audio of the call could not be streamed.
 *
 * @param envelope the properties common to all events
 * @param mediaStreamingUpdate the state of the stream
 */
public record MediaStreamingFailed(EventEnvelope envelope, MediaStreamingUpdate mediaStreamingUpdate)
        implements CallAutomationEvent {}
