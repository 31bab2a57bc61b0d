package dev.callautomation.camel.event;

import org.jspecify.annotations.Nullable;

/**
 * Something could not be played; the subcode says why.
 *
 * @param envelope what all events have
 * @param failedPlaySourceIndex which source failed, from 0; {@code null} if it was none of them
 */
public record PlayFailed(EventEnvelope envelope, @Nullable Integer failedPlaySourceIndex)
        implements CallAutomationEvent {}
