package dev.callautomation.camel.internal.exchange;

import java.util.function.BiConsumer;
import java.util.function.Function;

import io.vertx.core.Future;
import org.apache.camel.Exchange;

import dev.callautomation.camel.CallAutomationException;
import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.client.ByteRange;
import dev.callautomation.camel.internal.client.Content;
import dev.callautomation.camel.internal.client.ContentResponse;
import dev.callautomation.camel.internal.client.Deadline;
import dev.callautomation.camel.internal.client.Repeatability;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.connection.ServiceClient;
import dev.callautomation.camel.internal.operation.CallOperation;
import dev.callautomation.camel.internal.operation.CallService;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

/** Sends the requests of one exchange, and creates the exceptions for error responses. */
public final class ExchangeCallService implements CallService {

    private final ServiceClient clients;
    private final CallOperation operation;
    private final Exchange exchange;
    private final String callConnectionId;
    private final Failures failures;
    private final ContextPrefixFactory prefixes;
    private final Deadline deadline;
    private final BiConsumer<CompletionExpectation, OperationContextPrefix> completion;
    private final OperationObserver observer;
    private RequestLedger.Entry named;
    private OperationContextPrefix contextPrefix;

    /**
     * @param callConnectionId for exceptions; {@code null} if it is not known
     * @param prefixes         create what is added to operation contexts
     * @param deadline         limit of all requests
     * @param completion       receives what completes the operation; {@code null} if its completion is not awaited
     * @param observer         is told the responses
     */
    public ExchangeCallService(
            ServiceClient clients,
            CallOperation operation,
            Exchange exchange,
            String callConnectionId,
            Failures failures,
            ContextPrefixFactory prefixes,
            Deadline deadline,
            BiConsumer<CompletionExpectation, OperationContextPrefix> completion,
            OperationObserver observer) {
        this.clients = clients;
        this.operation = operation;
        this.exchange = exchange;
        this.callConnectionId = callConnectionId;
        this.failures = failures;
        this.prefixes = prefixes;
        this.deadline = deadline;
        this.completion = completion;
        this.observer = observer;
    }

    @Override
    public Repeatability name(String path, byte[] document) {
        named = RequestLedger.of(exchange).open(path, document);
        return named.work();
    }

    @Override
    public OperationContextPrefix contextPrefix(Repeatability work, String applicationContext) {
        contextPrefix = prefixes.prefix(work.requestId(), applicationContext);
        return contextPrefix;
    }

    @Override
    public void expect(CompletionExpectation expectation) {
        if (completion != null) {
            completion.accept(expectation, contextPrefix);
        }
    }

    @Override
    public String pathOf(String link) {
        return clients.calls().pathOf(link);
    }

    /** Sends the request, and remembers it if its outcome is unknown, because Camel may redeliver the exchange. */
    @Override
    public Future<ApiResponse> send(ApiRequest request) {
        RequestLedger.Entry entry =
                named == null ? RequestLedger.of(exchange).open(request.toString(), request.body()) : named;
        return observer.request(onRetry -> clients.calls().send(request, deadline, onRetry), Function.identity())
                .onComplete(result -> {
                    if (result.failed() || result.result().transientFailure()) {
                        entry.outcomeUnknown();
                    }
                })
                .compose(response -> check(response, entry.repeated()));
    }

    @Override
    public Future<Content> download(String location, ByteRange range) {
        return observer.request(
                        onRetry -> clients.content().get(location, range, deadline, onRetry), ContentResponse::answer)
                .compose(response -> response.content() != null
                        ? Future.succeededFuture(response.content())
                        : Future.failedFuture(refusal(response.answer())));
    }

    @Override
    public Future<ApiResponse> delete(String location) {
        return observer.request(onRetry -> clients.content().delete(location, deadline, onRetry), Function.identity())
                .compose(response -> check(response, false));
    }

    private Future<ApiResponse> check(ApiResponse response, boolean repeated) {
        return operation.succeeded(response, repeated || response.attempts() > 1)
                ? Future.succeededFuture(response)
                : Future.failedFuture(refusal(response));
    }

    private CallAutomationException refusal(ApiResponse response) {
        return failures.refused(callConnectionId, response);
    }
}
