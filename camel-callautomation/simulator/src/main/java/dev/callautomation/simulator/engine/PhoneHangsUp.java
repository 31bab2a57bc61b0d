package dev.callautomation.simulator.engine;

import java.util.List;

import dev.callautomation.simulator.model.Identifier;

/** Somebody hangs up a phone: its latest call ends, or, when it is only ringing, is declined. */
public record PhoneHangsUp(Identifier phone) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(Desk desk) {
        List<Call> calls = desk.runningCalls().stream()
                .filter(call -> call.party(phone).isPresent())
                .toList();
        if (calls.isEmpty()) {
            if (desk.runningCalls().stream()
                    .noneMatch(call -> call.ringAt(phone).isPresent())) {
                throw new ServiceError(409, "NotInCall", phone + " is neither in a call nor ringing.");
            }
            return new PhoneDeclines(phone).run(desk);
        }
        Call call = calls.get(calls.size() - 1);
        if (!call.party(phone).orElseThrow().isPhone()) {
            throw new ServiceError(
                    409, "ApplicationNumber", phone + " is the application in this call: hang up with the REST API.");
        }
        desk.phoneNote(call, phone, "hangs up", null);
        Leaving.settle(desk, Leaving.partyLeaves(desk, call, phone), Ending.LEFT_ALONE);
        return call.id();
    }
}
