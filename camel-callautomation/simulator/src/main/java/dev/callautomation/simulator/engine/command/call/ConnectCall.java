package dev.callautomation.simulator.engine.command.call;

import java.net.URI;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CallLocator;
import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.EngineSettings;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.CallState;

/** An application joins a running call without taking a place among its participants. */
public record ConnectCall(
        CallLocator locator, URI callbackUri, String operationContext, String apiVersion, MediaSetup media)
        implements Command<CallView> {

    @Override
    public CallView run(CommandContext context) {
        Call call = locator.find(context).orElseThrow(ServiceError::callNotFound);
        Leg leg = new Leg(
                context.ids().guid(),
                Leg.Origin.CONNECTED,
                CallState.CONNECTING,
                callbackUri,
                operationContext,
                apiVersion,
                null,
                call.parties().stream().map(Party::identifier).toList(),
                null,
                null,
                null,
                media,
                Media.NONE,
                media.streams(context, operationContext));
        Call joined = context.save(call.connectedTo(leg));
        context.schedule(joined, EngineSettings.CONNECTING, new CompleteConnect(call.id(), leg.id()));
        return new CallView(joined, leg);
    }
}
