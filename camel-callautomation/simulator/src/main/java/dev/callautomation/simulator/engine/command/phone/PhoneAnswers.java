package dev.callautomation.simulator.engine.command.phone;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.command.ringing.Ringing;
import dev.callautomation.simulator.engine.command.ringing.RingingPhone;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

/** A ringing phone answers. */
public record PhoneAnswers(Identifier phone) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(CommandContext context) {
        RingingPhone ringing = RingingPhone.of(context, phone);
        context.phoneNote(ringing.call(), phone, "answers", PhoneBehaviour.MANUAL);
        Ringing.answered(context, ringing.call(), ringing.ring());
        return ringing.call().id();
    }
}
