package dev.callautomation.camel.event;

import org.jspecify.annotations.Nullable;

/**
 * A play operation failed; the subcode is the reason.
 *
 * @param envelope the properties common to all events
 * @param failedPlaySourceIndex the index of the source that failed, from 0; {@code null} if none
 */
public record PlayFailed(EventEnvelope envelope, @Nullable Integer failedPlaySourceIndex)
        implements CallAutomationEvent {}
