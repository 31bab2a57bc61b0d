package dev.callautomation.camel;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.ScriptedService.Reply;
import dev.callautomation.camel.ScriptedService.Request;
import dev.callautomation.camel.event.AddParticipantSucceeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of operations whose event does not come in time, and of the calls, invitations and prompts that they were. */
class CompletionDeadlineTest extends AwaitTestSupport {

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    @Test
    void aDeadlineThatPassesSaysWhatWasWaitedFor() throws Exception {
        CompletableFuture<Exchange> exchange = begin(ADD + AWAIT + "&completionTimeout=200");
        waiting(1);
        deadlines.pass();
        CallAutomationTimeoutException timeout = failure(exchange, CallAutomationTimeoutException.class);
        assertThat(timeout)
                .hasMessageContaining("AddParticipantSucceeded")
                .hasMessageContaining("completionTimeout")
                .hasMessageContaining("callbackUri");
        assertThat(timeout.getTimeout()).isEqualTo(Duration.ofMillis(200));
        assertThat(timeout.isCanceled()).isFalse();
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void aRequestWithoutAResponseAtTheDeadlineKeepsItsIdWhenItIsRedelivered() throws Exception {
        CompletableFuture<Void> released = new CompletableFuture<>();
        service.answering(request -> {
            released.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
            return INVITED;
        });
        String uri = ADD + AWAIT + "&completionTimeout=1000&maxRetries=0";
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
        CompletableFuture<Exchange> first = template.asyncSend(uri, exchange);
        Request late = request(0);
        deadlines.pass();
        failure(first, CallAutomationTimeoutException.class);
        exchange.setException(null);
        CompletableFuture<Exchange> again = template.asyncSend(uri, exchange);
        assertThat(request(1).repeatabilityId()).isNotNull().isEqualTo(late.repeatabilityId());
        released.complete(null);
        deadlines.pass();
        failure(again, CallAutomationTimeoutException.class);
    }

    @Test
    void aDeadlineThatPassesNamesTheCallThatWasStarted() throws Exception {
        service.answering(request -> new Reply(201, "{\"callConnectionId\":\"c2\"}"));
        // the message is about another call
        CompletableFuture<Exchange> exchange =
                begin("callautomation:createCall?target=8:acs:a_b&completionTimeout=1000" + AWAIT);
        waiting(1);
        deadlines.pass();
        assertThat(failure(exchange, CallAutomationTimeoutException.class))
                .hasMessageContaining("c2")
                .hasMessageNotContaining(CALL);
    }

    @Test
    void anInvitationThatIsLateIsTakenBack() throws Exception {
        service.answering(request -> INVITED);
        CompletableFuture<Exchange> exchange = begin(ADD + AWAIT + "&completionTimeout=1000&cancelOnTimeout=true");
        waiting(1);
        deadlines.pass();
        Request cancel = request(1);
        assertThat(cancel.path()).endsWith("/participants:cancelAddParticipant");
        assertThat(cancel.body().path("invitationId").asText()).isEqualTo("i1");
        tell("CancelAddParticipantSucceeded", (String) null, ",\"invitationId\":\"i1\"");
        assertThat(failure(exchange, CallAutomationTimeoutException.class).isCanceled())
                .isTrue();
    }

    @Test
    void anAgentWhoComesAtTheLastMomentHasCome() throws Exception {
        service.answering(request -> INVITED);
        CompletableFuture<Exchange> exchange = begin(ADD + AWAIT + "&completionTimeout=1000&cancelOnTimeout=true");
        Request add = request(0);
        waiting(1);
        deadlines.pass();
        request(1);
        tell("AddParticipantSucceeded", add, "");
        body(exchange, AddParticipantSucceeded.class);
    }

    @Test
    void aFailureAfterACancellationThatWasRefusedIsNone() throws Exception {
        service.answering(request -> request.path().endsWith(":cancelAddParticipant")
                ? new Reply(400, "{\"error\":{\"code\":\"8523\",\"message\":\"Too late.\"}}")
                : INVITED);
        CompletableFuture<Exchange> exchange = begin(ADD + AWAIT + "&completionTimeout=1000&cancelOnTimeout=true");
        Request add = request(0);
        waiting(1);
        deadlines.pass();
        request(1);
        await().until(() -> log.lines().stream().anyMatch(line -> line.contains("could not be canceled")));
        tell("AddParticipantFailed", add, result(487, 10024));
        failure(exchange, CallAutomationOperationFailedException.class);
    }

    @Test
    void aCallThatIsTakenWhileItIsHungUpIsOver() throws Exception {
        service.answering(request -> request.method().equals("DELETE")
                ? new Reply(204, "")
                : new Reply(201, "{\"callConnectionId\":\"" + CALL + "\"}"));
        CompletableFuture<Exchange> exchange = begin(
                "callautomation:createCall?target=8:acs:a_b" + "&completionTimeout=1000&cancelOnTimeout=true" + AWAIT);
        Request create = request(0);
        waiting(1);
        deadlines.pass();
        assertThat(request(1).method()).isEqualTo("DELETE");
        tell("CallConnected", create, "");
        assertThat(failure(exchange, CallAutomationTimeoutException.class).isCanceled())
                .isTrue();
    }

    @Test
    void aCancellationThatNoEventConfirmsWasAgreedToAllTheSame() throws Exception {
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT + "&completionTimeout=1000&cancelOnTimeout=true");
        waiting(1);
        deadlines.pass();
        request(1);
        deadlines.pass();
        assertThat(failure(exchange, CallAutomationTimeoutException.class).isCanceled())
                .isTrue();
    }

    @Test
    void aPromptThatIsLateIsCanceled() throws Exception {
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT + "&completionTimeout=1000&cancelOnTimeout=true");
        Request play = request(0);
        waiting(1);
        deadlines.pass();
        assertThat(request(1).path()).endsWith(":cancelAllMediaOperations");
        tell("PlayCanceled", play, result(400, 8508));
        assertThat(failure(exchange, CallAutomationTimeoutException.class).isCanceled())
                .isTrue();
    }
}
