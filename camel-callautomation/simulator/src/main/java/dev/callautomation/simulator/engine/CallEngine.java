package dev.callautomation.simulator.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CallRegistry;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Effect;
import dev.callautomation.simulator.engine.call.EngineSettings;
import dev.callautomation.simulator.engine.call.Ids;
import dev.callautomation.simulator.engine.call.ScheduledCommand;
import dev.callautomation.simulator.engine.command.phone.ScriptedReaction;
import dev.callautomation.simulator.engine.command.stream.StreamTransitions;
import dev.callautomation.simulator.engine.phone.PhoneRegistry;
import dev.callautomation.simulator.engine.result.ServiceError;

/** Runs commands on the calls. Not thread-safe: it has one writer, which also runs the effects. */
public final class CallEngine {

    private final CallRegistry calls;
    private final EngineSettings settings;
    private final PhoneRegistry phones;
    private final Ids ids = new Ids();

    public CallEngine(EngineSettings settings) {
        this.settings = settings;
        this.calls = new CallRegistry(settings.activeCalls(), settings.endedCalls());
        this.phones = new PhoneRegistry(settings.ring());
    }

    /** Runs a command; a {@link ServiceError} leaves everything as it was. */
    public <R> CommandResult<R> run(Command<R> command, Instant now) {
        CommandContext context = new CommandContext(calls, phones, settings, ids, now);
        R result = command.run(context);
        context.changes().forEach(call -> StreamTransitions.startPending(context, call));
        phones.heard(context.heard());
        List<String> forgotten = new ArrayList<>();
        List<ScheduledCommand> scheduled = new ArrayList<>(context.scheduled());
        scheduled.addAll(ScriptedReaction.toSounds(context.heard(), phones));
        List<Effect> effects = new ArrayList<>(context.effects());
        for (Call call : context.changes()) {
            Call before = calls.byId(call.id()).orElse(null);
            effects.addAll(CallGridEvents.of(before, call, now));
            scheduled.addAll(ScriptedReaction.toConnection(before, call, phones));
            forgotten.addAll(calls.store(call));
        }
        return new CommandResult<>(result, effects, scheduled, forgotten);
    }

    /** Looks without changing anything. */
    public CallDirectory directory() {
        return new CallDirectory(calls, phones);
    }

    /** Forgets all calls and behaviours. */
    public void reset() {
        calls.clear();
        phones.clear();
    }
}
