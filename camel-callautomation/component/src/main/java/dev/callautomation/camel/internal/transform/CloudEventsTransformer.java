package dev.callautomation.camel.internal.transform;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.MimeType;
import org.apache.camel.spi.Transformer;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.exchange.EventBody;
import dev.callautomation.camel.internal.ingress.EventParser;
import dev.callautomation.camel.internal.ingress.MalformedDeliveryException;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

/**
 * Transforms one event, in any form that {@code callautomation:processEvents} takes, to a CloudEvent 1.0 as Camel represents
 * it: attributes in headers {@code CamelCloudEvent...}, and the data as JSON in the body. {@code processEvents} takes the
 * result, too, and completes awaited operations with it.
 */
@DataTypeTransformer(
        name = "callautomation:application-cloudevents",
        description =
                "Transforms an event to a CloudEvent: headers with its attributes, and a body with its data as JSON")
public final class CloudEventsTransformer extends Transformer {

    /** Of the body; it is in memory already, or a stream. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private static final String CONTEXT = "operationContext";

    /** @throws IllegalArgumentException if the body is no event, or there are several */
    @Override
    public void transform(Message message, DataType from, DataType to) {
        if (message.getBody() instanceof CallAutomationEvent event) {
            set(message, event.envelope(), event.envelope().data());
        } else {
            ReceivedEvent received = single(message);
            set(message, received.envelope(), asSent(received));
        }
    }

    private static ReceivedEvent single(Message message) {
        EventBody body = new EventBody(message.getExchange(), LONGEST);
        List<ReceivedEvent> events;
        try {
            events = EventParser.parse(body.json(), body.attributes(), true);
        } catch (MalformedDeliveryException | InvalidPayloadException | IOException e) {
            throw new IllegalArgumentException(
                    "callautomation:application-cloudevents needs an event in the body: the record of an event, or a"
                            + " CloudEvent in binary or structured mode",
                    e);
        }
        if (events.size() > 1) {
            throw new IllegalArgumentException(
                    "callautomation:application-cloudevents needs one event, but the body has " + events.size()
                            + "; split it first");
        }
        return events.get(0);
    }

    /** With the operation context as the service has returned it, by which awaited operations are found. */
    private static ObjectNode asSent(ReceivedEvent received) {
        ObjectNode data = received.envelope().data();
        OperationContextPrefix prefix = received.contextPrefix();
        return prefix == null
                ? data
                : data.deepCopy()
                        .put(CONTEXT, prefix.prependTo(received.envelope().operationContext()));
    }

    private static void set(Message message, EventEnvelope event, ObjectNode data) {
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_VERSION, CloudEvents.v1_0.version());
        set(
                message,
                CloudEvent.CAMEL_CLOUD_EVENT_ID,
                event.id() == null ? message.getExchange().getExchangeId() : event.id());
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_TYPE, event.type());
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, event.source());
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, event.subject());
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_TIME, text(event.time()));
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_DATA_CONTENT_TYPE, MimeType.JSON.type());
        set(message, CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, MimeType.JSON.type());
        message.setBody(data.toString());
    }

    private static String text(OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** Removes an attribute of an earlier event that this one does not have. */
    private static void set(Message message, String name, String value) {
        if (value == null) {
            message.removeHeader(name);
        } else {
            message.setHeader(name, value);
        }
    }
}
