package dev.callautomation.simulator.engine;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.engine.sound.Noise;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry;

/** What one command sees and leaves behind: changed calls and effects, taken over only if the command succeeds. */
public final class Desk {

    private static final Map<Class<? extends PlaySource>, Heard.Kind> HEARD = Map.of(
            PlaySource.File.class, Heard.Kind.FILE,
            PlaySource.Text.class, Heard.Kind.TEXT,
            PlaySource.Ssml.class, Heard.Kind.SSML);

    private static final Map<Heard.Kind, String> WORDS =
            Map.of(Heard.Kind.TONES, "tones ", Heard.Kind.STREAM, "streamed sound, ");

    private final Calls calls;
    private final PhoneBook phones;
    private final EngineSettings settings;
    private final Ids ids;
    private final Instant now;
    private final Map<String, Call> changed = new LinkedHashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<Identifier, List<Heard>> heard = new LinkedHashMap<>();

    Desk(Calls calls, PhoneBook phones, EngineSettings settings, Ids ids, Instant now) {
        this.calls = calls;
        this.phones = phones;
        this.settings = settings;
        this.ids = ids;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    Ids ids() {
        return ids;
    }

    EngineSettings settings() {
        return settings;
    }

    PhoneBook phones() {
        return phones;
    }

    /** A call that is still going on. */
    Optional<Call> findCall(String callId) {
        return calls.byId(callId).map(this::current).filter(call -> !call.over());
    }

    /** The running call of an application's live leg, 404/8522 otherwise. */
    Call callOfLeg(String legId) {
        return calls.byLeg(legId)
                .map(this::current)
                .filter(call -> !call.over())
                .filter(call -> call.findLeg(legId).filter(Leg::isLive).isPresent())
                .orElseThrow(ServiceError::callNotFound);
    }

    /** The running call of a leg, whatever state that is in. */
    Optional<Call> findCallOfLeg(String legId) {
        return calls.byLeg(legId)
                .map(this::current)
                .filter(call -> !call.over() && call.findLeg(legId).isPresent());
    }

    /** As {@link #callOfLeg}, but 400/8501 when the call has not been answered yet. */
    Call establishedCallOfLeg(String legId) {
        Call call = callOfLeg(legId);
        if (!call.leg(legId).isEstablished()) {
            throw ServiceError.notEstablished();
        }
        return call;
    }

    Optional<Call> callOfContext(String incomingCallContext) {
        return calls.byContext(incomingCallContext).map(this::current);
    }

    Optional<Call> callOfServerCallId(String serverCallId) {
        return calls.byServerCallId(serverCallId).map(this::current).filter(call -> !call.over());
    }

    /** The call a recording was made of, over or not; 404/8522 when there is none. */
    Call callOfRecording(String recordingId) {
        return calls.byRecording(recordingId)
                .map(this::current)
                .filter(call -> call.recording(recordingId).isPresent())
                .orElseThrow(() -> new ServiceError(404, "8522", "Recording not found."));
    }

    List<Call> runningCalls() {
        return calls.all().stream()
                .map(this::current)
                .filter(call -> !call.over())
                .toList();
    }

    Optional<Call> callOfMeeting(Meeting meeting) {
        return runningCalls().stream()
                .filter(call -> meeting.equals(call.meeting()))
                .findFirst();
    }

    Call save(Call changedCall) {
        Call call = StreamDesk.beginWaiting(this, changedCall);
        List<Identifier> present =
                call.parties().stream().map(Party::identifier).toList();
        Call saved = call.connectedSince(now).withEachRecording(recording -> recording.attendedBy(present));
        changed.put(saved.id(), saved);
        return saved;
    }

    void wake(Call call, Duration delay, Command<?> command) {
        effects.add(new Effect.Wake(call.id(), delay, command));
    }

    /** A callback to the leg's own address. */
    void callback(Call call, Leg leg, String type, ResultInformation result) {
        callback(call, leg, type, Map.of(), null, null, result);
    }

    /** A callback to the leg's own address, carrying the context given with create, answer or connect. */
    void callbackWithContext(Call call, Leg leg, String type, ResultInformation result) {
        callback(call, leg, type, Map.of(), leg.operationContext(), null, result);
    }

    /**
     * A callback that belongs to an operation.
     *
     * @param operationCallbackUri takes the place of the leg's own address when not {@code null}
     */
    void callback(
            Call call,
            Leg leg,
            String type,
            Map<String, Object> specific,
            String operationContext,
            URI operationCallbackUri,
            ResultInformation result) {
        effects.add(new Effect.Callback(
                call.id(),
                leg.id(),
                call.serverCallId(),
                call.correlationId(),
                leg.apiVersion(),
                type,
                operationCallbackUri == null ? leg.callbackUri() : operationCallbackUri,
                now,
                specific,
                operationContext,
                result));
    }

    /** Something else has to be done. */
    void effect(Effect effect) {
        effects.add(effect);
    }

    /** Something can be heard in the call. */
    Call noise(Call call, Noise noise) {
        List<String> legIds = call.establishedLegs().stream().map(Leg::id).toList();
        effects.add(new Effect.Sounds(call.id(), legIds, noise));
        return call.withEachRecording(recording -> recording.heard(noise));
    }

    void gridEvent(Call call, String type, String subject, Map<String, Object> data) {
        effects.add(new Effect.GridEvent(call.id(), type, subject, now, data));
    }

    /** A phone did something. */
    void phoneNote(Call call, Identifier phone, String text, PhoneBehaviour behaviour) {
        Map<String, String> details = behaviour == null
                ? Map.of("phone", phone.rawId())
                : Map.of("phone", phone.rawId(), "behaviour", behaviour.wireName());
        note(call, TimelineEntry.Kind.PHONE, phone.label(), null, text, details);
    }

    /** A phone hears a source that is played. */
    void heard(Call call, Identifier phone, PlaySource source) {
        heard(call, phone, HEARD.get(source.getClass()), source.label());
    }

    /** A phone hears something. */
    void heard(Call call, Identifier phone, Heard.Kind kind, String what) {
        heard.computeIfAbsent(phone, any -> new ArrayList<>()).add(new Heard(now, call.id(), kind, what));
        phones.scriptOf(phone).stream()
                .filter(reaction -> reaction.isSetOffBy(what))
                .forEach(reaction -> effects.add(PhoneActs.timer(call, phone, reaction)));
        String quoted = kind == Heard.Kind.TEXT || kind == Heard.Kind.SSML ? "\"" + what + "\"" : what;
        note(
                call,
                TimelineEntry.Kind.PHONE,
                phone.label(),
                null,
                "hears " + WORDS.getOrDefault(kind, "") + quoted,
                Map.of("phone", phone.rawId(), "heard", kind.name().toLowerCase(Locale.ROOT)));
    }

    /** Fetches a file and runs a command with what it is. */
    void fetch(Call call, URI uri, Function<Sound, Command<?>> then) {
        effects.add(new Effect.Fetch(call.id(), uri, then));
    }

    void note(Call call, TimelineEntry.Kind kind, String from, String to, String text, Map<String, String> details) {
        effects.add(new Effect.Note(new TimelineEntry(call.id(), now, kind, from, to, text, details)));
    }

    List<Call> changes() {
        return List.copyOf(changed.values());
    }

    /** What phones heard. */
    Map<Identifier, List<Heard>> heard() {
        return heard;
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    private Call current(Call stored) {
        return changed.getOrDefault(stored.id(), stored);
    }
}
