package dev.callautomation.camel.internal.ingress;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;

import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.AcknowledgeMode;
import dev.callautomation.camel.internal.observation.Counters;
import dev.callautomation.camel.internal.security.DeliveryAuthenticator;

import static org.assertj.core.api.Assertions.assertThat;

/** Failures of the server that no sender should be able to cause. */
class DeliveryHandlerTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<DeliveryResponse> answers = new ArrayList<>();

    private DeliveryHandler handler() {
        Counters counters = new Counters();
        EventDispatcher dispatcher = new EventDispatcher(
                Runnable::run,
                EventCorrelator.NONE,
                new DuplicateFilter(new MemoryIdempotentRepository(), false),
                ConfiguredReceivers.NONE,
                AcknowledgeMode.RECEIVED,
                new EventRunner.Limits(1, 1, Duration.ofMillis(1)),
                counters);
        return new DeliveryHandler(
                "/events",
                false,
                () -> DeliveryAuthenticator.OPEN,
                dispatcher,
                new DeliveryLimits(1, BufferedBytes.BLOCK, TIMEOUT, TIMEOUT, TIMEOUT, 1, TIMEOUT),
                Runnable::run,
                timer,
                counters);
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private final class Request implements DeliveryRequest {

        private final DeliveryHead head;

        Request(DeliveryHead head) {
            this.head = head;
        }

        @Override
        public DeliveryHead head() {
            return head;
        }

        @Override
        public void read(BodyReceiver receiver) {
            throw new IllegalStateException("The body cannot be read");
        }

        @Override
        public void respond(DeliveryResponse response) {
            answers.add(response);
        }
    }

    private void assertAnswers(int number) {
        assertThat(answers).hasSize(number).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("cannot be processed now");
        });
    }

    @Test
    void aRequestWhoseHeadCannotBeReadIsAnswered() {
        DeliveryHead.Headers unreadable = new DeliveryHead.Headers() {

            @Override
            public List<String> all(String name) {
                if (name.equals("content-type")) {
                    throw new IllegalStateException("The header cannot be read");
                }
                return List.of();
            }

            @Override
            public void forEach(BiConsumer<String, String> action) {
                throw new IllegalStateException("The headers cannot be read");
            }
        };
        handler().handle(new Request(new DeliveryHead("POST", unreadable, null, 1)));
        assertAnswers(1);
    }

    @Test
    void requestsWhoseBodiesCannotBeReadAreAnsweredAndTakeNoRoom() {
        DeliveryHead json = new DeliveryHead("POST", Map.of("content-type", List.of("application/json")), null, 1);
        DeliveryHandler handler = handler();
        handler.handle(new Request(json));
        handler.handle(new Request(json));
        assertAnswers(2);
    }
}
