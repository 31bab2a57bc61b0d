package dev.callautomation.camel.event;

import dev.callautomation.camel.model.MediaStreamingUpdate;

/**
 * The audio of the call streams to the WebSocket.
 *
 * @param envelope what all events have
 * @param mediaStreamingUpdate the state of the stream
 */
public record MediaStreamingStarted(EventEnvelope envelope, MediaStreamingUpdate mediaStreamingUpdate)
        implements CallAutomationEvent {}
