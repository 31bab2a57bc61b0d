package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.MoveParticipantsRequest;
import dev.callautomation.camel.model.MoveParticipantsResponse;

final class MoveParticipantsOperation extends MidCallOperation<MoveParticipantsRequest> {

    private static final Completion ENDS = Completion.told("MoveParticipantSucceeded", "MoveParticipantFailed");

    MoveParticipantsOperation() {
        super(
                MoveParticipantsRequest.class,
                "/participants:moveHere",
                Map.of(Input.target, "targetParticipants[]", Input.fromCall, "fromCall"));
    }

    @Override
    void check(MoveParticipantsRequest request) {
        Check.present(request.targetParticipants(), "nothing says who is moved", Input.target);
        Check.present(request.fromCall(), "nothing says which call they are moved from", Input.fromCall);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, MoveParticipantsResponse.class));
    }

    @Override
    public Completion completion() {
        return ENDS;
    }

    /** The service tells of each party that is moved. */
    @Override
    Expectation expectation(OperationInputs inputs, MoveParticipantsRequest document) {
        return super.expectation(inputs, document)
                .times(document.targetParticipants().size());
    }
}
