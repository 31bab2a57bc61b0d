package dev.callautomation.simulator.engine.command.phone;

import java.util.List;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.Reaction;

/** Says what a phone does by itself in its calls from now on. */
public record SetScript(Identifier phone, List<Reaction> script) implements Command<Void> {

    /** Throws an {@link IllegalArgumentException} for keys that there are not. */
    public SetScript {
        script = List.copyOf(script);
        script.forEach(reaction -> ScriptedReaction.action(phone, reaction));
    }

    @Override
    public Void run(CommandContext context) {
        context.phones().script(phone, script);
        return null;
    }
}
