package dev.callautomation.examples.ivr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.TimelineEntry;

/** What can be seen and done while one caller's story goes on. */
final class Scene {

    private final CallAutomationSimulator simulator;
    private final SimulatedPhone caller;
    private final Path folder;
    private final Instant begin = Instant.now();
    private final Set<Path> before;

    /**
     * @param folder where the routes keep their files
     */
    Scene(CallAutomationSimulator simulator, String caller, Path folder) {
        this.simulator = simulator;
        this.caller = simulator.phone(caller);
        this.folder = folder;
        this.before = recordings();
    }

    SimulatedPhone caller() {
        return caller;
    }

    SimulatedPhone agent() {
        return simulator.phone(PhoneBook.AGENT);
    }

    void callIn() {
        caller.call(PhoneBook.CONTACT_CENTER);
    }

    /** Whether the caller's phone has played this, in this story. */
    boolean heard(String words) {
        return timesHeard(words) > 0;
    }

    long timesHeard(String words) {
        return caller.heard().stream()
                .filter(heard -> !heard.time().isBefore(begin) && heard.what().contains(words))
                .count();
    }

    /** Whether the application has asked for the operation in this story, and the service agreed. */
    boolean accepted(String operation) {
        return timesAccepted(operation) > 0;
    }

    long timesAccepted(String operation) {
        return timeline()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.RESPONSE
                        && operation.equals(entry.detail("operation"))
                        && entry.detail("status").startsWith("2"))
                .count();
    }

    /** Whether the service's timeline says this. */
    boolean told(String text) {
        return timeline().anyMatch(entry -> entry.text().equals(text));
    }

    private Stream<TimelineEntry> timeline() {
        return simulator.calls().stream()
                .flatMap(call -> simulator.timeline(call.callId()).stream())
                .filter(entry -> !entry.time().isBefore(begin));
    }

    /** Whether the caller is in no call any more. */
    boolean callerIsFree() {
        return simulator.calls().stream().noneMatch(call -> isIn(call, caller.id()));
    }

    boolean agentTalks() {
        return simulator.calls().stream().anyMatch(call -> isIn(call, caller.id()) && isIn(call, agent().id()));
    }

    void everybodyHangsUp() {
        caller.hangUp();
        if (simulator.calls().stream().anyMatch(call -> isIn(call, agent().id()))) {
            agent().hangUp();
        }
    }

    /** Whether a recording of this story is in a file, whole. */
    boolean recordingSaved() {
        return recordings().stream().anyMatch(file -> !before.contains(file));
    }

    private Set<Path> recordings() {
        Path recordings = folder.resolve("recordings");
        if (!Files.isDirectory(recordings)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(recordings)) {
            return files.filter(file -> file.toString().endsWith(".wav")
                            && !file.getFileName().toString().startsWith("."))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(CallSnapshot call, Identifier who) {
        return call.participants().stream()
                .anyMatch(participant -> participant.identifier().equals(who));
    }
}
