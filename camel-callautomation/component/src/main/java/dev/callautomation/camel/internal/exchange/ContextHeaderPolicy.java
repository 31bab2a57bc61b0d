package dev.callautomation.camel.internal.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.internal.support.TraceContext;

/**
 * Signs the context headers that operations send, and decides which ones of an event become headers of a message: those
 * that are signed with a key of the application, and that the application has declared.
 */
public final class ContextHeaderPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(ContextHeaderPolicy.class);
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);

    private final Set<String> declared = ConcurrentHashMap.newKeySet();
    private final LongSupplier nanoTime;
    private final AtomicLong nextWarning;
    private volatile ContextHeaderKeys keys = ContextHeaderKeys.of(null);
    private volatile boolean traceContext = true;

    public ContextHeaderPolicy() {
        this(System::nanoTime);
    }

    ContextHeaderPolicy(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.nextWarning = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * @param  keys                     one key, or two with a comma between them; {@code null} for a random one
     * @param  allowed                  comma-separated names that are declared in addition to those of operations
     * @throws IllegalArgumentException if a key is too short, or a name is not possible
     */
    public void configure(String keys, String allowed) {
        this.keys = ContextHeaderKeys.of(keys);
        declare(ContextHeaderNames.parse("allowedContextHeaders", allowed));
    }

    /** @param traceContext whether operations send the trace context, and events continue it */
    public void traceContext(boolean traceContext) {
        this.traceContext = traceContext;
    }

    /** What an operation sends of the trace context of its exchange; empty if there is none. */
    Map<String, String> traceContext(Exchange exchange) {
        return traceContext ? TraceContext.toSend(exchange) : Map.of();
    }

    /** Declares the context headers of an operation. */
    public void declare(ContextHeaders headers) {
        declare(headers.names());
    }

    private void declare(List<String> names) {
        names.forEach(name -> declared.add(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Signs a prefix, bound to the operation context that it precedes.
     *
     * @param prefix             may be {@code null}
     * @param applicationContext may be {@code null}
     */
    OperationContextPrefix sign(OperationContextPrefix prefix, String applicationContext) {
        return prefix == null || prefix.headers().isEmpty()
                ? prefix
                : prefix.signed(keys.sign(prefix.signedText(applicationContext)));
    }

    /**
     * What an event returns that may be used.
     *
     * @param prefix             what the event returns; {@code null} if nothing
     * @param applicationContext may be {@code null}
     */
    Accepted accepted(OperationContextPrefix prefix, String applicationContext) {
        if (prefix == null || prefix.headers().isEmpty()) {
            return Accepted.NOTHING;
        }
        if (!keys.verifies(prefix.signedText(applicationContext), prefix.signature())) {
            if (prefix.headers().keySet().stream().allMatch(TraceContext::isField)) {
                LOG.debug(
                        "The trace context of an event is ignored: it is not signed with the contextHeadersKey of this"
                                + " node");
            } else {
                warn();
            }
            return Accepted.NOTHING;
        }
        return new Accepted(
                select(prefix, this::isAccepted), traceContext ? select(prefix, TraceContext::isField) : Map.of());
    }

    private static Map<String, String> select(OperationContextPrefix prefix, Predicate<String> names) {
        return prefix.headers().entrySet().stream()
                .filter(header -> names.test(header.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What an event returns with a signature of the application.
     *
     * @param headers      become headers of the message
     * @param traceContext of the operation
     */
    record Accepted(Map<String, String> headers, Map<String, String> traceContext) {

        private static final Accepted NOTHING = new Accepted(Map.of(), Map.of());
    }

    private boolean isAccepted(String name) {
        return declared.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Once a minute. */
    private void warn() {
        long now = nanoTime.getAsLong();
        long next = nextWarning.get();
        if (now - next >= 0 && nextWarning.compareAndSet(next, now + WINDOW)) {
            LOG.warn("The context headers of an event are ignored, and its trace context: they are not signed with the"
                    + " contextHeadersKey of"
                    + " this node. Set the same key on all nodes, so that it also outlasts a restart");
        }
    }
}
