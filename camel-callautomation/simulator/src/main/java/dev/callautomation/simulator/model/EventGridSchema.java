package dev.callautomation.simulator.model;

import java.util.Arrays;
import java.util.Optional;

/** The two formats in which Event Grid delivers. */
public enum EventGridSchema {
    /** A JSON array of one event in Event Grid's own format. */
    EVENT_GRID("EventGridSchema"),
    /** One CloudEvents 1.0 object. */
    CLOUD_EVENTS("CloudEventSchemaV1_0");

    private final String wireName;

    EventGridSchema(String wireName) {
        this.wireName = wireName;
    }

    /** Event Grid's name of the schema. */
    public String wireName() {
        return wireName;
    }

    /** Finds a schema by its {@link #wireName()}, ignoring case. */
    public static Optional<EventGridSchema> find(String name) {
        return Arrays.stream(values())
                .filter(s -> s.wireName.equalsIgnoreCase(name))
                .findFirst();
    }
}
