package dev.callautomation.simulator.scenario;

import java.util.Arrays;
import java.util.Optional;

/** What a step does. */
enum Verb {
    CALL("call", "callFromPhone", "from"),
    ANSWER("answer", "answerOnPhone", "phone"),
    DECLINE("decline", "declineOnPhone", "phone"),
    HANG_UP("hangUp", "hangUpPhone", "phone"),
    PRESS("press", "pressKeys", "phone"),
    SAY("say", "sayOnPhone", "phone"),
    FAULTS("faults", "setFaults", null),
    PHONES("phones", "setPhone", "id"),
    HTTP("http", null, null),
    EXPECT("expect", null, null),
    /** Only lets time pass. */
    WAIT("afterMillis", null, null);

    private final String member;
    private final String operation;
    private final String id;

    Verb(String member, String operation, String id) {
        this.member = member;
        this.operation = operation;
        this.id = id;
    }

    /** Its member of a step. */
    String member() {
        return member;
    }

    /** The operation of the control API that does it, {@code null} when there is none. */
    String operation() {
        return operation;
    }

    /** The member that is in the operation's path. */
    String id() {
        return id;
    }

    static Optional<Verb> find(String member) {
        return Arrays.stream(values())
                .filter(verb -> verb.member.equals(member))
                .findFirst();
    }
}
