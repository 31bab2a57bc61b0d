package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.OperationRequest;
import dev.callautomation.camel.operation.Completion.Link;

/** An operation on a call connection; all of these take an operation context and a callback URI of their own. */
abstract class MidCallOperation<T extends OperationRequest> extends JsonOperation<T> {

    private final String action;

    /**
     * @param action what follows the call connection's path
     */
    MidCallOperation(Class<T> type, String action, Map<Input, String> members) {
        this(type, action, members, null);
    }

    /**
     * @param action what follows the call connection's path
     * @param prompt the member that is something to play; {@code null} if there is none
     */
    MidCallOperation(Class<T> type, String action, Map<Input, String> members, String prompt) {
        super(type, Members.join(members, Members.MID_CALL), prompt);
        this.action = action;
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
    Expectation expectation(OperationInputs inputs, T document) {
        return Expectation.of(completion()).about(Link.CALL, inputs.required(Input.callConnectionId));
    }

    static void checkCommon(String operationContext, String operationCallbackUri) {
        Check.operationContext(operationContext);
        Check.operationCallbackUri(operationCallbackUri);
    }
}
