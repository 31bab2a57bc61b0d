package dev.callautomation.camel.internal.exchange;

import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
import dev.callautomation.camel.internal.client.Payload;
import dev.callautomation.camel.internal.client.Repeatability;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.connection.ServiceClient;
import dev.callautomation.camel.internal.operation.CallOperation;
import dev.callautomation.camel.internal.operation.CallService;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

/** Sends the requests of one exchange, and creates the exceptions for error responses. */
public final class ExchangeCallService implements CallService {

    private final ServiceClient clients;
    private final ScheduledExecutorService timer;
    private final CallOperation operation;
    private final Exchange exchange;
    private final String callConnectionId;
    private final Failures failures;
    private final ContextPrefixFactory prefixes;
    private final Deadline deadline;
    private final BiConsumer<CompletionExpectation, OperationContextPrefix> completion;
    private final OperationObserver observer;
    private RequestLedger.Entry named;
    private volatile RequestLedger.Entry last;
    private OperationContextPrefix contextPrefix;

    /**
     * @param timer            ends requests whose event loop is blocked by a route
     * @param callConnectionId for exceptions; {@code null} if it is not known
     * @param prefixes         create what is added to operation contexts
     * @param deadline         limit of all requests
     * @param completion       receives what completes the operation; {@code null} if its completion is not awaited
     * @param observer         is told the responses
     */
    public ExchangeCallService(
            ServiceClient clients,
            ScheduledExecutorService timer,
            CallOperation operation,
            Exchange exchange,
            String callConnectionId,
            Failures failures,
            ContextPrefixFactory prefixes,
            Deadline deadline,
            BiConsumer<CompletionExpectation, OperationContextPrefix> completion,
            OperationObserver observer) {
        this.clients = clients;
        this.timer = timer;
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
    public Repeatability name(String path, Payload document) {
        named = RequestLedger.open(exchange, path, document);
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

    @Override
    public Future<ApiResponse> send(ApiRequest request) {
        RequestLedger.Entry entry =
                named == null ? RequestLedger.open(exchange, request.toString(), request.body()) : named;
        last = entry;
        return observer.request(
                        request,
                        onRetry -> limited(clients.calls().send(request, deadline, onRetry), sent -> {}),
                        Function.identity())
                .transform(result -> {
                    if (result.failed()) {
                        entry.outcomeUnknown();
                        return Future.failedFuture(result.cause());
                    }
                    if (result.result().transientFailure()) {
                        entry.outcomeUnknown();
                    } else {
                        entry.outcomeKnown();
                    }
                    return check(result.result(), entry.repeated());
                });
    }

    /** Ends the requests in flight, and retries. */
    void abort() {
        deadline.expire();
    }

    /** Before the exchange continues after a failure: a request with an unknown outcome is repeated if it is redelivered. */
    void keepUnknown() {
        RequestLedger.Entry entry = last;
        if (entry != null) {
            entry.keep(exchange);
        }
    }

    @Override
    public Future<Content> download(String location, ByteRange range) {
        return observer.request(
                        null,
                        onRetry -> limited(
                                clients.content().get(location, range, deadline, onRetry), ContentResponse::close),
                        ContentResponse::answer)
                .compose(response -> response.content() != null
                        ? Future.succeededFuture(response.content())
                        : Future.failedFuture(refusal(response.answer())));
    }

    @Override
    public Future<ApiResponse> delete(String location) {
        return observer.request(
                        null,
                        onRetry -> limited(clients.content().delete(location, deadline, onRetry), sent -> {}),
                        Function.identity())
                .compose(response -> check(response, false));
    }

    private <T> Future<T> limited(Future<T> request, Consumer<T> discard) {
        return clients.transport().loops().runRoutes() ? deadline.limit(request, timer, discard) : request;
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
