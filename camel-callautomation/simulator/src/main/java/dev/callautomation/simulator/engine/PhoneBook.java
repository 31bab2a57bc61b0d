package dev.callautomation.simulator.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

/** What each phone does when it rings. Belongs to the engine's single writer. */
final class PhoneBook {

    private final Map<Identifier, PhoneSetting> settings = new LinkedHashMap<>();
    private final PhoneSetting byDefault;

    PhoneBook(Duration ring) {
        this.byDefault = new PhoneSetting(PhoneBehaviour.ANSWER, ring);
    }

    PhoneSetting of(Identifier phone) {
        return settings.getOrDefault(phone, byDefault);
    }

    boolean knows(Identifier phone) {
        return settings.containsKey(phone);
    }

    void set(Identifier phone, PhoneBehaviour behaviour, Duration ring) {
        settings.put(phone, new PhoneSetting(behaviour, ring == null ? byDefault.ring() : ring));
    }

    Map<Identifier, PhoneSetting> all() {
        return new LinkedHashMap<>(settings);
    }

    void clear() {
        settings.clear();
    }
}
