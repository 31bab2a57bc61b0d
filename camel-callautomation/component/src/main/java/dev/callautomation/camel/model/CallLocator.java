package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Names a call that the application is not part of. One of the three ids is set, the one of the kind.
 *
 * @param kind which of the ids is set
 * @param groupCallId a group call's id
 * @param serverCallId a call's server call id
 * @param roomId a room's id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallLocator(
        CallLocatorKind kind,
        @Nullable String groupCallId,
        @Nullable String serverCallId,
        @Nullable String roomId) {
    /** Works the kind out if the JSON model does not tell it. */
    public CallLocator {
        if (kind == null) {
            kind = roomId != null
                    ? CallLocatorKind.roomCallLocator
                    : groupCallId != null ? CallLocatorKind.groupCallLocator : CallLocatorKind.serverCallLocator;
        }
    }

    /** @param serverCallId the server call id of any 1:1 or group call */
    public static CallLocator serverCall(String serverCallId) {
        return new CallLocator(CallLocatorKind.serverCallLocator, null, serverCallId, null);
    }

    /** @param groupCallId the id a group call was started with */
    public static CallLocator groupCall(String groupCallId) {
        return new CallLocator(CallLocatorKind.groupCallLocator, groupCallId, null, null);
    }

    /** @param roomId the id of a room with a call under way */
    public static CallLocator room(String roomId) {
        return new CallLocator(CallLocatorKind.roomCallLocator, null, null, roomId);
    }
}
