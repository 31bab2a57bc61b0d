package dev.callautomation.camel.model;

/** Why a media stream is in its state. */
public enum MediaStreamingStatusDetails {
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
    initialWebSocketConnectionFailed
}
