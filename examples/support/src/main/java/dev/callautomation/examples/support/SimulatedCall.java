package dev.callautomation.examples.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

/** The phones and files of one script, and what the simulator has recorded since the script began. */
public final class SimulatedCall {

    private final CallAutomationSimulator simulator;
    private final SimulatedPhone person;
    private final Path folder;
    private final Set<File> filesBefore;
    private final Instant start = Instant.now();

    private String id;

    SimulatedCall(CallAutomationSimulator simulator, String person, Path folder) {
        this.simulator = simulator;
        this.person = simulator.phone(person);
        this.folder = folder;
        this.filesBefore = files(folder.toFile());
    }

    /** The phone of the script's person. */
    public SimulatedPhone person() {
        return person;
    }

    public SimulatedPhone agent() {
        return phone(PhoneBook.AGENT);
    }

    public SimulatedPhone phone(String number) {
        return simulator.phone(number);
    }

    /** The person calls the contact center, and this is what the agent's phone does when it rings. */
    public void callIn(PhoneBehaviour agent) {
        agent().behaviour(agent);
        id = person.call(PhoneBook.CONTACT_CENTER);
    }

    /** The call connection id of the person's call, after {@link #callIn}. */
    public String id() {
        return id;
    }

    /** Whether a prompt with these words was played to the person. */
    public boolean heard(String words) {
        return timesHeard(person, words) > 0;
    }

    public boolean heard(SimulatedPhone phone, String words) {
        return timesHeard(phone, words) > 0;
    }

    public long timesHeard(String words) {
        return timesHeard(person, words);
    }

    private long timesHeard(SimulatedPhone phone, String words) {
        return phone.heard().stream()
                .filter(heard -> !heard.time().isBefore(start) && heard.what().contains(words))
                .count();
    }

    /** Whether the service has accepted the operation. */
    public boolean accepted(String operation) {
        return timesAccepted(operation) > 0;
    }

    public long timesAccepted(String operation) {
        return entries(Kind.RESPONSE, "operation", operation)
                .filter(TimelinePrinter::isSuccess)
                .count();
    }

    /** Whether the service has refused the operation. */
    public boolean refused(String operation) {
        return entries(Kind.RESPONSE, "operation", operation).anyMatch(entry -> !TimelinePrinter.isSuccess(entry));
    }

    /** Whether the application has acknowledged an event of this type. */
    public boolean delivered(String event) {
        return entries(Kind.DELIVERY, "event", event).anyMatch(TimelinePrinter::isSuccess);
    }

    /** Whether the timeline has an entry with this text. */
    public boolean recorded(String text) {
        return timeline().anyMatch(entry -> entry.text().equals(text));
    }

    private Stream<TimelineEntry> entries(Kind kind, String detail, String value) {
        return timeline().filter(entry -> entry.kind() == kind && value.equals(entry.detail(detail)));
    }

    private Stream<TimelineEntry> timeline() {
        return simulator.calls().stream()
                .flatMap(call -> simulator.timeline(call.callId()).stream())
                .filter(entry -> !entry.time().isBefore(start));
    }

    public boolean isPersonInCall() {
        return simulator.calls().stream().anyMatch(call -> isIn(call, person));
    }

    public boolean isPersonWithAgent() {
        return simulator.calls().stream().anyMatch(call -> isIn(call, person) && isIn(call, agent()));
    }

    private static boolean isIn(CallSnapshot call, SimulatedPhone phone) {
        return call.participants().stream()
                .anyMatch(participant -> participant.identifier().equals(phone.id()));
    }

    /** The person hangs up, then the agent. */
    public void hangUp() {
        person.hangUp();
        if (simulator.calls().stream().anyMatch(call -> isIn(call, agent()))) {
            agent().hangUp();
        }
    }

    /** Whether no call goes on and all ends are delivered. */
    boolean isOver() {
        return simulator.calls().stream().allMatch(call -> call.state() == CallState.DISCONNECTED)
                && count(Kind.EVENT) == count(Kind.DELIVERY);
    }

    private long count(Kind kind) {
        return timeline()
                .filter(entry -> entry.kind() == kind && entry.to() != null)
                .count();
    }

    /** Writes a file into this folder, in one move: routes find it complete. */
    public void write(String folder, String line) {
        try {
            Path target = Files.createDirectories(this.folder.resolve(folder));
            Path draft = Files.writeString(Files.createTempFile(target, ".", null), line + System.lineSeparator());
            Files.move(draft, target.resolve(draft.getFileName().toString().substring(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file has been written into this folder since the script began. */
    public boolean written(String folder) {
        Set<File> files = files(this.folder.resolve(folder).toFile());
        files.removeAll(filesBefore);
        return !files.isEmpty();
    }

    /** Without those that are still being written, which have a dot before their name. */
    private static Set<File> files(File folder) {
        Set<File> files = new HashSet<>();
        File[] children = folder.listFiles();
        for (File child : children == null ? new File[0] : children) {
            if (child.isDirectory()) {
                files.addAll(files(child));
            } else if (!child.getName().startsWith(".")) {
                files.add(child);
            }
        }
        return files;
    }
}
