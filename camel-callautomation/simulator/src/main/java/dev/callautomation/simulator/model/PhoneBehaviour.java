package dev.callautomation.simulator.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a simulated phone does when it rings. */
public enum PhoneBehaviour {
    /** Picks up after the ring time; the default of every phone. */
    ANSWER("answer"),
    /** Refuses the call after the ring time. */
    DECLINE("decline"),
    /** Is busy: the call fails after the ring time. */
    BUSY("busy"),
    /** Rings until the invitation's own deadline. */
    NO_ANSWER("noAnswer"),
    /** Is not registered or switched off: the call fails after the ring time. */
    UNREACHABLE("unreachable"),
    /** A machine picks up after the ring time; for the service that is an answered call. */
    VOICEMAIL("voicemail"),
    /** Rings until a person or a test operates it. */
    MANUAL("manual"),
    /** Is a number of the application: ringing it sends an IncomingCall event to the Event Grid subscriptions. */
    APPLICATION("application");

    private final String wireName;

    PhoneBehaviour(String wireName) {
        this.wireName = wireName;
    }

    /** The name used in JSON and YAML, for example {@code noAnswer}. */
    public String wireName() {
        return wireName;
    }

    /** Finds a behaviour by its {@link #wireName()} or constant name, ignoring case. */
    public static Optional<PhoneBehaviour> find(String name) {
        return Arrays.stream(values())
                .filter(b -> b.wireName.equalsIgnoreCase(name) || b.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** All names, for messages that tell what is allowed. */
    public static String names() {
        return Arrays.stream(values()).map(PhoneBehaviour::wireName).collect(Collectors.joining(", "));
    }
}
