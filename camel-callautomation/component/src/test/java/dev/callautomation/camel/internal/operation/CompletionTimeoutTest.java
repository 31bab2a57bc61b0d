package dev.callautomation.camel.internal.operation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.vertx.core.Future;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.client.ByteRange;
import dev.callautomation.camel.internal.client.Content;
import dev.callautomation.camel.internal.client.Payload;
import dev.callautomation.camel.internal.client.Repeatability;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The default of completionTimeout, which is longer than any time limit of the service for the operation. */
class CompletionTimeoutTest {

    private static final Map<Input, Object> COMMON = Map.of(
            Inputs.CALL_CONNECTION_ID, "call-1",
            Inputs.TARGET, "8:acs:a_b",
            Inputs.CALLBACK_URI, "https://contact.example.com/events");

    static Arguments[] defaults() {
        return new Arguments[] {
            // the service cancels an invitation after 180 seconds at the latest
            arguments(CallAutomationOperation.addParticipant, Map.of(), Duration.ofSeconds(210)),
            arguments(
                    CallAutomationOperation.addParticipant,
                    Map.of(Inputs.INVITATION_TIMEOUT, Duration.ofSeconds(45)),
                    Duration.ofSeconds(75)),
            arguments(
                    CallAutomationOperation.addParticipant,
                    Map.of(Inputs.INVITATION_TIMEOUT, Duration.ofSeconds(180)),
                    Duration.ofSeconds(210)),
            arguments(CallAutomationOperation.createCall, Map.of(), Duration.ofMinutes(3)),
            arguments(CallAutomationOperation.transfer, Map.of(), Duration.ofMinutes(3)),
            arguments(
                    CallAutomationOperation.recognize,
                    Map.of(Inputs.MAX_TONES, 1, Inputs.RECOGNIZE_INPUT_TYPE, "dtmf"),
                    Duration.ofSeconds(125)),
            arguments(
                    CallAutomationOperation.recognize,
                    Map.of(
                            Inputs.MAX_TONES,
                            1,
                            Inputs.RECOGNIZE_INPUT_TYPE,
                            "dtmf",
                            Inputs.INITIAL_SILENCE_TIMEOUT,
                            Duration.ofSeconds(300)),
                    Duration.ofSeconds(420)),
            arguments(
                    CallAutomationOperation.play,
                    Map.of(Inputs.FILE, "https://example.com/a.wav"),
                    Duration.ofMinutes(2)),
            arguments(CallAutomationOperation.hangUp, Map.of(), Duration.ofMinutes(2)),
        };
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void theTimeoutIsDerivedFromTheOperation(
            CallAutomationOperation operation, Map<Input, Object> options, Duration timeout) {
        Map<Input, Object> all = new HashMap<>();
        all.putAll(COMMON);
        all.putAll(options);
        ExpectingService service = new ExpectingService();
        OperationCatalog.find(operation)
                .execute(
                        new OperationInputs(
                                new DefaultExchange(new DefaultCamelContext()),
                                new InputHeaders(all.keySet()),
                                new EndpointOptions(all),
                                true),
                        service);
        assertThat(service.expectation.timeout()).isEqualTo(timeout);
    }

    /** Keeps what the operation expects, and sends nothing. */
    private static final class ExpectingService implements CallService {

        private CompletionExpectation expectation;

        @Override
        public void expect(CompletionExpectation expectation) {
            this.expectation = expectation;
        }

        @Override
        public Repeatability name(String path, Payload document) {
            return Repeatability.create();
        }

        @Override
        public OperationContextPrefix contextPrefix(Repeatability work, String applicationContext) {
            return null;
        }

        @Override
        public Future<ApiResponse> send(ApiRequest request) {
            return Future.failedFuture(request.path());
        }

        @Override
        public Future<Content> download(String location, ByteRange range) {
            return Future.failedFuture(location);
        }

        @Override
        public Future<ApiResponse> delete(String location) {
            return Future.failedFuture(location);
        }

        @Override
        public String pathOf(String link) {
            return link;
        }
    }
}
