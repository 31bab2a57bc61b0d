package dev.callautomation.simulator.engine;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application places a call. It connects when the first target answers; CreateCallFailed and CallDisconnected come
 * when none does.
 *
 * @param source {@code null} lets the service make up an identity
 */
public record CreateCall(
        List<Identifier> targets,
        Identifier source,
        Identifier sourceCallerIdNumber,
        String sourceDisplayName,
        URI callbackUri,
        String operationContext,
        String apiVersion,
        MediaSetup media)
        implements Command<CallView> {

    @Override
    public CallView run(Desk desk) {
        if (new HashSet<>(targets).size() < targets.size()) {
            throw ServiceError.invalid("Invalid request: targets names somebody twice.");
        }
        Identifier self = source == null
                ? new Identifier("8:acs:" + desk.settings().resourceId() + "_"
                        + desk.ids().guid())
                : source;
        if (targets.contains(self)) {
            throw ServiceError.invalid("Invalid request: targets names the source.");
        }
        String id = desk.ids().guid();
        Leg leg = new Leg(
                id,
                Leg.Origin.CREATED,
                CallState.CONNECTING,
                callbackUri,
                operationContext,
                apiVersion,
                self,
                targets,
                sourceCallerIdNumber,
                sourceDisplayName,
                null,
                media,
                Media.NONE,
                media.streams(desk, operationContext));
        Call call = Call.begin(desk, id).connectedTo(leg).joinedBy(Party.application(self, id));
        Duration patience = desk.settings().ringTimeout();
        for (Identifier target : targets) {
            Identifier caller = target.isPhoneNumber() && sourceCallerIdNumber != null ? sourceCallerIdNumber : self;
            call = Ringing.start(
                    desk,
                    call,
                    Ring.of(
                            desk.ids().guid(),
                            new Invite(id),
                            target,
                            caller,
                            sourceDisplayName == null ? "" : sourceDisplayName,
                            CustomContext.NONE,
                            patience));
        }
        return new CallView(desk.save(call), leg);
    }
}
