package dev.callautomation.simulator.engine.phone;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;
import dev.callautomation.simulator.model.TextSize;

/** What each phone does when it rings. Belongs to the engine's single writer. */
public final class PhoneRegistry {

    static final int SOUNDS_KEPT = 100;
    static final int CHARACTERS_KEPT = 2_000;
    private static final int LISTENERS_KEPT = 1_000;
    private static final int BYTES_OF_A_SOUND = 100;
    private static final long BYTES_KEPT = 8L * 1024 * 1024;

    private final Map<Identifier, PhoneSetting> settings = new LinkedHashMap<>();
    /** The phone that heard something last is the last one. */
    private final Map<Identifier, List<Heard>> heard = new LinkedHashMap<>();

    private final Map<Identifier, List<Reaction>> scripts = new HashMap<>();
    private final PhoneSetting byDefault;
    private final long heardLimit;
    private long heardBytes;

    public PhoneRegistry(Duration ring) {
        this(ring, BYTES_KEPT);
    }

    /**
     * A registry without phones.
     *
     * @param heardLimit about how many bytes of what phones heard are kept
     */
    PhoneRegistry(Duration ring, long heardLimit) {
        this.heardLimit = heardLimit;
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

    /**
     * Phones hear something. Of each the last things are remembered; the phone that heard nothing for the longest time is
     * the first to forget.
     */
    public void heard(Map<Identifier, List<Heard>> news) {
        news.forEach((phone, sounds) -> {
            List<Heard> earlier = heard.remove(phone);
            Deque<Heard> all = new ArrayDeque<>(earlier == null ? List.of() : earlier);
            for (Heard sound : sounds) {
                Heard kept = shortened(sound);
                all.add(kept);
                heardBytes += size(kept);
            }
            heard.put(phone, rest(all, () -> all.size() > SOUNDS_KEPT));
        });
        while (heard.size() > LISTENERS_KEPT) {
            shortenEldest(() -> true);
        }
        while (heardBytes > heardLimit) {
            shortenEldest(() -> heardBytes > heardLimit);
        }
    }

    private void shortenEldest(BooleanSupplier tooMany) {
        Iterator<Map.Entry<Identifier, List<Heard>>> phonesInOrder =
                heard.entrySet().iterator();
        Map.Entry<Identifier, List<Heard>> eldest = phonesInOrder.next();
        List<Heard> rest = rest(new ArrayDeque<>(eldest.getValue()), tooMany);
        if (rest.isEmpty()) {
            phonesInOrder.remove();
        } else {
            eldest.setValue(rest);
        }
    }

    /** The sounds without the oldest while there are too many. */
    private List<Heard> rest(Deque<Heard> sounds, BooleanSupplier tooMany) {
        while (!sounds.isEmpty() && tooMany.getAsBoolean()) {
            heardBytes -= size(sounds.remove());
        }
        return List.copyOf(sounds);
    }

    private static long size(Heard sound) {
        return BYTES_OF_A_SOUND + TextSize.of(sound.what());
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
        heardBytes = 0;
        scripts.clear();
    }
}
