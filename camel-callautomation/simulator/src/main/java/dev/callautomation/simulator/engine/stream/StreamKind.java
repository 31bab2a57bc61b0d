package dev.callautomation.simulator.engine.stream;

/** What a stream carries, and what its events are called. */
public enum StreamKind {
    AUDIO("MediaStreaming", "mediaStreaming", 8603),
    TRANSCRIPTION("Transcription", "transcription", 8578);

    private final String eventName;
    private final String memberName;
    private final int failure;

    StreamKind(String eventName, String memberName, int failure) {
        this.eventName = eventName;
        this.memberName = memberName;
        this.failure = failure;
    }

    /** The type of an event, for example {@code MediaStreamingStarted} for {@code Started}. */
    public String event(String what) {
        return eventName + what;
    }

    /** The name of a member of its events, for example {@code mediaStreamingUpdate} for {@code Update}. */
    public String member(String what) {
        return memberName + what;
    }

    /** The subcode when it cannot go on. */
    public int failure() {
        return failure;
    }
}
