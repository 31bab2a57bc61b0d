package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.ScriptedService.Reply;
import dev.callautomation.camel.ScriptedService.Request;
import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.event.CallDisconnected;
import dev.callautomation.camel.event.CallTransferAccepted;
import dev.callautomation.camel.event.CreateCallFailed;

import static org.assertj.core.api.Assertions.assertThat;

/** What the end of a call says to the operations that wait in it. */
class EndOfCallTest extends AwaitTestSupport {

    @Test
    void theEndOfTheCallFailsWhatWaits() throws Exception {
        CompletableFuture<Exchange> exchange = begin(ADD + AWAIT);
        waiting(1);
        tell("CallDisconnected", (String) null, result(200, 5010));
        CallAutomationOperationFailedException failure =
                failure(exchange, CallAutomationOperationFailedException.class);
        assertThat(failure.getEvent()).isInstanceOf(CallDisconnected.class);
        assertThat(failure).hasMessageContaining("the call has ended").hasMessageContaining("5010");
    }

    @Test
    void theEndOfTheCallIsWhatHangingUpWaitsFor() throws Exception {
        CompletableFuture<Exchange> exchange = begin("callautomation:hangUp?awaitCompletion=true");
        waiting(1);
        tell("CallDisconnected", (String) null, "");
        body(exchange, CallDisconnected.class);
    }

    @Test
    void aTransferIsToldOfAfterTheEndOfTheCall() throws Exception {
        CompletableFuture<Exchange> exchange = begin("callautomation:transfer?target=%2B14255550111" + AWAIT);
        Request transfer = request(0);
        waiting(1);
        String ended = unwrapped(event("CallDisconnected", null, result(200, 7015)));
        String accepted = unwrapped(event("CallTransferAccepted", transfer.operationContext(), ""));
        post("[" + ended + "," + accepted + "]");
        body(exchange, CallTransferAccepted.class);
    }

    @Test
    void aTransferThatOnlyTheEndOfTheCallTellsOfHasSucceeded() throws Exception {
        CompletableFuture<Exchange> exchange = begin("callautomation:transfer?target=%2B14255550111" + AWAIT);
        waiting(1);
        tell("CallDisconnected", (String) null, result(200, 7015));
        // that of the event which may follow
        deadlines.pass();
        body(exchange, CallDisconnected.class);
    }

    @Test
    void aCallThatEndsBeforeItIsConnectedFails() throws Exception {
        service.answering(request -> new Reply(201, "{\"callConnectionId\":\"" + CALL + "\"}"));
        CompletableFuture<Exchange> exchange = begin("callautomation:createCall?target=8:acs:a_b&awaitCompletion=true");
        Request create = request(0);
        // in one delivery, for the end of the call decides if no other event follows it soon
        String ended = unwrapped(event("CallDisconnected", null, result(200, 5002)));
        String failed = unwrapped(event("CreateCallFailed", create.operationContext(), result(200, 5002)));
        post("[" + ended + "," + failed + "]");
        assertThat(failure(exchange, CallAutomationOperationFailedException.class)
                        .getEvent())
                .isInstanceOf(CreateCallFailed.class);
    }

    @Test
    void anotherCallThatEndsFailsNothing() throws Exception {
        service.answering(request -> new Reply(201, "{\"callConnectionId\":\"c2\"}"));
        // the message is about the call that ends; the new one is another
        CompletableFuture<Exchange> exchange = begin("callautomation:createCall?target=8:acs:a_b&awaitCompletion=true");
        Request create = request(0);
        waiting(1);
        tell("CallDisconnected", (String) null, "");
        assertThat(exchange).isNotDone();
        tell("CallConnected", create, "");
        body(exchange, CallConnected.class);
    }
}
