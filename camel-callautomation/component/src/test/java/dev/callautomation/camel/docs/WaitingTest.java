package dev.callautomation.camel.docs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.CallAutomationOperationFailedException;
import dev.callautomation.camel.CallAutomationRequestFailedException;
import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes of the page about waiting, in calls on the simulator. */
class WaitingTest {

    private static final String CALLER = "+14255550123";
    private static final String FALLBACK = "+18005550199";
    private static final String CUSTOMER = "CustomerId";

    @TempDir
    private Path directory;

    private Telephony telephony;

    @BeforeEach
    void begin() throws Exception {
        telephony = new Telephony();
    }

    @AfterEach
    void end() throws Exception {
        telephony.close();
    }

    @ParameterizedTest
    @CsvSource({"java", "yaml"})
    void anInvitationIsThereInBothLanguages(String language) {
        assertThat(invitations()).extracting(Snippet::language).containsOnlyOnce(language);
    }

    static Stream<Snippet> invitations() {
        return Page.WAITING.snippets().stream()
                .filter(snippet -> snippet.text().contains("direct:connect"))
                .map(WaitingTest::soon);
    }

    /** With a shorter invitation timeout. */
    private static Snippet soon(Snippet snippet) {
        assertThat(snippet.text()).contains("40s");
        return new Snippet(
                snippet.page(),
                snippet.language(),
                snippet.title(),
                snippet.line(),
                snippet.text().replace("40s", "1s"));
    }

    @ParameterizedTest
    @MethodSource("invitations")
    void anAgentWhoAnswersIsInTheCall(Snippet routes) throws Exception {
        String call = connected(routes);
        succeeded(invite(call));
        assertThat(telephony.participants(call)).contains(Telephony.AGENT);
    }

    @ParameterizedTest
    @MethodSource("invitations")
    void aCallerWhoseAgentDeclinesIsTransferred(Snippet routes) throws Exception {
        telephony.simulator().phone(Telephony.AGENT).behaviour(PhoneBehaviour.DECLINE);
        String call = connected(routes);
        succeeded(invite(call));
        eventually(() ->
                assertThat(telephony.participants(call)).containsExactlyInAnyOrder("4:" + CALLER, "4:" + FALLBACK));
    }

    @ParameterizedTest
    @MethodSource("invitations")
    void aCallerWhoLeavesIsNotTransferred(Snippet routes) throws Exception {
        telephony.simulator().phone(Telephony.AGENT).behaviour(PhoneBehaviour.MANUAL);
        String call = connected(routes);
        CompletableFuture<Exchange> invitation = invite(call);
        eventually(() -> assertThat(telephony.simulator().timeline(call))
                .extracting(TimelineEntry::text)
                .contains("addParticipant -> 202"));
        telephony.simulator().phone(CALLER).hangUp();
        succeeded(invitation);
        assertThat(telephony.simulator().timeline(call))
                .extracting(TimelineEntry::text)
                .doesNotContain("transfer -> 202");
    }

    @ParameterizedTest
    @MethodSource("invitations")
    void aCallerWhoseAgentDoesNotAnswerIsTransferred(Snippet routes) throws Exception {
        telephony.simulator().phone(Telephony.AGENT).behaviour(PhoneBehaviour.MANUAL);
        String call = connected(routes);
        succeeded(invite(call));
        eventually(() ->
                assertThat(telephony.participants(call)).containsExactlyInAnyOrder("4:" + CALLER, "4:" + FALLBACK));
    }

    private String connected(Snippet routes) throws Exception {
        telephony.load(routes, directory).start();
        return createCall();
    }

    private String createCall() throws Exception {
        return succeeded(send(
                        "callautomation:createCall?awaitCompletion=true&target=" + CALLER + "&sourceCallerIdNumber="
                                + Telephony.NUMBER,
                        Map.of()))
                .getMessage()
                .getHeader(CallAutomationConstants.CALL_CONNECTION_ID, String.class);
    }

    private CompletableFuture<Exchange> invite(String call) {
        return send("direct:connect", Map.of(CallAutomationConstants.CALL_CONNECTION_ID, call));
    }

    private CompletableFuture<Exchange> send(String endpoint, Map<String, Object> headers) {
        return telephony
                .context()
                .createProducerTemplate()
                .asyncSend(endpoint, exchange -> headers.forEach(exchange.getMessage()::setHeader));
    }

    private static Exchange succeeded(CompletableFuture<Exchange> exchange) throws Exception {
        Exchange ended = exchange.get(1, TimeUnit.MINUTES);
        assertThat(ended.getException()).isNull();
        return ended;
    }

    @Test
    void contextHeadersComeWithEachEvent() throws Exception {
        MockEndpoint joined = joined();
        telephony
                .load(snippet("CallConnected&operationContext=reception"), directory)
                .start();
        telephony.simulator().phone(CALLER).call(Telephony.NUMBER);
        joined.assertIsSatisfied();
    }

    /** Gets the event that tells that the agent has come. */
    private MockEndpoint joined() throws Exception {
        telephony.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=AddParticipantSucceeded").to("mock:joined");
            }
        });
        MockEndpoint joined = telephony.context().getEndpoint("mock:joined", MockEndpoint.class);
        joined.expectedMessageCount(1);
        joined.expectedHeaderReceived(CUSTOMER, "4:" + CALLER);
        return joined;
    }

    @Test
    void aRouteOverSeveralNodesGoesThroughOnOne() throws Exception {
        MockEndpoint joined = joined();
        telephony.load(snippet("orphanedOnly=true"), directory).start();
        telephony.simulator().phone(CALLER).call(Telephony.NUMBER);
        joined.assertIsSatisfied();
        assertThat(joined.getExchanges().get(0).getMessage().getHeaders())
                .doesNotContainKey(CallAutomationConstants.ORPHANED);
    }

    @Test
    void aCallOfANodeThatIsGoneIsTakenUp() throws Exception {
        MockEndpoint joined = joined();
        telephony.load(snippet("orphanedOnly=true"), directory).start();
        String call = createCall();
        succeeded(send("callautomation:processEvents", Map.of(), """
                {"id":"1","source":"test","specversion":"1.0","type":"Microsoft.Communication.CallConnected",
                 "data":{"callConnectionId":"%s","operationContext":"%s"}}""".formatted(
                        call, signed("~cca1~gone~operation~CustomerId=4:" + CALLER.replace("+", "%2B")))));
        joined.assertIsSatisfied();
        assertThat(telephony.participants(call)).contains(Telephony.AGENT);
    }

    /** An operation context as the node has sent it. */
    private static String signed(String context) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Telephony.HEADERS_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = Arrays.copyOf(mac.doFinal(context.getBytes(StandardCharsets.UTF_8)), 16);
        return context + "&=" + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private CompletableFuture<Exchange> send(String endpoint, Map<String, Object> headers, String body) {
        return telephony.context().createProducerTemplate().asyncSend(endpoint, exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    @Test
    void anExceptionInsideDoTryIsNotPassedToOnException() throws Exception {
        telephony.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(CallAutomationRequestFailedException.class).handled(true);
                from("direct:tried")
                        .doTry()
                        .to("callautomation:hangUp")
                        .doCatch(CallAutomationOperationFailedException.class)
                        .log("It has not ended")
                        .end();
                from("direct:untried").to("callautomation:hangUp");
            }
        });
        telephony.start();
        Map<String, Object> nowhere = Map.of(CallAutomationConstants.CALL_CONNECTION_ID, "gone");
        assertThat(send("direct:tried", nowhere).get(1, TimeUnit.MINUTES).getException())
                .isInstanceOf(CallAutomationRequestFailedException.class)
                .hasMessageContaining("404")
                .hasMessageContaining("8522");
        succeeded(send("direct:untried", nowhere));
    }

    private static Snippet snippet(String words) {
        return Page.WAITING.snippets("java").stream()
                .filter(snippet -> snippet.text().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }
}
