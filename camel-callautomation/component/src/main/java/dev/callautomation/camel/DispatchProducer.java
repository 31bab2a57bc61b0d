package dev.callautomation.camel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultAsyncProducer;

import dev.callautomation.camel.RouteThreads.Continuation;
import dev.callautomation.camel.ingress.EventDispatcher;
import dev.callautomation.camel.ingress.EventDispatcher.Answer;
import dev.callautomation.camel.ingress.EventParser;
import dev.callautomation.camel.ingress.MalformedDeliveryException;
import dev.callautomation.camel.ingress.ReceivedEvent;

/** Treats a message as a delivery of events, as if it had come in by HTTP. Whoever sends it here vouches for it. */
final class DispatchProducer extends DefaultAsyncProducer {

    private EventDispatcher dispatcher;
    private RouteThreads threads;

    DispatchProducer(CallAutomationEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public CallAutomationEndpoint getEndpoint() {
        return (CallAutomationEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        dispatcher = getEndpoint().getComponent().reception().dispatcher();
        threads = getEndpoint().getComponent().clients().threads();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<Answer> answer;
        try {
            List<ReceivedEvent> events = EventParser.parse(body(exchange), true);
            long patience = getEndpoint().getComponent().getAcknowledgeTimeout();
            answer = dispatcher
                    .dispatch(events)
                    .copy()
                    .completeOnTimeout(Answer.FAILED, patience, TimeUnit.MILLISECONDS);
        } catch (MalformedDeliveryException e) {
            exchange.setException(new CallAutomationDispatchException(e.getMessage(), e));
            callback.done(true);
            return true;
        } catch (InvalidPayloadException | IOException e) {
            exchange.setException(new CallAutomationDispatchException(
                    "the body must be the JSON of one event or of several, as text, bytes or a stream", e));
            callback.done(true);
            return true;
        }
        if (answer.isDone()) {
            end(exchange, answer.join());
            callback.done(true);
            return true;
        }
        // a route's thread goes on with its next event
        Continuation route = threads.continuation(exchange, callback);
        answer.whenComplete((result, failure) -> route.goOn(() -> end(exchange, result)));
        return false;
    }

    private byte[] body(Exchange exchange) throws InvalidPayloadException, IOException, MalformedDeliveryException {
        int longest = getEndpoint().getComponent().getMaxBodySize();
        byte[] body = exchange.getMessage().getBody() instanceof String text
                // JSON is UTF-8, whatever charset the exchange has for its other texts
                ? text.getBytes(StandardCharsets.UTF_8)
                : read(exchange, longest + 1);
        if (body.length > longest) {
            throw new MalformedDeliveryException("The body has more than " + longest + " bytes");
        }
        return body;
    }

    private static byte[] read(Exchange exchange, int most) throws InvalidPayloadException, IOException {
        try (InputStream stream = exchange.getMessage().getMandatoryBody(InputStream.class)) {
            return stream.readNBytes(most);
        }
    }

    private static void end(Exchange exchange, Answer answer) {
        String problem =
                switch (answer) {
                    case ACCEPTED -> null;
                    case OVERLOADED -> "too many events are waiting; deliver it again later";
                    case CLOSED ->
                        "a consumer that wants the events is stopping, or none is started; deliver it again later";
                    case FAILED -> "its events were not all handled, or not in time; deliver it again";
                };
        if (problem != null) {
            exchange.setException(new CallAutomationDispatchException(problem, true));
        }
    }
}
