package dev.callautomation.simulator.engine.phone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

/** What each phone does when it rings. Belongs to the engine's single writer. */
public final class PhoneRegistry {

    static final int SOUNDS_KEPT = 100;
    static final int CHARACTERS_KEPT = 2_000;
    private static final int LISTENERS_KEPT = 1_000;

    private final Map<Identifier, PhoneSetting> settings = new LinkedHashMap<>();
    private final Map<Identifier, List<Heard>> heard = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identifier, List<Heard>> eldest) {
            return size() > LISTENERS_KEPT;
        }
    };
    private final Map<Identifier, List<Reaction>> scripts = new HashMap<>();
    private final PhoneSetting byDefault;

    public PhoneRegistry(Duration ring) {
        this.byDefault = new PhoneSetting(PhoneBehaviour.ANSWER, ring);
    }

    public PhoneSetting of(Identifier phone) {
        return settings.getOrDefault(phone, byDefault);
    }

    public boolean knows(Identifier phone) {
        return settings.containsKey(phone);
    }

    public void set(Identifier phone, PhoneBehaviour behaviour, Duration ring) {
        settings.put(phone, new PhoneSetting(behaviour, ring == null ? byDefault.ring() : ring));
    }

    /** Phones hear something; of each the last things are remembered, and so are the last phones. */
    public void heard(Map<Identifier, List<Heard>> news) {
        news.forEach((phone, sounds) -> {
            List<Heard> all = new ArrayList<>(heard.getOrDefault(phone, List.of()));
            sounds.stream().map(PhoneRegistry::shortened).forEach(all::add);
            heard.put(phone, List.copyOf(all.subList(Math.max(0, all.size() - SOUNDS_KEPT), all.size())));
        });
    }

    private static Heard shortened(Heard sound) {
        String what = sound.what();
        return what.length() <= CHARACTERS_KEPT
                ? sound
                : new Heard(sound.time(), sound.callId(), sound.kind(), what.substring(0, CHARACTERS_KEPT) + "…");
    }

    /** Says what a phone does by itself. */
    public void script(Identifier phone, List<Reaction> script) {
        scripts.put(phone, script);
    }

    public List<Reaction> scriptOf(Identifier phone) {
        return scripts.getOrDefault(phone, List.of());
    }

    /** Who heard something. */
    public List<Identifier> listeners() {
        return List.copyOf(heard.keySet());
    }

    public List<Heard> heardBy(Identifier phone) {
        return List.copyOf(heard.getOrDefault(phone, List.of()));
    }

    public Map<Identifier, PhoneSetting> all() {
        return new LinkedHashMap<>(settings);
    }

    public void clear() {
        settings.clear();
        heard.clear();
        scripts.clear();
    }
}
