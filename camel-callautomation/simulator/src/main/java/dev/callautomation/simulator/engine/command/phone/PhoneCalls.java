package dev.callautomation.simulator.engine.command.phone;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.command.ringing.Ringing;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

/** A phone dials. A number without a configured behaviour is taken to be the application's. */
public record PhoneCalls(Identifier from, Identifier to, String displayName, CustomContext customContext)
        implements Command<String> {

    /** Returns the id of the call, which is the connection id an answering application gets. */
    @Override
    public String run(CommandContext context) {
        if (from.equals(to)) {
            throw ServiceError.invalid("A phone cannot call itself: give another number in to.");
        }
        if (!context.phones().knows(to)) {
            context.phones().set(to, PhoneBehaviour.APPLICATION, null);
        }
        String id = context.ids().guid();
        Call call = Call.begin(context, id).joinedBy(Party.phone(from));
        Ring ring = Ring.of(
                context.ids().guid(),
                new PhoneCallPurpose(),
                to,
                from,
                displayName == null ? from.label() : displayName,
                customContext,
                context.settings().ringTimeout());
        context.save(Ringing.start(context, call, ring, id));
        return id;
    }
}
