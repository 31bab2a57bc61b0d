package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The reason for the state of a transcription. */
public enum TranscriptionStatusDetails {
    @JsonProperty("subscriptionStarted")
    SUBSCRIPTION_STARTED,
    @JsonProperty("streamConnectionReestablished")
    STREAM_CONNECTION_REESTABLISHED,
    @JsonProperty("streamConnectionUnsuccessful")
    STREAM_CONNECTION_UNSUCCESSFUL,
    @JsonProperty("streamUrlMissing")
    STREAM_URL_MISSING,
    @JsonProperty("serviceShutdown")
    SERVICE_SHUTDOWN,
    @JsonProperty("streamConnectionInterrupted")
    STREAM_CONNECTION_INTERRUPTED,
    @JsonProperty("speechServicesConnectionError")
    SPEECH_SERVICES_CONNECTION_ERROR,
    @JsonProperty("subscriptionStopped")
    SUBSCRIPTION_STOPPED,
    @JsonProperty("unspecifiedError")
    UNSPECIFIED_ERROR,
    @JsonProperty("authenticationFailure")
    AUTHENTICATION_FAILURE,
    @JsonProperty("badRequest")
    BAD_REQUEST,
    @JsonProperty("tooManyRequests")
    TOO_MANY_REQUESTS,
    @JsonProperty("forbidden")
    FORBIDDEN,
    @JsonProperty("serviceTimeout")
    SERVICE_TIMEOUT,
    @JsonProperty("transcriptionLocaleUpdated")
    TRANSCRIPTION_LOCALE_UPDATED
}
