package dev.callautomation.camel.internal.tracing;

import java.lang.management.ManagementFactory;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.internal.support.TraceContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The parents of spans. */
class CallSpanDecoratorTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CallSpanDecorator decorator = new CallSpanDecorator();

    @AfterEach
    void stop() {
        context.stop();
    }

    private Exchange event() {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, "c1");
        TraceContext.setReceived(exchange, Map.of(), null);
        return exchange;
    }

    private static long waits() {
        return ManagementFactory.getThreadMXBean()
                .getThreadInfo(Thread.currentThread().getId())
                .getWaitedCount();
    }

    @Test
    void noThreadWaitsForASpanThatIsNotPropagated() {
        long before = waits();
        for (int i = 0; i < 3; i++) {
            Exchange exchange = event();
            assertThat(decorator.getExtractor(exchange).get("traceparent")).isNull();
            decorator.getInjector(exchange);
        }
        assertThat(waits()).isEqualTo(before);
    }
}
