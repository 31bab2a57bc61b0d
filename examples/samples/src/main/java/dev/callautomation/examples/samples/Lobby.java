package dev.callautomation.examples.samples;

import java.util.List;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.story.Moment;
import dev.callautomation.examples.support.story.Scene;
import dev.callautomation.examples.support.story.Story;

import static dev.callautomation.examples.support.story.Moment.when;

/** Who waits in the lobby of {@code lobby.camel.yaml}, and what comes of it. The host is the agent of the phone book. */
final class Lobby {

    private static final Moment MEETING_OPEN = when("the meeting is open", scene -> scene.delivered("CallConnected"))
            .then(Scene::callIn);
    private static final Moment WAITS = when("waits in the lobby", scene -> scene.heard("You are in the lobby"));
    private static final Moment HOST_ASKED =
            when("the host is asked", scene -> scene.heard(PhoneBook.AGENT, "Somebody waits in the lobby"));
    private static final Moment SENT_AWAY = when("sent away", scene -> scene.heard("You cannot be let in"));
    private static final Moment HUNG_UP = when("hung up", Scene::personIsFree);

    static final List<Story> STORIES = List.of(
            new Story(
                    "Lobby: there is no meeting yet",
                    PhoneBook.ADA.phone(),
                    Scene::callIn,
                    List.of(WAITS, SENT_AWAY, HUNG_UP)),
            new Story(
                    "Lobby: the host lets Ada in",
                    PhoneBook.ADA.phone(),
                    Lobby::openMeeting,
                    List.of(
                            MEETING_OPEN,
                            WAITS,
                            HOST_ASKED.then(scene -> scene.agent().say("let them in")),
                            when("moved into the meeting", Scene::agentTalks),
                            when("the route knows", scene -> scene.accepted("getParticipants"))
                                    .then(Scene::everybodyHangsUp),
                            HUNG_UP)),
            new Story(
                    "Lobby: the host sends Ben away",
                    PhoneBook.BEN.phone(),
                    Lobby::openMeeting,
                    List.of(
                            MEETING_OPEN,
                            WAITS,
                            HOST_ASKED.then(scene -> scene.agent().press("2")),
                            SENT_AWAY,
                            HUNG_UP.then(scene -> scene.agent().hangUp()))),
            new Story(
                    "Lobby: the host does not answer",
                    PhoneBook.ADA.phone(),
                    Lobby::openMeeting,
                    List.of(MEETING_OPEN, WAITS, HOST_ASKED, SENT_AWAY, HUNG_UP.then(scene -> scene.agent()
                            .hangUp()))),
            new Story(
                    "Lobby: Ben hangs up before he is let in",
                    PhoneBook.BEN.phone(),
                    Lobby::openMeeting,
                    List.of(
                            MEETING_OPEN,
                            WAITS,
                            HOST_ASKED.then(scene -> {
                                scene.person().hangUp();
                                scene.agent().press("1");
                            }),
                            when("nobody is moved", scene -> scene.refused("moveParticipants"))
                                    .then(scene -> scene.agent().hangUp()))),
            new Story(
                    "Lobby: the host has left",
                    PhoneBook.ADA.phone(),
                    Scene::callIn,
                    List.of(WAITS, SENT_AWAY, HUNG_UP)));

    private Lobby() {}

    private static void openMeeting(Scene scene) {
        scene.agent().call(PhoneBook.MEETING);
    }
}
