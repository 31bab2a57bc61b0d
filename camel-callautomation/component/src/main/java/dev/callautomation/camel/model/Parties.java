package dev.callautomation.camel.model;

import java.util.List;
import java.util.Objects;

/** The parties that a request names. */
final class Parties {

    private Parties() {}

    /**
     * A list that does not change; {@code null} stays {@code null}, so that a request that names nobody leaves that to
     * options and headers.
     *
     * @throws IllegalArgumentException if one of them is {@code null}
     */
    static List<CommunicationIdentifier> copy(List<CommunicationIdentifier> parties, String name) {
        if (parties == null) {
            return null;
        }
        if (parties.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("one of the " + name + " is null");
        }
        return List.copyOf(parties);
    }
}
