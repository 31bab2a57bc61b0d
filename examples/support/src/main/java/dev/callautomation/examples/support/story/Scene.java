package dev.callautomation.examples.support.story;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry;

/** What can be seen and done while one person's story goes on. */
public final class Scene {

    private final CallAutomationSimulator simulator;
    private final SimulatedPhone person;
    private final Inbox inbox;
    private final Instant begin = Instant.now();

    /**
     * @param folder where the routes keep their files
     */
    Scene(CallAutomationSimulator simulator, String person, Path folder) {
        this.simulator = simulator;
        this.person = simulator.phone(person);
        this.inbox = new Inbox(folder);
    }

    /** The phone of the person whom the story is about. */
    public SimulatedPhone person() {
        return person;
    }

    public SimulatedPhone agent() {
        return phone(PhoneBook.AGENT);
    }

    /** @param id a phone number or raw id */
    public SimulatedPhone phone(String id) {
        return simulator.phone(id);
    }

    /** The person calls the contact centre. */
    public void callIn() {
        person.call(PhoneBook.CONTACT_CENTER);
    }

    /** The person calls the contact centre, and the agent's phone does this when it rings. */
    public void callIn(PhoneBehaviour agent) {
        agent().behaviour(agent);
        callIn();
    }

    /** Puts a line of text into a new file in this folder of the application. */
    public void enter(String folder, String line) {
        inbox.put(folder, line + System.lineSeparator());
    }

    /** Whether the person's phone has played this, in this story. */
    public boolean heard(String words) {
        return timesHeard(words) > 0;
    }

    public long timesHeard(String words) {
        return timesHeard(person, words);
    }

    /** As {@link #heard(String)}, for the phone with this number or raw id. */
    public boolean heard(String phone, String words) {
        return timesHeard(phone(phone), words) > 0;
    }

    private long timesHeard(SimulatedPhone phone, String words) {
        return phone.heard().stream()
                .filter(heard -> !heard.time().isBefore(begin) && heard.what().contains(words))
                .count();
    }

    /** Whether the application has asked for the operation in this story, and the service agreed. */
    public boolean accepted(String operation) {
        return timesAccepted(operation) > 0;
    }

    public long timesAccepted(String operation) {
        return answers(operation).filter(status -> status.startsWith("2")).count();
    }

    /** Whether the application has asked for the operation in this story, and the service refused. */
    public boolean refused(String operation) {
        return answers(operation).anyMatch(status -> !status.startsWith("2"));
    }

    private Stream<String> answers(String operation) {
        return timeline()
                .filter(entry ->
                        entry.kind() == TimelineEntry.Kind.RESPONSE && operation.equals(entry.detail("operation")))
                .map(entry -> entry.detail("status"));
    }

    /** Whether the application has taken an event of this type in this story. */
    public boolean delivered(String event) {
        return timeline()
                .anyMatch(entry -> entry.kind() == TimelineEntry.Kind.DELIVERY
                        && event.equals(entry.detail("event"))
                        && entry.detail("status").startsWith("2"));
    }

    /** Whether the service's timeline says this. */
    public boolean told(String text) {
        return timeline().anyMatch(entry -> entry.text().equals(text));
    }

    private Stream<TimelineEntry> timeline() {
        return simulator.calls().stream()
                .flatMap(call -> simulator.timeline(call.callId()).stream())
                .filter(entry -> !entry.time().isBefore(begin));
    }

    /** Whether the person is in no call any more. */
    public boolean personIsFree() {
        return simulator.calls().stream().noneMatch(call -> isIn(call, person));
    }

    /** Whether the person and the agent are in one call. */
    public boolean agentTalks() {
        return simulator.calls().stream().anyMatch(call -> isIn(call, person) && isIn(call, agent()));
    }

    public void everybodyHangsUp() {
        person.hangUp();
        if (simulator.calls().stream().anyMatch(call -> isIn(call, agent()))) {
            agent().hangUp();
        }
    }

    /** Whether a file has come into this folder in this story, whole. */
    public boolean saved(String folder) {
        return inbox.hasNew(folder);
    }

    private static boolean isIn(CallSnapshot call, SimulatedPhone phone) {
        return call.participants().stream()
                .anyMatch(participant -> participant.identifier().equals(phone.id()));
    }
}
