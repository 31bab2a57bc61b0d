package dev.callautomation.simulator.engine;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.call.EngineSettings;
import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.command.call.AnswerCall;
import dev.callautomation.simulator.engine.command.call.CreateCall;
import dev.callautomation.simulator.engine.command.call.TransferCall;
import dev.callautomation.simulator.engine.command.participant.AddParticipant;
import dev.callautomation.simulator.engine.command.phone.PhoneCalls;
import dev.callautomation.simulator.engine.command.phone.SetPhone;
import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.engine.media.SoundSettings;
import dev.callautomation.simulator.execution.CommandExecutor;
import dev.callautomation.simulator.execution.VirtualClock;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

/** An engine with a virtual clock and a list of its effects; no HTTP. */
public final class EngineFixture {

    public static final Identifier CALLER = Identifier.of("+15550001111");
    public static final Identifier OUR_NUMBER = Identifier.of("+18005550100");
    public static final Identifier PHONE = Identifier.of("+15550002222");
    public static final Identifier AGENT = Identifier.of("8:acs:resource_agent");
    public static final Identifier OTHER_AGENT = Identifier.of("8:acs:resource_other");
    public static final URI CALLBACK = URI.create("https://app.example/cb");
    public static final Duration RING = Duration.ofMillis(200);

    /** How many go on, and how many ended ones are remembered. */
    public static final int CALLS = 50;

    /** Of the texts of media operations that run or wait. */
    public static final long MEDIA_BYTES = 1024L * 1024;

    private final VirtualClock clock = new VirtualClock();
    private final List<Effect> effects = new ArrayList<>();
    private final CommandExecutor executor = new CommandExecutor(
            new CallEngine(new EngineSettings(
                    "resource",
                    RING,
                    Duration.ofSeconds(120),
                    new SoundSettings(null, "localhost"::equals),
                    CALLS,
                    CALLS,
                    MEDIA_BYTES)),
            clock,
            effects::add,
            forgotten -> {});

    public <R> R run(Command<R> command) {
        return executor.run(command);
    }

    public EngineFixture pass(Duration time) {
        clock.advance(time);
        return this;
    }

    /** Lets every phone that acts by itself act. */
    public EngineFixture settle() {
        return pass(Duration.ofSeconds(1));
    }

    public EngineFixture behaves(Identifier phone, PhoneBehaviour behaviour) {
        run(new SetPhone(phone, behaviour, null));
        return this;
    }

    /** A phone calls our number; the result is the call's id. */
    public String ring() {
        return run(new PhoneCalls(CALLER, OUR_NUMBER, null, CustomContext.NONE));
    }

    /** A phone calls our number and the application answers. */
    public String answered() {
        String call = ring();
        answer(contextOf(call));
        return call;
    }

    public CallView answer(String context) {
        CallView view = run(new AnswerCall(
                context, CALLBACK, "answer-context", null, "2026-03-12", new MediaSetup(true, List.of())));
        settle();
        return view;
    }

    public String create(Identifier... targets) {
        return run(new CreateCall(
                        List.of(targets),
                        null,
                        OUR_NUMBER,
                        null,
                        CALLBACK,
                        "create-context",
                        "2026-03-12",
                        new MediaSetup(true, List.of())))
                .leg()
                .id();
    }

    public String add(String leg, Identifier who) {
        return run(new AddParticipant(
                leg, who, OUR_NUMBER, null, Duration.ofSeconds(30), CustomContext.NONE, "add-context", null));
    }

    public void transfer(String leg, Identifier target, Identifier transferee) {
        run(new TransferCall(leg, target, transferee, null, CustomContext.NONE, "transfer-context", null));
    }

    public String contextOf(String call) {
        return snapshot(call).incomingCallContext();
    }

    public CallSnapshot snapshot(String call) {
        return executor.look(directory -> directory.call(call)).orElseThrow();
    }

    List<CallSnapshot> all() {
        return executor.look(CallDirectory::calls);
    }

    /** The connection id of the second application leg of a call. */
    public String secondLeg(String call) {
        return snapshot(call).connections().get(1).callConnectionId();
    }

    /** What this phone heard. */
    public List<String> heardBy(Identifier phone) {
        return executor.look(directory -> directory.phone(phone)).heard().stream()
                .map(Heard::what)
                .toList();
    }

    /** Completes the pending fetch of a file. */
    public void fetched(Sound sound) {
        Effect.Fetch fetch = effects.stream()
                .filter(Effect.Fetch.class::isInstance)
                .map(Effect.Fetch.class::cast)
                .findFirst()
                .orElseThrow();
        effects.remove(fetch);
        run(fetch.then().apply(sound));
    }

    public <R> R look(Function<CallDirectory, R> question) {
        return executor.look(question);
    }

    /** Everything of one kind that was to be done. */
    public <E extends Effect> List<E> effects(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<Effect.Callback> callbacks(String leg) {
        return effects.stream()
                .filter(Effect.Callback.class::isInstance)
                .map(Effect.Callback.class::cast)
                .filter(callback -> callback.legId().equals(leg))
                .toList();
    }

    /** Events of one leg as {@code Type code/subCode}, in order. */
    public List<String> events(String leg) {
        return callbacks(leg).stream()
                .map(callback -> callback.type() + " " + callback.result().codes())
                .toList();
    }

    /** What followed the two events of a connected call. */
    public List<String> laterEvents(String leg) {
        List<String> all = events(leg);
        return all.subList(2, all.size());
    }

    public Effect.Callback last(String leg) {
        List<Effect.Callback> all = callbacks(leg);
        return all.get(all.size() - 1);
    }

    public List<String> gridEvents() {
        return effects.stream()
                .filter(Effect.GridEvent.class::isInstance)
                .map(effect -> ((Effect.GridEvent) effect).type())
                .toList();
    }

    /** Identifiers in the last ParticipantsUpdated of a leg. */
    public List<Identifier> lastRoster(String leg) {
        List<Effect.Callback> rosters = callbacks(leg).stream()
                .filter(callback -> "ParticipantsUpdated".equals(callback.type()))
                .toList();
        List<?> parties = (List<?>) rosters.get(rosters.size() - 1).specific().get("participants");
        return parties.stream().map(party -> ((Party) party).identifier()).toList();
    }

    public List<String> notes(String call) {
        return effects.stream()
                .filter(Effect.Note.class::isInstance)
                .map(effect -> ((Effect.Note) effect).entry())
                .filter(entry -> entry.callId().equals(call))
                .map(entry -> entry.description())
                .toList();
    }
}
