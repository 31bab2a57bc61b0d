package dev.callautomation.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import dev.callautomation.simulator.control.Controls;
import dev.callautomation.simulator.engine.call.Conference;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

/**
 * A phone of a simulator. What it cannot do, such as answering while it is not ringing, is an
 * {@link IllegalStateException} that says so.
 */
public final class SimulatedPhone {

    private final Controls controls;
    private final Waiting waiting;
    private final Identifier id;

    SimulatedPhone(SimulatorCore core, Identifier id) {
        this.controls = core;
        this.waiting = new Waiting(core, core.await());
        this.id = id;
    }

    /** Who this is. */
    public Identifier id() {
        return id;
    }

    /** What it does when it rings, after the simulator's ring time. */
    public SimulatedPhone behaviour(PhoneBehaviour behaviour) {
        controls.setPhone(id, behaviour, null);
        return this;
    }

    /** What it does when it has rung for {@code ring}. */
    public SimulatedPhone behaviour(PhoneBehaviour behaviour, Duration ring) {
        controls.setPhone(id, behaviour, ring);
        return this;
    }

    /**
     * What it does by itself in its calls, in place of what was said before; for example
     * {@code script(Reaction.hearing("for sales").afterMillis(300).press("1"))}.
     */
    public SimulatedPhone script(Reaction... script) {
        controls.script(id, List.of(script));
        return this;
    }

    /**
     * Calls a number, which is taken to be the application's unless it was given another behaviour.
     *
     * @param to an E.164 number or a raw id
     * @return the id of the call, which is also the connection id the answering application gets
     */
    public String call(String to) {
        return call(to, Map.of());
    }

    /** As {@link #call(String)}, with VoIP headers that arrive in the IncomingCall event. */
    public String call(String to, Map<String, String> voipHeaders) {
        return call(to, null, voipHeaders, Map.of());
    }

    /**
     * As {@link #call(String)}, with everything a caller can say.
     *
     * @param displayName {@code null} for the phone's own label
     */
    public String call(String to, String displayName, Map<String, String> voipHeaders, Map<String, String> sipHeaders) {
        return possible(
                () -> controls.call(id, Identifier.of(to), displayName, new CustomContext(sipHeaders, voipHeaders)));
    }

    /** Joins the group call of this id, or starts it; returns the id of the call. */
    public String joinGroupCall(String groupCallId) {
        return possible(() -> controls.join(id, new Conference(Conference.Kind.GROUP_CALL, groupCallId)));
    }

    /** Enters the room of this id; returns the id of the call in it. */
    public String joinRoom(String roomId) {
        return possible(() -> controls.join(id, new Conference(Conference.Kind.ROOM, roomId)));
    }

    /** Picks up; returns the id of the call. */
    public String answer() {
        return possible(() -> controls.answer(id));
    }

    /** Declines the ringing call; returns its id. */
    public String decline() {
        return possible(() -> controls.decline(id));
    }

    /** Hangs up, or declines when it is only ringing; returns the id of the call. */
    public String hangUp() {
        return possible(() -> controls.hangUp(id));
    }

    /**
     * Presses keys in its call; returns the id of the call.
     *
     * @param keys such as {@code 12#}, or the name of one such as {@code pound}
     */
    public String press(String keys) {
        return possible(() -> controls.press(id, Tone.sequence(keys)));
    }

    /** Says something clearly in its call; returns the id of the call. A blank text is unintelligible speech. */
    public String say(String text) {
        return possible(() -> controls.say(id, new Utterance(text, Utterance.CLEAR)));
    }

    /** Whether an application holds it. */
    public boolean isOnHold() {
        return !controls.phone(id).heldIn().isEmpty();
    }

    /** What it heard so far, oldest first, of each phone the last 100. */
    public List<Heard> heard() {
        return controls.phone(id).heard();
    }

    /**
     * Waits until it has heard something that contains these words; their case does not matter. What it has heard before
     * counts.
     *
     * @throws AssertionError with the timelines of all calls when it does not hear them in time
     */
    public Heard heard(String words) {
        return heard(words, 1);
    }

    /** As {@link #heard(String)}, so many times; the result is the last of them. */
    public Heard heard(String words, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1, not " + times);
        }
        String wanted = words.toLowerCase(Locale.ROOT);
        return waiting.until(
                () -> heard().stream()
                        .filter(sound -> sound.what().toLowerCase(Locale.ROOT).contains(wanted))
                        .skip(times - 1L)
                        .findFirst(),
                () -> id.label() + " has not heard \"" + words + "\"" + (times == 1 ? "" : " (" + times + " times)"),
                null);
    }

    /**
     * Waits until it rings, for one that is to be operated; returns the id of the call.
     *
     * @throws AssertionError with the timelines of all calls when it does not ring in time
     */
    public String rings() {
        return waiting.until(
                () -> controls.phone(id).ringingIn().stream().findFirst(), () -> id.label() + " has not rung", null);
    }

    private static String possible(Supplier<String> action) {
        try {
            return action.get();
        } catch (ServiceError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "SimulatedPhone[" + id + "]";
    }
}
