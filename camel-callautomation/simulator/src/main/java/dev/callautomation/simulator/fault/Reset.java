package dev.callautomation.simulator.fault;

import java.util.Arrays;
import java.util.Optional;

/** Whether, and when, the connection is closed instead of answering a request. */
public enum Reset {
    /** The request is answered. */
    NONE("none"),
    /** The operation has not been executed: the request got lost. */
    BEFORE("beforeExecution"),
    /** The operation has been executed: the answer got lost. */
    AFTER("afterExecution");

    private final String wireName;

    Reset(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the control API. */
    public String wireName() {
        return wireName;
    }

    /** The moment of this name in the control API. */
    public static Optional<Reset> find(String wireName) {
        return Arrays.stream(values())
                .filter(reset -> reset != NONE && reset.wireName.equals(wireName))
                .findFirst();
    }
}
