package dev.callautomation.camel.internal.operation;

import java.util.List;
import java.util.Set;

import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.internal.completion.CorrelationKey;
import dev.callautomation.camel.model.MuteParticipantsRequest;
import dev.callautomation.camel.model.MuteParticipantsResult;

/** The only operation on a call connection without a callback URI of its own: it has no event of its own. */
final class MuteParticipantOperation extends JsonOperation<MuteParticipantsRequest> {

    MuteParticipantOperation() {
        super(
                MuteParticipantsRequest.class,
                List.of(
                        Inputs.TARGET.fills("targetParticipants[]"),
                        Inputs.OPERATION_CONTEXT.fills("operationContext")));
    }

    @Override
    public Set<Input> inputs() {
        return Inputs.join(super.inputs(), Inputs.CALL_CONNECTION_ID);
    }

    @Override
    String path(OperationInputs inputs) {
        return Paths.call(inputs) + "/participants:mute";
    }

    @Override
    void check(MuteParticipantsRequest request) {
        RequestValidation.present(request.targetParticipants(), "no participant to mute", Inputs.TARGET);
        if (request.targetParticipants().size() > 1) {
            throw new IllegalArgumentException("the service mutes one participant at a time, but "
                    + request.targetParticipants().size() + " are set; " + Inputs.TARGET.hint());
        }
        RequestValidation.operationContext(request.operationContext());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, MuteParticipantsResult.class));
    }

    @Override
    public CompletionRules completion() {
        return ends("");
    }

    @Override
    CompletionExpectation expectation(OperationInputs inputs, MuteParticipantsRequest document) {
        return CompletionExpectation.of(
                        ends(document.targetParticipants().get(0).rawId()))
                .correlatedBy(CorrelationKey.CALL, inputs.required(Inputs.CALL_CONNECTION_ID));
    }

    private static CompletionRules ends(String rawId) {
        return CompletionRules.byParticipantState(rawId, "isMuted", true);
    }
}
