package dev.callautomation.camel.internal.exchange;

import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.internal.support.UntrustedText;

/** Warns of members of events that could not be read, once for each type of event in a Camel context. */
final class UnreadableLog {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableLog.class);

    private static final Map<CamelContext, UnreadableLog> LOGS = new WeakHashMap<>();

    /** Names of records, not the types in events, whose number is unlimited. */
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    private UnreadableLog() {}

    static UnreadableLog of(CamelContext context) {
        synchronized (LOGS) {
            return LOGS.computeIfAbsent(context, key -> new UnreadableLog());
        }
    }

    void report(CallAutomationEvent event) {
        if (event.unreadable().isEmpty()) {
            return;
        }
        // names of headers come from the sender
        String members = UntrustedText.printable(String.join(", ", event.unreadable()));
        if (reported.add(event.getClass().getSimpleName())) {
            LOG.warn(
                    "Members of {} could not be read and are missing in its record: {}; further events of this type are"
                            + " logged at level DEBUG",
                    event.envelope(),
                    members);
        } else {
            LOG.debug("Members of {} could not be read and are missing in its record: {}", event.envelope(), members);
        }
    }
}
