package dev.callautomation.camel.model;

/** Why a transcription is in its state. */
public enum TranscriptionStatusDetails {
    subscriptionStarted,
    streamConnectionReestablished,
    streamConnectionUnsuccessful,
    streamUrlMissing,
    serviceShutdown,
    streamConnectionInterrupted,
    speechServicesConnectionError,
    subscriptionStopped,
    unspecifiedError,
    authenticationFailure,
    badRequest,
    tooManyRequests,
    forbidden,
    serviceTimeout,
    transcriptionLocaleUpdated
}
