package dev.callautomation.camel.operation;

import java.util.EnumMap;
import java.util.Map;

import dev.callautomation.camel.operation.Completion.Link;

/**
 * An action that is about to be sent, as far as its end is concerned.
 *
 * @param completion the events that end it
 * @param ids        what it is about, as far as that is known before the answer
 * @param times      how many events of success it takes: one for each party that is moved
 */
public record Expectation(Completion completion, Map<Link, String> ids, int times) {

    static Expectation of(Completion completion) {
        return new Expectation(completion, Map.of(), 1);
    }

    /** The same, about something more; {@code null} leaves it as it is. */
    Expectation about(Link link, String id) {
        if (id == null) {
            return this;
        }
        Map<Link, String> more = new EnumMap<>(Link.class);
        more.putAll(ids);
        more.put(link, id);
        return new Expectation(completion, more, times);
    }

    Expectation times(int successes) {
        return new Expectation(completion, ids, successes);
    }
}
