package dev.callautomation.camel.internal.ingress;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.security.AuthenticationResult;
import dev.callautomation.camel.internal.security.DeliveryAuthenticator;
import dev.callautomation.camel.internal.security.RefusalKind;
import dev.callautomation.camel.internal.support.CallIds;
import dev.callautomation.camel.internal.support.UntrustedText;

/** Processes the bodies of authenticated requests: events, and the validation of subscriptions by Event Grid. */
final class DeliveryProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryProcessor.class);
    private static final String VALIDATION = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private static final int OK = 200;

    private final Supplier<DeliveryAuthenticator> authenticator;
    private final EventDispatcher dispatcher;
    private final Refusals refusals;
    private final Observations observations;
    private final Duration responseTimeout;

    /** @param responseTimeout maximum time until the routes have ended, if the answer waits for them */
    DeliveryProcessor(
            Supplier<DeliveryAuthenticator> authenticator,
            EventDispatcher dispatcher,
            Refusals refusals,
            Observations observations,
            Duration responseTimeout) {
        this.authenticator = authenticator;
        this.dispatcher = dispatcher;
        this.refusals = refusals;
        this.observations = observations;
        this.responseTimeout = responseTimeout;
    }

    /** Whether it may run on an event loop now. */
    boolean isFast() {
        return dispatcher.isFast();
    }

    /** @param soon as in {@link EventDispatcher#deliver} */
    CompletableFuture<DeliveryResponse> process(
            DeliveryHead head, AuthenticationResult sender, byte[] body, Executor soon) {
        List<ReceivedEvent> events;
        try {
            events = EventParser.parse(
                    body, head.cloudEventAttributes(), sender.sender().returnsContextHeaders());
        } catch (MalformedDeliveryException e) {
            return done(refusals.refuse(e.kind(), e.getMessage()));
        }
        CallIds.Scope scope = ids(events).open();
        try {
            return process(head, sender, events, soon);
        } finally {
            scope.close();
        }
    }

    private static CallIds ids(List<ReceivedEvent> events) {
        return events.size() == 1
                ? events.get(0).callIds()
                : CallIds.of(events.stream().map(ReceivedEvent::envelope).toList());
    }

    private CompletableFuture<DeliveryResponse> process(
            DeliveryHead head, AuthenticationResult sender, List<ReceivedEvent> events, Executor soon) {
        // all of them, or none
        for (ReceivedEvent event : events) {
            AuthenticationResult authorization = sender.authorize(event.envelope());
            if (!authorization.trusted()) {
                return done(refusals.refuse(authorization));
            }
        }
        for (ReceivedEvent event : events) {
            if (isValidation(event.envelope())) {
                return validate(head, events, soon);
            }
        }
        return dispatch(events, DeliveryResponse.ACCEPTED, soon);
    }

    private CompletableFuture<DeliveryResponse> validate(DeliveryHead head, List<ReceivedEvent> events, Executor soon) {
        List<EventEnvelope> validations = events.stream()
                .map(ReceivedEvent::envelope)
                .filter(DeliveryProcessor::isValidation)
                .toList();
        for (EventEnvelope validation : validations) {
            DeliveryResponse refusal = refuse(head, validation);
            if (refusal != null) {
                return done(refusal);
            }
        }
        DeliveryResponse success = DeliveryResponse.json(
                OK, "validationResponse", code(validations.get(0)).textValue(), Map.of());
        List<ReceivedEvent> others =
                events.stream().filter(event -> !isValidation(event.envelope())).toList();
        return others.isEmpty() ? done(success) : dispatch(others, success, soon);
    }

    private static boolean isValidation(EventEnvelope event) {
        return event.type().equals(VALIDATION);
    }

    private static JsonNode code(EventEnvelope validation) {
        return validation.data().path("validationCode");
    }

    /** {@code null} if the subscription is valid. */
    private DeliveryResponse refuse(DeliveryHead head, EventEnvelope validation) {
        if (!code(validation).isTextual()) {
            return refusals.refuse(RefusalKind.MALFORMED_BODY, "The subscription validation has no validationCode");
        }
        AuthenticationResult result =
                authenticator.get().subscription(head.header("aeg-subscription-name"), validation.source());
        if (!result.trusted()) {
            return refusals.refuseOther("The validation of a subscription", result);
        }
        LOG.info("Event Grid validates the subscription of {}", UntrustedText.quote(validation.source()));
        return null;
    }

    private CompletableFuture<DeliveryResponse> dispatch(
            List<ReceivedEvent> events, DeliveryResponse success, Executor soon) {
        CompletableFuture<DeliveryResult> dispatched = dispatcher.deliver(events, soon);
        // as is each delivery that need not wait for routes
        if (dispatched.isDone() && !dispatched.isCompletedExceptionally()) {
            return done(respond(dispatched.join(), success));
        }
        return dispatched
                .copy()
                .completeOnTimeout(DeliveryResult.FAILED, responseTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(result -> ids(events).get(() -> respond(result, success)));
    }

    private DeliveryResponse respond(DeliveryResult result, DeliveryResponse success) {
        return switch (result) {
            case ACCEPTED -> {
                observations.deliveryAccepted();
                yield success;
            }
            case OVERLOADED -> refusals.refuse(RefusalKind.OVERLOADED, "Too many events are in flight");
            case CLOSED ->
                refusals.refuse(
                        RefusalKind.NO_CONSUMER,
                        "A route that matches is not started, is suspended or stopping, or there is none yet");
            case FAILED -> refusals.refuse(RefusalKind.NOT_PROCESSED, "Not all events were processed, or not in time");
        };
    }

    private static CompletableFuture<DeliveryResponse> done(DeliveryResponse response) {
        return CompletableFuture.completedFuture(response);
    }
}
