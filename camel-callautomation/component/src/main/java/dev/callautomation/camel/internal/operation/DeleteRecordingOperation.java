package dev.callautomation.camel.internal.operation;

import java.util.Set;

import io.vertx.core.Future;

import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.model.RecordingChunk;

/** Deletes a file of a recording and its metadata. */
final class DeleteRecordingOperation implements CallOperation {

    private static final int NOT_FOUND = 404;

    @Override
    public Set<Input> inputs() {
        return Set.of(Inputs.DELETE_LOCATION);
    }

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        RecordedFile file = RecordedFile.of(inputs);
        return service.delete(file.location(Inputs.DELETE_LOCATION, RecordingChunk::deleteLocation))
                .map(OperationResult.NOTHING);
    }

    /** A file not found by a retry was deleted by the first attempt, whose response was lost. */
    @Override
    public boolean succeeded(ApiResponse response, boolean repeated) {
        return response.succeeded() || repeated && response.status() == NOT_FOUND;
    }
}
