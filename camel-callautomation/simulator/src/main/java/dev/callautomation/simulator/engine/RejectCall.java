package dev.callautomation.simulator.engine;

/** An application rejects an incoming call. */
public record RejectCall(String incomingCallContext, Refusal refusal) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(Desk desk) {
        IncomingRing incoming = IncomingRing.of(desk, incomingCallContext);
        Ringing.refused(desk, incoming.call(), incoming.ring(), refusal);
        return incoming.call().id();
    }

    /** Leaves out the incoming call context. */
    @Override
    public String toString() {
        return "RejectCall[" + refusal + "]";
    }
}
