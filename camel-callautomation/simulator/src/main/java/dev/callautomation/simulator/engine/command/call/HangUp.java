package dev.callautomation.simulator.engine.command.call;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.command.ringing.Ringing;
import dev.callautomation.simulator.engine.result.DisconnectReason;
import dev.callautomation.simulator.engine.result.Refusal;

/** An application leaves. In a call of two that ends the call, in a group the others go on. */
public record HangUp(String legId) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(CommandContext context) {
        Call before = context.callOfLeg(legId);
        Leg leg = before.leg(legId);
        Call call = Disconnection.disconnectLeg(context, before, leg, DisconnectReason.BY_APPLICATION);
        Ring answering = before.rings().stream()
                .filter(ring -> ring.answering() && legId.equals(ring.legId()))
                .findFirst()
                .orElse(null);
        if (answering != null) {
            Ringing.refused(context, call, answering, Refusal.DECLINED);
        } else if (leg.origin() == Leg.Origin.CONNECTED) {
            context.save(call);
        } else if (leg.isConnecting()) {
            Disconnection.endCall(context, call, other -> DisconnectReason.LEFT_ALONE);
        } else {
            Disconnection.publishOrEnd(context, call, DisconnectReason.LEFT_ALONE);
        }
        return before.id();
    }
}
