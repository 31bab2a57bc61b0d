package dev.callautomation.simulator.engine.stream;

/** Why a stream failed. */
public enum StreamError {
    /** No transport URL was given. */
    NO_URL("streamUrlMissing", "streamUrlMissing", 8581, "the transport URL is missing"),
    /** No connection came about. */
    NOT_CONNECTED(
            "initialWebSocketConnectionFailed",
            "streamConnectionUnsuccessful",
            0,
            "the WebSocket connection could not be made"),
    /** The receiver closed the connection, or it was lost. */
    INTERRUPTED("streamConnectionInterrupted", "streamConnectionInterrupted", 0, "the WebSocket connection was lost");

    private final String audioDetails;
    private final String transcriptionDetails;
    private final int ownSubCode;
    private final String words;

    StreamError(String audioDetails, String transcriptionDetails, int ownSubCode, String words) {
        this.audioDetails = audioDetails;
        this.transcriptionDetails = transcriptionDetails;
        this.ownSubCode = ownSubCode;
        this.words = words;
    }

    /** The status details of the event; a transcription knows no failed initial connection. */
    public String details(StreamKind kind) {
        return kind == StreamKind.AUDIO ? audioDetails : transcriptionDetails;
    }

    public int subCode(StreamKind kind) {
        return ownSubCode == 0 ? kind.failure() : ownSubCode;
    }

    public String words() {
        return words;
    }
}
