package dev.callautomation.camel.operation;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.client.Repeatability;
import dev.callautomation.camel.operation.Completion.Link;

/** Leaves the call, or ends it for everyone. */
final class HangUpOperation implements CallOperation {

    private static final Completion ENDS = Completion.hungUp();
    private static final int NOT_FOUND = 404;

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        String call = Paths.call(inputs);
        boolean forEveryone = forEveryone(inputs);
        String path = forEveryone ? call + ":terminate" : call;
        Repeatability work = service.name(path, new byte[0]);
        service.expect(Expectation.of(ENDS).about(Link.CALL, inputs.required(Input.callConnectionId)));
        ApiRequest request = forEveryone
                ? ApiRequest.withoutBody(HttpMethod.POST, path, work)
                : ApiRequest.withoutBody(HttpMethod.DELETE, path, null);
        return service.send(request).map(OperationResult.NOTHING);
    }

    /** A call that is gone at the second attempt was ended by the first, whose answer did not arrive. */
    @Override
    public boolean succeeded(ApiResponse response, boolean repeated) {
        return response.succeeded() || repeated && response.status() == NOT_FOUND;
    }

    private static boolean forEveryone(OperationInputs inputs) {
        String text = inputs.text(Input.forEveryone);
        if (text == null || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        throw new IllegalArgumentException("'" + text + "' is no answer; " + Input.forEveryone.howToGive());
    }

    @Override
    public Completion completion() {
        return ENDS;
    }
}
