package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.model.EntraAudience;
import dev.callautomation.simulator.model.EventGridSchema;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

/** A scenario file: {@code phones} with {@code id, behaviour, ringMillis, script}, {@code eventGrid} with {@code endpoint, schema, types, entra}. */
record Scenario(List<Phone> phones, List<Subscription> eventGrid) {

    static final Scenario EMPTY = new Scenario(List.of(), List.of());

    Scenario {
        phones = entries("phones", phones);
        eventGrid = entries("eventGrid", eventGrid);
    }

    private static <T> List<T> entries(String name, List<T> list) {
        if (list != null && list.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(name + " has an empty entry");
        }
        return list == null ? List.of() : List.copyOf(list);
    }

    /** A phone; all but {@code id} may be left out. */
    record Phone(String id, String behaviour, Long ringMillis, List<Line> script) {

        Phone {
            behaviour = behaviour == null ? PhoneBehaviour.ANSWER.wireName() : behaviour;
            script = entries("script", script);
        }

        void applyTo(CallAutomationSimulator simulator) {
            PhoneBehaviour what = PhoneBehaviour.find(String.valueOf(behaviour))
                    .orElseThrow(() -> new IllegalArgumentException("Phone " + id + ": behaviour must be one of "
                            + PhoneBehaviour.names() + ", not '" + behaviour + "'"));
            SimulatedPhone phone = simulator.phone(id);
            if (ringMillis == null) {
                phone.behaviour(what);
            } else {
                phone.behaviour(what, Duration.ofMillis(ringMillis));
            }
            phone.script(script.stream().map(Line::toModel).toArray(Reaction[]::new));
        }
    }

    /** Something a phone does by itself; one of {@code press}, {@code say} and {@code hangUp}. */
    record Line(String hears, long afterMillis, String press, String say, boolean hangUp) {

        Line {
            long actions = Stream.of(press, say, hangUp ? "" : null)
                    .filter(Objects::nonNull)
                    .count();
            if (actions != 1) {
                throw new IllegalArgumentException("A line of a script has one of press, say and hangUp: true");
            }
        }

        private Reaction toModel() {
            Reaction.Moment moment =
                    (hears == null ? Reaction.connected() : Reaction.hearing(hears)).afterMillis(afterMillis);
            if (hangUp) {
                return moment.hangUp();
            }
            return press == null ? moment.say(say) : moment.press(press);
        }
    }

    /** A subscription; all but {@code endpoint} may be left out. */
    record Subscription(String endpoint, String schema, List<String> types, EntraAudience entra) {

        private EventGridSubscription toModel() {
            EventGridSchema format = schema == null
                    ? EventGridSchema.EVENT_GRID
                    : EventGridSchema.find(schema)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "schema must be EventGridSchema or CloudEventSchemaV1_0, not '" + schema + "'"));
            Set<String> only = types == null ? Set.of() : new LinkedHashSet<>(types);
            return new EventGridSubscription(EventGridSubscription.to(endpoint).endpoint(), format, only, entra);
        }
    }

    List<EventGridSubscription> subscriptions() {
        return eventGrid.stream().map(Subscription::toModel).toList();
    }

    /** Reads a file; a mistake becomes a message with file, line and column. */
    static Scenario read(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("The scenario file " + file + " cannot be read");
        }
        try {
            Scenario scenario = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file.toFile(), Scenario.class);
            return scenario == null ? EMPTY : scenario;
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(
                    "The scenario file " + file + " is not right: " + e.getPropertyName() + " is not known there, only "
                            + e.getKnownPropertyIds(),
                    e);
        } catch (ValueInstantiationException e) {
            throw new IllegalArgumentException(
                    "The scenario file " + file + " is not right: "
                            + e.getCause().getMessage(),
                    e);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new IllegalArgumentException(
                    "The scenario file " + file + where + " is not right: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The scenario file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
