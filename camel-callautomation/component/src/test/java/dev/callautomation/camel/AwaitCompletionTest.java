package dev.callautomation.camel;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.ScriptedService.Reply;
import dev.callautomation.camel.ScriptedService.Request;
import dev.callautomation.camel.event.AddParticipantFailed;
import dev.callautomation.camel.event.AddParticipantSucceeded;
import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.MediaStreamingStopped;
import dev.callautomation.camel.event.MoveParticipantSucceeded;
import dev.callautomation.camel.event.ParticipantsUpdated;
import dev.callautomation.camel.event.PlayCanceled;
import dev.callautomation.camel.event.PlayCompleted;
import dev.callautomation.camel.event.RecordingStateChanged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Which event ends which operation, when several wait and events come as the service sends them: early, late and mixed. */
class AwaitCompletionTest extends AwaitTestSupport {

    private final Queue<CallAutomationEvent> consumed = new ConcurrentLinkedQueue<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events")
                        .process(exchange -> consumed.add(exchange.getMessage().getBody(CallAutomationEvent.class)));
            }
        };
    }

    /** Tells of a request's end before the request is answered. */
    private Reply tellFirst(String type, Request request, Reply reply) {
        try {
            assertThat(tell(type, request, "")).isEqualTo(200);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return reply;
    }

    @Test
    void anEventThatComesBeforeTheAnswerEndsTheOperation() throws Exception {
        service.answering(request -> tellFirst("AddParticipantSucceeded", request, INVITED));
        body(begin(ADD + AWAIT), AddParticipantSucceeded.class);
        assertThat(component.pendingOperations().size()).isZero();
    }

    @Test
    void anEventEndsAnOperationWhoseAnswerIsLost() throws Exception {
        service.answering(request -> tellFirst("PlayCompleted", request, new Reply(0, "")));
        body(begin(PLAY + AWAIT), PlayCompleted.class);
    }

    @Test
    void anEventThatComesWhileTheRequestWaitsToBeSentAgainEndsTheOperation() throws Exception {
        AtomicBoolean lost = new AtomicBoolean();
        service.answering(request -> lost.compareAndSet(false, true) ? new Reply(0, "") : INVITED);
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
        // as an error handler sends an exchange again
        Exchange first = template.send(ADD + AWAIT + "&maxRetries=0", exchange);
        assertThat(first.getException()).isInstanceOf(CallAutomationRequestFailedException.class);
        tell("AddParticipantSucceeded", request(0), "");
        exchange.setException(null);
        CompletableFuture<Exchange> second = template.asyncSend(ADD + AWAIT + "&maxRetries=0", exchange);
        assertThat(request(1).repeatabilityId()).isEqualTo(request(0).repeatabilityId());
        body(second, AddParticipantSucceeded.class);
    }

    @Test
    void twoOfTheSameKindAndContextEndWithTheirOwnEvents() throws Exception {
        CompletableFuture<Exchange> first = begin(ADD + "&operationContext=agent" + AWAIT);
        Request one = request(0);
        CompletableFuture<Exchange> second = begin(ADD + "&operationContext=agent" + AWAIT);
        Request other = request(1);
        waiting(2);
        tell("AddParticipantFailed", other, result(487, 10024));
        CallAutomationOperationFailedException failure = failure(second, CallAutomationOperationFailedException.class);
        assertThat(failure.getEvent()).isInstanceOf(AddParticipantFailed.class);
        assertThat(failure.getEvent().operationContext()).isEqualTo("agent");
        assertThat(first).isNotDone();
        tell("AddParticipantSucceeded", one, "");
        assertThat(body(first, AddParticipantSucceeded.class).operationContext())
                .isEqualTo("agent");
    }

    @Test
    void anOrphanedEventCompletesNoOperation() throws Exception {
        CompletableFuture<Exchange> exchange = begin(PLAY + "&operationContext=greeting" + AWAIT);
        Request play = request(0);
        tell("PlayCompleted", "greeting", "");
        tell("PlayStarted", play, "");
        tell("RecognizeCompleted", play, "");
        assertThat(exchange).isNotDone();
        tell("PlayCompleted", play, "");
        body(exchange, PlayCompleted.class);
    }

    @Test
    void anEventThatComesTwiceEndsOneOperation() throws Exception {
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT);
        String event = event("PlayCompleted", request(0).operationContext(), "");
        post(event);
        post(event);
        body(exchange, PlayCompleted.class);
        // an operation goes on before routes do; a later event of the call comes after both
        tell("ParticipantsUpdated", request(0), "");
        await().untilAsserted(() ->
                assertThat(consumed).hasExactlyElementsOfTypes(PlayCompleted.class, ParticipantsUpdated.class));
    }

    @Test
    void aPlayThatIsCanceledFails() throws Exception {
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT);
        tell("PlayCanceled", request(0), result(400, 8508));
        CallAutomationOperationFailedException failure =
                failure(exchange, CallAutomationOperationFailedException.class);
        assertThat(failure.getEvent()).isInstanceOf(PlayCanceled.class);
        assertThat(failure.getCode()).isEqualTo(400);
        assertThat(failure.getSubCode()).isEqualTo(8508);
        assertThat(ended(exchange).getMessage().getBody()).isEqualTo("as it was");
        assertThat(ended(exchange).getMessage().getHeader(CallAutomationConstants.RESULT_SUB_CODE))
                .isEqualTo(8508);
    }

    @Test
    void aCanceledInvitationFails() throws Exception {
        service.answering(request -> INVITED);
        CompletableFuture<Exchange> exchange = begin(ADD + AWAIT);
        waiting(1);
        // the service sends no AddParticipantFailed then
        CompletableFuture<Exchange> cancel = begin("callautomation:cancelAddParticipant?invitationId=i1" + AWAIT);
        Request request = request(1);
        waiting(2);
        tell("CancelAddParticipantSucceeded", request, ",\"invitationId\":\"i1\"" + result(487, 5234));
        assertThat(ended(cancel).getException()).isNull();
        assertThat(failure(exchange, CallAutomationOperationFailedException.class))
                .hasMessageContaining("CancelAddParticipantSucceeded");
    }

    @Test
    void aRecordingsStateThatComesBeforeItsIdIsKnownCounts() throws Exception {
        service.answering(request -> {
            try {
                tell("RecordingStateChanged", (String) null, ",\"recordingId\":\"r1\",\"state\":\"active\"");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return new Reply(200, "{\"recordingId\":\"r1\",\"recordingState\":\"active\"}");
        });
        assertThat(body(begin("callautomation:startRecording?serverCallId=s1" + AWAIT), RecordingStateChanged.class)
                        .recordingId())
                .isEqualTo("r1");
    }

    @Test
    void aRecordingPausesWhenItIsInactive() throws Exception {
        CompletableFuture<Exchange> exchange = begin("callautomation:pauseRecording?recordingId=r1" + AWAIT);
        waiting(1);
        tell("RecordingStateChanged", (String) null, ",\"recordingId\":\"r1\",\"state\":\"active\"");
        tell("RecordingStateChanged", (String) null, ",\"recordingId\":\"r2\",\"state\":\"inactive\"");
        assertThat(exchange).isNotDone();
        tell("RecordingStateChanged", (String) null, ",\"recordingId\":\"r1\",\"state\":\"inactive\"");
        body(exchange, RecordingStateChanged.class);
    }

    @Test
    void streamingStopsWithTheContextOfItsStart() throws Exception {
        CompletableFuture<Exchange> start = begin("callautomation:startMediaStreaming?awaitCompletion=true");
        Request started = request(0);
        tell("MediaStreamingStarted", started, "");
        ended(start);
        CompletableFuture<Exchange> stop = begin("callautomation:stopMediaStreaming?awaitCompletion=true");
        request(1);
        waiting(1);
        tell("MediaStreamingStopped", started, "");
        body(stop, MediaStreamingStopped.class);
    }

    @Test
    void aFailureThatNamesItsOperationFailsNoOther() throws Exception {
        CompletableFuture<Exchange> start = begin("callautomation:startMediaStreaming?awaitCompletion=true");
        Request started = request(0);
        waiting(1);
        CompletableFuture<Exchange> stop = begin("callautomation:stopMediaStreaming?awaitCompletion=true");
        waiting(2);
        tell("MediaStreamingFailed", started, result(500, 8500));
        failure(start, CallAutomationOperationFailedException.class);
        tell("MediaStreamingStopped", (String) null, "");
        body(stop, MediaStreamingStopped.class);
    }

    @Test
    void anEventThatComesAgainEndsNoLaterOperation() throws Exception {
        CompletableFuture<Exchange> first = begin("callautomation:stopMediaStreaming?awaitCompletion=true");
        waiting(1);
        String stopped = event("MediaStreamingStopped", null, "");
        post(stopped);
        body(first, MediaStreamingStopped.class);
        CompletableFuture<Exchange> second = begin("callautomation:stopMediaStreaming?awaitCompletion=true");
        request(1);
        waiting(1);
        post(stopped);
        assertThat(component.pendingOperations().size()).isEqualTo(1);
        post(event("MediaStreamingStopped", null, ""));
        body(second, MediaStreamingStopped.class);
    }

    @Test
    void ofTwoWhoAreMutedEachHasItsOwnState() throws Exception {
        CompletableFuture<Exchange> alice = begin("callautomation:muteParticipant?target=8:acs:r_alice" + AWAIT);
        CompletableFuture<Exchange> bob = begin("callautomation:muteParticipant?target=8:acs:r_bob" + AWAIT);
        waiting(2);
        tell("ParticipantsUpdated", (String) null, list(4, false, true));
        ended(bob);
        assertThat(alice).isNotDone();
        // an older list, that comes late, shows a state of before
        tell("ParticipantsUpdated", (String) null, list(3, true, true));
        assertThat(alice).isNotDone();
        tell("ParticipantsUpdated", (String) null, list(5, true, true));
        ended(alice);
    }

    private static String list(int number, boolean alice, boolean bob) {
        return ",\"sequenceNumber\":" + number
                + ",\"participants\":[{\"identifier\":{\"rawId\":\"8:acs:r_alice\"},\"isMuted\":" + alice
                + "},{\"identifier\":{\"rawId\":\"8:acs:r_bob\"},\"isMuted\":" + bob + "}]";
    }

    @Test
    void severalWhoAreMovedAreAllToldOf() throws Exception {
        CompletableFuture<Exchange> exchange =
                begin("callautomation:moveParticipants?target=8:acs:r_a,8:acs:r_b&moveFromCall=c0" + AWAIT);
        Request move = request(0);
        String first = event("MoveParticipantSucceeded", move.operationContext(), "");
        post(first);
        post(first);
        assertThat(exchange).isNotDone();
        tell("MoveParticipantSucceeded", move, "");
        body(exchange, MoveParticipantSucceeded.class);
    }

    @Test
    void theApplicationsOwnContextMayLookLikeOurs() throws Exception {
        String own = "~cca1~x~y~z=1~mine";
        CompletableFuture<Exchange> plain = begin(PLAY, Map.of(CallAutomationConstants.OPERATION_CONTEXT, own));
        ended(plain);
        tell("PlayCompleted", request(0), "");
        await().untilAsserted(() -> assertThat(consumed)
                .singleElement()
                .satisfies(event -> assertThat(event.operationContext()).isEqualTo(own)));
    }

    @Test
    void aRefusalByTheServiceIsWhatItWas() throws Exception {
        service.answering(request -> new Reply(404, "{\"error\":{\"code\":\"8522\",\"message\":\"Call not found.\"}}"));
        assertThat(failure(begin(ADD + AWAIT), CallAutomationRequestFailedException.class)
                        .getSubCode())
                .isEqualTo(8522);
        assertThat(component.pendingOperations().size()).isZero();
    }

    @Test
    void pendingOperationsFailWhenTheContextStops() throws Exception {
        CompletableFuture<Exchange> exchange = begin(ADD + AWAIT);
        waiting(1);
        context.stop();
        assertThat(failure(exchange, CallAutomationStoppedException.class))
                .hasMessageContaining("addParticipant")
                .hasMessageContaining("stopped");
        assertThat(component.pendingOperations().size()).isZero();
    }
}
