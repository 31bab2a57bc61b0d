package dev.callautomation.examples.samples;

import java.util.List;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.story.Moment;
import dev.callautomation.examples.support.story.Scene;
import dev.callautomation.examples.support.story.Story;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static dev.callautomation.examples.support.story.Moment.when;

/** Who is called by {@code appointment-reminder.camel.yaml}, and what comes of it. */
final class AppointmentReminder {

    private static final Moment REMINDED = when("reminded", scene -> scene.heard("reminder.wav"));
    private static final Moment HUNG_UP = when("hung up", Scene::personIsFree);
    private static final Moment DONE = when("the file is done", scene -> scene.saved("reminders/.camel"));

    static final List<Story> STORIES = List.of(
            answered("Ada presses 1", REMINDED.then(scene -> scene.person().press("1")), "confirmed"),
            answered("Ada presses 2", REMINDED.then(scene -> scene.person().press("2")), "cancelled"),
            answered(
                    "Ada presses 9, which means nothing",
                    REMINDED.then(scene -> scene.person().press("9")),
                    "invalid"),
            answered("Ada presses nothing", REMINDED, "timed-out"),
            new Story(
                    "Appointment reminder: Ben hangs up when he is reminded",
                    PhoneBook.BEN.phone(),
                    scene -> remind(scene, PhoneBehaviour.ANSWER),
                    List.of(REMINDED.then(scene -> scene.person().hangUp()), DONE)),
            new Story(
                    "Appointment reminder: Ben does not pick up",
                    PhoneBook.BEN.phone(),
                    scene -> remind(scene, PhoneBehaviour.NO_ANSWER),
                    List.of(when("given up", scene -> scene.accepted("terminateCall")), HUNG_UP, DONE)),
            new Story(
                    "Appointment reminder: Ben declines",
                    PhoneBook.BEN.phone(),
                    scene -> remind(scene, PhoneBehaviour.DECLINE),
                    List.of(when("not reached", scene -> scene.delivered("CreateCallFailed")), DONE)));

    private AppointmentReminder() {}

    /** @param prompt the name of the file that is played in reply */
    private static Story answered(String title, Moment reminded, String prompt) {
        return new Story(
                "Appointment reminder: " + title,
                PhoneBook.ADA.phone(),
                scene -> remind(scene, PhoneBehaviour.ANSWER),
                List.of(reminded, when(prompt, scene -> scene.heard(prompt + ".wav")), HUNG_UP, DONE));
    }

    private static void remind(Scene scene, PhoneBehaviour person) {
        scene.person().behaviour(person);
        scene.enter("reminders", scene.person().id().label());
    }
}
