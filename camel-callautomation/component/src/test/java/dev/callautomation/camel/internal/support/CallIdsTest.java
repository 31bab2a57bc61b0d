package dev.callautomation.camel.internal.support;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import dev.callautomation.camel.CallAutomationConstants;

import static org.assertj.core.api.Assertions.assertThat;

/** The ids of a call, of which each step of a route asks. */
class CallIdsTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(context);

    @AfterEach
    void stop() {
        context.stop();
    }

    private void header(String name, Object value) {
        exchange.getMessage().setHeader(name, value);
    }

    @Test
    void anExchangeWithoutACallKeepsNothing() {
        assertThat(CallIds.of(exchange).isEmpty()).isTrue();
        header("other", "header");
        assertThat(CallIds.of(exchange)).isSameAs(CallIds.of(exchange));
        assertThat(CallIds.of(exchange).open()).isSameAs(CallIds.of(exchange).open());
        assertThat(exchange.getProperties()).isEmpty();
    }

    @Test
    void theyAreCreatedOnceWhileTheHeadersStay() {
        exchange.setProperty("other", "property");
        header(CallAutomationConstants.CALL_CONNECTION_ID, "c1");
        CallIds ids = CallIds.of(exchange);
        assertThat(ids).isEqualTo(new CallIds("c1", null));
        header("other", "header");
        assertThat(CallIds.of(exchange)).isSameAs(ids);
    }

    @Test
    void theyAreNotTheFirstPropertyOfAnExchangeWhichMayWait() {
        header(CallAutomationConstants.CALL_CONNECTION_ID, "c1");
        assertThat(CallIds.of(exchange)).isEqualTo(new CallIds("c1", null));
        assertThat(exchange.hasProperties()).isFalse();
    }

    @Test
    void theyFollowTheHeaders() {
        Map<String, String> set = new HashMap<>(
                Map.of(CallAutomationConstants.CALL_CONNECTION_ID, "c1", CallAutomationConstants.CORRELATION_ID, "k1"));
        InheritedHeaders.set(exchange, set);
        assertThat(CallIds.of(exchange)).isEqualTo(new CallIds("c1", "k1"));
        header(CallAutomationConstants.CALL_CONNECTION_ID, "c2");
        assertThat(CallIds.of(exchange)).isEqualTo(new CallIds("c2", "k1"));
        exchange.getMessage().removeHeaders("*");
        assertThat(CallIds.of(exchange)).isEqualTo(new CallIds("c1", "k1"));
        set.replaceAll((name, value) -> null);
        InheritedHeaders.set(exchange, Collections.unmodifiableMap(set));
        assertThat(CallIds.of(exchange).isEmpty()).isTrue();
        header(CallAutomationConstants.CORRELATION_ID, "k2");
        assertThat(CallIds.of(exchange)).isEqualTo(new CallIds(null, "k2"));
    }

    @Test
    void anOperationOnAnotherCallHasItsIdAlone() {
        header(CallAutomationConstants.CALL_CONNECTION_ID, "c1");
        header(CallAutomationConstants.CORRELATION_ID, "k1");
        assertThat(CallIds.ofOperation(exchange, "c2")).isEqualTo(new CallIds("c2", null));
        assertThat(CallIds.ofOperation(exchange, "c1")).isEqualTo(new CallIds("c1", "k1"));
        assertThat(CallIds.ofOperation(exchange, null)).isEqualTo(new CallIds("c1", "k1"));
    }

    @Test
    void aThreadHasAfterwardsWhatItHadBefore() {
        CallIds.Scope outer = new CallIds("c1", "k1").open();
        CallIds.Scope inner = new CallIds("c2", null).open();
        assertThat(MDC.get(CallIds.CALL_CONNECTION_ID)).isEqualTo("c2");
        assertThat(MDC.get(CallIds.CORRELATION_ID)).isNull();
        inner.close();
        assertThat(MDC.get(CallIds.CALL_CONNECTION_ID)).isEqualTo("c1");
        assertThat(MDC.get(CallIds.CORRELATION_ID)).isEqualTo("k1");
        outer.close();
        assertThat(MDC.get(CallIds.CALL_CONNECTION_ID)).isNull();
        assertThat(MDC.get(CallIds.CORRELATION_ID)).isNull();
    }
}
