package dev.callautomation.camel;

import java.time.Duration;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The bodies that are received at the same time share a limit. */
class BufferedBytesTest extends EventTestSupport {

    private static final int BODY_SIZE = 64 * 1024;
    private static final String HEAD = "Content-Length: " + BODY_SIZE;
    private static final String JSON = "Content-Type: application/json";

    @Override
    void configure(CallAutomationComponent component) {
        component.setMaxBodySize(BODY_SIZE);
        component.setMaxBufferedBytes(BODY_SIZE + 16 * 1024);
        component.setBodyTimeout(Duration.ofHours(1).toMillis());
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:events");
            }
        };
    }

    @Test
    void aDeliveryThatFindsNoRoomIsToBeRepeated() throws Exception {
        String token = "Authorization: " + TOKENS.authorization();
        try (RawSender first = new RawSender(address())) {
            first.post(token, JSON, HEAD).send("\r\n[" + " ".repeat(BODY_SIZE - 2));
            await().untilAsserted(() -> assertThat(delivery()).isEqualTo(503));
            assertThat(first.send("]").status()).isEqualTo(400);
        }
        await().untilAsserted(() -> assertThat(delivery()).isEqualTo(400));
    }

    private int delivery() throws Exception {
        return post("[" + " ".repeat(BODY_SIZE / 2) + "]").statusCode();
    }
}
