package dev.callautomation.camel.operation;

import dev.callautomation.camel.model.CallParticipant;
import dev.callautomation.camel.model.CommunicationIdentifier;

final class GetParticipantOperation extends QueryOperation {

    @Override
    String path(OperationInputs inputs) {
        CommunicationIdentifier participant = inputs.identifier(Input.target);
        return Paths.call(inputs) + "/participants/" + Paths.segment(participant.rawId());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(JsonOperation.read(answer, CallParticipant.class));
    }
}
