package dev.callautomation.simulator.engine.call;

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

import dev.callautomation.simulator.engine.media.MediaOperation;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.engine.phone.PhoneRegistry;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry;

/**
 * The view that one command has of the calls, and what it changes: calls, effects and scheduled commands. The engine
 * takes the changes over only if the command succeeds.
 */
public final class CommandContext {

    private static final Map<Class<? extends PlaySource>, Heard.Kind> HEARD = Map.of(
            PlaySource.File.class, Heard.Kind.FILE,
            PlaySource.Text.class, Heard.Kind.TEXT,
            PlaySource.Ssml.class, Heard.Kind.SSML);

    private static final Map<Heard.Kind, String> PREFIXES =
            Map.of(Heard.Kind.TONES, "tones ", Heard.Kind.STREAM, "streamed sound, ");

    private static final long MEGABYTE = 1024L * 1024;

    private final CallRegistry calls;
    private final PhoneRegistry phones;
    private final EngineSettings settings;
    private final Ids ids;
    private final Instant now;
    private final Map<String, Call> changed = new LinkedHashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<ScheduledCommand> scheduled = new ArrayList<>();
    private final Map<Identifier, List<Heard>> heard = new LinkedHashMap<>();

    public CommandContext(CallRegistry calls, PhoneRegistry phones, EngineSettings settings, Ids ids, Instant now) {
        this.calls = calls;
        this.phones = phones;
        this.settings = settings;
        this.ids = ids;
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    public Ids ids() {
        return ids;
    }

    public EngineSettings settings() {
        return settings;
    }

    public PhoneRegistry phones() {
        return phones;
    }

    /** A call that is still going on. */
    public Optional<Call> findCall(String callId) {
        return calls.byId(callId).map(this::current).filter(call -> !call.over());
    }

    /** The running call of an application's live leg, 404/8522 otherwise. */
    public Call callOfLeg(String legId) {
        return calls.byLeg(legId)
                .map(this::current)
                .filter(call -> !call.over())
                .filter(call -> call.findLeg(legId).filter(Leg::isLive).isPresent())
                .orElseThrow(ServiceError::callNotFound);
    }

    /** The running call of a leg, whatever state that is in. */
    public Optional<Call> findCallOfLeg(String legId) {
        return calls.byLeg(legId)
                .map(this::current)
                .filter(call -> !call.over() && call.findLeg(legId).isPresent());
    }

    /** As {@link #callOfLeg}, but 400/8501 when the call has not been answered yet. */
    public Call establishedCallOfLeg(String legId) {
        Call call = callOfLeg(legId);
        if (!call.leg(legId).isEstablished()) {
            throw ServiceError.notEstablished();
        }
        return call;
    }

    public Optional<Call> callOfContext(String incomingCallContext) {
        return calls.byContext(incomingCallContext).map(this::current);
    }

    Optional<Call> callOfServerCallId(String serverCallId) {
        return calls.byServerCallId(serverCallId).map(this::current).filter(call -> !call.over());
    }

    /** The call a recording was made of, over or not; 404/8522 when there is none. */
    public Call callOfRecording(String recordingId) {
        return calls.byRecording(recordingId)
                .map(this::current)
                .filter(call -> call.recording(recordingId).isPresent())
                .orElseThrow(() -> new ServiceError(404, "8522", "Recording not found."));
    }

    public List<Call> runningCalls() {
        return calls.all().stream()
                .map(this::current)
                .filter(call -> !call.over())
                .toList();
    }

    /** Refuses a media operation of a call, 429/8516, when those of all calls take as much memory as they may. */
    public void checkRoomFor(Call call, MediaOperation operation) {
        if (calls.mediaBytesWith(call) + operation.size() > settings.mediaBytes()) {
            throw ServiceError.throttled("The texts of media operations that run or wait take "
                    + settings.mediaBytes() / MEGABYTE + " MB: go on when some have ended, or cancel them.");
        }
    }

    public Optional<Call> callOfConference(Conference conference) {
        return runningCalls().stream()
                .filter(call -> conference.equals(call.conference()))
                .findFirst();
    }

    public Call save(Call changedCall) {
        calls.checkRoomFor(changedCall.id());
        List<Identifier> present =
                changedCall.parties().stream().map(Party::identifier).toList();
        Call saved = changedCall.connectedSince(now).withEachRecording(recording -> recording.attendedBy(present));
        changed.put(saved.id(), saved);
        return saved;
    }

    /** Runs a command later. */
    public void schedule(Call call, Duration delay, Command<?> command) {
        scheduled.add(new ScheduledCommand(call.id(), delay, command));
    }

    /** A callback to the leg's own address. */
    public void callback(Call call, Leg leg, String type, ResultInformation result) {
        callback(call, leg, type, Map.of(), null, null, result);
    }

    /** A callback to the leg's own address, carrying the context given with create, answer or connect. */
    public void callbackWithContext(Call call, Leg leg, String type, ResultInformation result) {
        callback(call, leg, type, Map.of(), leg.operationContext(), null, result);
    }

    /**
     * A callback that belongs to an operation.
     *
     * @param operationCallbackUri takes the place of the leg's own address when not {@code null}
     */
    public void callback(
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
    public void effect(Effect effect) {
        effects.add(effect);
    }

    /** Something can be heard in the call. */
    public Call soundEvent(Call call, SoundEvent soundEvent) {
        List<String> legIds = call.establishedLegs().stream().map(Leg::id).toList();
        effects.add(new Effect.Sounds(call.id(), legIds, soundEvent));
        return call.withEachRecording(recording -> recording.heard(soundEvent));
    }

    public void gridEvent(Call call, String type, String subject, Map<String, Object> data) {
        effects.add(new Effect.GridEvent(call.id(), type, subject, now, data));
    }

    /** A phone did something. */
    public void phoneNote(Call call, Identifier phone, String text, PhoneBehaviour behaviour) {
        Map<String, String> details = behaviour == null
                ? Map.of("phone", phone.rawId())
                : Map.of("phone", phone.rawId(), "behaviour", behaviour.wireName());
        note(call, TimelineEntry.Kind.PHONE, phone.label(), null, text, details);
    }

    /**
     * A phone was operated, or does by itself what it could be operated to do.
     *
     * @param action as the control API names it
     * @param what the keys, the words or the conference, {@code null} for none
     */
    public void phoneAction(Call call, Identifier phone, String text, String action, String what) {
        Map<String, String> details = what == null
                ? Map.of("phone", phone.rawId(), "action", action)
                : Map.of("phone", phone.rawId(), "action", action, "what", what);
        note(call, TimelineEntry.Kind.PHONE, phone.label(), null, text, details);
    }

    /** A phone hears a source that is played. */
    public void heard(Call call, Identifier phone, PlaySource source) {
        heard(call, phone, HEARD.get(source.getClass()), source.label());
    }

    /** A phone hears something. */
    public void heard(Call call, Identifier phone, Heard.Kind kind, String what) {
        heard.computeIfAbsent(phone, any -> new ArrayList<>()).add(new Heard(now, call.id(), kind, what));
        String quoted = kind == Heard.Kind.TEXT || kind == Heard.Kind.SSML ? "\"" + what + "\"" : what;
        note(
                call,
                TimelineEntry.Kind.PHONE,
                phone.label(),
                null,
                "hears " + PREFIXES.getOrDefault(kind, "") + quoted,
                Map.of("phone", phone.rawId(), "heard", kind.name().toLowerCase(Locale.ROOT)));
    }

    /** Fetches a file and runs a command with what it is. */
    public void fetch(Call call, URI uri, Function<Sound, Command<?>> then) {
        effects.add(new Effect.Fetch(call.id(), uri, then));
    }

    public void note(
            Call call, TimelineEntry.Kind kind, String from, String to, String text, Map<String, String> details) {
        effects.add(new Effect.Note(new TimelineEntry(call.id(), now, kind, from, to, text, details)));
    }

    public List<Call> changes() {
        return List.copyOf(changed.values());
    }

    /** What phones heard. */
    public Map<Identifier, List<Heard>> heard() {
        return heard;
    }

    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    public List<ScheduledCommand> scheduled() {
        return List.copyOf(scheduled);
    }

    private Call current(Call stored) {
        return changed.getOrDefault(stored.id(), stored);
    }
}
