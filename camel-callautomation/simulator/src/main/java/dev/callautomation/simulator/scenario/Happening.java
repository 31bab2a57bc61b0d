package dev.callautomation.simulator.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.timeline.Masking;
import dev.callautomation.simulator.timeline.ReceivedRequest;
import dev.callautomation.simulator.wire.Json;

/**
 * Something that has happened since a scenario began.
 *
 * @param number in the order of time
 * @param entry {@code null} for a request that concerns no call
 * @param request {@code null} for what is no request
 * @param body of an event or a request, with secrets
 */
record Happening(long number, Instant time, TimelineEntry entry, ReceivedRequest request, String body) {

    private static final String HEARS = "hears ";

    boolean isEvent() {
        // without a receiver it says that no subscription matched
        return request == null && entry.kind() == TimelineEntry.Kind.EVENT && entry.to() != null;
    }

    boolean isRequest() {
        return request != null;
    }

    /** Whether it is of the kind and the name that are expected, whatever its members. */
    boolean isNamed(Expectation expected) {
        return switch (expected.kind()) {
            case EVENT -> isEvent() && expected.name().equals(detail("event"));
            case REQUEST -> isRequest() && expected.name().equals(request.operation());
            case HEARD -> detail("heard") != null;
            case RINGS ->
                entry != null
                        && entry.kind() == TimelineEntry.Kind.PHONE
                        && "rings".equals(entry.text())
                        && isOf(expected.name());
            default -> false;
        };
    }

    /** What differs from what is expected, a line each; empty when nothing does. */
    List<String> differences(Expectation expected) {
        if (expected.json().has("call") && !concerns(expected.member("call"))) {
            return List.of("call: expected " + expected.member("call") + ", but was another one");
        }
        return switch (expected.kind()) {
            case EVENT -> MemberDifferences.between(expected.with(), data(body), () -> data(masked()));
            case REQUEST -> requestDifferences(expected);
            case HEARD -> heardDifferences(expected);
            default -> List.of();
        };
    }

    private List<String> requestDifferences(Expectation expected) {
        Integer status = expected.status();
        if (status != null && status != request.status()) {
            return List.of("status: expected " + status + ", but was " + request.status());
        }
        return MemberDifferences.between(expected.with(), parsed(body), () -> parsed(masked()));
    }

    private List<String> heardDifferences(Expectation expected) {
        String what = entry.text().substring(HEARS.length());
        if (expected.json().has("phone") && !isOf(expected.member("phone"))) {
            return List.of("phone: expected " + expected.member("phone") + ", but was " + entry.from());
        }
        boolean same = what.toLowerCase(Locale.ROOT).contains(expected.name().toLowerCase(Locale.ROOT));
        return same ? List.of() : List.of("heard: expected \"" + expected.name() + "\", but was " + what);
    }

    private boolean isOf(String phone) {
        return Identifier.of(phone).rawId().equals(detail("phone"));
    }

    private boolean concerns(String callOrConnectionId) {
        return callOrConnectionId.equals(callConnectionId())
                || callOrConnectionId.equals(entry == null ? request.callId() : entry.callId());
    }

    /** The id of the call connection, or of the call when no connection is concerned; may be {@code null}. */
    String callConnectionId() {
        if (request != null) {
            return request.callConnectionId() == null ? request.callId() : request.callConnectionId();
        }
        return entry.detail("callConnectionId") == null ? entry.callId() : entry.detail("callConnectionId");
    }

    String detail(String name) {
        return entry == null ? null : entry.detail(name);
    }

    /** One line for people. */
    String description() {
        return entry == null
                ? "application -> service: " + request.operation() + " -> " + request.status()
                : entry.description();
    }

    private String masked() {
        return Masking.mask(body);
    }

    private static JsonNode data(String body) {
        JsonNode json = parsed(body);
        return (json.isArray() ? json.path(0) : json).path("data");
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isEmpty() ? Json.object() : Json.read(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // a body that is longer than what is kept
            return MissingNode.getInstance();
        }
    }
}
