package dev.callautomation.simulator.switchboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.engine.CallEngine;
import dev.callautomation.simulator.engine.Command;
import dev.callautomation.simulator.engine.Directory;
import dev.callautomation.simulator.engine.Effect;
import dev.callautomation.simulator.engine.Outcome;
import dev.callautomation.simulator.engine.ServiceError;

/**
 * The engine's single writer. Any thread may hand in a command; effects reach the sink in order per call, and not
 * before the gate of their command is open.
 */
public final class Switchboard {

    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    private final CallEngine engine;
    private final SimulatorClock clock;
    private final Consumer<Effect> sink;
    private final Consumer<String> forgetter;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    /**
     * Puts a switchboard around an engine.
     *
     * @param sink carries out callbacks, Event Grid events and notes; must not block
     * @param forgetter hears of calls the engine has forgotten
     */
    public Switchboard(CallEngine engine, SimulatorClock clock, Consumer<Effect> sink, Consumer<String> forgetter) {
        this.engine = engine;
        this.clock = clock;
        this.sink = sink;
        this.forgetter = forgetter;
    }

    /** Runs a command, its effects at once. */
    public <R> R run(Command<R> command) {
        return run(command, Future.succeededFuture());
    }

    /** Runs a command, its effects when {@code gate} completes. */
    public <R> R run(Command<R> command, Future<Void> gate) {
        synchronized (engine) {
            Outcome<R> outcome = engine.run(command, clock.now());
            Map<String, List<Effect>> perCall = new LinkedHashMap<>();
            for (Effect effect : outcome.effects()) {
                if (effect instanceof Effect.Wake wake) {
                    clock.schedule(wake.delay(), () -> wakeUp(wake));
                } else {
                    perCall.computeIfAbsent(effect.callId(), id -> new ArrayList<>())
                            .add(effect);
                }
            }
            perCall.forEach((callId, effects) ->
                    lanes.computeIfAbsent(callId, id -> new Lane()).add(gate, () -> effects.forEach(sink)));
            outcome.forgottenCalls().forEach(callId -> {
                lanes.remove(callId);
                forgetter.accept(callId);
            });
            return outcome.result();
        }
    }

    /** Looks something up. */
    public <R> R look(Function<Directory, R> question) {
        synchronized (engine) {
            return question.apply(engine.directory());
        }
    }

    /** Forgets all calls, phones and timers. */
    public void reset() {
        synchronized (engine) {
            engine.reset();
            lanes.values().forEach(Lane::close);
            lanes.clear();
            clock.forget();
        }
    }

    private void wakeUp(Effect.Wake wake) {
        try {
            run(wake.command());
        } catch (ServiceError e) {
            LOG.warn("A timer of call {} could not act: {}", wake.callId(), e.getMessage());
        }
    }
}
