package dev.callautomation.examples.ivr;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A point in a caller's story.
 *
 * @param name what happened, as a person would say it
 * @param when whether it has happened
 * @param then what the people do now
 */
record Moment(String name, Predicate<Scene> when, Consumer<Scene> then) {

    static Moment when(String name, Predicate<Scene> when) {
        return new Moment(name, when, scene -> {});
    }

    Moment then(Consumer<Scene> action) {
        return new Moment(name, when, action);
    }
}
