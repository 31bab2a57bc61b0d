package dev.callautomation.camel.internal.operation;

import java.util.Set;

import dev.callautomation.camel.model.CallParticipant;
import dev.callautomation.camel.model.CommunicationIdentifier;

final class GetParticipantOperation extends QueryOperation {

    @Override
    public Set<Input> inputs() {
        return Set.of(Inputs.CALL_CONNECTION_ID, Inputs.TARGET);
    }

    @Override
    String path(OperationInputs inputs) {
        CommunicationIdentifier participant = inputs.identifier(Inputs.TARGET);
        return Paths.call(inputs) + "/participants/" + Paths.segment(participant.rawId());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(JsonOperation.readPresent(answer, CallParticipant.class));
    }
}
