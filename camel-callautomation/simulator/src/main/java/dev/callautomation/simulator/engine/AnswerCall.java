package dev.callautomation.simulator.engine;

import java.net.URI;
import java.util.List;

import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Identifier;

/** An application answers an incoming call; CallConnected follows when the media is up. */
public record AnswerCall(
        String incomingCallContext,
        URI callbackUri,
        String operationContext,
        Identifier answeredBy,
        String apiVersion,
        MediaSetup media)
        implements Command<CallView> {

    @Override
    public CallView run(Desk desk) {
        IncomingRing incoming = IncomingRing.of(desk, incomingCallContext);
        Ring ring = incoming.ring().answeredByApplication();
        Leg leg = new Leg(
                ring.legId(),
                Leg.Origin.ANSWERED,
                CallState.CONNECTING,
                callbackUri,
                operationContext,
                apiVersion,
                ring.caller(),
                List.of(ring.target()),
                null,
                ring.callerDisplayName(),
                answeredBy,
                media,
                Media.NONE,
                media.streams(desk, operationContext));
        Call call = desk.save(incoming.call().withRing(ring).connectedTo(leg));
        desk.wake(call, EngineSettings.CONNECTING, new AnswerCompletes(call.id(), ring.id()));
        return new CallView(call, leg);
    }

    /** Leaves out the incoming call context. */
    @Override
    public String toString() {
        return "AnswerCall";
    }
}
