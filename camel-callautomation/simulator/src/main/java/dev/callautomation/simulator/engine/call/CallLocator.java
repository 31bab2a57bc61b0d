package dev.callautomation.simulator.engine.call;

import java.util.Optional;

/** A way to find a running call. */
@FunctionalInterface
public interface CallLocator {

    /** The running call, if there is one. */
    Optional<Call> find(CommandContext context);

    /** By the id in its events. */
    static CallLocator serverCall(String serverCallId) {
        return context -> context.callOfServerCallId(serverCallId);
    }

    /** By the id its participants have agreed on. */
    static CallLocator conference(Conference conference) {
        return context -> context.callOfConference(conference);
    }
}
