package dev.callautomation.camel.internal.exchange;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.internal.ingress.EventParser;

import static org.assertj.core.api.Assertions.assertThat;

/** Guards what an event allocates from its bytes to the message of a route; half more than measured is a regression. */
class EventAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 500;
    private static final int EVENTS = 500;

    @ParameterizedTest
    @CsvSource({
        "CallConnected, 5300",
        "ParticipantsUpdated, 7000",
        "RecognizeCompleted.dtmf, 6500",
        "PlayCompleted, 5600",
        "IncomingCall, 8100"
    })
    void anEventAllocatesLittle(String name, long limit) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Path file = Path.of(EventAllocationTest.class
                .getResource("/events/" + name + ".json")
                .toURI());
        byte[] body = mapper.writeValueAsBytes(mapper.readTree(Files.readAllBytes(file)));
        ContextHeaderPolicy policy = new ContextHeaderPolicy();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            Exchange exchange = null;
            long before = 0;
            int headers = 0;
            for (int i = 0; i < WARM_UP + EVENTS; i++) {
                if (i == WARM_UP) {
                    before = THREADS.getThreadAllocatedBytes(
                            Thread.currentThread().getId());
                }
                exchange = new DefaultExchange(context);
                EventMessage.set(exchange, EventParser.parse(body, true).get(0), policy);
                headers += exchange.getMessage().getHeaders().size();
            }
            long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            assertThat(headers).isPositive();
            assertThat(exchange.getMessage().getBody(CallAutomationEvent.class).unreadable())
                    .isEqualTo(List.of());
            assertThat(bytes / EVENTS).as("bytes of one event").isLessThan(limit);
        }
    }
}
