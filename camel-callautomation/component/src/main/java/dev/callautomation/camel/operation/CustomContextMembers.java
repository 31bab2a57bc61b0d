package dev.callautomation.camel.operation;

import java.util.HashMap;
import java.util.Map;

/** Where the inputs for custom context go in the requests that take it. */
final class CustomContextMembers {

    private CustomContextMembers() {}

    static Map<Input, String> with(Map<Input, String> members) {
        Map<Input, String> all = new HashMap<>(members);
        all.put(Input.voipHeaders, "customCallingContext.voipHeaders");
        all.put(Input.sipHeaders, "customCallingContext.sipHeaders");
        all.put(Input.userToUser, "customCallingContext.sipHeaders.User-To-User");
        return all;
    }
}
