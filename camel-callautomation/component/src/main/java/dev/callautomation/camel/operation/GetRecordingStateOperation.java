package dev.callautomation.camel.operation;

import dev.callautomation.camel.model.RecordingStateResponse;

final class GetRecordingStateOperation extends QueryOperation {

    @Override
    String path(OperationInputs inputs) {
        return Paths.recording(inputs);
    }

    @Override
    OperationResult result(byte[] answer) {
        return StartRecordingOperation.identified(JsonOperation.read(answer, RecordingStateResponse.class));
    }
}
