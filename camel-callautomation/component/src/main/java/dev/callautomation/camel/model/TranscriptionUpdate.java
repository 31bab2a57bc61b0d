package dev.callautomation.camel.model;

/**
 * The state of a transcription.
 *
 * @param transcriptionStatus {@code null} if it is newer than this version
 * @param transcriptionStatusDetails {@code null} if they are newer than this version
 */
public record TranscriptionUpdate(
        TranscriptionStatus transcriptionStatus, TranscriptionStatusDetails transcriptionStatusDetails) {}
