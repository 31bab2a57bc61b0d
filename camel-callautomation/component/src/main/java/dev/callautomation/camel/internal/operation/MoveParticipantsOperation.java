package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.MoveParticipantsRequest;
import dev.callautomation.camel.model.MoveParticipantsResponse;

final class MoveParticipantsOperation extends MidCallOperation<MoveParticipantsRequest> {

    private static final Input MOVE_FROM_CALL = Input.overridable("moveFromCall");

    private static final CompletionRules ENDS =
            CompletionRules.byOperationContext("MoveParticipantSucceeded", "MoveParticipantFailed");

    MoveParticipantsOperation() {
        super(
                MoveParticipantsRequest.class,
                "/participants:moveHere",
                List.of(Inputs.TARGET.fills("targetParticipants[]"), MOVE_FROM_CALL.fills("fromCall")));
    }

    @Override
    void check(MoveParticipantsRequest request) {
        RequestValidation.present(request.targetParticipants(), "no participants to move", Inputs.TARGET);
        RequestValidation.present(request.fromCall(), "no call to move the participants from", MOVE_FROM_CALL);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, MoveParticipantsResponse.class));
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }

    /** The service sends one event for each participant. */
    @Override
    CompletionExpectation expectation(OperationInputs inputs, MoveParticipantsRequest document) {
        return super.expectation(inputs, document)
                .withRequiredSuccesses(document.targetParticipants().size());
    }
}
