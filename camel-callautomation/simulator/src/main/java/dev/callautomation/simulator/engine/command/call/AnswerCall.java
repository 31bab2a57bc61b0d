package dev.callautomation.simulator.engine.command.call;

import java.net.URI;
import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.EngineSettings;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.command.ringing.IncomingRing;
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
    public CallView run(CommandContext context) {
        IncomingRing incoming = IncomingRing.of(context, incomingCallContext);
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
                media.streams(context, operationContext));
        Call call = context.save(incoming.call().withRing(ring).connectedTo(leg));
        context.schedule(call, EngineSettings.CONNECTING, new CompleteAnswer(call.id(), ring.id()));
        return new CallView(call, leg);
    }

    /** Leaves out the incoming call context. */
    @Override
    public String toString() {
        return "AnswerCall";
    }
}
