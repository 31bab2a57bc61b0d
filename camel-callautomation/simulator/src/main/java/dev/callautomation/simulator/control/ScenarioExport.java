package dev.callautomation.simulator.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineContent;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.wire.Json;

/**
 * Writes a call's timeline as a scenario: what its phones did at the same times, and what the application did as
 * expectations. Their order does not count, as it may differ from run to run.
 */
final class ScenarioExport {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    /** Expectations wait so long when nothing else is said. */
    private static final long WITHIN_MILLIS = 30_000;

    private static final long MARGIN_MILLIS = 10_000;
    private static final String HEARS = "hears ";

    private final Controls controls;
    private final List<TimelineEntry> entries;
    private final StableMembers stable;
    private final Map<String, ObjectNode> phones = new LinkedHashMap<>();
    private final Map<String, Instant> ringing = new LinkedHashMap<>();
    private final ArrayNode steps = JsonNodeFactory.instance.arrayNode();
    private final List<ObjectNode> expected = new ArrayList<>();
    private Instant before;
    private Instant last;
    private boolean asked;
    private boolean lookedAt;

    private ScenarioExport(CallSnapshot call, Controls controls) {
        this.controls = controls;
        this.entries = controls.timeline(call.callId());
        this.before = call.startedAt();
        this.last = call.startedAt();
        Set<String> ids = new HashSet<>(Set.of(call.callId(), call.serverCallId(), call.correlationId()));
        call.connections().forEach(connection -> ids.add(connection.callConnectionId()));
        entries.forEach(entry -> {
            ids.add(entry.detail("recordingId"));
            ids.add(entry.detail("eventId"));
        });
        ids.remove(null);
        this.stable = new StableMembers(ids);
    }

    /** The scenario in YAML. */
    static String of(CallSnapshot call, Controls controls) {
        return new ScenarioExport(call, controls).write(call);
    }

    private String write(CallSnapshot call) {
        entries.forEach(this::add);
        flush();
        ObjectNode scenario = Json.object();
        scenario.put("name", "Recorded call");
        ObjectNode variables = Json.object();
        ArrayNode subscriptions = JsonNodeFactory.instance.arrayNode();
        controls.subscriptions().stream()
                .filter(status -> status.isSubscribed())
                .forEach(status -> subscriptions.add(RecordedSubscription.of(status.subscription(), variables)));
        if (steps.path(0).path("http").has("url")) {
            variables.putNull(START);
        }
        if (!variables.isEmpty()) {
            scenario.set("variables", variables);
        }
        if (!phones.isEmpty()) {
            scenario.putArray("phones").addAll(phones.values());
        }
        if (!subscriptions.isEmpty()) {
            scenario.set("eventGrid", subscriptions);
        }
        if (entries.stream().anyMatch(entry -> entry.kind() == TimelineEntry.Kind.FAULT)) {
            ArrayNode faults = scenario.putArray("faults");
            controls.faults().forEach(each -> faults.add(FaultJson.write(each.fault())));
        }
        scenario.put("time", "virtual");
        // an event may have been sent, and a request may come, before or after an action that it does not depend on
        scenario.put("order", "loose");
        if (!steps.isEmpty()) {
            scenario.set("steps", steps);
        }
        if (call.state() == CallState.DISCONNECTED && !lookedAt && !steps.isEmpty()) {
            scenario.putArray("expectNothingElse").add("requests");
        }
        if (isLost()) {
            scenario.put("nothingLost", false);
        }
        try {
            return "# Recorded by the simulator. Ids, times, ports and secrets are replaced by *.\n"
                    + YAML.writeValueAsString(scenario);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree could not be written", e);
        }
    }

    static final String START = "start";

    private void add(TimelineEntry entry) {
        switch (entry.kind()) {
            case PHONE -> phone(entry);
            case REQUEST -> request(entry);
            case RESPONSE -> response(entry);
            case EVENT -> event(entry);
            default -> {
                // deliveries are checked all together, the rest is what the service does by itself
            }
        }
    }

    private void phone(TimelineEntry entry) {
        String phone = shortId(entry.detail("phone"));
        String action = entry.detail("action");
        if ("rings".equals(entry.text())) {
            rings(entry, phone);
        } else if (entry.detail("heard") != null) {
            heard(entry, phone);
        } else if (entry.detail("refusal") != null) {
            refused(entry, phone);
        } else if (action == null && entry.detail("behaviour") != null) {
            answered(entry, phone);
        } else if (action != null) {
            ObjectNode body = Json.object().put(action.endsWith("Id") ? "from" : "phone", phone);
            switch (action) {
                case "press" -> body.put("tones", entry.detail("what"));
                case "say" -> body.put("text", entry.detail("what"));
                case "hangUp" -> {
                    // says all
                }
                default -> body.put(action, entry.detail("what"));
            }
            step(entry, action.endsWith("Id") ? "call" : action, body);
        }
    }

    private void rings(TimelineEntry entry, String phone) {
        boolean application = PhoneBehaviour.APPLICATION.wireName().equals(entry.detail("behaviour"));
        if (!asked && steps.isEmpty()) {
            ObjectNode call = Json.object()
                    .put("from", shortId(String.valueOf(entry.detail("caller"))))
                    .put("to", phone);
            details(call);
            step(entry, "call", call);
        }
        if (!application) {
            ringing.put(phone, entry.time());
            phones.computeIfAbsent(
                    phone, id -> Json.object().put("id", id).put("behaviour", entry.detail("behaviour")));
        }
    }

    /** What the caller said of itself. */
    private void details(ObjectNode call) {
        Optional<TimelineEntry> incoming = entries.stream()
                .filter(entry -> "IncomingCall".equals(entry.detail("event")) && entry.to() != null)
                .findFirst();
        JsonNode data = incoming.map(this::data).orElse(MissingNode.getInstance());
        if (!data.path("callerDisplayName").asText().isBlank()) {
            call.put("displayName", data.get("callerDisplayName").asText());
        }
        ObjectNode context = Json.object();
        for (String headers : List.of("sipHeaders", "voipHeaders")) {
            if (!data.path("customContext").path(headers).isEmpty()) {
                context.set(headers, data.get("customContext").get(headers));
            }
        }
        if (!context.isEmpty()) {
            call.set("customContext", context);
        }
    }

    private void answered(TimelineEntry entry, String phone) {
        if (PhoneBehaviour.MANUAL.wireName().equals(entry.detail("behaviour"))) {
            manual(phone);
            step(entry, "answer", Json.object().put("phone", phone));
        } else {
            rang(entry, phone);
        }
    }

    private void refused(TimelineEntry entry, String phone) {
        ObjectNode setting = phones.get(phone);
        boolean declined = "DECLINED".equals(entry.detail("refusal"));
        String behaviour = setting == null ? "" : setting.path("behaviour").asText();
        if (declined && !PhoneBehaviour.DECLINE.wireName().equals(behaviour)) {
            manual(phone);
            step(entry, "decline", Json.object().put("phone", phone));
        } else if (!"NO_ANSWER".equals(entry.detail("refusal"))) {
            rang(entry, phone);
        }
    }

    private void manual(String phone) {
        ObjectNode setting = phones.get(phone);
        if (setting != null) {
            setting.put("behaviour", PhoneBehaviour.MANUAL.wireName()).remove("ringMillis");
        }
    }

    private void rang(TimelineEntry entry, String phone) {
        if (phones.containsKey(phone) && ringing.containsKey(phone)) {
            phones.get(phone)
                    .put(
                            "ringMillis",
                            Duration.between(ringing.get(phone), entry.time()).toMillis());
        }
    }

    private void heard(TimelineEntry entry, String phone) {
        String what = entry.text().substring(HEARS.length()).replaceAll("^\"|\"$", "");
        String said = stable.text(what);
        boolean spoken = List.of("text", "ssml").contains(entry.detail("heard"));
        if (spoken && said.equals(what) && !what.isBlank() && !what.endsWith("...")) {
            expect(entry, Json.object().put("heard", what).put("phone", phone));
        }
    }

    private void request(TimelineEntry entry) {
        String operation = entry.detail("operation");
        lookedAt |= operation.startsWith("get");
        if (!asked && steps.isEmpty() && List.of("createCall", "connect").contains(operation)) {
            step(entry, "http", Json.object().put("method", "POST").put("url", "${" + START + "}"));
        }
        asked = true;
        ObjectNode expectation = Json.object().put("request", operation);
        JsonNode body = stable.request(body(entry));
        if (body.isObject() && !body.isEmpty()) {
            expectation.set("with", body);
        }
        expect(entry, expectation);
    }

    private void response(TimelineEntry entry) {
        expected.stream()
                .filter(each -> each.path("request").asText().equals(entry.detail("operation")) && !each.has("status"))
                .findFirst()
                .ifPresent(each -> each.put("status", Integer.parseInt(entry.detail("status"))));
    }

    private void event(TimelineEntry entry) {
        if (entry.to() == null) {
            return;
        }
        ObjectNode expectation = Json.object().put("event", entry.detail("event"));
        JsonNode data = stable.event(data(entry));
        if (!data.isEmpty()) {
            expectation.set("with", data);
        }
        expect(entry, expectation);
    }

    private void expect(TimelineEntry entry, ObjectNode expectation) {
        expected.add(expectation);
        last = entry.time();
    }

    /** Ends what is expected after the action before. */
    private void step(TimelineEntry entry, String action, ObjectNode body) {
        flush();
        ObjectNode step = Json.object();
        step.set(action, body);
        long after = Duration.between(last, entry.time()).toMillis();
        if (after > 0) {
            step.put("afterMillis", after);
        }
        steps.add(step);
        before = entry.time();
        last = entry.time();
    }

    private void flush() {
        long took = Duration.between(before, last).toMillis();
        if (took > WITHIN_MILLIS - MARGIN_MILLIS) {
            expected.forEach(each -> each.put("withinMillis", took + MARGIN_MILLIS));
        }
        if (expected.size() == 1) {
            steps.addObject().set("expect", expected.get(0));
        } else if (!expected.isEmpty()) {
            steps.addObject().putArray("expect").addAll(expected);
        }
        expected.clear();
    }

    private boolean isLost() {
        Set<String> acknowledged = new HashSet<>();
        entries.stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.DELIVERY && entry.detail("reason") == null)
                .forEach(entry -> acknowledged.add(entry.detail("eventId")));
        return entries.stream()
                .anyMatch(entry -> entry.kind() == TimelineEntry.Kind.EVENT
                        && entry.to() != null
                        && !acknowledged.contains(entry.detail("eventId")));
    }

    private JsonNode data(TimelineEntry entry) {
        JsonNode body = body(entry);
        return (body.isArray() ? body.path(0) : body).path("data");
    }

    private JsonNode body(TimelineEntry entry) {
        Optional<TimelineContent> content = controls.timelineContent(entry.callId(), entry.number());
        String text = content.map(kept -> kept.request().body()).orElse("");
        try {
            return text.isEmpty() ? MissingNode.getInstance() : Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the beginning of a long one
            return MissingNode.getInstance();
        }
    }

    /** As people write it. */
    private static String shortId(String rawId) {
        return rawId.startsWith("4:") ? rawId.substring(2) : rawId;
    }
}
