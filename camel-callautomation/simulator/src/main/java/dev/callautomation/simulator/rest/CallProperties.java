package dev.callautomation.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.stream.Stream;
import dev.callautomation.simulator.engine.stream.StreamKind;
import dev.callautomation.simulator.engine.stream.StreamSetup;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.wire.IdentifierJson;
import dev.callautomation.simulator.wire.Json;

/** Writes CallConnectionProperties. */
final class CallProperties {

    private CallProperties() {}

    static ObjectNode of(CallView view) {
        Leg leg = view.leg();
        ObjectNode node = Json.object();
        node.put("callConnectionId", leg.id());
        if (leg.knowsServerCallId()) {
            node.put("serverCallId", view.call().serverCallId());
        }
        ArrayNode targets = node.putArray("targets");
        leg.targets().forEach(target -> targets.add(IdentifierJson.write(target)));
        node.put("callConnectionState", leg.state().wireName());
        node.put("callbackUri", leg.callbackUri().toString());
        phoneNumber(node, "sourceCallerIdNumber", leg.sourceCallerIdNumber());
        node.put("sourceDisplayName", leg.sourceDisplayName() == null ? "" : leg.sourceDisplayName());
        if (leg.source() != null) {
            node.set("source", IdentifierJson.write(leg.source()));
        }
        node.put("correlationId", view.call().correlationId());
        if (leg.answeredBy() != null) {
            node.putObject("answeredBy").put("id", leg.answeredBy().rawId());
        }
        subscriptions(node, leg);
        phoneNumber(node, "answeredFor", leg.answeredFor());
        return node;
    }

    private static void subscriptions(ObjectNode node, Leg leg) {
        Stream audio = leg.streams().get(StreamKind.AUDIO);
        if (audio != null) {
            subscription(node, "mediaStreamingSubscription", audio)
                    .putArray("subscribedContentTypes")
                    .add("audio");
        }
        Stream words = leg.streams().get(StreamKind.TRANSCRIPTION);
        if (words != null && words.setup() instanceof StreamSetup.Transcription setup) {
            ObjectNode subscription = subscription(node, "transcriptionSubscription", words);
            ArrayNode types = subscription.putArray("subscribedResultTypes").add("final");
            if (setup.intermediate()) {
                types.add("intermediate");
            }
            subscription.put("locale", setup.locale());
        }
    }

    private static ObjectNode subscription(ObjectNode node, String name, Stream stream) {
        return node.putObject(name).put("id", stream.id()).put("state", stream.stateName());
    }

    private static void phoneNumber(ObjectNode node, String name, Identifier number) {
        if (number != null) {
            node.putObject(name).put("value", number.rawId().substring(2));
        }
    }
}
