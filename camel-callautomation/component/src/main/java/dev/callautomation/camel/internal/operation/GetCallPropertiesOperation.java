package dev.callautomation.camel.internal.operation;

import java.util.Set;

import dev.callautomation.camel.model.CallConnectionProperties;

final class GetCallPropertiesOperation extends QueryOperation {

    @Override
    public Set<Input> inputs() {
        return Set.of(Inputs.CALL_CONNECTION_ID);
    }

    @Override
    String path(OperationInputs inputs) {
        return Paths.call(inputs);
    }

    @Override
    OperationResult result(byte[] answer) {
        return CallStart.identified(JsonOperation.readPresent(answer, CallConnectionProperties.class));
    }
}
