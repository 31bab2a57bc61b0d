package dev.callautomation.simulator.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;

import dev.callautomation.simulator.execution.CommandExecutor;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.ReceivedRequest;
import dev.callautomation.simulator.timeline.SentContent;
import dev.callautomation.simulator.timeline.SentMessage;
import dev.callautomation.simulator.timeline.Timeline;

/** Writes requests and their answers on the timeline of the call they concern. */
final class RequestTimeline {

    private static final List<String> PARTY_MEMBERS =
            List.of("participantToAdd", "participantToRemove", "targetParticipant", "target");

    private final CommandExecutor executor;
    private final SimulatorClock clock;
    private final Timeline timeline;

    RequestTimeline(CommandExecutor executor, SimulatorClock clock, Timeline timeline) {
        this.executor = executor;
        this.clock = clock;
        this.timeline = timeline;
    }

    Instant now() {
        return clock.now();
    }

    Note begin(String operation, Instant received, HttpServerRequest http) {
        return new Note(operation, received, http);
    }

    /** One request on its way through the simulator. */
    final class Note {

        private final Map<String, String> details = new LinkedHashMap<>();
        private final String operation;
        private final Instant received;
        private final HttpServerRequest http;
        private String party = "";
        private String json = "";
        private int bodyBytes;
        private Optional<String> callId = Optional.empty();
        private Optional<String> named = Optional.empty();

        private Note(String operation, Instant received, HttpServerRequest http) {
            this.operation = operation;
            this.received = received;
            this.http = http;
            details.put("operation", operation);
        }

        /** Finds out which call the request is about, while the call is still known. */
        void about(Matcher path, Body body, byte[] bytes) {
            json = new String(bytes, StandardCharsets.UTF_8);
            bodyBytes = bytes.length;
            if (path.pattern().pattern().contains("<call>")) {
                String connection = path.group("call");
                details.put("callConnectionId", connection);
                named = Optional.of(connection);
                callId = executor.look(directory -> directory.callIdOf(connection));
            } else if (path.pattern().pattern().contains("<recording>")) {
                String recording = Request.decoded(path.group("recording"));
                details.put("recordingId", recording);
                named = Optional.of(recording);
                callId = executor.look(directory -> directory.callIdOfRecording(recording));
            } else if (body.has("incomingCallContext")) {
                String context = body.node("incomingCallContext").asText();
                named = Optional.of(context);
                callId = executor.look(directory -> directory.callIdOfContext(context));
            }
            if (body.has("operationContext")) {
                details.put("operationContext", body.node("operationContext").asText());
            }
            for (String member : PARTY_MEMBERS) {
                if (body.has(member)) {
                    Identifier identifier = body.identifier(member);
                    details.put("participant", identifier.rawId());
                    party = " " + identifier.label();
                    break;
                }
            }
        }

        String operation() {
            return operation;
        }

        /** The call connection it is about, or its call when it names no connection, as those for recordings. */
        Optional<String> subject() {
            return connection().or(() -> callId);
        }

        private Optional<String> connection() {
            return Optional.ofNullable(details.get("callConnectionId"));
        }

        /** Ids of the call and of the call connection it is about, as far as they are known. */
        Set<String> ids() {
            Set<String> ids = new HashSet<>();
            callId.ifPresent(ids::add);
            connection().ifPresent(ids::add);
            return ids;
        }

        /** Its call was known before a reset: it is no request of the calls since. */
        private boolean isOfForgottenCall() {
            return executor.look(directory -> callId.map(
                            id -> directory.callIdOf(id).isEmpty())
                    .orElseGet(() -> named.filter(directory::wasForgotten).isPresent()));
        }

        /** The operation has been executed or refused; its call may be known by what will be answered. */
        void received(Reply reply) {
            Optional<String> answered = Optional.ofNullable(reply.body())
                    .map(body -> body.path("callConnectionId").asText(null));
            answered.ifPresent(id -> details.put("callConnectionId", id));
            Optional<String> recording = Optional.ofNullable(reply.body())
                    .map(body -> body.path("recordingId").asText(null));
            recording.ifPresent(id -> details.put("recordingId", id));
            callId = callId.or(() -> answered.flatMap(id -> executor.look(directory -> directory.callIdOf(id))))
                    .or(() -> recording.flatMap(id -> executor.look(directory -> directory.callIdOfRecording(id))));
            if (isOfForgottenCall()) {
                return;
            }
            callId.ifPresent(id -> timeline.add(
                    new TimelineEntry(
                            id,
                            received,
                            TimelineEntry.Kind.REQUEST,
                            "application",
                            "service",
                            operation + party,
                            details),
                    new SentContent(
                            SentMessage.request(http.method().name(), http.uri(), http.headers(), json, bodyBytes),
                            null)));
            timeline.add(new ReceivedRequest(
                    operation, callId.orElse(null), connection().orElse(null), reply.status(), json));
        }

        /** A fault was injected. */
        void fault(String text) {
            callId.ifPresent(id -> timeline.add(new TimelineEntry(
                    id, clock.now(), TimelineEntry.Kind.FAULT, "service", null, "fault: " + text, details)));
        }

        /** The answer goes out with these headers, which do not change any more, and this body. */
        void answered(Reply reply, Map<String, String> headers, byte[] sent) {
            Map<String, String> answer = new LinkedHashMap<>(details);
            answer.put("status", String.valueOf(reply.status()));
            String code = "";
            if (reply.status() >= 400) {
                JsonNode error = reply.body().path("error");
                answer.put("errorCode", error.path("code").asText());
                answer.put("errorMessage", error.path("message").asText());
                code = "/" + error.path("code").asText() + " "
                        + error.path("message").asText();
            }
            String text = operation + " -> " + reply.status() + code;
            callId.ifPresent(id -> timeline.add(
                    new TimelineEntry(
                            id, clock.now(), TimelineEntry.Kind.RESPONSE, "service", "application", text, answer),
                    new SentContent(
                            null,
                            SentMessage.response(
                                    reply.status(),
                                    headers.entrySet(),
                                    new String(sent, StandardCharsets.UTF_8),
                                    sent.length))));
        }
    }
}
