package dev.callautomation.simulator.engine;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.engine.call.CallLocator;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.Conference;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.command.call.AnswerCall;
import dev.callautomation.simulator.engine.command.call.ConnectCall;
import dev.callautomation.simulator.engine.command.call.HangUp;
import dev.callautomation.simulator.engine.command.call.RedirectCall;
import dev.callautomation.simulator.engine.command.call.RejectCall;
import dev.callautomation.simulator.engine.command.call.TerminateCall;
import dev.callautomation.simulator.engine.command.media.CancelAllMedia;
import dev.callautomation.simulator.engine.command.media.Hold;
import dev.callautomation.simulator.engine.command.media.PlayMedia;
import dev.callautomation.simulator.engine.command.media.Recognize;
import dev.callautomation.simulator.engine.command.media.SendDtmfTones;
import dev.callautomation.simulator.engine.command.media.StartContinuousDtmf;
import dev.callautomation.simulator.engine.command.media.Unhold;
import dev.callautomation.simulator.engine.command.participant.MoveParticipant;
import dev.callautomation.simulator.engine.command.participant.RemoveParticipant;
import dev.callautomation.simulator.engine.command.phone.PhoneAnswers;
import dev.callautomation.simulator.engine.command.phone.PhoneCalls;
import dev.callautomation.simulator.engine.command.phone.PhoneHangsUp;
import dev.callautomation.simulator.engine.command.phone.PhoneJoins;
import dev.callautomation.simulator.engine.command.phone.PhonePresses;
import dev.callautomation.simulator.engine.command.phone.PhoneSays;
import dev.callautomation.simulator.engine.media.Choice;
import dev.callautomation.simulator.engine.media.Listening;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.phone.PhoneStatus;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

/** Invariants of calls under random sequences of commands. */
class RandomCallsTest {

    private static final int STEPS = 1_500;
    private static final List<Identifier> WHO = List.of(
            EngineFixture.CALLER,
            EngineFixture.OUR_NUMBER,
            EngineFixture.PHONE,
            EngineFixture.AGENT,
            EngineFixture.OTHER_AGENT,
            Identifier.of("8:acs:r_third"));

    private final EngineFixture engine = new EngineFixture();
    private final List<String> legs = new ArrayList<>();
    private final List<String> accepted = new ArrayList<>();
    private final Map<String, List<Effect.Callback>> eventsOfOperations = new HashMap<>();
    private Random random;

    @Test
    void everyConnectionHasABeginningAnEndAndNumberedRosters() {
        runCalls(1);
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyConnectionHasABeginningAnEndAndNumberedRostersWithOtherSeeds(long seed) {
        runCalls(seed);
    }

    private void runCalls(long seed) {
        random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            attempt(this::act);
            attempt(this::actOnMedia);
            if (step % 10 == 0) {
                checkThatPhonesAgreeWithCalls();
                engine.pass(Duration.ofMillis(random.nextInt(40_000)));
            }
            collectLegs();
            assertThat(engine.all()).allSatisfy(RandomCallsTest::checkThatParticipantsAreUnique);
        }
        WHO.forEach(who -> engine.behaves(who, PhoneBehaviour.DECLINE));
        legs.forEach(this::terminate);
        engine.pass(Duration.ofHours(1));

        assertThat(legs).hasSizeGreaterThan(50);
        legs.forEach(this::checkLife);
        assertThat(accepted).hasSizeGreaterThan(20);
        accepted.forEach(this::checkThatItEndedOnce);
    }

    private void checkThatItEndedOnce(String operation) {
        List<String> ends = legs.stream()
                .flatMap(leg -> eventsOfOperations(leg).stream())
                .filter(event -> operation.equals(event.operationContext()))
                .map(Effect.Callback::type)
                .filter(type -> !"PlayStarted".equals(type))
                .toList();
        assertThat(ends).as("ends of %s", operation).hasSize(1);
        assertThat(ends.get(0)).containsPattern("(Completed|Failed|Canceled)$");
    }

    private List<Effect.Callback> eventsOfOperations(String leg) {
        return eventsOfOperations.computeIfAbsent(leg, engine::callbacks);
    }

    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (ServiceError expected) {
            // refused: the engine's way to say that this is not possible now
            assertThat(expected.status()).isBetween(400, 412);
        }
    }

    private static void checkThatParticipantsAreUnique(CallSnapshot call) {
        List<Identifier> who = new ArrayList<>(call.ringing());
        call.participants().forEach(participant -> who.add(participant.identifier()));
        assertThat(who).as("parties and targets of %s", call).doesNotHaveDuplicates();
    }

    private void checkThatPhonesAgreeWithCalls() {
        List<CallSnapshot> calls = engine.all();
        Map<Identifier, PhoneStatus> phones = engine.look(directory -> directory.phones());
        calls.forEach(call -> {
            assertThat(phones.keySet()).containsAll(call.ringing());
            call.participants().forEach(each -> assertThat(phones).containsKey(each.identifier()));
        });
        phones.forEach((phone, status) -> {
            assertThat(status.ringingIn())
                    .isEqualTo(ids(calls, call -> call.ringing().contains(phone)));
            assertThat(status.connectedIn()).isEqualTo(ids(calls, call -> isIn(call, phone, false)));
            assertThat(status.heldIn()).isEqualTo(ids(calls, call -> isIn(call, phone, true)));
            PhoneStatus alone = engine.look(directory -> directory.phone(phone));
            assertThat(alone).isEqualTo(status);
        });
    }

    private static boolean isIn(CallSnapshot call, Identifier phone, boolean onlyHeld) {
        return call.participants().stream()
                .anyMatch(each -> each.identifier().equals(phone) && (each.onHold() || !onlyHeld));
    }

    private static List<String> ids(List<CallSnapshot> calls, Predicate<CallSnapshot> which) {
        return calls.stream().filter(which).map(CallSnapshot::callId).toList();
    }

    private void checkLife(String leg) {
        List<Effect.Callback> events = engine.callbacks(leg);
        List<String> types = events.stream().map(Effect.Callback::type).toList();
        List<String> ends = types.stream()
                .filter(type -> List.of("CallDisconnected", "AnswerFailed", "ConnectFailed")
                        .contains(type))
                .toList();
        assertThat(ends).as("ends of %s in %s", leg, types).hasSize(1);
        assertThat(types.get(types.size() - 1)).as("last of %s", types).isEqualTo(ends.get(0));
        assertThat(types.stream().filter("CallConnected"::equals)).hasSizeLessThanOrEqualTo(1);
        List<Integer> sequence = events.stream()
                .map(event -> (Integer) event.specific().get("sequenceNumber"))
                .filter(number -> number != null)
                .toList();
        assertThat(sequence).isSorted().doesNotHaveDuplicates();
    }

    private void terminate(String leg) {
        try {
            engine.run(new TerminateCall(leg));
        } catch (ServiceError over) {
            assertThat(over.code()).isEqualTo("8522");
        }
    }

    private void act() {
        switch (random.nextInt(16)) {
            case 0 -> engine.behaves(who(), pick(List.of(PhoneBehaviour.values())));
            case 1 -> engine.run(new PhoneCalls(who(), who(), null, CustomContext.NONE));
            case 2 -> engine.create(who(), who());
            case 3, 4 ->
                engine.run(new AnswerCall(
                        context(), EngineFixture.CALLBACK, null, null, "2026-03-12", new MediaSetup(true, List.of())));
            case 5 -> engine.run(new RejectCall(context(), pick(List.of(Refusal.values()))));
            case 6 -> engine.run(new RedirectCall(context(), who()));
            case 7 -> engine.add(leg(), who());
            case 8 -> engine.transfer(leg(), who(), random.nextBoolean() ? who() : null);
            case 9 -> engine.run(new RemoveParticipant(leg(), who(), null, null));
            case 10 -> engine.run(new MoveParticipant(leg(), leg(), who(), null, null));
            case 11 -> engine.run(new PhoneHangsUp(who()));
            case 12 -> engine.run(new PhoneAnswers(who()));
            case 13 -> engine.run(new HangUp(leg()));
            case 14 ->
                engine.run(new ConnectCall(
                        CallLocator.serverCall(pick(engine.all()).serverCallId()),
                        EngineFixture.CALLBACK,
                        null,
                        "2026-03-12",
                        MediaSetup.NONE));
            default -> engine.run(new PhoneJoins(who(), new Conference(Conference.Kind.ROOM, "room")));
        }
    }

    private void actOnMedia() {
        switch (random.nextInt(10)) {
            case 0, 1 ->
                request(tag -> new PlayMedia(
                        leg(), pick(List.of(List.of(), List.of(who()))), sources(), oneInFour(), oneInFour(), tag));
            case 2, 3 -> request(this::recognize);
            case 4 -> request(tag -> new SendDtmfTones(leg(), who(), List.of(Tone.ONE, Tone.POUND), tag));
            case 5 -> engine.run(new CancelAllMedia(leg()));
            case 6 -> engine.run(new PhonePresses(who(), List.of(pick(List.of(Tone.values())))));
            case 7 -> engine.run(new PhoneSays(who(), new Utterance(pick(List.of("yes", "no", "")), 1)));
            case 8 -> engine.run(new StartContinuousDtmf(leg(), who(), new OperationTag(null, null)));
            default ->
                engine.run(
                        random.nextBoolean()
                                ? new Hold(leg(), who(), null, new OperationTag(null, null))
                                : new Unhold(leg(), who()));
        }
    }

    private Command<Void> recognize(OperationTag tag) {
        boolean choose = random.nextBoolean();
        return new Recognize(
                leg(),
                oneInFour() ? null : who(),
                pick(List.of(List.of(), sources())),
                random.nextBoolean(),
                Duration.ofSeconds(random.nextInt(10)),
                choose ? null : new Listening.Collecting(Duration.ofSeconds(2), 2, List.of(Tone.POUND)),
                choose ? List.of(new Choice("Yes", List.of("yes"), Tone.ONE)) : List.of(),
                choose || random.nextBoolean() ? null : Duration.ofSeconds(1),
                oneInFour(),
                tag);
    }

    /** Remembers a request that was accepted, by its context. */
    private void request(Function<OperationTag, Command<Void>> request) {
        String context = "operation " + accepted.size();
        engine.run(request.apply(new OperationTag(context, null)));
        accepted.add(context);
    }

    private List<PlaySource> sources() {
        return List.of(pick(List.of(
                new PlaySource.Text("Welcome to this call!"),
                new PlaySource.Text(""),
                new PlaySource.File(URI.create("https://files.example/music.wav")))));
    }

    private boolean oneInFour() {
        return random.nextInt(4) == 0;
    }

    private Identifier who() {
        return pick(WHO);
    }

    private String leg() {
        return legs.isEmpty() ? "none yet" : pick(legs.subList(Math.max(0, legs.size() - 8), legs.size()));
    }

    private String context() {
        return pick(engine.all().stream()
                .map(CallSnapshot::incomingCallContext)
                .filter(context -> context != null)
                .toList());
    }

    private <T> T pick(List<T> list) {
        if (list.isEmpty()) {
            throw ServiceError.callNotFound();
        }
        return list.get(random.nextInt(list.size()));
    }

    private void collectLegs() {
        engine.all().forEach(call -> call.connections().stream()
                .map(CallSnapshot.Connection::callConnectionId)
                .filter(leg -> !legs.contains(leg))
                .forEach(legs::add));
    }
}
