package dev.callautomation.benchmark.call;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import dev.callautomation.benchmark.load.LoadResult;
import dev.callautomation.benchmark.process.Commands;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.TimelineEntry;

/** The simulator, whose phones call the application: when a call has ended, another begins. Argument: port. */
final class SimulatorMain {

    private static final int PHONES = 2_000;
    private static final int GRACE_SECONDS = 20;

    private final CallAutomationSimulator simulator;
    private final ExecutorService phones = Executors.newSingleThreadExecutor();
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final AtomicLong placed = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private volatile long end;

    private SimulatorMain(CallAutomationSimulator simulator) {
        this.simulator = simulator;
    }

    public static void main(String[] arguments) throws Exception {
        CallAutomationSimulator simulator = CallAutomationSimulator.start(SimulatorOptions.defaults()
                .withPort(Integer.parseInt(arguments[0]))
                .withRing(Duration.ZERO)
                .withPlay(Duration.ZERO));
        SimulatorMain main = new SimulatorMain(simulator);
        simulator.onTimeline(main::observe);
        new Commands()
                .on(
                        "options",
                        words -> Map.of(
                                "connectionString", simulator.connectionString(),
                                "resourceId", simulator.resourceId(),
                                "callbackIssuer", simulator.issuer().toString()))
                .on("subscribe", words -> main.subscribe(words[0]))
                .on("run", words -> main.run(Integer.parseInt(words[0]), Integer.parseInt(words[1])))
                .serve();
    }

    private boolean subscribe(String address) {
        simulator.subscribe(EventGridSubscription.to(URI.create(address)).withTypes("IncomingCall"));
        return true;
    }

    private LoadResult run(int seconds, int inFlight) throws Exception {
        long start = System.nanoTime();
        long before = done.get();
        long placedBefore = placed.get();
        end = start + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; i < inFlight; i++) {
            phones.execute(this::place);
        }
        while (System.nanoTime() < end + TimeUnit.SECONDS.toNanos(GRACE_SECONDS)
                && (System.nanoTime() < end || done.get() - before < placed.get() - placedBefore)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        double elapsed = (System.nanoTime() - start) / 1e9;
        long calls = done.get() - before;
        LoadResult result = new LoadResult(calls, calls, placed.get() - placedBefore - calls, elapsed);
        simulator.reset();
        open.clear();
        ended.clear();
        return result;
    }

    private void place() {
        if (System.nanoTime() >= end) {
            return;
        }
        long number = placed.incrementAndGet();
        String call = simulator.phone("+1425555%04d".formatted(number % PHONES)).call(CallMain.APPLICATION);
        if (ended.remove(call)) {
            next();
        } else {
            open.add(call);
            if (ended.remove(call) && open.remove(call)) {
                next();
            }
        }
    }

    private void observe(TimelineEntry entry) {
        if (entry.kind() == TimelineEntry.Kind.EVENT && "CallDisconnected".equals(entry.detail("event"))) {
            if (open.remove(entry.callId())) {
                next();
            } else {
                ended.add(entry.callId());
            }
        }
    }

    private void next() {
        done.incrementAndGet();
        phones.execute(this::place);
    }
}
