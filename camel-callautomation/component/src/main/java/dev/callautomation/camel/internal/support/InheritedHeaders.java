package dev.callautomation.camel.internal.support;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import dev.callautomation.camel.CallAutomationConstants;

/**
 * Headers that the component set from an event or an operation, so that the next operation needs no configuration.
 *
 * <p>An inherited header is a default: an endpoint option or the body overrides it. A header that the route sets overrides
 * both. Without the distinction {@code addParticipant?operationContext=agent} would send the operation context of the event
 * that started the route, and {@code toD("callautomation:hangUp?callConnectionId=...")} would hang up the call of that event.
 */
public final class InheritedHeaders {

    private static final String PROPERTY = "CamelCallAutomationInheritedHeaders";

    private InheritedHeaders() {}

    /**
     * Sets headers and marks them as inherited.
     *
     * @param headers by name; a {@code null} value removes the header
     */
    public static void set(Exchange exchange, Map<String, ?> headers) {
        Message message = exchange.getMessage();
        Marks marks = mark(exchange, headers.size());
        headers.forEach((name, value) -> {
            if (value == null) {
                message.removeHeader(name);
            } else {
                message.setHeader(name, value);
            }
            marks.add(name, value);
        });
        marks.end();
    }

    /**
     * Begins to mark headers as inherited, which are set otherwise.
     *
     * @param most maximum number of the headers
     */
    public static Marks mark(Exchange exchange, int most) {
        return new Marks(exchange, most);
    }

    public static boolean isInherited(Exchange exchange, String name, Object value) {
        return value.equals(values(exchange).get(name));
    }

    /** What the component set last, also if the route has removed the headers. */
    static Values values(Exchange exchange) {
        return exchange.getProperty(PROPERTY) instanceof Values values ? values : Values.NONE;
    }

    /** The headers that an exchange has inherited, when it ends. */
    public static final class Marks {

        private final Exchange exchange;
        private final Object[] pairs;
        private int used;

        private Marks(Exchange exchange, int most) {
            // a copy, because copies of the exchange that run in parallel share the value of the property
            Object[] before = values(exchange).pairs;
            this.exchange = exchange;
            this.pairs = Arrays.copyOf(before, before.length + 2 * most);
            this.used = before.length;
        }

        /** @param value {@code null} if the header is removed */
        public void add(String name, Object value) {
            int index = Values.index(pairs, used, name);
            if (value != null) {
                if (index < 0) {
                    index = used;
                    used += 2;
                }
                pairs[index] = name;
                // the longest value by far; a route that has answered the call may remove the header to save memory
                pairs[index + 1] =
                        CallAutomationConstants.INCOMING_CALL_CONTEXT.equals(name) ? new WeakReference<>(value) : value;
            } else if (index >= 0) {
                used -= 2;
                pairs[index] = pairs[used];
                pairs[index + 1] = pairs[used + 1];
            }
        }

        public void end() {
            exchange.setProperty(PROPERTY, new Values(used == pairs.length ? pairs : Arrays.copyOf(pairs, used)));
        }
    }

    /**
     * Names and values by turns: an event has five, for which a map allocates four times as much. An incoming call context is
     * kept as long as the header has it.
     */
    static final class Values {

        private static final Values NONE = new Values(new Object[0]);

        private final Object[] pairs;
        /** Made when they are asked for, and kept, as each step needs them. Two threads may make equal ones. */
        private CallIds callIds;

        private Values(Object[] pairs) {
            this.pairs = pairs;
        }

        boolean isEmpty() {
            return pairs.length == 0;
        }

        CallIds callIds() {
            CallIds ids = callIds;
            if (ids == null) {
                ids = CallIds.of(this);
                callIds = ids;
            }
            return ids;
        }

        /** {@code null} if there is none. */
        Object get(String name) {
            int index = index(pairs, pairs.length, name);
            Object value = index < 0 ? null : pairs[index + 1];
            return value instanceof WeakReference<?> reference ? reference.get() : value;
        }

        private static int index(Object[] pairs, int length, String name) {
            for (int i = 0; i < length; i += 2) {
                if (pairs[i].equals(name)) {
                    return i;
                }
            }
            return -1;
        }

        /** Leaves the values out: one may be an incoming call context, and exchange properties get logged. */
        @Override
        public String toString() {
            return IntStream.range(0, pairs.length / 2)
                    .mapToObj(i -> pairs[2 * i].toString())
                    .collect(Collectors.joining(", ", "Inherited[", "]"));
        }
    }
}
