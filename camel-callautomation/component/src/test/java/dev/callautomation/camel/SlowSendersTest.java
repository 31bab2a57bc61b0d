package dev.callautomation.camel;

import java.io.IOException;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.internal.security.TokenServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Heads, bodies and idle connections have timeouts. Only the one that a test is about is short, as the test may be slow, too. */
class SlowSendersTest {

    private static final long SHORT = 500;
    private static final long LONG = 120_000;
    private static final String JSON = "Content-Type: application/json";

    @RegisterExtension
    static final TokenServer TOKENS = new TokenServer();

    private Receiver receiver;

    @AfterEach
    void stop() {
        receiver.close();
    }

    private void start(Consumer<CallAutomationComponent> options) throws Exception {
        receiver = new Receiver(configuration -> {
            configuration.setResourceId(TokenServer.RESOURCE);
            configuration.setCallbackIssuer(TOKENS.address());
        });
        CallAutomationComponent component =
                receiver.context().getComponent("callautomation", CallAutomationComponent.class);
        component.setHeadTimeout(LONG);
        component.setBodyTimeout(LONG);
        component.setIdleTimeout(LONG);
        options.accept(component);
        receiver.start();
    }

    private RawSender sender() throws IOException {
        return new RawSender(receiver.address());
    }

    @Test
    void aBodyThatTakesTooLongIsEnded() throws Exception {
        start(component -> component.setBodyTimeout(SHORT));
        try (RawSender sender = sender().post(
                        "Authorization: " + TOKENS.authorization(), JSON, "Content-Length: 1000", "")
                .send("[")) {
            assertThat(sender.status()).isEqualTo(408);
            assertThat(sender.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aHeadThatTakesTooLongIsEnded() throws Exception {
        start(component -> component.setHeadTimeout(SHORT));
        try (RawSender silent = sender();
                RawSender beginning = sender().send("POST /");
                RawSender incomplete = sender().send("POST / HTTP/1.1\r\nHost: localhost\r\n")) {
            assertThat(silent.isClosedByPeer()).isTrue();
            assertThat(beginning.isClosedByPeer()).isTrue();
            assertThat(incomplete.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void anIdleConnectionIsClosedAfterAResponse() throws Exception {
        start(component -> component.setIdleTimeout(SHORT));
        // again if it was idle for too long before the request
        await().ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
            try (RawSender sender = sender().post(JSON, "Content-Length: 0", "")) {
                assertThat(sender.status()).isEqualTo(401);
                assertThat(sender.isClosedByPeer()).isTrue();
            }
        });
    }
}
