package dev.callautomation.simulator.engine.result;

/**
 * A request the service refuses, with the HTTP status and the code it uses. Codes are those of the service's
 * troubleshooting pages, for example 404/8522 (not found), 400/8523 (invalid), 400/8501 (not established), 409/8519.
 */
public final class ServiceError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public ServiceError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The call is unknown or over. */
    public static ServiceError callNotFound() {
        return new ServiceError(404, "8522", "Call not found.");
    }

    /** The participant is not in the call. */
    public static ServiceError participantNotFound(Object identifier) {
        return new ServiceError(404, "8522", "Participant not found: " + identifier + " is not in this call.");
    }

    /** Something in the request is not acceptable; the message names the member. */
    public static ServiceError invalid(String message) {
        return new ServiceError(400, "8523", message);
    }

    /** The call has not been answered yet. */
    public static ServiceError notEstablished() {
        return new ServiceError(
                400, "8501", "Action not supported: the call is not established yet. Wait for CallConnected.");
    }

    /** Text, SSML and speech recognition need a speech service, which has to be named when the call is set up. */
    public static ServiceError speechNotSetUp() {
        return new ServiceError(
                405,
                "8522",
                "Request not allowed when Cognitive Service Configuration not set during call setup: give"
                        + " callIntelligenceOptions.cognitiveServicesEndpoint when creating, answering or connecting.");
    }

    /** An operation that cannot run or wait beside those that do; see the service's compatibility table. */
    public static ServiceError incompatibleMedia() {
        return new ServiceError(
                412,
                "8583",
                "Precondition failed: playing to participants, recognizing in a group or sending tones is under way;"
                        + " wait for its event or cancel it first.");
    }

    /** Another action on the same resource is in progress. */
    public static ServiceError conflict(String message) {
        return new ServiceError(409, "8519", message);
    }

    /** More work than is accepted at once. */
    public static ServiceError throttled(String message) {
        return new ServiceError(429, "8516", message);
    }

    /** More calls than may go on at once. */
    public static ServiceError tooManyCalls(int limit) {
        return new ServiceError(429, "8530", "Throttled: " + limit + " calls go on; try again when some have ended.");
    }

    /** More recordings than a call may have. */
    public static ServiceError tooManyRecordings(int limit) {
        return new ServiceError(429, "8589", "Record throttled: the call has had " + limit + " recordings already.");
    }

    /** More pauses than a recording may have. */
    public static ServiceError tooManyPauses(int limit) {
        return new ServiceError(429, "8589", "Record throttled: the recording has had " + limit + " pauses already.");
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The service's code, a number in a string. */
    public String code() {
        return code;
    }
}
