package dev.callautomation.simulator.fault;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.PublishedKeys;
import dev.callautomation.simulator.PublishedKeys.Token;
import dev.callautomation.simulator.Receiver.Received;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.model.TokenFlaw;

import static org.assertj.core.api.Assertions.assertThat;

class EventFaultTest extends HttpScenario {

    EventFaultTest() {
        super(SimulatorOptions.defaults().withVirtualTime(true));
    }

    @Test
    void aDuplicateHasTheSameIdAndComesBeforeTheNextEvent() {
        simulator.setFaults(Fault.onEvent("CallConnected").duplicate(3));
        String call = created();

        app.await(call, "ParticipantsUpdated");

        assertThat(app.types(call))
                .containsExactly("CallConnected", "CallConnected", "CallConnected", "ParticipantsUpdated");
        assertThat(app.of(call).subList(0, 3))
                .extracting(r -> r.event().path("id").asText())
                .containsOnly(app.of(call).get(0).event().path("id").asText());
        assertThat(faults(call)).containsExactly("fault: CallConnected is sent 3 times");
    }

    @Test
    void aDroppedEventNeverComes() {
        simulator.setFaults(
                Fault.onEvent("Microsoft.Communication.CallConnected").drop());
        String call = created();

        app.await(call, "ParticipantsUpdated");
        simulator.advance(Duration.ofSeconds(10));

        assertThat(app.types(call)).containsExactly("ParticipantsUpdated");
        assertThat(faults(call)).containsExactly("fault: CallConnected is not sent");
    }

    @Test
    void aReorderedEventComesAfterTheNext() {
        simulator.setFaults(Fault.onEvent("CallConnected").reorder());
        String call = created();

        app.await(call, "CallConnected");

        assertThat(app.types(call)).containsExactly("ParticipantsUpdated", "CallConnected");
        assertThat(faults(call)).containsExactly("fault: CallConnected is sent after the next event");
    }

    @Test
    void aReorderedEventWithoutASuccessorIsSentAllTheSame() {
        simulator.setFaults(Fault.onEvent("ParticipantsUpdated").reorder());
        String call = created();
        app.await(call, "CallConnected");
        Awaitility.await().until(() -> !faults(call).isEmpty());
        assertThat(app.types(call)).containsExactly("CallConnected");

        simulator.advance(Duration.ofSeconds(1));

        assertThat(app.await(call, "ParticipantsUpdated")).isNotNull();
    }

    @Test
    void aDelayedEventHoldsUpThoseAfterItUntilTimeHasPassed() {
        simulator.setFaults(Fault.onEvent("CallConnected").delayMillis(60_000));
        String call = created();
        Awaitility.await().until(() -> !faults(call).isEmpty());
        simulator.advance(Duration.ofSeconds(59));
        assertThat(app.of(call)).isEmpty();

        simulator.advance(Duration.ofSeconds(1));

        app.await(call, "ParticipantsUpdated");
        assertThat(app.types(call)).containsExactly("CallConnected", "ParticipantsUpdated");
    }

    @Test
    void anEventArrivesBeforeTheAnswerToTheOperationThatLedToIt() throws Exception {
        simulator.setFaults(Fault.onEvent("CallConnected").beforeResponse());

        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> create(PHONE));
        Awaitility.await().until(() -> !simulator.calls().isEmpty());
        String call = simulator.calls().get(0).connections().get(0).callConnectionId();
        Awaitility.await().until(() -> faults(call).size() == 1);
        assertThat(answer).isNotDone();
        simulator.advance(Duration.ofSeconds(1));

        assertThat(answer.get(1, TimeUnit.MINUTES).text("callConnectionId")).isEqualTo(call);
        assertThat(texts(call)).containsSubsequence("CallConnected attempt 1 -> 200", "createCall -> 201");
    }

    @Test
    void anEventThatFollowsAtOnceOvertakesTheAnswerToo() {
        String call = created();
        app.await(call, "ParticipantsUpdated");
        simulator.setFaults(Fault.onEvent("CallDisconnected").beforeResponse());

        assertThat(client.post(CALLS + "/" + call + ":terminate", "").status()).isEqualTo(204);

        assertThat(texts(call)).containsSubsequence("CallDisconnected attempt 1 -> 200", "terminateCall -> 204");
    }

    @Test
    void theStateOfARecordingOvertakesTheAnswersToItsRequests() {
        String call = created();
        app.await(call, "ParticipantsUpdated");
        simulator.setFaults(
                Fault.onEvent("RecordingStateChanged").beforeResponse().times(2));

        Answer started = client.post(
                "/calling/recordings",
                json("{'callLocator':{'kind':'serverCallLocator','serverCallId':'%s'},'recordingStateCallbackUri':'%s'}"
                        .formatted(simulator.call(call).orElseThrow().serverCallId(), app.url("/states"))));
        String recording = URLEncoder.encode(started.text("recordingId"), StandardCharsets.UTF_8);
        client.post("/calling/recordings/" + recording + ":pause", "");

        assertThat(texts(call))
                .containsSubsequence(
                        "RecordingStateChanged attempt 1 -> 200",
                        "startRecording -> 200",
                        "RecordingStateChanged attempt 1 -> 200",
                        "pauseRecording -> 202");
    }

    @Test
    void aResponseThatWaitsForAnEventTimesOut() {
        simulator.phone(PHONE).behaviour(PhoneBehaviour.DECLINE);
        simulator.setFaults(Fault.onEvent("CallConnected").beforeResponse());

        Answer answer = create(PHONE);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(faults(answer.text("callConnectionId")))
                .containsExactly(
                        "fault: the answer to createCall waits for CallConnected",
                        "fault: no such event came, createCall is answered");
    }

    @Test
    void anOperationThatCannotLeadToTheEventIsAnsweredAtOnce() {
        String call = created();
        simulator.setFaults(Fault.onEvent("AddParticipantSucceeded").beforeResponse());

        assertThat(client.get(CALLS + "/" + call).status()).isEqualTo(200);

        assertThat(faults(call)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = TokenFlaw.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFlawedTokenHasThisFlawAndNoOther(TokenFlaw flaw) {
        simulator.setFaults(Fault.onEvent("CallConnected").token(flaw));
        String call = created();

        Token token = PublishedKeys.read(app.await(call, "CallConnected").header("Authorization"));

        PublishedKeys keys = PublishedKeys.at(simulator.uri());
        long now = Instant.now().getEpochSecond();
        boolean signature = flaw == TokenFlaw.WRONG_KEY || flaw == TokenFlaw.UNKNOWN_KEY || flaw == TokenFlaw.ALG_NONE;
        assertThat(keys.haveSigned(token)).isEqualTo(!signature);
        assertThat(keys.know(token)).isEqualTo(flaw != TokenFlaw.UNKNOWN_KEY && flaw != TokenFlaw.ALG_NONE);
        assertThat(token.header().path("alg").asText()).isEqualTo(flaw == TokenFlaw.ALG_NONE ? "none" : "RS256");
        assertThat(token.signature().length == 0).isEqualTo(flaw == TokenFlaw.ALG_NONE);
        assertThat(token.claims().path("exp").asLong() < now).isEqualTo(flaw == TokenFlaw.EXPIRED);
        assertThat(token.claims().path("nbf").asLong() > now).isEqualTo(flaw == TokenFlaw.NOT_YET_VALID);
        assertThat(token.claim("aud").equals(simulator.resourceId())).isEqualTo(flaw != TokenFlaw.WRONG_AUDIENCE);
        assertThat(token.claim("iss").equals(keys.issuer())).isEqualTo(flaw != TokenFlaw.WRONG_ISSUER);
        assertThat(faults(call)).containsExactly("fault: CallConnected has the token flaw " + flaw.wireName());
    }

    @Test
    void aCallbackWithoutATokenIsFollowedByOneWithIt() {
        simulator.setFaults(Fault.onEvent("*").token(TokenFlaw.NONE));
        String call = created();

        app.await(call, "ParticipantsUpdated");

        assertThat(app.of(call))
                .extracting(r -> r.header("Authorization") == null)
                .containsExactly(true, false);
    }

    @Test
    void faultsCanBeCombined() {
        simulator.setFaults(
                Fault.onEvent("CallConnected").duplicate(2).reorder().token(TokenFlaw.EXPIRED),
                Fault.onEvent("ParticipantsUpdated").duplicate(2));
        String call = created();

        app.await(call, "CallConnected");
        Awaitility.await().until(() -> app.of(call).size() == 4);

        assertThat(app.types(call))
                .containsExactly("ParticipantsUpdated", "ParticipantsUpdated", "CallConnected", "CallConnected");
    }

    @Test
    void eventGridEventsAreDuplicatedDelayedAndDropped() {
        simulator.subscribe(
                EventGridSubscription.to(app.url("/grid?code=secret")).withTypes("IncomingCall"));
        simulator.setFaults(
                Fault.onEvent("IncomingCall").drop(),
                Fault.onEvent("IncomingCall").duplicate(2).delayMillis(5_000),
                Fault.onEvent("IncomingCall").reorder());

        String dropped = simulator.phone(CALLER).call(OUR_NUMBER);
        String late = simulator.phone(PHONE).call(OUR_NUMBER);
        String fine = simulator.phone("+15550003333").call(OUR_NUMBER);
        app.awaitGrid("IncomingCall", 1);
        simulator.advance(Duration.ofSeconds(5));
        app.awaitGrid("IncomingCall", 3);

        List<Received> taken =
                app.all().stream().filter(r -> "IncomingCall".equals(r.type())).toList();
        assertThat(taken)
                .extracting(r -> r.data().path("from").path("rawId").asText())
                .containsExactly("4:+15550003333", "4:" + PHONE, "4:" + PHONE);
        assertThat(taken).extracting(Received::path).containsOnly("/grid?code=secret");
        assertThat(faults(dropped)).hasSize(1);
        assertThat(faults(late)).hasSize(1);
        assertThat(faults(fine)).isEmpty();
        assertThat(simulator.timeline(late).toString()).doesNotContain("secret");
        assertThat(simulator.faultCounts()).extracting(FaultCount::injected).containsExactly(1L, 1L, 0L);
    }

    @Test
    void aResetForgetsFaultsAndWhatTheyHoldBack() {
        simulator.setFaults(Fault.onEvent("CallConnected").reorder().always());
        String call = created();
        Awaitility.await().until(() -> !faults(call).isEmpty());
        app.await(call, "CallConnected");

        simulator.reset();

        assertThat(simulator.faultCounts()).isEmpty();
        String next = created();
        app.await(next, "ParticipantsUpdated");
        assertThat(app.types(next)).containsExactly("CallConnected", "ParticipantsUpdated");
    }

    /** A call that has been answered. */
    private String created() {
        String call = create(PHONE).text("callConnectionId");
        simulator.advance(Duration.ofSeconds(1));
        return call;
    }

    private List<String> texts(String call) {
        return simulator.timeline(call).stream().map(TimelineEntry::text).toList();
    }

    private List<String> faults(String call) {
        return simulator.timeline(call).stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.FAULT)
                .map(TimelineEntry::text)
                .toList();
    }
}
