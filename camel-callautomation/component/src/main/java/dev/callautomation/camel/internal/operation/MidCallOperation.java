package dev.callautomation.camel.internal.operation;

import java.util.List;
import java.util.Set;

import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.completion.CorrelationKey;
import dev.callautomation.camel.model.OperationRequest;

/** An operation on a call connection, with an operation context and a callback URI of its own. */
abstract class MidCallOperation<T extends OperationRequest> extends JsonOperation<T> {

    private final String action;

    /**
     * @param action the path of the operation below that of the call connection
     */
    MidCallOperation(Class<T> type, String action, List<Member> members) {
        this(type, action, members, null);
    }

    /**
     * @param action the path of the operation below that of the call connection
     * @param prompt the member that is a prompt; {@code null} if there is none
     */
    MidCallOperation(Class<T> type, String action, List<Member> members, String prompt) {
        super(type, Members.join(members, Members.MID_CALL), prompt);
        this.action = action;
    }

    @Override
    public final Set<Input> inputs() {
        return Inputs.join(super.inputs(), Inputs.CALL_CONNECTION_ID);
    }

    @Override
    final String path(OperationInputs inputs) {
        return Paths.call(inputs) + action;
    }

    @Override
    public final boolean echoesContext() {
        return true;
    }

    @Override
    CompletionExpectation expectation(OperationInputs inputs, T document) {
        return CompletionExpectation.of(completion())
                .correlatedBy(CorrelationKey.CALL, inputs.required(Inputs.CALL_CONNECTION_ID));
    }

    static void checkCommon(String operationContext, String operationCallbackUri) {
        RequestValidation.operationContext(operationContext);
        RequestValidation.operationCallbackUri(operationCallbackUri);
    }
}
