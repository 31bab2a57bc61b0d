package dev.callautomation.examples.ivr;

import java.util.List;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.story.Scene;
import dev.callautomation.examples.support.story.Story;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.examples.support.story.Moment.when;

/** The callers and what comes of their calls. */
final class Stories {

    static final Story SUPPORT = new Story(
            "Ada asks for support and agrees to be recorded",
            PhoneBook.ADA.phone(),
            scene -> scene.callIn(PhoneBehaviour.ANSWER),
            List.of(
                    when("greeted", scene -> scene.heard("Welcome")),
                    when("asked what about", scene -> scene.heard("For sales"))
                            .then(scene -> scene.person().say("support")),
                    when("asked for consent", scene -> scene.heard("May we record"))
                            .then(scene -> scene.person().press("1")),
                    when("music while waiting", scene -> scene.heard("music")),
                    when("agent joined", Scene::agentTalks),
                    when("recording", scene -> scene.accepted("startRecording")).then(Scene::everybodyHangsUp),
                    when("recording saved", scene -> scene.saved("recordings")),
                    when("recording deleted at the service", scene -> scene.told("the recording's file is deleted"))));

    static final Story VOICEMAIL = new Story(
            "Ben presses 1 for sales, and nobody answers",
            PhoneBook.BEN.phone(),
            scene -> scene.callIn(PhoneBehaviour.NO_ANSWER),
            List.of(
                    when("asked what about", scene -> scene.heard("For sales"))
                            .then(scene -> scene.person().press("1")),
                    when("asked for consent", scene -> scene.heard("May we record"))
                            .then(scene -> scene.person().press("2")),
                    when("nobody answered", scene -> scene.heard("Leave a message")),
                    when("message recorded", scene -> scene.accepted("startRecording"))
                            .then(scene -> scene.person().say("I would like to order ten more.")),
                    // menu, consent, and now the end of the message
                    when("listened to", scene -> scene.timesAccepted("recognize") == 3)
                            .then(scene -> scene.person().press("#")),
                    when("thanked", scene -> scene.heard("Thank you")),
                    when("hung up", Scene::personIsFree),
                    when("message saved", scene -> scene.saved("recordings"))));

    static final Story CALL_BACK = new Story(
            "Ada wants to be called back",
            PhoneBook.ADA.phone(),
            scene -> scene.callIn(PhoneBehaviour.ANSWER),
            List.of(
                    when("asked what about", scene -> scene.heard("For sales"))
                            .then(scene -> scene.person().press("3")),
                    when("promised", scene -> scene.heard("We will call you back")),
                    when("hung up", Scene::personIsFree),
                    when("called back", scene -> scene.accepted("createCall")),
                    when("asked for consent", scene -> scene.heard("May we record"))
                            .then(scene -> scene.person().press("2")),
                    when("agent joined", Scene::agentTalks).then(Scene::everybodyHangsUp),
                    when("call ended", Scene::personIsFree)));

    static final Story SILENCE = new Story(
            "Ben says nothing",
            PhoneBook.BEN.phone(),
            scene -> scene.callIn(PhoneBehaviour.ANSWER),
            List.of(
                    when("asked what about", scene -> scene.heard("For sales")),
                    when("asked once more", scene -> scene.timesHeard("For sales") == 2),
                    when("said goodbye to", scene -> scene.heard("We did not hear you")),
                    when("hung up", Scene::personIsFree)));

    static final List<Story> ALL = List.of(SUPPORT, VOICEMAIL, CALL_BACK, SILENCE);

    private Stories() {}
}
