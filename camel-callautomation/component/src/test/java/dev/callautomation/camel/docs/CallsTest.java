package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.NotifyBuilder;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes that introduce the component do what the pages say, in calls on the simulator. */
class CallsTest {

    private static final String CALLER = "+14255550123";
    private static final String FALLBACK = "+18005550199";
    private static final String AGENT_PHONE = "+18005550142";

    static Stream<Arguments> receptions() {
        return Stream.of(
                Arguments.of(Page.README.snippets("java").get(0), AGENT_PHONE),
                Arguments.of(Page.README.snippets("yaml").get(0), AGENT_PHONE),
                Arguments.of(Page.COMPONENT.snippets("java").get(0), Telephony.AGENT),
                Arguments.of(Page.COMPONENT.snippets("java").get(1), Telephony.AGENT),
                Arguments.of(Page.COMPONENT.snippets("yaml").get(0), Telephony.AGENT),
                Arguments.of(Page.COMPONENT.snippets("yaml").get(1), Telephony.AGENT));
    }

    @ParameterizedTest
    @MethodSource("receptions")
    void anAgentWhoAnswersTalksToTheCaller(Snippet routes, String agent, @TempDir Path classes) throws Exception {
        try (Telephony telephony = new Telephony().load(routes, classes).start()) {
            String call = telephony.simulator().phone(CALLER).call(Telephony.NUMBER);
            eventually(() -> assertThat(telephony.participants(call)).contains("4:" + CALLER, rawId(agent)));
        }
    }

    @ParameterizedTest
    @MethodSource("receptions")
    void aCallerWhoseAgentDeclinesIsTransferred(Snippet routes, String agent, @TempDir Path classes) throws Exception {
        try (Telephony telephony = new Telephony().load(routes, classes).start()) {
            telephony.simulator().phone(agent).behaviour(PhoneBehaviour.DECLINE);
            String call = telephony.simulator().phone(CALLER).call(Telephony.NUMBER);
            eventually(() ->
                    assertThat(telephony.participants(call)).containsExactlyInAnyOrder("4:" + CALLER, "4:" + FALLBACK));
        }
    }

    static List<Snippet> withLastResort() {
        return List.of(
                Page.COMPONENT.snippets("java").get(0),
                Page.COMPONENT.snippets("java").get(1),
                Page.COMPONENT.snippets("yaml").get(0),
                Page.COMPONENT.snippets("yaml").get(1));
    }

    @ParameterizedTest
    @MethodSource("withLastResort")
    void aCallThatNobodyTakesIsEnded(Snippet routes, @TempDir Path classes) throws Exception {
        try (Telephony telephony = new Telephony().load(routes, classes).start()) {
            telephony.simulator().phone(Telephony.AGENT).behaviour(PhoneBehaviour.DECLINE);
            telephony.simulator().phone(FALLBACK).behaviour(PhoneBehaviour.BUSY);
            String call = telephony.simulator().phone(CALLER).call(Telephony.NUMBER);
            eventually(() -> assertThat(
                            telephony.simulator().call(call).orElseThrow().state())
                    .isEqualTo(CallState.DISCONNECTED));
        }
    }

    @Test
    void theHeaderOfTheRouteBeatsTheOption(@TempDir Path classes) throws Exception {
        try (Telephony telephony = new Telephony()
                .load(Page.snippet("setHeader(CallAutomationConstants.TARGET"), classes)
                .load(answering(), classes)
                .start()) {
            String call = telephony.simulator().phone(CALLER).call(Telephony.NUMBER);
            eventually(() -> assertThat(telephony.participants(call)).contains(Telephony.AGENT));
        }
    }

    @Test
    void aJsonBodyInvitesAPhone(@TempDir Path classes) throws Exception {
        try (Telephony telephony = answered(Page.snippet("\"participantToAdd\""), classes)) {
            String call = telephony.simulator().phone(CALLER).call(Telephony.NUMBER);
            send(telephony, "direct:invite", call);
            eventually(() -> assertThat(telephony.participants(call)).contains("4:" + AGENT_PHONE));
        }
    }

    @Test
    void aSipHeaderTravelsWithATransferInYaml(@TempDir Path classes) throws Exception {
        try (Telephony telephony = answered(Page.snippet("sipHeader.X-MS-Custom-ticket=4711"), classes)) {
            String call = telephony.simulator().phone(CALLER).call(Telephony.NUMBER);
            send(telephony, "direct:handover", call);
            eventually(() -> assertThat(telephony.participants(call)).contains("4:" + FALLBACK));
        }
    }

    @Test
    void anOperationOnACallThatIsOverIsHandled(@TempDir Path classes) throws Exception {
        try (Telephony telephony = new Telephony()
                .load(Page.snippet("onException(CallAutomationRequestFailedException.class)"), classes)
                .start()) {
            NotifyBuilder completed = new NotifyBuilder(telephony.context())
                    .fromRoute("*")
                    .whenCompleted(1)
                    .create();
            String event = """
                    {"id":"1","source":"test","specversion":"1.0","type":"Microsoft.Communication.AddParticipantFailed",
                     "data":{"callConnectionId":"00000000-0000-4000-8000-000000000001"}}""";
            telephony.context().createProducerTemplate().sendBody("callautomation:processEvents", event);
            assertThat(completed.matches(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static Telephony answered(Snippet routes, Path classes) throws Exception {
        return new Telephony().load(routes, classes).load(answering(), classes).start();
    }

    private static Snippet answering() {
        return new Snippet(Page.COMPONENT, "yaml", null, 0, """
                - route:
                    from:
                      uri: callautomation:events?type=IncomingCall
                      steps:
                        - to: callautomation:answerCall
                """);
    }

    private static void send(Telephony telephony, String endpoint, String call) {
        eventually(
                () -> assertThat(telephony.simulator().call(call).orElseThrow().state())
                        .isEqualTo(CallState.CONNECTED));
        Exchange exchange = telephony
                .context()
                .createProducerTemplate()
                .request(endpoint, message -> message.getMessage()
                        .setHeader(CallAutomationConstants.CALL_CONNECTION_ID, call));
        assertThat(exchange.getException()).isNull();
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }

    private static String rawId(String id) {
        return id.startsWith("+") ? "4:" + id : id;
    }
}
