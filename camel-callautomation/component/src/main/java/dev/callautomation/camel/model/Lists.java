package dev.callautomation.camel.model;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** What a request has several of. */
final class Lists {

    private Lists() {}

    /**
     * A list that does not change; {@code null} stays {@code null}, so that a request that says nothing leaves that to
     * options and headers.
     *
     * @throws IllegalArgumentException if one of the elements is {@code null}
     */
    static <T> @Nullable List<T> copy(@Nullable List<T> list, String name) {
        if (list == null) {
            return null;
        }
        if (list.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("one of the " + name + " is null");
        }
        return List.copyOf(list);
    }
}
