package dev.callautomation.simulator.scenario;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A step of a scenario.
 *
 * @param line in the file
 * @param body members of the action, a list for faults, phones and several expectations
 * @param afterMillis how long after the step before, {@code null} for at once
 */
record Step(int line, Verb verb, JsonNode body, Long afterMillis) {

    /** A step of a file that is valid by the schema. */
    static Step of(JsonNode json, int line) {
        Long after =
                json.has("afterMillis") ? Long.valueOf(json.get("afterMillis").asLong()) : null;
        for (var member : json.properties()) {
            if (!member.getKey().equals(Verb.WAIT.member())) {
                return new Step(line, Verb.find(member.getKey()).orElseThrow(), member.getValue(), after);
            }
        }
        return new Step(line, Verb.WAIT, JsonNodeFactory.instance.objectNode(), after);
    }

    List<Expectation> expectations() {
        List<Expectation> all = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(each -> all.add(new Expectation(each)));
        } else {
            all.add(new Expectation(body));
        }
        return all;
    }

    /** One line for people. */
    String text() {
        String phone = body.path("phone").asText();
        return switch (verb) {
            case CALL ->
                body.path("from").asText() + " calls "
                        + body.path("to")
                                .asText(body.path("groupCallId")
                                        .asText(body.path("roomId").asText()));
            case ANSWER -> phone + " answers";
            case DECLINE -> phone + " declines";
            case HANG_UP -> phone + " hangs up";
            case PRESS ->
                phone + " presses "
                        + (body.path("tones").isArray()
                                ? body.path("tones")
                                : body.path("tones").asText());
            case SAY -> phone + " says \"" + body.path("text").asText() + "\"";
            case FAULTS -> "sets " + body.size() + (body.size() == 1 ? " fault" : " faults");
            case PHONES -> "sets " + body.size() + (body.size() == 1 ? " phone" : " phones");
            case HTTP ->
                body.path("method").asText("POST") + " "
                        + withoutQuery(body.path("url").asText());
            case EXPECT ->
                "expects "
                        + String.join(
                                ", ",
                                expectations().stream().map(Expectation::text).toList());
            case WAIT -> "waits " + afterMillis + " ms";
        };
    }

    /** What follows may be secret. */
    static String withoutQuery(String url) {
        return url.replaceFirst("[?#].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
