package dev.callautomation.camel.internal.support;

import java.util.Map;
import java.util.function.Supplier;

/** The trace of the routes of one event, which run at the same time: none of them is the first. */
public final class SharedTrace {

    private Map<String, String> context;

    /** The context of its first span; the first caller begins it. */
    public synchronized Map<String, String> begin(Supplier<Map<String, String>> first) {
        if (context == null) {
            context = first.get();
        }
        return context;
    }
}
