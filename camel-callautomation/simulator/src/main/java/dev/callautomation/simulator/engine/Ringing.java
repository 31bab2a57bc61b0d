package dev.callautomation.simulator.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry;

/** Calls a target and sees to it that the ring ends, one way or another. */
final class Ringing {

    private Ringing() {}

    /** Starts ringing: a phone acts by its behaviour, an application's number raises an IncomingCall event. */
    static Call start(Desk desk, Call call, Ring ring) {
        return start(desk, call, ring, desk.ids().guid());
    }

    /** Starts ringing; an application that answers gets the connection id {@code legId}. */
    static Call start(Desk desk, Call call, Ring ring, String legId) {
        PhoneSetting phone = desk.phones().of(ring.target());
        desk.note(
                call,
                TimelineEntry.Kind.PHONE,
                ring.caller().label(),
                ring.target().label(),
                "rings",
                Map.of(
                        "phone",
                        ring.target().rawId(),
                        "behaviour",
                        phone.behaviour().wireName()));
        return phone.behaviour() == PhoneBehaviour.APPLICATION
                ? atApplication(desk, call, ring.atApplication(legId, desk.ids().incomingCallContext(call.id())))
                : atPhone(desk, call, ring, phone);
    }

    /** The target is in: a phone, or an application whose leg is now connected. */
    static void answered(Desk desk, Call before, Ring ring) {
        Call call = before.notRinging(ring);
        if (ring.isAtApplication()) {
            Leg leg = call.leg(ring.legId()).in(CallState.CONNECTED);
            call = call.withLeg(leg).joinedBy(Party.application(ring.target(), leg.id()));
            desk.callbackWithContext(call, leg, "CallConnected", ResultInformation.SUCCESS);
        } else {
            call = call.joinedBy(Party.phone(ring.target()));
        }
        desk.save(Roster.publish(desk, ring.purpose().answered(desk, call, ring)));
    }

    /** The target will not join. */
    static void refused(Desk desk, Call before, Ring ring, Refusal refusal) {
        desk.note(
                before,
                TimelineEntry.Kind.PHONE,
                ring.target().label(),
                null,
                refusal.phrase(),
                Map.of("phone", ring.target().rawId(), "refusal", refusal.name()));
        ring.purpose().refused(desk, before.notRinging(ring), ring, refusal);
    }

    private static Call atPhone(Desk desk, Call call, Ring ring, PhoneSetting phone) {
        desk.wake(call, ring.patience(), new RingExpires(call.id(), ring.id()));
        if (PhoneReacts.reactsBySelf(phone.behaviour()) && phone.ring().compareTo(ring.patience()) < 0) {
            desk.wake(call, phone.ring(), new PhoneReacts(call.id(), ring.id(), phone.behaviour()));
        }
        return call.ringing(ring);
    }

    private static Call atApplication(Desk desk, Call call, Ring ring) {
        Duration limit = EngineSettings.INCOMING_CALL_RINGS;
        desk.wake(
                call,
                ring.patience().compareTo(limit) < 0 ? ring.patience() : limit,
                new RingExpires(call.id(), ring.id()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("to", ring.target());
        data.put("from", ring.caller());
        data.put("serverCallId", call.serverCallId());
        data.put("callerDisplayName", ring.callerDisplayName());
        if (!ring.customContext().isEmpty()) {
            data.put("customContext", ring.customContext());
        }
        data.put("incomingCallContext", ring.incomingCallContext());
        data.put("correlationId", call.correlationId());
        desk.gridEvent(call, "IncomingCall", "/caller/" + ring.caller() + "/recipient/" + ring.target(), data);
        return call.ringing(ring);
    }
}
