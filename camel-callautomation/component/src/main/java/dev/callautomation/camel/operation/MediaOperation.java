package dev.callautomation.camel.operation;

import java.util.Map;

import dev.callautomation.camel.model.OperationRequest;

/**
 * An operation on the media of a call. The service does not recognize its repetitions, so that a prompt of unknown outcome
 * is not played twice, and answers without a document.
 */
abstract class MediaOperation<T extends OperationRequest> extends MidCallOperation<T> {

    MediaOperation(Class<T> type, String action, Map<Input, String> members) {
        super(type, action, members);
    }

    MediaOperation(Class<T> type, String action, Map<Input, String> members, String prompt) {
        super(type, action, members, prompt);
    }

    @Override
    final boolean repeatable() {
        return false;
    }

    @Override
    final OperationResult result(byte[] answer) {
        return OperationResult.NOTHING;
    }
}
