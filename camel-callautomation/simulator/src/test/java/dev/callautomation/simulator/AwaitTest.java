package dev.callautomation.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.Reset;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.timeline.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A test waits for what happens in a call. */
class AwaitTest extends HttpScenario {

    private static final Duration AT_ONCE = Duration.ZERO;

    AwaitTest() {
        super(SimulatorOptions.defaults()
                .withRing(Duration.ofMillis(20))
                .withPlay(Duration.ofMillis(20))
                .withAwait(Duration.ofSeconds(60)));
    }

    @Test
    void anEventThatComesLaterIsWaitedForAndTellsItsCodes() {
        simulator.phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        String call = connectedCall();
        addAgent(call);

        var failed = simulator.await(call).event("AddParticipantFailed");

        assertThat(failed.detail("subCode")).isEqualTo("10024");
        assertThat(failed.callId()).isEqualTo(call);
    }

    @Test
    void whatHasHappenedBeforeCounts() {
        String call = connectedCall();

        assertThat(simulator.await(call).atMost(AT_ONCE).event("CallConnected").detail("event"))
                .isEqualTo("CallConnected");
        assertThat(simulator
                        .await()
                        .atMost(AT_ONCE)
                        .event("Microsoft.Communication.IncomingCall")
                        .callId())
                .isEqualTo(call);
        assertThat(simulator.await(call).atMost(AT_ONCE).request("answerCall").status())
                .isEqualTo(200);
    }

    @Test
    void aWaitThatHasBegunEndsWithTheEntry() throws Exception {
        String call = connectedCall();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<ReceivedRequest> request = CompletableFuture.supplyAsync(() -> {
            begun.countDown();
            return simulator.expectRequest("play", call);
        });
        begun.await();

        play(call, "Welcome");

        assertThat(request.get().text("playSources/0/text/text")).isEqualTo("Welcome");
        assertThat(request.get().body().path("playSources")).hasSize(1);
    }

    @Test
    void theSecondOfItsKindIsWaitedFor() {
        String call = connectedCall();
        play(call, "one");
        play(call, "two");

        assertThat(simulator.await(call).times(2).request("play").text("playSources/0/text/text"))
                .isEqualTo("two");
        simulator.await(call).times(2).event("PlayCompleted");
        assertThat(simulator.phone(CALLER).heard("T").what()).isEqualTo("two");
        assertThat(simulator.phone(CALLER).heard("", 2).what()).isEqualTo("two");
    }

    @Test
    void aRequestIsFoundByTheCallOfItsConnectionAndNotInAnotherCall() {
        String first = connectedCall();
        simulator.phone(CALLER).hangUp();
        simulator.await(first).ended();
        String second = connectedCall();
        play(second, "Welcome");

        assertThat(simulator.expectRequest("play").callId()).isEqualTo(second);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.await(first).atMost(AT_ONCE).request("play"))
                .withMessageContaining("play has not been requested within 0 s")
                .withMessageContaining("Call " + first + ", disconnected")
                .withMessageNotContaining(second);
    }

    @Test
    void aRefusedRequestWithoutACallIsAmongThem() {
        simulator.setFaults(Fault.onOperation("createCall").status(503));
        create(PHONE);

        ReceivedRequest request = simulator.expectRequest("createCall");

        assertThat(request.status()).isEqualTo(503);
        assertThat(request.callId()).isNull();
        assertThat(request.text("targets/0/phoneNumber/value")).isEqualTo(PHONE);
        assertThat(request.text("nothing/here")).isNull();
        assertThat(simulator.requests()).containsExactly(request);
    }

    @Test
    void aRequestWhoseConnectionAFaultClosesIsAmongThem() {
        String call = connectedCall();
        simulator.setFaults(
                Fault.onOperation("play").reset(Reset.BEFORE).times(1),
                Fault.onOperation("play").reset(Reset.AFTER).times(1));
        assertThatException().isThrownBy(() -> play(call, "one"));
        assertThatException().isThrownBy(() -> play(call, "two"));

        assertThat(simulator.await(call).request("play").status()).isEqualTo(503);
        assertThat(simulator.await(call).times(2).request("play").status()).isEqualTo(202);
        assertThat(simulator.phone(CALLER).heard("two").what()).isEqualTo("two");
    }

    @Test
    void theSecondInAnyCallIsTheSecondInTime() {
        String first = connectedCall();
        String second = simulator.phone(PHONE).call(OUR_NUMBER);
        answer(contextOf(second));
        simulator.await(second).event("CallConnected");
        play(second, "one");
        simulator.await(second).event("PlayCompleted");
        play(first, "two");
        simulator.await(first).event("PlayCompleted");

        assertThat(simulator.await().event("PlayCompleted").callId()).isEqualTo(second);
        assertThat(simulator.await().times(2).event("PlayCompleted").callId()).isEqualTo(first);
        assertThat(simulator.await().times(2).request("play").callId()).isEqualTo(first);
    }

    @Test
    void anIncomingCallContextIsNotInWhatIsPrinted() {
        ring();
        String context = contextOf(simulator.calls().get(0).callId());
        answer(context);

        assertThat(simulator.expectRequest("answerCall").toString()).doesNotContain(context);
        assertThat(simulator.timelines()).contains("answerCall").doesNotContain(context);
    }

    @Test
    void aFailureShowsTheTimelineOfTheCallInReadableLines() {
        String call = connectedCall();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        simulator.await(call).atMost(Duration.ofMillis(30)).event("PlayCompleted"))
                .satisfies(failure -> assertThat(failure.getMessage().lines())
                        .first()
                        .isEqualTo("PlayCompleted has not been sent within 30 ms"))
                .satisfies(failure ->
                        assertThat(failure.getMessage().lines()).element(1).isEqualTo("Call " + call + ", connected"))
                .satisfies(failure -> assertThat(failure.getMessage().lines().skip(2))
                        .isNotEmpty()
                        .allMatch(line -> line.matches(" +\\d+ ms  .+: .+"))
                        .anyMatch(line -> line.endsWith("application -> service: answerCall")));
    }

    @Test
    void aFailureOfAPhoneShowsAllTimelinesAndSaysWhenThereIsNone() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.await().atMost(AT_ONCE).event("CallConnected"))
                .withMessageContaining("There is no call.");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.await("c1").atMost(AT_ONCE).ended())
                .withMessageContaining("It is not true that the call has ended within 0 s")
                .withMessageContaining("There is no call c1.");
    }

    @Test
    void aPhoneThatHasNotHeardItFailsWithItsWords() {
        try (CallAutomationSimulator hurried =
                CallAutomationSimulator.start(SimulatorOptions.defaults().withAwait(AT_ONCE))) {
            String call = hurried.phone(CALLER).call(PHONE);

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> hurried.phone(CALLER).heard("Welcome", 2))
                    .withMessageContaining(CALLER + " has not heard \"Welcome\" (2 times) within 0 s")
                    .withMessageContaining("Call " + call);
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> hurried.phone(AGENT).rings())
                    .withMessageContaining("agent has not rung within 0 s");
        }
    }

    @Test
    void aPhoneThatIsOperatedIsWaitedForUntilItRings() {
        simulator.phone(AGENT).behaviour(PhoneBehaviour.MANUAL);
        String call = connectedCall();
        addAgent(call);

        assertThat(simulator.phone(AGENT).rings()).isEqualTo(call);
        simulator.phone(AGENT).answer();

        simulator.await(call).event("AddParticipantSucceeded");
    }

    @Test
    void aConditionOnTheCallIsLookedAtWhenSomethingHappens() {
        String call = connectedCall();
        addAgent(call);

        assertThat(simulator
                        .await(call)
                        .until(
                                "three take part",
                                snapshot -> snapshot.participants().size() == 3)
                        .callId())
                .isEqualTo(call);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.await(call).atMost(AT_ONCE).until("a fourth takes part", any -> false))
                .withMessageContaining("It is not true that a fourth takes part within 0 s");
    }

    @Test
    void aMisspeltNameFailsAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.await().event("AddParticipantFailled"))
                .withMessageContaining("AddParticipantFailed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.expectRequest("transfer"))
                .withMessageContaining("transferToParticipant");
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.await().times(0));
    }

    @Test
    void anEventThatAFaultDropsHasNotBeenSent() {
        String call = connectedCall();
        simulator.setFaults(Fault.onEvent("PlayStarted").drop());
        play(call, "Welcome");
        simulator.await(call).event("PlayCompleted");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.await(call).atMost(AT_ONCE).event("PlayStarted"))
                .withMessageContaining("fault: PlayStarted");
    }

    @Test
    void anIncomingCallWithoutASubscriptionHasNotBeenSent() {
        String call = simulator.phone(CALLER).call(OUR_NUMBER);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.await(call).atMost(AT_ONCE).event("IncomingCall"))
                .withMessageContaining("no Event Grid subscription matches");
    }

    @Test
    void anEndedSubscriptionGetsNothing() {
        String first = ring();
        simulator.await(first).event("IncomingCall");
        simulator.unsubscribe(URI.create(app.url("/grid")));
        simulator.phone(CALLER).hangUp();

        String second = simulator.phone(CALLER).call(OUR_NUMBER);

        assertThat(simulator.timelines()).contains(second, "no Event Grid subscription matches");
    }

    @Test
    void anInterruptedWaitFailsAndLeavesTheThreadInterrupted() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.await().event("CallConnected"))
                .withMessageContaining("interrupted")
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void withVirtualTimeAWaitEndsWhenTimeIsMoved() {
        try (CallAutomationSimulator still = CallAutomationSimulator.start(
                SimulatorOptions.defaults().withVirtualTime(true).withAwait(Duration.ofSeconds(60)))) {
            still.phone(PHONE).behaviour(PhoneBehaviour.ANSWER);
            String call = still.phone(CALLER).call(PHONE);
            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> still.await(call)
                    .atMost(AT_ONCE)
                    .until("both talk", it -> it.participants().size() == 2));

            still.advance(Duration.ofSeconds(1));

            still.await(call).until("both talk", it -> it.participants().size() == 2);
        }
    }

    @Test
    void requestsAreForgottenByAReset() {
        String call = connectedCall();
        play(call, "Welcome");
        assertThat(simulator.requests()).isNotEmpty();

        simulator.reset();

        assertThat(simulator.requests()).isEmpty();
    }

    private void addAgent(String call) {
        client.post(
                CALLS + "/" + call + "/participants:add", json("{'participantToAdd':%s}".formatted(identifier(AGENT))));
    }

    private void play(String call, String text) {
        client.post(
                CALLS + "/" + call + ":play",
                json("{'playSources':[{'kind':'text','text':{'text':'%s','voiceName':'en-US-NancyNeural'}}]}"
                        .formatted(text)));
    }

    @Test
    void ofSeveralCallsAsManyMustHaveEnded() throws Exception {
        connectedCall();
        String second = connectedCall();
        assertThat(simulator.endCalls()).isTrue();

        assertThat(simulator.await().times(2).ended().callId()).isEqualTo(second);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> simulator.await().atMost(AT_ONCE).times(3).ended())
                .withMessageContaining("(3 times)");
        assertThatIllegalStateException()
                .isThrownBy(() -> simulator.await(second).times(2).ended())
                .withMessageContaining("times(2)");
    }

    @Test
    void callsThatAreEndedSendTheirEvents() throws Exception {
        String call = connectedCall();

        assertThat(simulator.endCalls()).isTrue();

        simulator.await(call).atMost(AT_ONCE).event("CallDisconnected");
        simulator.await(call).atMost(AT_ONCE).ended();
        assertThat(simulator.endCalls()).isTrue();
    }

    @Test
    void aRequestForACallFromBeforeAResetIsNotOneOfTheRequestsSince() throws Exception {
        String call = connectedCall();
        String connection = simulator.await(call).request("answerCall").callConnectionId();
        simulator.reset();

        client.post(CALLS + "/" + connection + ":terminate", "{}");
        client.post(CALLS + "/unknown:terminate", "{}");

        assertThat(simulator.requests())
                .extracting(ReceivedRequest::callConnectionId)
                .containsExactly("unknown");
    }
}
