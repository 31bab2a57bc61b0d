package dev.callautomation.examples.support;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.model.PhoneBehaviour;

/** Runs call scripts one after another on the simulator's phones, prints the timeline, and checks every step. */
public final class SimulatedCalls {

    /** How long the rest of a call may take before the next one is printed. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final CallAutomationSimulator simulator;
    private final TimelinePrinter printer;
    private final Path folder;
    private final Duration timeout;

    /**
     * @param folder  where the routes keep their files
     * @param timeout how long each step may take; a missing step is reported after it, so that it can be generous
     */
    public SimulatedCalls(CallAutomationSimulator simulator, PrintStream out, Path folder, Duration timeout) {
        this(simulator, new TimelinePrinter(out), folder, timeout);
        printer.follow(simulator);
    }

    SimulatedCalls(CallAutomationSimulator simulator, TimelinePrinter printer, Path folder, Duration timeout) {
        this.simulator = simulator;
        this.printer = printer;
        this.folder = folder;
        this.timeout = timeout;
    }

    /** Whether every step of every script happened. */
    public boolean run(List<CallScript> scripts) throws InterruptedException {
        int[] happened = new int[scripts.size()];
        for (int i = 0; i < happened.length; i++) {
            happened[i] = run(scripts.get(i));
        }
        printer.title("Expected steps");
        boolean complete = true;
        for (int i = 0; i < happened.length; i++) {
            printer.result(scripts.get(i), happened[i]);
            complete &= happened[i] == scripts.get(i).steps().size();
        }
        return complete;
    }

    /** The number of steps that happened. */
    private int run(CallScript script) throws InterruptedException {
        printer.title(script.title());
        SimulatedCall call = new SimulatedCall(simulator, script.person(), folder);
        for (SimulatedPhone phone : List.of(call.person(), call.agent())) {
            phone.behaviour(PhoneBehaviour.ANSWER).script();
        }
        script.start().accept(call);
        int happened = 0;
        for (Step step : script.steps()) {
            if (!await(() -> step.condition().test(call), timeout)) {
                return happened;
            }
            step.action().accept(call);
            happened++;
        }
        await(call::isOver, REST);
        // entries reach the printer a moment after they are recorded
        TimeUnit.MILLISECONDS.sleep(50);
        return happened;
    }

    private static boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return true;
    }
}
