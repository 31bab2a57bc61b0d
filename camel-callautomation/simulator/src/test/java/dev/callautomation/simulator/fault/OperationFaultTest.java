package dev.callautomation.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.SignedClient.Answer;
import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OperationFaultTest extends HttpScenario {

    @Test
    void aThrottledOperationIsNotExecutedAndThenItIs() {
        String call = connectedCall();
        simulator.setFaults(Fault.onOperation("addParticipant").status(429).retryAfterSeconds(7));

        Answer throttled = add(call);
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.errorCode()).isEqualTo("8516");
        assertThat(throttled.header("Retry-After")).isEqualTo("7");
        assertThat(simulator.call(call).orElseThrow().ringing()).isEmpty();

        assertThat(add(call).status()).isEqualTo(202);
        app.await(call, "AddParticipantSucceeded");
        assertThat(faults(call)).containsExactly("fault: addParticipant is not executed but answered with 429");
        assertThat(simulator.faultCounts()).singleElement().satisfies(count -> assertThat(count.injected())
                .isEqualTo(1));
    }

    @Test
    void theCodeOfTheAnswerCanBeGiven() {
        simulator.setFaults(Fault.onOperation("createCall").status(503).code("9002"));

        Answer answer = create(PHONE);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.errorCode()).isEqualTo("9002");
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void aRepeatedRequestIsExecutedAfterTheFault() {
        Map<String, String> repeatable = Map.of(
                "Repeatability-Request-ID",
                UUID.randomUUID().toString(),
                "Repeatability-First-Sent",
                "Tue, 03 Mar 2026 10:00:00 GMT");
        String call = connectedCall();
        simulator.setFaults(Fault.onOperation("*").status(500).times(2));

        List<Integer> statuses = List.of(
                add(call, repeatable).status(),
                add(call, repeatable).status(),
                add(call, repeatable).status());

        assertThat(statuses).containsExactly(500, 500, 202);
    }

    @Test
    void aRequestThatGetsLostLeavesNothingBehind() {
        simulator.setFaults(Fault.onOperation("createCall").reset(Reset.BEFORE));

        assertThatThrownBy(() -> create(PHONE)).hasMessageContaining("No answer");

        assertThat(simulator.calls()).isEmpty();
        assertThat(create(PHONE).status()).isEqualTo(201);
    }

    @Test
    void anAnswerThatGetsLostLeavesAnAcceptedOperation() {
        String call = connectedCall();
        simulator.setFaults(Fault.onOperation("addParticipant").reset(Reset.AFTER));

        assertThatThrownBy(() -> add(call)).hasMessageContaining("No answer");

        assertThat(app.await(call, "AddParticipantSucceeded")).isNotNull();
        assertThat(faults(call))
                .containsExactly("fault: addParticipant is executed, the connection is closed without an answer");
    }

    @Test
    void aRepeatedRequestAfterALostAnswerIsNotExecutedTwice() {
        Map<String, String> repeatable = Map.of(
                "Repeatability-Request-ID",
                UUID.randomUUID().toString(),
                "Repeatability-First-Sent",
                "Tue, 03 Mar 2026 10:00:00 GMT");
        String call = connectedCall();
        simulator.setFaults(Fault.onOperation("addParticipant").reset(Reset.AFTER));

        assertThatThrownBy(() -> add(call, repeatable)).hasMessageContaining("No answer");
        assertThat(add(call, repeatable).status()).isEqualTo(202);

        app.await(call, "AddParticipantSucceeded");
        assertThat(simulator.timeline(call))
                .filteredOn(entry -> "rings".equals(entry.text()))
                .hasSize(2);
    }

    @Test
    void aFaultOfOneCallLeavesOthersAlone() {
        String first = create(PHONE).text("callConnectionId");
        String second = create(AGENT).text("callConnectionId");
        app.await(first, "CallConnected");
        app.await(second, "CallConnected");
        simulator.setFaults(
                Fault.onOperation("getCall").status(500).inCall(first).always());

        assertThat(client.get(CALLS + "/" + second).status()).isEqualTo(200);
        assertThat(client.get(CALLS + "/" + first).status()).isEqualTo(500);
        assertThat(client.get(CALLS + "/" + first).status()).isEqualTo(500);
    }

    @Test
    void theSameSeedInjectsFaultsIntoTheSameRequests() {
        String call = connectedCall();

        List<Integer> once = statuses(call);
        List<Integer> again = statuses(call);

        assertThat(once).isEqualTo(again).contains(200, 503);
    }

    @Test
    void anUnsignedRequestIsRefusedAndUsesNoFaultUp() {
        simulator.setFaults(Fault.onOperation("createCall").status(503));

        assertThat(client.withKey("another").post(CALLS, "{}").status()).isEqualTo(401);
        assertThat(create(PHONE).status()).isEqualTo(503);
    }

    @Test
    void aDelayedAnswerComesLaterAndItsEventsAfterIt() throws Exception {
        String call = connectedCall();
        simulator.setFaults(Fault.onOperation("addParticipant").delayMillis(300));

        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> add(call));

        assertThat(answer.get(1, TimeUnit.MINUTES).status()).isEqualTo(202);
        app.await(call, "AddParticipantSucceeded");
        assertThat(texts(call)).containsSubsequence("addParticipant -> 202", "AddParticipantSucceeded 200/0");
        assertThat(Duration.between(
                        timeOf(call, TimelineEntry.Kind.REQUEST), timeOf(call, TimelineEntry.Kind.RESPONSE)))
                .isGreaterThanOrEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aResetSendsDelayedResponses() throws Exception {
        simulator.setFaults(Fault.onOperation("createCall").delayMillis(3_600_000));
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> create(PHONE));
        Awaitility.await().until(() -> !simulator.calls().isEmpty());

        simulator.reset();

        assertThat(answer.get(1, TimeUnit.MINUTES).status()).isEqualTo(201);
        assertThat(simulator.faultCounts()).isEmpty();
    }

    private List<Integer> statuses(String call) {
        simulator.setFaults(Fault.onOperation("getCall").status(503).withChance(0.3, 42));
        return IntStream.range(0, 30)
                .map(i -> client.get(CALLS + "/" + call).status())
                .boxed()
                .toList();
    }

    private Answer add(String call) {
        return add(call, Map.of());
    }

    private Answer add(String call, Map<String, String> headers) {
        String body = json("{'participantToAdd':%s,'sourceCallerIdNumber':{'value':'%s'}}"
                .formatted(identifier(PHONE), OUR_NUMBER));
        return client.post(CALLS + "/" + call + "/participants:add", body, headers);
    }

    private List<String> texts(String call) {
        return simulator.timeline(call).stream()
                .filter(entry ->
                        entry.kind() == TimelineEntry.Kind.RESPONSE || entry.kind() == TimelineEntry.Kind.EVENT)
                .map(entry -> entry.text().replaceAll(" \\+.*", ""))
                .toList();
    }

    private List<String> faults(String call) {
        return simulator.timeline(call).stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.FAULT)
                .map(TimelineEntry::text)
                .toList();
    }

    private Instant timeOf(String call, TimelineEntry.Kind kind) {
        return simulator.timeline(call).stream()
                .filter(entry -> entry.kind() == kind
                        && "addParticipant".equals(entry.details().get("operation")))
                .findFirst()
                .orElseThrow()
                .time();
    }
}
