package dev.callautomation.camel.operation;

import dev.callautomation.camel.model.CallConnectionProperties;

final class GetCallPropertiesOperation extends QueryOperation {

    @Override
    String path(OperationInputs inputs) {
        return Paths.call(inputs);
    }

    @Override
    OperationResult result(byte[] answer) {
        return CallStart.identified(JsonOperation.read(answer, CallConnectionProperties.class));
    }
}
