package dev.callautomation.simulator.engine.command.ringing;

import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.model.PhoneBehaviour;

/** A phone has rung long enough and does what it does. Nothing happens when it no longer rings. */
record PhoneRingAction(String callId, String ringId, PhoneBehaviour behaviour) implements Command<Void> {

    private static final Map<PhoneBehaviour, Refusal> REFUSALS = Map.of(
            PhoneBehaviour.DECLINE, Refusal.DECLINED,
            PhoneBehaviour.BUSY, Refusal.BUSY,
            PhoneBehaviour.UNREACHABLE, Refusal.UNREACHABLE);
    private static final Map<PhoneBehaviour, String> ANSWERS =
            Map.of(PhoneBehaviour.ANSWER, "answers", PhoneBehaviour.VOICEMAIL, "voicemail answers");

    /** Whether a phone of this behaviour acts without being operated. */
    static boolean reactsBySelf(PhoneBehaviour behaviour) {
        return REFUSALS.containsKey(behaviour) || ANSWERS.containsKey(behaviour);
    }

    @Override
    public Void run(CommandContext context) {
        context.findCall(callId).ifPresent(call -> call.ring(ringId).ifPresent(ring -> react(context, call, ring)));
        return null;
    }

    private void react(CommandContext context, Call call, Ring ring) {
        Refusal refusal = REFUSALS.get(behaviour);
        if (refusal == null) {
            context.phoneNote(call, ring.target(), ANSWERS.get(behaviour), behaviour);
            Ringing.answered(context, call, ring);
        } else {
            Ringing.refused(context, call, ring, refusal);
        }
    }
}
