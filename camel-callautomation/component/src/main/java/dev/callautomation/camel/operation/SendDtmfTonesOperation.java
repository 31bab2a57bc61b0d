package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.SendDtmfTonesRequest;
import dev.callautomation.camel.model.SendDtmfTonesResult;

/** The only operation on media that the service recognizes when it is repeated. */
final class SendDtmfTonesOperation extends MidCallOperation<SendDtmfTonesRequest> {

    private static final Completion ENDS = Completion.told("SendDtmfTonesCompleted", "SendDtmfTonesFailed");

    SendDtmfTonesOperation() {
        super(
                SendDtmfTonesRequest.class,
                ":sendDtmfTones",
                Map.of(Input.tones, "tones", Input.target, "targetParticipant"));
    }

    @Override
    void check(SendDtmfTonesRequest request) {
        Check.present(request.tones(), "nothing says which tones are sent", Input.tones);
        Check.present(request.targetParticipant(), "nothing says who the tones are sent to", Input.target);
        checkCommon(request.operationContext(), request.operationCallbackUri());
    }

    @Override
    OperationResult result(byte[] answer) {
        return OperationResult.of(read(answer, SendDtmfTonesResult.class));
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
