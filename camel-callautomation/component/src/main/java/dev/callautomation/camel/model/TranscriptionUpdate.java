package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * The state of a transcription.
 *
 * @param transcriptionStatus {@code null} if unknown to this version
 * @param transcriptionStatusDetails {@code null} if unknown to this version
 */
public record TranscriptionUpdate(
        @Nullable TranscriptionStatus transcriptionStatus,
        @Nullable TranscriptionStatusDetails transcriptionStatusDetails) {}
