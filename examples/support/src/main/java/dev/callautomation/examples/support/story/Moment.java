package dev.callautomation.examples.support.story;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A point in a person's story.
 *
 * @param name what happened, as a person would say it
 * @param when whether it has happened
 * @param then what the people do now
 */
public record Moment(String name, Predicate<Scene> when, Consumer<Scene> then) {

    /** A moment at which the people do nothing but go on listening. */
    public static Moment when(String name, Predicate<Scene> when) {
        return new Moment(name, when, scene -> {});
    }

    public Moment then(Consumer<Scene> action) {
        return new Moment(name, when, action);
    }
}
