package dev.callautomation.camel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.ingress.DeliveryResult;
import dev.callautomation.camel.internal.ingress.EventDispatcher;
import dev.callautomation.camel.internal.ingress.EventParser;
import dev.callautomation.camel.internal.ingress.MalformedDeliveryException;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.RouteThreads;
import dev.callautomation.camel.internal.support.RouteThreads.Continuation;

/** Processes a message as a delivery of events that another transport received. It is not authenticated; the route is trusted. */
final class ProcessEventsProducer extends DefaultAsyncProducer {

    private @Nullable EventDispatcher dispatcher;
    private @Nullable RouteThreads threads;

    ProcessEventsProducer(CallAutomationEndpoint endpoint) {
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
        CompletableFuture<DeliveryResult> answer;
        try {
            List<ReceivedEvent> events = EventParser.parse(body(exchange), true);
            long timeout = getEndpoint().getComponent().getAcknowledgeTimeout();
            answer = Objects.requireNonNull(dispatcher)
                    .dispatch(events)
                    .copy()
                    .completeOnTimeout(DeliveryResult.FAILED, timeout, TimeUnit.MILLISECONDS);
        } catch (MalformedDeliveryException e) {
            exchange.setException(new CallAutomationDeliveryException(String.valueOf(e.getMessage()), false, e));
            callback.done(true);
            return true;
        } catch (InvalidPayloadException | IOException e) {
            exchange.setException(new CallAutomationDeliveryException(
                    "the body must be the JSON of one event or of several, as text, bytes or a stream", false, e));
            callback.done(true);
            return true;
        }
        if (answer.isDone()) {
            end(exchange, answer.join());
            callback.done(true);
            return true;
        }
        // does not block the thread of the route
        Continuation route = Objects.requireNonNull(threads).continuation(exchange, callback);
        answer.whenComplete((result, failure) -> route.resume(() -> end(exchange, result)));
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

    private static void end(Exchange exchange, DeliveryResult answer) {
        String problem =
                switch (answer) {
                    case ACCEPTED -> null;
                    case OVERLOADED -> "too many events are in flight; repeat the delivery later";
                    case CLOSED ->
                        "a consumer of the events is stopping, or none is started; repeat the delivery later";
                    case FAILED -> "a route failed, or did not end within acknowledgeTimeout; repeat the delivery";
                };
        if (problem != null) {
            exchange.setException(new CallAutomationDeliveryException(problem, true, null));
        }
    }
}
