package dev.callautomation.camel.internal.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.vertx.core.Future;

import dev.callautomation.camel.model.CallParticipant;
import dev.callautomation.camel.model.GetParticipantsResponse;

/** Requests all pages, up to a limit: a service that always names a next page must not be followed forever. */
final class ListParticipantsOperation implements CallOperation {

    /** Far more than a call can have. */
    private static final int MAX_PAGES = 100;

    private static final int MAX_PARTICIPANTS = 10_000;

    @Override
    public Set<Input> inputs() {
        return Set.of(Inputs.CALL_CONNECTION_ID);
    }

    @Override
    public Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        return page(Paths.call(inputs) + "/participants", service, new ArrayList<>(), new HashSet<>());
    }

    private Future<OperationResult> page(
            String path, CallService service, List<CallParticipant> found, Set<String> visited) {
        if (!visited.add(path)) {
            return Future.failedFuture(
                    new IllegalStateException("The pages of participants that the service returns form a circle"));
        }
        return service.send(QueryOperation.get(path)).compose(response -> {
            GetParticipantsResponse page = JsonOperation.readPresent(response.body(), GetParticipantsResponse.class);
            found.addAll(page.value());
            if (visited.size() >= MAX_PAGES && page.nextLink() != null || found.size() > MAX_PARTICIPANTS) {
                throw new IllegalStateException("The service returned more than " + MAX_PAGES + " pages or "
                        + MAX_PARTICIPANTS + " participants");
            }
            return page.nextLink() == null || page.nextLink().isBlank()
                    ? Future.succeededFuture(OperationResult.of(List.copyOf(found)))
                    : page(service.pathOf(page.nextLink()), service, found, visited);
        });
    }
}
