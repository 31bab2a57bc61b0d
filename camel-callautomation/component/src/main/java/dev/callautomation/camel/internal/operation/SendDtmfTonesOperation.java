package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.internal.completion.CompletionRules;
import dev.callautomation.camel.model.SendDtmfTonesRequest;
import dev.callautomation.camel.model.SendDtmfTonesResult;

/** The only operation on media whose requests the service deduplicates. */
final class SendDtmfTonesOperation extends MidCallOperation<SendDtmfTonesRequest> {

    private static final Input TONES = Input.overridable("tones");

    private static final CompletionRules ENDS =
            CompletionRules.byOperationContext("SendDtmfTonesCompleted", "SendDtmfTonesFailed");

    SendDtmfTonesOperation() {
        super(
                SendDtmfTonesRequest.class,
                ":sendDtmfTones",
                List.of(TONES.fills("tones"), Inputs.TARGET.fills("targetParticipant")));
    }

    @Override
    void check(SendDtmfTonesRequest request) {
        RequestValidation.present(request.tones(), "no tones to send", TONES);
        RequestValidation.present(request.targetParticipant(), "no participant to send the tones to", Inputs.TARGET);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, SendDtmfTonesResult.class));
    }

    @Override
    public CompletionRules completion() {
        return ENDS;
    }
}
