package dev.callautomation.simulator.engine.command.phone;

import java.time.Duration;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.phone.PhoneSetting;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

/**
 * Says what a phone does when it rings from now on; calls it already rings in are not affected.
 *
 * @param ring how long it rings before acting, {@code null} for the simulator's default
 */
public record SetPhone(Identifier phone, PhoneBehaviour behaviour, Duration ring) implements Command<PhoneSetting> {

    public SetPhone {
        if (ring != null && ring.isNegative()) {
            throw new IllegalArgumentException(phone + " cannot ring for a negative time: give 0 ms or more.");
        }
    }

    @Override
    public PhoneSetting run(CommandContext context) {
        context.phones().set(phone, behaviour, ring);
        return context.phones().of(phone);
    }
}
