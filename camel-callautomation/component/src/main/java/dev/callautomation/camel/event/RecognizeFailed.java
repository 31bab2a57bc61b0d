package dev.callautomation.camel.event;

import org.jspecify.annotations.Nullable;

/**
 * Nothing was recognized; the subcode says why.
 *
 * @param envelope what all events have
 * @param failedPlaySourceIndex which source failed, from 0; {@code null} if it was none of them
 */
public record RecognizeFailed(
        EventEnvelope envelope, @Nullable Integer failedPlaySourceIndex) implements CallAutomationEvent {}
