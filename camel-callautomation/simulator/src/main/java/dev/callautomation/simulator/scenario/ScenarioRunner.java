package dev.callautomation.simulator.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

import dev.callautomation.simulator.control.ControlCommands;
import dev.callautomation.simulator.control.Controls;
import dev.callautomation.simulator.delivery.PendingDeliveries;
import dev.callautomation.simulator.execution.OpenRequests;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.SubscriptionStatus;
import dev.callautomation.simulator.timeline.Timeline;

/** Plays scenarios on a simulator, one at a time. */
public final class ScenarioRunner {

    private static final Duration HANDSHAKE = Duration.ofSeconds(20);
    private static final Duration TICK = Duration.ofMillis(20);

    /** In which an application that is being started answers the handshake. */
    private static final Duration SHORTEST_START = Duration.ofSeconds(30);

    private final Controls controls;
    private final ControlCommands commands;
    private final SimulatorClock clock;
    private final Timeline timeline;
    private final PendingDeliveries pending;
    private final OpenRequests open;
    private final ReentrantLock playing = new ReentrantLock();

    public ScenarioRunner(
            Controls controls, SimulatorClock clock, Timeline timeline, PendingDeliveries pending, OpenRequests open) {
        this.controls = controls;
        this.commands = new ControlCommands(controls);
        this.clock = clock;
        this.timeline = timeline;
        this.pending = pending;
        this.open = open;
    }

    /**
     * Sets phones and faults, and begins with the handshakes of subscriptions, which are repeated until they succeed.
     *
     * @return the ids of the subscriptions
     */
    public List<String> prepare(Scenario scenario) {
        scenario.phones()
                .forEach(phone ->
                        result(commands.run("setPhone", phone.path("id").asText(), setting(phone))));
        if (scenario.faults().isArray()) {
            result(commands.run("setFaults", null, scenario.faults()));
        }
        List<String> subscriptions = new ArrayList<>();
        scenario.eventGrid().forEach(each -> {
            ObjectNode subscription = each.deepCopy();
            JsonNode made = result(commands.run("createSubscription", null, subscription.put("retry", true)));
            subscriptions.add(made.path("id").asText());
        });
        return subscriptions;
    }

    /**
     * Plays a scenario; its subscriptions end with it.
     *
     * @throws IllegalStateException when another one is being played, or when the simulator has no virtual time and the
     *     scenario needs it
     */
    public ScenarioReport play(Scenario scenario) {
        if (!playing.tryLock()) {
            throw new IllegalStateException("Another scenario is being played on this simulator.");
        }
        List<String> subscriptions = List.of();
        try {
            Pace pace = pace(scenario);
            Happenings happenings = new Happenings(timeline, clock::now, pace);
            subscriptions = prepare(scenario);
            ScenarioPlay play =
                    new ScenarioPlay(scenario, controls, commands, clock, timeline, pending, happenings, pace);
            return play.run(missing(subscriptions, scenario.answer()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The scenario " + scenario.name() + " was interrupted", e);
        } finally {
            subscriptions.forEach(controls::unsubscribe);
            playing.unlock();
        }
    }

    private Pace pace(Scenario scenario) {
        boolean virtual = controls.virtualTime();
        if (scenario.virtualTime().orElse(false) && !virtual) {
            throw new IllegalStateException("The scenario " + scenario.name()
                    + " has time: virtual, and the simulator has real time: start it with virtual time.");
        }
        if (!virtual) {
            return new Pace.Real(clock, timeline);
        }
        return scenario.virtualTime().orElse(true)
                ? new Pace.Jumping(clock, timeline, this::isBusy, scenario.settle(), scenario.answer())
                : new Pace.Paced(clock, timeline);
    }

    /** Whether the application has to answer, or is being answered, at this moment. */
    private boolean isBusy() {
        return pending.attempts() + open.number() > 0;
    }

    /** Waits for handshakes; the result is what is wrong with one that has not succeeded, or {@code null}. */
    private String missing(List<String> subscriptions, Duration answer) throws InterruptedException {
        Duration longest = answer.compareTo(SHORTEST_START) < 0 ? SHORTEST_START : answer;
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            List<SubscriptionStatus> open = controls.subscriptions().stream()
                    .filter(status -> subscriptions.contains(status.id()) && !status.isSubscribed())
                    .toList();
            if (open.isEmpty()) {
                return null;
            }
            if (System.nanoTime() > end) {
                return "Event Grid could not subscribe "
                        + open.get(0).subscription().address() + " within " + longest.toMillis() + " ms: "
                        + open.get(0).reason();
            }
            timeline.awaitChange(timeline.changes(), System.nanoTime() + TICK.toNanos());
        }
    }

    /** What the control API takes for a phone. */
    static JsonNode setting(JsonNode phone) {
        ObjectNode setting = phone.deepCopy();
        setting.remove("id");
        return setting.has("behaviour") ? setting : setting.put("behaviour", PhoneBehaviour.ANSWER.wireName());
    }

    static JsonNode result(Future<JsonNode> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
