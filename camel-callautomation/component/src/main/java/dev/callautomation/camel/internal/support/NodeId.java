package dev.callautomation.camel.internal.support;

import java.util.regex.Pattern;

/** The ids of the nodes of an application, in operation contexts and in messages between nodes. */
public final class NodeId {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private NodeId() {}

    /** Whether it can be the id of a node: 1 to 64 letters, digits and {@code . _ -}, which are safe in logs. */
    public static boolean isValid(String id) {
        return id != null && FORM.matcher(id).matches();
    }
}
