package dev.callautomation.simulator.rest;

import java.util.List;

import dev.callautomation.simulator.engine.call.CallView;
import dev.callautomation.simulator.engine.command.call.CreateCall;
import dev.callautomation.simulator.model.Identifier;

/** POST /calling/callConnections. */
final class CreateCallOperation extends Operation.Action {

    CreateCallOperation() {
        super("createCall", calls(""));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        List<Identifier> targets = body.requiredIdentifiers("targets");
        Identifier callerId = body.phoneNumber("sourceCallerIdNumber");
        if (callerId == null && targets.stream().anyMatch(Identifier::isPhoneNumber)) {
            throw Body.invalid("sourceCallerIdNumber is required when targets holds a phone number");
        }
        CallView view = request.run(new CreateCall(
                targets,
                source(body),
                callerId,
                body.text("sourceDisplayName"),
                body.requiredCallbackUri(),
                body.operationContext(),
                request.apiVersion(),
                MediaRequests.setup(body)));
        return new Reply(201, CallProperties.of(view));
    }

    /** A Teams application may call in the place of a communication user. */
    private static Identifier source(Body body) {
        Identifier user = body.communicationUser("source");
        return user == null ? body.teamsApp("teamsAppSource") : user;
    }
}
