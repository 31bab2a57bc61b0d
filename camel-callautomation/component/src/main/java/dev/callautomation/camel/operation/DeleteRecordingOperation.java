package dev.callautomation.camel.operation;

import io.vertx.core.Future;

import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.model.RecordingChunk;

/** Deletes a file of a recording and its metadata. */
final class DeleteRecordingOperation implements CallOperation {

    private static final int NOT_FOUND = 404;

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        RecordedFile file = RecordedFile.of(inputs);
        return service.delete(file.location(Input.deleteLocation, RecordingChunk::deleteLocation))
                .map(OperationResult.NOTHING);
    }

    /** A file that is gone at the second attempt was deleted by the first, whose answer did not arrive. */
    @Override
    public boolean succeeded(ApiResponse response, boolean repeated) {
        return response.succeeded() || repeated && response.status() == NOT_FOUND;
    }
}
