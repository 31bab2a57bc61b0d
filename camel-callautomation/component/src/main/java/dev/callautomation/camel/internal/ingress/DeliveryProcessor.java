package dev.callautomation.camel.internal.ingress;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.security.AuthenticationResult;
import dev.callautomation.camel.internal.security.DeliveryAuthenticator;
import dev.callautomation.camel.internal.security.DeliveryCredentials;
import dev.callautomation.camel.internal.security.RefusalLog;

/**
 * Answers the HTTP requests of the service: deliveries of events, and the handshakes by which Event Grid validates a
 * subscription.
 */
final class DeliveryProcessor implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryProcessor.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> JSON_TYPES =
            Set.of("application/json", "application/cloudevents+json", "application/cloudevents-batch+json");
    private static final String VALIDATION = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;

    private final DeliveryAuthenticator authenticator;
    private final RefusalLog refusals = new RefusalLog();
    private final EventDispatcher dispatcher;
    private final int maxBodySize;
    private final long acknowledgeTimeout;

    /**
     * @param authenticator      authenticates deliveries
     * @param acknowledgeTimeout maximum time until the answer, in milliseconds
     */
    DeliveryProcessor(
            DeliveryAuthenticator authenticator, EventDispatcher dispatcher, int maxBodySize, long acknowledgeTimeout) {
        this.authenticator = authenticator;
        this.dispatcher = dispatcher;
        this.maxBodySize = maxBodySize;
        this.acknowledgeTimeout = acknowledgeTimeout;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        if ("OPTIONS".equalsIgnoreCase(message.getHeader(Exchange.HTTP_METHOD, String.class))) {
            handshake(message);
            return;
        }
        AuthenticationResult result = authenticator.delivery(credentials(message));
        if (!result.trusted()) {
            refuse(message, "A delivery", result);
            return;
        }
        String contentType = message.getHeader(Exchange.CONTENT_TYPE, String.class);
        if (!isJson(contentType)) {
            answer(message, 415, "Send application/json or application/cloudevents+json, in UTF-8");
            return;
        }
        String encoding = message.getHeader(Exchange.CONTENT_ENCODING, "identity", String.class);
        if (!encoding.equalsIgnoreCase("identity")) {
            answer(message, 415, "Send the body without a Content-Encoding");
            return;
        }
        byte[] body = read(message);
        if (body.length > maxBodySize) {
            answer(message, 413, "The body has more than " + maxBodySize + " bytes");
            return;
        }
        try {
            receive(message, EventParser.parse(body, authenticator.verifies()));
        } catch (MalformedDeliveryException e) {
            LOG.warn("A delivery of {} bytes was refused: {}", body.length, e.getMessage());
            answer(message, 400, e.getMessage());
        }
    }

    private void receive(Message message, List<ReceivedEvent> events) throws IOException {
        EventEnvelope first = events.get(0).envelope();
        if (first.type().equals(VALIDATION)) {
            JsonNode code = first.data().path("validationCode");
            if (!code.isTextual()) {
                answer(message, 400, "The subscription validation has no validationCode");
                return;
            }
            AuthenticationResult result =
                    authenticator.subscription(header(message, DeliveryHeaders.SUBSCRIPTION_NAME), first.source());
            if (!result.trusted()) {
                refuse(message, "The validation of a subscription", result);
                return;
            }
            LOG.info("Event Grid validates the subscription of {}", first.source());
            json(message, 200, "validationResponse", code.textValue());
            return;
        }
        switch (answer(events)) {
            case ACCEPTED -> reply(message, 200);
            case OVERLOADED -> retryLater(message, "Too many events are in flight");
            case CLOSED -> retryLater(message, "A consumer that wants the events is stopping, or none is started");
            case FAILED -> retryLater(message, "Not all events were processed");
        }
    }

    /** Blocks the server's thread until the answer is known: platform-http has no asynchronous answers. */
    private DeliveryResult answer(List<ReceivedEvent> events) throws IOException {
        try {
            return dispatcher.dispatch(events).get(acknowledgeTimeout, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Routes take longer than {} ms to process {}", acknowledgeTimeout, events);
            return DeliveryResult.FAILED;
        } catch (ExecutionException e) {
            throw new IOException("The events cannot be dispatched", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DeliveryResult.FAILED;
        }
    }

    /** CloudEvents HTTP webhook, version 1.0, section 4: an authenticated sender is allowed, at any rate. */
    private void handshake(Message message) throws IOException {
        String origin = header(message, DeliveryHeaders.REQUEST_ORIGIN);
        AuthenticationResult result = authenticator.handshake(credentials(message), origin);
        if (!result.trusted()) {
            refuse(message, "A handshake", result);
            return;
        }
        reply(message, 200);
        message.setHeader("Allow", "POST, OPTIONS");
        // the origin is untrusted: what is no host name is not repeated in a header
        if (origin != null && origin.matches("[A-Za-z0-9.:-]{1,253}")) {
            message.setHeader("WebHook-Allowed-Origin", origin);
            message.setHeader("WebHook-Allowed-Rate", "*");
        }
    }

    private static DeliveryCredentials credentials(Message message) {
        return new DeliveryCredentials(
                header(message, DeliveryHeaders.AUTHORIZATION), message.getHeader(Exchange.HTTP_QUERY, String.class));
    }

    /** The value of a header that was sent once. */
    private static String header(Message message, String name) {
        return message.getHeader(name) instanceof String text ? text : null;
    }

    /** The reason is for the log; an unauthenticated sender learns only which credentials are needed. */
    private void refuse(Message message, String what, AuthenticationResult result) throws IOException {
        refusals.refused(what, result);
        switch (result.status()) {
            case UNAUTHORIZED -> {
                answer(message, UNAUTHORIZED, "A valid token or secret is needed");
                message.setHeader("WWW-Authenticate", "Bearer");
            }
            case UNAVAILABLE -> {
                answer(message, UNAVAILABLE, "Tokens cannot be checked now");
                message.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            }
            default -> answer(message, result.status(), "The token or handshake is not meant for this receiver");
        }
    }

    /** JSON is UTF-8 (RFC 8259, section 8.1), whatever the content type says; what says otherwise is not from a JSON writer. */
    private static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
        return JSON_TYPES.contains(parts[0].trim())
                && Stream.of(parts)
                        .map(part -> part.replaceAll("[\\s\"]", ""))
                        .noneMatch(part -> part.startsWith("charset=") && !part.equals("charset=utf-8"));
    }

    /** Reads one byte more than allowed at the most, whatever length the request claims to have. */
    private byte[] read(Message message) throws IOException {
        Object body = message.getBody();
        if (body == null) {
            return new byte[0];
        }
        try (InputStream stream = message.getMandatoryBody(InputStream.class)) {
            return stream.readNBytes(maxBodySize + 1);
        } catch (InvalidPayloadException e) {
            throw new IOException("The body of the request cannot be read", e);
        }
    }

    private static void retryLater(Message message, String reason) throws IOException {
        LOG.warn("A delivery was refused, to be repeated later: {}", reason);
        answer(message, UNAVAILABLE, reason);
        message.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }

    private static void answer(Message message, int status, String reason) throws IOException {
        json(message, status, "error", reason);
    }

    private static void json(Message message, int status, String member, String value) throws IOException {
        reply(message, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(MAPPER.writeValueAsBytes(MAPPER.createObjectNode().put(member, value)));
    }

    /** Clears the request, whose headers platform-http would send back. */
    private static void reply(Message message, int status) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setBody(new byte[0]);
    }
}
