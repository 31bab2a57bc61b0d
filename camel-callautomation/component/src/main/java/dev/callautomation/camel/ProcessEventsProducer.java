package dev.callautomation.camel;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.exchange.EventBody;
import dev.callautomation.camel.internal.ingress.DeliveryResult;
import dev.callautomation.camel.internal.ingress.EventDispatcher;
import dev.callautomation.camel.internal.ingress.EventParser;
import dev.callautomation.camel.internal.ingress.MalformedDeliveryException;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.security.RefusalKind;
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
        if (getEndpoint().isSkipped()) {
            return;
        }
        dispatcher = getEndpoint().getComponent().reception().dispatcher();
        threads = getEndpoint().getComponent().clients().threads();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<DeliveryResult> answer;
        try {
            EventBody body =
                    new EventBody(exchange, getEndpoint().getComponent().getMaxBodySize());
            List<ReceivedEvent> events = EventParser.parse(body.json(), body.attributes(), true);
            long timeout = getEndpoint().getComponent().getAcknowledgeTimeout();
            answer = Objects.requireNonNull(dispatcher)
                    .dispatch(events)
                    .copy()
                    .completeOnTimeout(DeliveryResult.FAILED, timeout, TimeUnit.MILLISECONDS);
        } catch (MalformedDeliveryException e) {
            observations().deliveryRefused(e.kind());
            exchange.setException(new CallAutomationDeliveryException(String.valueOf(e.getMessage()), false, e));
            callback.done(true);
            return true;
        } catch (InvalidPayloadException | IOException e) {
            observations().deliveryRefused(RefusalKind.MALFORMED_BODY);
            exchange.setException(new CallAutomationDeliveryException(
                    "the body must be one event or several: JSON as text, base64, bytes or a stream, a Map, a JsonNode, an"
                            + " event, or a list of these",
                    false,
                    e));
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

    private Observations observations() {
        return getEndpoint().getComponent().observations();
    }

    private void end(Exchange exchange, DeliveryResult answer) {
        switch (answer) {
            case ACCEPTED -> observations().deliveryAccepted();
            case OVERLOADED -> observations().deliveryRefused(RefusalKind.OVERLOADED);
            case CLOSED -> observations().deliveryRefused(RefusalKind.NO_CONSUMER);
            case FAILED -> observations().deliveryRefused(RefusalKind.NOT_PROCESSED);
        }
        String problem =
                switch (answer) {
                    case ACCEPTED -> null;
                    case OVERLOADED -> "too many events are in flight; repeat the delivery later";
                    case CLOSED ->
                        "a route that matches the events is not started, is suspended or stopping; repeat the delivery later";
                    case FAILED -> "a route failed, or did not end within acknowledgeTimeout; repeat the delivery";
                };
        if (problem != null) {
            exchange.setException(new CallAutomationDeliveryException(problem, true, null));
        }
    }
}
