package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.AnswerCallRequest;

final class AnswerCallOperation extends CallStart<AnswerCallRequest> {

    private static final Input ANSWERED_BY = Input.option("answeredBy");

    private static final CompletionRules ENDS =
            CompletionRules.byOperationContext("CallConnected", "AnswerFailed").mayEndCall();

    AnswerCallOperation() {
        super(
                AnswerCallRequest.class,
                Paths.CALLS + ":answer",
                List.of(Inputs.INCOMING_CALL_CONTEXT.fills("incomingCallContext"), ANSWERED_BY.fills("answeredBy")));
    }

    @Override
    void check(AnswerCallRequest request) {
        RequestValidation.present(
                request.incomingCallContext(), "no incoming call to answer", Inputs.INCOMING_CALL_CONTEXT);
        checkCommon(
                request.callbackUri(),
                request.operationContext(),
                request.callIntelligenceOptions(),
                request.mediaStreamingOptions(),
                request.transcriptionOptions());
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
