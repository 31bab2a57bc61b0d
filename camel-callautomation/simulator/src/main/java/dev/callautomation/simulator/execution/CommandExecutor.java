package dev.callautomation.simulator.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.engine.CallDirectory;
import dev.callautomation.simulator.engine.CallEngine;
import dev.callautomation.simulator.engine.CommandResult;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.call.ScheduledCommand;
import dev.callautomation.simulator.engine.result.ServiceError;

/**
 * The engine's single writer. Any thread may submit a command; effects reach the sink in order per call, and not
 * before the gate of their command is open.
 */
public final class CommandExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(CommandExecutor.class);

    private final CallEngine engine;
    private final SimulatorClock clock;
    private final Consumer<Effect> sink;
    private final Consumer<String> forgetter;
    private final Map<String, EffectQueue> queues = new LinkedHashMap<>();

    /**
     * Makes an executor of an engine.
     *
     * @param sink runs callbacks, Event Grid events and notes; must not block
     * @param forgetter is told which calls the engine has forgotten
     */
    public CommandExecutor(CallEngine engine, SimulatorClock clock, Consumer<Effect> sink, Consumer<String> forgetter) {
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
            CommandResult<R> result = engine.run(command, clock.now());
            Map<String, List<Effect>> perCall = new LinkedHashMap<>();
            result.scheduled().forEach(later -> clock.schedule(later.delay(), () -> runScheduled(later)));
            for (Effect effect : result.effects()) {
                perCall.computeIfAbsent(effect.callId(), id -> new ArrayList<>())
                        .add(effect);
            }
            perCall.forEach((callId, effects) ->
                    queues.computeIfAbsent(callId, id -> new EffectQueue()).add(gate, () -> effects.forEach(sink)));
            result.forgottenCalls().forEach(callId -> {
                queues.remove(callId);
                forgetter.accept(callId);
            });
            return result.result();
        }
    }

    /** Looks something up. */
    public <R> R look(Function<CallDirectory, R> question) {
        synchronized (engine) {
            return question.apply(engine.directory());
        }
    }

    /** Forgets all calls, phones and timers. */
    public void reset() {
        synchronized (engine) {
            engine.reset();
            queues.values().forEach(EffectQueue::close);
            queues.clear();
            clock.forget();
        }
    }

    private void runScheduled(ScheduledCommand scheduled) {
        try {
            run(scheduled.command());
        } catch (ServiceError e) {
            LOG.warn("A scheduled command of call {} was refused: {}", scheduled.callId(), e.getMessage());
        }
    }
}
