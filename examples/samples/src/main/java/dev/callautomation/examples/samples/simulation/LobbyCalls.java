package dev.callautomation.examples.samples.simulation;

import java.util.List;

import dev.callautomation.examples.support.CallScript;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatedCall;
import dev.callautomation.examples.support.Step;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

import static dev.callautomation.examples.samples.simulation.SimulatedSamples.after;
import static dev.callautomation.examples.support.Step.expect;

/** Calls to the lobby of {@code lobby.camel.yaml}. The host of the meeting is the agent of the phone book. */
final class LobbyCalls {

    private static final String QUESTION = "A caller waits in the lobby";
    private static final Step MEETING_OPEN = expect("meeting open", call -> call.delivered("CallConnected"))
            .then(call -> call.callIn(PhoneBehaviour.ANSWER));
    private static final Step WAITS = expect("waits in the lobby", call -> call.heard("You are in the lobby"));
    private static final Step HOST_ASKED = expect("host asked", call -> call.heard(call.agent(), QUESTION));
    private static final Step TURNED_AWAY = expect("turned away", call -> call.heard("You cannot join"));
    private static final Step HUNG_UP = expect("hung up", call -> !call.isPersonInCall());
    private static final Step MEETING_ENDED = HUNG_UP.then(call -> call.agent().hangUp());

    static final List<CallScript> SCRIPTS = List.of(
            new CallScript(
                    "Lobby: no meeting goes on",
                    PhoneBook.ADA.phone(),
                    call -> call.callIn(PhoneBehaviour.ANSWER),
                    List.of(WAITS, TURNED_AWAY, HUNG_UP)),
            withHost(
                    "the host admits Ada",
                    List.of(after(QUESTION).say("let them in")),
                    MEETING_OPEN,
                    WAITS,
                    HOST_ASKED,
                    expect("moved into the meeting", SimulatedCall::isPersonWithAgent),
                    expect("participants listed", call -> call.accepted("getParticipants"))
                            .then(SimulatedCall::hangUp),
                    HUNG_UP),
            withHost(
                    "the host refuses Ada",
                    List.of(after(QUESTION).press("2")),
                    MEETING_OPEN,
                    WAITS,
                    HOST_ASKED,
                    TURNED_AWAY,
                    MEETING_ENDED),
            withHost(
                    "the host does not answer", List.of(), MEETING_OPEN, WAITS, HOST_ASKED, TURNED_AWAY, MEETING_ENDED),
            new CallScript(
                    "Lobby: Ben hangs up before he is admitted",
                    PhoneBook.BEN.phone(),
                    call -> {
                        call.person().script(after("You are in the lobby").hangUp());
                        openMeeting(call, after(QUESTION).press("1"));
                    },
                    List.of(
                            MEETING_OPEN,
                            WAITS,
                            HOST_ASKED,
                            expect("move refused", call -> call.refused("moveParticipants"))
                                    .then(call -> call.agent().hangUp()))),
            new CallScript(
                    "Lobby: the host has left",
                    PhoneBook.ADA.phone(),
                    call -> call.callIn(PhoneBehaviour.ANSWER),
                    List.of(WAITS, TURNED_AWAY, HUNG_UP)));

    private LobbyCalls() {}

    private static CallScript withHost(String title, List<Reaction> host, Step... steps) {
        return new CallScript(
                "Lobby: " + title,
                PhoneBook.ADA.phone(),
                call -> openMeeting(call, host.toArray(Reaction[]::new)),
                List.of(steps));
    }

    private static void openMeeting(SimulatedCall call, Reaction... host) {
        call.agent().script(host);
        call.agent().call(PhoneBook.MEETING);
    }
}
