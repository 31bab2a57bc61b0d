package dev.callautomation.camel.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Locates a call that the application is not connected to. The one id of the kind is set.
 *
 * @param kind the kind of the id that is set
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
    /** Derives the kind if it is {@code null}. */
    public CallLocator {
        if (kind == null) {
            kind = roomId != null
                    ? CallLocatorKind.ROOM_CALL_LOCATOR
                    : groupCallId != null ? CallLocatorKind.GROUP_CALL_LOCATOR : CallLocatorKind.SERVER_CALL_LOCATOR;
        }
    }

    /** @param serverCallId the server call id of any 1:1 or group call */
    public static CallLocator serverCall(String serverCallId) {
        return new CallLocator(CallLocatorKind.SERVER_CALL_LOCATOR, null, serverCallId, null);
    }

    /** @param groupCallId the id that a group call was started with */
    public static CallLocator groupCall(String groupCallId) {
        return new CallLocator(CallLocatorKind.GROUP_CALL_LOCATOR, groupCallId, null, null);
    }

    /** @param roomId the id of a room with a call in progress */
    public static CallLocator room(String roomId) {
        return new CallLocator(CallLocatorKind.ROOM_CALL_LOCATOR, null, null, roomId);
    }
}
