package dev.callautomation.camel.model;

import org.jspecify.annotations.Nullable;

/**
 * The state of a transcription.
 *
 * @param transcriptionStatus {@code null} if it is newer than this version
 * @param transcriptionStatusDetails {@code null} if they are newer than this version
 */
public record TranscriptionUpdate(
        @Nullable TranscriptionStatus transcriptionStatus,
        @Nullable TranscriptionStatusDetails transcriptionStatusDetails) {}
