package dev.callautomation.camel.event;

import dev.callautomation.camel.model.MediaStreamingUpdate;

/**
 * The audio of the call does not stream any more.
 *
 * @param envelope what all events have
 * @param mediaStreamingUpdate the state of the stream
 */
public record MediaStreamingStopped(EventEnvelope envelope, MediaStreamingUpdate mediaStreamingUpdate)
        implements CallAutomationEvent {}
