package dev.callautomation.simulator.engine;

/** The media of an answered incoming call is up. Nothing happens when the caller has gone meanwhile. */
record AnswerCompletes(String callId, String ringId) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        desk.findCall(callId)
                .ifPresent(call -> call.ring(ringId).ifPresent(ring -> Ringing.answered(desk, call, ring)));
        return null;
    }
}
