package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.AnswerCallRequest;

final class AnswerCallOperation extends CallStart<AnswerCallRequest> {

    private static final Completion ENDS =
            Completion.told("CallConnected", "AnswerFailed").mayEndCall();

    AnswerCallOperation() {
        super(
                AnswerCallRequest.class,
                Paths.CALLS + ":answer",
                Map.of(Input.incomingCallContext, "incomingCallContext", Input.answeredBy, "answeredBy"));
    }

    @Override
    void check(AnswerCallRequest request) {
        Check.present(request.incomingCallContext(), "nothing says which call to answer", Input.incomingCallContext);
        checkCommon(
                request.callbackUri(),
                request.operationContext(),
                request.callIntelligenceOptions(),
                request.mediaStreamingOptions(),
                request.transcriptionOptions());
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
