package dev.callautomation.simulator.engine;

import java.util.Map;

import dev.callautomation.simulator.model.PhoneBehaviour;

/** A phone has rung long enough and does what it does. Nothing happens when it no longer rings. */
record PhoneReacts(String callId, String ringId, PhoneBehaviour behaviour) implements Command<Void> {

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
    public Void run(Desk desk) {
        desk.findCall(callId).ifPresent(call -> call.ring(ringId).ifPresent(ring -> react(desk, call, ring)));
        return null;
    }

    private void react(Desk desk, Call call, Ring ring) {
        Refusal refusal = REFUSALS.get(behaviour);
        if (refusal == null) {
            desk.phoneNote(call, ring.target(), ANSWERS.get(behaviour), behaviour);
            Ringing.answered(desk, call, ring);
        } else {
            Ringing.refused(desk, call, ring, refusal);
        }
    }
}
