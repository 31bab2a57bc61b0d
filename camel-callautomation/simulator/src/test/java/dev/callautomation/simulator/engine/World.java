package dev.callautomation.simulator.engine;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.engine.media.SoundSettings;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.switchboard.Switchboard;
import dev.callautomation.simulator.switchboard.VirtualClock;

/** An engine with a clock that is moved by hand and a list of everything it wants done; no HTTP. */
final class World {

    static final Identifier CALLER = Identifier.of("+15550001111");
    static final Identifier OUR_NUMBER = Identifier.of("+18005550100");
    static final Identifier PHONE = Identifier.of("+15550002222");
    static final Identifier AGENT = Identifier.of("8:acs:resource_agent");
    static final Identifier OTHER_AGENT = Identifier.of("8:acs:resource_other");
    static final URI CALLBACK = URI.create("https://app.example/cb");
    static final Duration RING = Duration.ofMillis(200);

    private final VirtualClock clock = new VirtualClock();
    private final List<Effect> effects = new ArrayList<>();
    private final Switchboard switchboard = new Switchboard(
            new CallEngine(new EngineSettings(
                    "resource", RING, Duration.ofSeconds(120), new SoundSettings(null, "localhost"::equals))),
            clock,
            effects::add,
            forgotten -> {});

    <R> R run(Command<R> command) {
        return switchboard.run(command);
    }

    World pass(Duration time) {
        clock.advance(time);
        return this;
    }

    /** Lets every phone that acts by itself act. */
    World settle() {
        return pass(Duration.ofSeconds(1));
    }

    World behaves(Identifier phone, PhoneBehaviour behaviour) {
        run(new SetPhone(phone, behaviour, null));
        return this;
    }

    /** A phone calls our number; the result is the call's id. */
    String ring() {
        return run(new PhoneCalls(CALLER, OUR_NUMBER, null, CustomContext.NONE));
    }

    /** A phone calls our number and the application answers. */
    String answered() {
        String call = ring();
        answer(contextOf(call));
        return call;
    }

    CallView answer(String context) {
        CallView view = run(new AnswerCall(
                context, CALLBACK, "answer-context", null, "2026-03-12", new MediaSetup(true, List.of())));
        settle();
        return view;
    }

    String create(Identifier... targets) {
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

    String add(String leg, Identifier who) {
        return run(new AddParticipant(
                leg, who, OUR_NUMBER, null, Duration.ofSeconds(30), CustomContext.NONE, "add-context", null));
    }

    void transfer(String leg, Identifier target, Identifier transferee) {
        run(new Transfer(leg, target, transferee, null, CustomContext.NONE, "transfer-context", null));
    }

    String contextOf(String call) {
        return snapshot(call).incomingCallContext();
    }

    CallSnapshot snapshot(String call) {
        return switchboard.look(directory -> directory.call(call)).orElseThrow();
    }

    List<CallSnapshot> all() {
        return switchboard.look(Directory::calls);
    }

    /** The connection id of the second application leg of a call. */
    String secondLeg(String call) {
        return snapshot(call).connections().get(1).callConnectionId();
    }

    /** What this phone heard. */
    List<String> heardBy(Identifier phone) {
        return switchboard.look(Directory::phones).get(phone).heard().stream()
                .map(Heard::what)
                .toList();
    }

    /** Whoever asked for a file gets it. */
    void fetched(Sound sound) {
        Effect.Fetch fetch = effects.stream()
                .filter(Effect.Fetch.class::isInstance)
                .map(Effect.Fetch.class::cast)
                .findFirst()
                .orElseThrow();
        effects.remove(fetch);
        run(fetch.then().apply(sound));
    }

    <R> R look(Function<Directory, R> question) {
        return switchboard.look(question);
    }

    /** Everything of one kind that was to be done. */
    <E extends Effect> List<E> effects(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Effect.Callback> callbacks(String leg) {
        return effects.stream()
                .filter(Effect.Callback.class::isInstance)
                .map(Effect.Callback.class::cast)
                .filter(callback -> callback.legId().equals(leg))
                .toList();
    }

    /** Events of one leg as {@code Type code/subCode}, in order. */
    List<String> events(String leg) {
        return callbacks(leg).stream()
                .map(callback -> callback.type() + " " + callback.result().codes())
                .toList();
    }

    /** What followed the two events of a connected call. */
    List<String> laterEvents(String leg) {
        List<String> all = events(leg);
        return all.subList(2, all.size());
    }

    Effect.Callback last(String leg) {
        List<Effect.Callback> all = callbacks(leg);
        return all.get(all.size() - 1);
    }

    List<String> gridEvents() {
        return effects.stream()
                .filter(Effect.GridEvent.class::isInstance)
                .map(effect -> ((Effect.GridEvent) effect).type())
                .toList();
    }

    /** Identifiers in the last ParticipantsUpdated of a leg. */
    List<Identifier> lastRoster(String leg) {
        List<Effect.Callback> rosters = callbacks(leg).stream()
                .filter(callback -> "ParticipantsUpdated".equals(callback.type()))
                .toList();
        List<?> parties = (List<?>) rosters.get(rosters.size() - 1).specific().get("participants");
        return parties.stream().map(party -> ((Party) party).identifier()).toList();
    }

    List<String> notes(String call) {
        return effects.stream()
                .filter(Effect.Note.class::isInstance)
                .map(effect -> ((Effect.Note) effect).entry())
                .filter(entry -> entry.callId().equals(call))
                .map(entry -> entry.description())
                .toList();
    }
}
