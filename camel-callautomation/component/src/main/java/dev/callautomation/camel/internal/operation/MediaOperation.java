package dev.callautomation.camel.internal.operation;

import java.util.List;

import dev.callautomation.camel.model.OperationRequest;

/**
 * An operation on the media of a call. The service does not deduplicate its requests, so that one of unknown outcome is not
 * repeated, and responds without a document.
 */
abstract class MediaOperation<T extends OperationRequest> extends MidCallOperation<T> {

    MediaOperation(Class<T> type, String action, List<Member> members) {
        super(type, action, members);
    }

    MediaOperation(Class<T> type, String action, List<Member> members, String prompt) {
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
