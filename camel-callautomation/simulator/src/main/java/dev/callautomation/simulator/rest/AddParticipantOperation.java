package dev.callautomation.simulator.rest;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.command.participant.AddParticipant;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.wire.EventJson;
import dev.callautomation.simulator.wire.Json;

/** POST /calling/callConnections/{id}/participants:add. */
final class AddParticipantOperation extends Operation.Action {

    AddParticipantOperation() {
        super("addParticipant", call("/participants:add"));
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        Identifier participant = body.requiredIdentifier("participantToAdd");
        Identifier callerId = body.phoneNumber("sourceCallerIdNumber");
        if (participant.isPhoneNumber() && callerId == null) {
            throw Body.invalid("sourceCallerIdNumber is required when participantToAdd is a phone number");
        }
        String context = body.operationContext();
        String invitationId = request.run(new AddParticipant(
                request.callConnectionId(),
                participant,
                callerId,
                body.text("sourceDisplayName"),
                timeout(body),
                CallingContext.read(body),
                context,
                body.operationCallbackUri()));
        ObjectNode answer = Json.object();
        answer.set("participant", EventJson.participant(new Party(participant, false, false, null)));
        if (context != null) {
            answer.put("operationContext", context);
        }
        return new Reply(202, answer.put("invitationId", invitationId));
    }

    private static final int LONGEST_INVITATION_SECONDS = 180;

    /** Absent and 0 both leave it to the service. */
    private static Duration timeout(Body body) {
        if (!body.has("invitationTimeoutInSeconds")) {
            return null;
        }
        int seconds = body.node("invitationTimeoutInSeconds").asInt(-1);
        if (seconds < 0 || seconds > LONGEST_INVITATION_SECONDS) {
            throw Body.invalid(
                    "invitationTimeoutInSeconds must be between 0 and " + LONGEST_INVITATION_SECONDS + " seconds");
        }
        return seconds == 0 ? null : Duration.ofSeconds(seconds);
    }
}
