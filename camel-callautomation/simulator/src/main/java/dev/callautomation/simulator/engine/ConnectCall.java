package dev.callautomation.simulator.engine;

import java.net.URI;

import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.model.CallState;

/** An application joins a running call without taking a place among its participants. */
public record ConnectCall(
        CallLocator locator, URI callbackUri, String operationContext, String apiVersion, MediaSetup media)
        implements Command<CallView> {

    @Override
    public CallView run(Desk desk) {
        Call call = locator.find(desk).orElseThrow(ServiceError::callNotFound);
        Leg leg = new Leg(
                desk.ids().guid(),
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
                media.streams(desk, operationContext));
        Call joined = desk.save(call.connectedTo(leg));
        desk.wake(joined, EngineSettings.CONNECTING, new ConnectCompletes(call.id(), leg.id()));
        return new CallView(joined, leg);
    }
}
