package dev.callautomation.camel.model;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Lists in requests. */
final class Lists {

    private Lists() {}

    /**
     * An immutable copy; {@code null} stays {@code null}, for which
     * options and headers apply.
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
