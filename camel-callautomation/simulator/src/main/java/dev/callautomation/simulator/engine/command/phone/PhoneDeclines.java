package dev.callautomation.simulator.engine.command.phone;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.command.ringing.Ringing;
import dev.callautomation.simulator.engine.command.ringing.RingingPhone;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.model.Identifier;

/** A ringing phone declines. */
public record PhoneDeclines(Identifier phone) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(CommandContext context) {
        RingingPhone ringing = RingingPhone.of(context, phone);
        Ringing.refused(context, ringing.call(), ringing.ring(), Refusal.DECLINED);
        return ringing.call().id();
    }
}
