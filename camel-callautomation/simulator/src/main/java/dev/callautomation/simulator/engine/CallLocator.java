package dev.callautomation.simulator.engine;

import java.util.Optional;

/** A way to find a running call. */
@FunctionalInterface
public interface CallLocator {

    /** The running call, if there is one. */
    Optional<Call> find(Desk desk);

    /** By the id in its events. */
    static CallLocator serverCall(String serverCallId) {
        return desk -> desk.callOfServerCallId(serverCallId);
    }

    /** By the id its participants have agreed on. */
    static CallLocator meeting(Meeting meeting) {
        return desk -> desk.callOfMeeting(meeting);
    }
}
