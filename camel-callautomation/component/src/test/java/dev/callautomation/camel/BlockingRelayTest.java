package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.internal.security.TokenServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Sending through the relay of the application blocks, against its contract, until the end of the test. */
class BlockingRelayTest {

    private final TokenServer tokens = new TokenServer();
    private final BlockingRelay relay = new BlockingRelay();
    private Receiver receiver;

    /** There are no other nodes. */
    private static final class BlockingRelay implements NodeRelay {

        private final CountDownLatch sending = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);
        private volatile boolean blocks;

        @Override
        public void open(Consumer<byte[]> receiver) {
            // nothing is received
        }

        @Override
        public CompletionStage<Void> send(byte[] message) {
            if (blocks) {
                sending.countDown();
                awaitRelease();
            }
            return CompletableFuture.completedStage(null);
        }

        /** As a transport that ignores interrupts. */
        private void awaitRelease() {
            boolean interrupted = false;
            while (release.getCount() > 0) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            // there is nothing to close
        }
    }

    @BeforeEach
    void create() throws Exception {
        tokens.start();
        receiver = new Receiver(options -> {
            options.setResourceId(TokenServer.RESOURCE);
            options.setCallbackIssuer(tokens.address());
        });
        CallAutomationComponent component =
                receiver.context().getComponent("callautomation", CallAutomationComponent.class);
        component.setRelay(relay);
        component.setRelayTimeout(200);
    }

    private static void run(Runnable action) throws Exception {
        CompletableFuture.runAsync(action).get(1, TimeUnit.MINUTES);
    }

    @AfterEach
    void stop() {
        relay.release.countDown();
        receiver.close();
        tokens.close();
    }

    private void deliver(String type, String data) throws Exception {
        assertThat(receiver.deliver(tokens.token().sign(), EventTestSupport.callback(type, type, data))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theApplicationStarts() throws Exception {
        relay.blocks = true;
        run(receiver::start);
        assertThat(receiver.context().isStarted()).isTrue();
        await().until(() -> relay.sending.getCount() == 0);
    }

    @Test
    void anEventThatEndsOperationsOfAllNodesIsDelivered() throws Exception {
        receiver.start();
        relay.blocks = true;
        deliver("CallDisconnected", "{\"callConnectionId\":\"c1\"}");
        await().untilAsserted(() -> assertThat(receiver.events()).hasSize(1));
    }

    @Test
    void anEventOfAnotherNodeIsDeliveredWhenThatHasNotReplied() throws Exception {
        receiver.start();
        relay.blocks = true;
        deliver("PlayCompleted", "{\"callConnectionId\":\"c1\",\"operationContext\":\"~cca1~other~o1~~x\"}");
        await().untilAsserted(() -> assertThat(receiver.events()).hasSize(1));
    }

    @Test
    void theApplicationStops() throws Exception {
        receiver.start();
        relay.blocks = true;
        deliver("CallDisconnected", "{\"callConnectionId\":\"c1\"}");
        await().until(() -> relay.sending.getCount() == 0);
        run(receiver::close);
        assertThat(receiver.context().isStopped()).isTrue();
    }
}
