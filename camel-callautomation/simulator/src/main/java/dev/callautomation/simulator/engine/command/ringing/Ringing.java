package dev.callautomation.simulator.engine.command.ringing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.EngineSettings;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.call.Roster;
import dev.callautomation.simulator.engine.phone.PhoneSetting;
import dev.callautomation.simulator.engine.result.Refusal;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry;

/** Calls a target and sees to it that the ring ends, one way or another. */
public final class Ringing {

    private Ringing() {}

    /** Starts ringing: a phone acts by its behaviour, an application's number raises an IncomingCall event. */
    public static Call start(CommandContext context, Call call, Ring ring) {
        return start(context, call, ring, context.ids().guid());
    }

    /** Starts ringing; an application that answers gets the connection id {@code legId}. */
    public static Call start(CommandContext context, Call call, Ring ring, String legId) {
        PhoneSetting phone = context.phones().of(ring.target());
        context.note(
                call,
                TimelineEntry.Kind.PHONE,
                ring.caller().label(),
                ring.target().label(),
                "rings",
                Map.of(
                        "phone",
                        ring.target().rawId(),
                        "caller",
                        ring.caller().rawId(),
                        "behaviour",
                        phone.behaviour().wireName()));
        return phone.behaviour() == PhoneBehaviour.APPLICATION
                ? atApplication(
                        context, call, ring.atApplication(legId, context.ids().incomingCallContext(call.id())))
                : atPhone(context, call, ring, phone);
    }

    /** The target is in: a phone, or an application whose leg is now connected. */
    public static void answered(CommandContext context, Call before, Ring ring) {
        Call call = before.notRinging(ring);
        if (ring.isAtApplication()) {
            Leg leg = call.leg(ring.legId()).in(CallState.CONNECTED);
            call = call.withLeg(leg).joinedBy(Party.application(ring.target(), leg.id()));
            context.callbackWithContext(call, leg, "CallConnected", ResultInformation.SUCCESS);
        } else {
            call = call.joinedBy(Party.phone(ring.target()));
        }
        context.save(Roster.publish(context, ring.purpose().answered(context, call, ring)));
    }

    /** The target will not join. */
    public static void refused(CommandContext context, Call before, Ring ring, Refusal refusal) {
        context.note(
                before,
                TimelineEntry.Kind.PHONE,
                ring.target().label(),
                null,
                refusal.phrase(),
                Map.of("phone", ring.target().rawId(), "refusal", refusal.name()));
        ring.purpose().refused(context, before.notRinging(ring), ring, refusal);
    }

    private static Call atPhone(CommandContext context, Call call, Ring ring, PhoneSetting phone) {
        context.schedule(call, ring.timeout(), new RingTimeout(call.id(), ring.id()));
        if (PhoneRingAction.reactsBySelf(phone.behaviour()) && phone.ring().compareTo(ring.timeout()) < 0) {
            context.schedule(call, phone.ring(), new PhoneRingAction(call.id(), ring.id(), phone.behaviour()));
        }
        return call.ringing(ring);
    }

    private static Call atApplication(CommandContext context, Call call, Ring ring) {
        Duration limit = EngineSettings.INCOMING_CALL_RINGS;
        context.schedule(
                call,
                ring.timeout().compareTo(limit) < 0 ? ring.timeout() : limit,
                new RingTimeout(call.id(), ring.id()));
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
        context.gridEvent(call, "IncomingCall", "/caller/" + ring.caller() + "/recipient/" + ring.target(), data);
        return call.ringing(ring);
    }
}
