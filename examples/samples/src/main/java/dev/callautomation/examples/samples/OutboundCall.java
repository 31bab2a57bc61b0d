package dev.callautomation.examples.samples;

import java.util.List;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.story.Moment;
import dev.callautomation.examples.support.story.Scene;
import dev.callautomation.examples.support.story.Story;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.examples.support.story.Moment.when;

/** Who is called by {@code outbound-call.camel.yaml}, and what comes of it. */
final class OutboundCall {

    private static final Moment ASKED = when("asked", scene -> scene.heard("Say confirm"));
    private static final Moment HUNG_UP = when("hung up", Scene::personIsFree);
    private static final Moment DONE = when("the file is done", scene -> scene.saved("calls/.camel"));

    static final List<Story> STORIES = List.of(
            new Story(
                    "Outbound call: Ada says confirm",
                    PhoneBook.ADA.phone(),
                    scene -> call(scene, PhoneBehaviour.ANSWER),
                    List.of(
                            ASKED.then(scene -> scene.person().say("confirm")),
                            when("confirmed", scene -> scene.heard("See you tomorrow")),
                            HUNG_UP,
                            DONE)),
            new Story(
                    "Outbound call: Ben presses 9, which is not on the menu, then 2",
                    PhoneBook.BEN.phone(),
                    scene -> call(scene, PhoneBehaviour.ANSWER),
                    List.of(
                            ASKED.then(scene -> scene.person().press("9")),
                            when("asked once more", scene -> scene.heard("did not get that"))
                                    .then(scene -> scene.person().press("2")),
                            when("cancelled", scene -> scene.heard("is cancelled")),
                            HUNG_UP,
                            DONE)),
            new Story(
                    "Outbound call: Ada says nothing",
                    PhoneBook.ADA.phone(),
                    scene -> call(scene, PhoneBehaviour.ANSWER),
                    List.of(
                            ASKED,
                            when("asked once more", scene -> scene.heard("did not get that")),
                            when("told what comes of it", scene -> scene.heard("Without an answer")),
                            HUNG_UP,
                            DONE)),
            new Story(
                    "Outbound call: Ben hangs up when he is asked",
                    PhoneBook.BEN.phone(),
                    scene -> call(scene, PhoneBehaviour.ANSWER),
                    List.of(ASKED.then(scene -> scene.person().hangUp()), DONE)),
            new Story(
                    "Outbound call: Ada does not pick up",
                    PhoneBook.ADA.phone(),
                    scene -> call(scene, PhoneBehaviour.NO_ANSWER),
                    List.of(when("given up", scene -> scene.accepted("terminateCall")), HUNG_UP, DONE)),
            new Story(
                    "Outbound call: Ben is busy",
                    PhoneBook.BEN.phone(),
                    scene -> call(scene, PhoneBehaviour.BUSY),
                    List.of(when("not reached", scene -> scene.delivered("CreateCallFailed")), DONE)),
            new Story(
                    "Outbound call: Ada is called while Ben has not picked up yet",
                    PhoneBook.ADA.phone(),
                    scene -> {
                        scene.phone(PhoneBook.BEN.phone()).behaviour(PhoneBehaviour.MANUAL);
                        scene.enter("calls", PhoneBook.BEN.phone());
                        call(scene, PhoneBehaviour.ANSWER);
                    },
                    List.of(
                            ASKED.then(
                                    scene -> scene.phone(PhoneBook.BEN.phone()).answer()),
                            when("the other is asked, too", scene -> scene.heard(PhoneBook.BEN.phone(), "Say confirm"))
                                    .then(scene -> {
                                        scene.person().press("1");
                                        scene.phone(PhoneBook.BEN.phone()).press("2");
                                    }),
                            when("confirmed", scene -> scene.heard("See you tomorrow")),
                            when("the other cancelled", scene -> scene.heard(PhoneBook.BEN.phone(), "is cancelled")),
                            HUNG_UP,
                            DONE)));

    private OutboundCall() {}

    private static void call(Scene scene, PhoneBehaviour person) {
        scene.person().behaviour(person);
        scene.enter("calls", scene.person().id().label());
    }
}
