package dev.callautomation.simulator.engine.command.call;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.MediaSetup;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.command.ringing.Ringing;
import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.result.ServiceError;
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
    public CallView run(CommandContext context) {
        if (new HashSet<>(targets).size() < targets.size()) {
            throw ServiceError.invalid("Invalid request: targets contains a duplicate.");
        }
        Identifier self = source == null
                ? new Identifier("8:acs:" + context.settings().resourceId() + "_"
                        + context.ids().guid())
                : source;
        if (targets.contains(self)) {
            throw ServiceError.invalid("Invalid request: targets names the source.");
        }
        String id = context.ids().guid();
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
                media.streams(context, operationContext));
        Call call = Call.begin(context, id).connectedTo(leg).joinedBy(Party.application(self, id));
        Duration timeout = context.settings().ringTimeout();
        for (Identifier target : targets) {
            Identifier caller = target.isPhoneNumber() && sourceCallerIdNumber != null ? sourceCallerIdNumber : self;
            call = Ringing.start(
                    context,
                    call,
                    Ring.of(
                            context.ids().guid(),
                            new CreateCallPurpose(id),
                            target,
                            caller,
                            sourceDisplayName == null ? "" : sourceDisplayName,
                            CustomContext.NONE,
                            timeout));
        }
        return new CallView(context.save(call), leg);
    }
}
