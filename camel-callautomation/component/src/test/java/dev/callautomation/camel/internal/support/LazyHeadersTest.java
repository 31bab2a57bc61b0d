package dev.callautomation.camel.internal.support;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationConstants;

import static org.assertj.core.api.Assertions.assertThat;

class LazyHeadersTest {

    private static final String CALL = CallAutomationConstants.CALL_CONNECTION_ID;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AtomicInteger filled = new AtomicInteger();
    private Exchange exchange;
    private LazyHeaders message;

    @BeforeEach
    void createMessage() {
        context.start();
        exchange = new DefaultExchange(context);
        message = new LazyHeaders(exchange, headers -> {
            filled.incrementAndGet();
            headers.put(CALL, "call-1");
        });
        exchange.setMessage(message);
    }

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    private void inherit() {
        InheritedHeaders.Marks inherited = InheritedHeaders.mark(exchange, 1);
        inherited.add(CALL, "call-1");
        inherited.end();
    }

    @Test
    void headersAreMadeOnceAndWhenTheyAreAskedFor() {
        message.setBody("body");
        assertThat(filled).hasValue(0);
        assertThat(message.getHeader(CALL.toUpperCase(Locale.ROOT))).isEqualTo("call-1");
        assertThat(message.getHeaders()).hasSize(1);
        message.removeHeader(CALL);
        assertThat(message.getHeaders()).isEmpty();
        assertThat(filled).hasValue(1);
    }

    @Test
    void aHeaderThatIsSetFirstIsKept() {
        message.setHeader(CALL, "other");
        message.setHeader("more", 1);
        assertThat(message.getHeaders()).isEqualTo(Map.of(CALL, "other", "more", 1));
    }

    @Test
    void allThatAreSetReplaceThem() {
        message.setHeaders(Map.of("more", 1));
        assertThat(message.getHeaders()).isEqualTo(Map.of("more", 1));
        assertThat(filled).hasValue(0);
    }

    @Test
    void aCopyHasThem() {
        assertThat(exchange.copy().getMessage().getHeaders()).isEqualTo(Map.of(CALL, "call-1"));
        assertThat(message.getHeader(CALL)).isEqualTo("call-1");
    }

    @Test
    void aMessageThatIsUsedAgainHasNone() {
        message.reset();
        assertThat(message.hasHeaders()).isFalse();
    }

    @Test
    void idsForLogsAreThoseThatTheComponentHasSet() {
        inherit();
        assertThat(CallIds.of(exchange).callConnectionId()).isEqualTo("call-1");
        assertThat(filled).hasValue(0);
    }

    @Test
    void idsForLogsAreThoseOfTheRouteWhereItHasSetThem() {
        inherit();
        message.setHeader(CALL, "call-2");
        assertThat(CallIds.of(exchange).callConnectionId()).isEqualTo("call-2");
    }

    @Test
    void idsForLogsAreThoseOfTheMessageWhereTheRouteHasRemovedAllProperties() {
        inherit();
        exchange.removeProperties("*");
        assertThat(CallIds.of(exchange).callConnectionId()).isEqualTo("call-1");
    }

    @Test
    void idsForLogsAreThoseOfTheMessageThatAnotherExchangeTakesOver() {
        inherit();
        Exchange other = new DefaultExchange(context);
        InheritedHeaders.Marks inherited = InheritedHeaders.mark(other, 1);
        inherited.add(CALL, "call-2");
        inherited.end();
        other.setMessage(message);
        assertThat(CallIds.of(other).callConnectionId()).isEqualTo("call-1");
    }

    @Test
    void twoThreadsThatAskForTheFirstHeaderGetTheSameMap() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 1_000; i++) {
                LazyHeaders shared = new LazyHeaders(exchange, headers -> headers.put(CALL, "call-1"));
                Callable<Map<String, Object>> first = () -> {
                    start.await(1, TimeUnit.MINUTES);
                    return shared.getHeaders();
                };
                for (Future<Map<String, Object>> headers : threads.invokeAll(List.of(first, first))) {
                    assertThat(headers.get()).isSameAs(shared.getHeaders()).containsEntry(CALL, "call-1");
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
