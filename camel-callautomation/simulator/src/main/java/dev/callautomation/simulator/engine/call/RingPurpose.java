package dev.callautomation.simulator.engine.call;

import dev.callautomation.simulator.engine.result.Refusal;

/** The request that a ring belongs to: how an answer, a refusal and the end of the call are reported to its sender. */
public interface RingPurpose {

    /** The connection that asked, {@code null} when a phone dialled. */
    String requestedBy();

    /** The target has joined {@code call}; tell the asker and return the call as it is now. */
    Call answered(CommandContext context, Call call, Ring ring);

    /** The target will not join; {@code ring} is already gone from {@code call}. */
    void refused(CommandContext context, Call call, Ring ring, Refusal refusal);

    /** Ringing has stopped because there is nothing to join any more; return the call as it is now. */
    Call abandoned(CommandContext context, Call call, Ring ring);

    /** Whether the call waits for this target although no other party is left in it. */
    boolean keepsCallAlive();
}
