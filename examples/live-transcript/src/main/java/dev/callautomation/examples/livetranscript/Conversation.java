package dev.callautomation.examples.livetranscript;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

/** Two people talk on the simulator's phones; then the transcript is compared with what they said. */
final class Conversation {

    private static final String APPLICATION = "+18005550100";
    private static final String CALLER = "+14255550101";
    private static final String AGENT = "8:acs:3afbe310-c6d9-4b6f-a11e-c2aeb352f207_agent-mary";

    private final CallAutomationSimulator simulator;
    private final Path transcripts;
    private final Duration patience;
    private final PrintStream out;
    private final List<String> missing = new ArrayList<>();

    Conversation(CallAutomationSimulator simulator, Path transcripts, Duration patience, PrintStream out) {
        this.simulator = simulator;
        this.transcripts = transcripts;
        this.patience = patience;
        this.out = out;
    }

    /** Prints what happens; returns whether everything did. */
    boolean play() throws InterruptedException {
        SimulatedPhone caller = simulator.phone(CALLER);
        SimulatedPhone agent = simulator.phone(AGENT);
        String call = caller.call(APPLICATION);
        Path transcript = transcripts.resolve(call + ".txt");
        await("both streams are connected", () -> arrived(call, "TranscriptionStarted", "MediaStreamingStarted"));
        await("the agent is in the call", () -> arrived(call, "AddParticipantSucceeded"));
        if (missing.isEmpty()) {
            say(caller, CALLER, "Hello, I would like to change my booking.", transcript);
            say(agent, AGENT, "Gladly. Please press the first figure of its number.", transcript);
            caller.press("4");
            await("the key is answered with a sound", () -> heard(caller));
            say(caller, CALLER, "Thank you, goodbye.", transcript);
            caller.hangUp();
            agent.hangUp();
            await("the call is over", () -> arrived(call, "CallDisconnected"));
        }
        out.printf("%n%s%n", transcript);
        lines(transcript).forEach(line -> out.printf("  %s%n", line));
        return missing.isEmpty();
    }

    private void say(SimulatedPhone phone, String speaker, String text, Path transcript) throws InterruptedException {
        int before = lines(transcript).size();
        phone.say(text);
        await("the transcript has: " + text, () -> {
            List<String> lines = lines(transcript);
            return lines.size() > before && lines.get(before).endsWith("  " + speaker + "  " + text);
        });
    }

    private boolean arrived(String call, String... events) {
        List<String> delivered = simulator.timeline(call).stream()
                .filter(entry -> entry.kind() == Kind.DELIVERY)
                .map(entry -> entry.detail("event"))
                .toList();
        return delivered.containsAll(List.of(events));
    }

    private static boolean heard(SimulatedPhone phone) {
        return phone.heard().stream()
                .anyMatch(heard ->
                        heard.kind() == Heard.Kind.STREAM && heard.what().equals(Beep.MILLIS + " ms"));
    }

    private void await(String step, BooleanSupplier happened) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                missing.add(step);
                out.printf("did not happen: %s%n", step);
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        out.printf("%s%n", step);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
