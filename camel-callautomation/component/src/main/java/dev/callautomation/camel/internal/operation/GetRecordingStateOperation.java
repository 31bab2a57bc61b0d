package dev.callautomation.camel.internal.operation;

import java.util.Set;

import dev.callautomation.camel.model.RecordingStateResponse;

final class GetRecordingStateOperation extends QueryOperation {

    @Override
    public Set<Input> inputs() {
        return Set.of(Inputs.RECORDING_ID);
    }

    @Override
    String path(OperationInputs inputs) {
        return Paths.recording(inputs);
    }

    @Override
    OperationResult result(byte[] answer) {
        return StartRecordingOperation.identified(JsonOperation.readPresent(answer, RecordingStateResponse.class));
    }
}
