package dev.callautomation.camel.internal.exchange;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.client.Deadline;
import dev.callautomation.camel.internal.client.EventLoops;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.connection.Clients;
import dev.callautomation.camel.internal.connection.ServiceClient;
import dev.callautomation.camel.internal.journal.CallJournal;
import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.operation.CallOperation;
import dev.callautomation.camel.internal.operation.EndpointOptions;
import dev.callautomation.camel.internal.operation.Input;
import dev.callautomation.camel.internal.operation.InputHeaders;
import dev.callautomation.camel.internal.operation.Inputs;
import dev.callautomation.camel.internal.operation.OperationCatalog;
import dev.callautomation.camel.internal.operation.OperationInputs;
import dev.callautomation.camel.internal.operation.OperationResult;
import dev.callautomation.camel.internal.operation.RecordingStream;
import dev.callautomation.camel.internal.support.CallIds;
import dev.callautomation.camel.internal.support.IdentifierMask;
import dev.callautomation.camel.internal.support.InheritedHeaders;
import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.internal.support.RouteThreads;
import dev.callautomation.camel.internal.support.TraceContext;

/** Executes the operation of an endpoint for its exchanges. */
public final class OperationExecutor {

    private static final List<Input> REMEMBERED =
            List.of(Inputs.CALL_CONNECTION_ID, Inputs.OPERATION_CONTEXT, Inputs.RECORDING_ID);

    /** The id of what an operation starts, in its response. */
    private static final Map<CallAutomationOperation, Input> STARTED = Map.of(
            CallAutomationOperation.createCall, Inputs.CALL_CONNECTION_ID,
            CallAutomationOperation.connectCall, Inputs.CALL_CONNECTION_ID,
            CallAutomationOperation.answerCall, Inputs.CALL_CONNECTION_ID,
            CallAutomationOperation.startRecording, Inputs.RECORDING_ID);

    private final CallOperation operation;
    private final InputHeaders headers;
    private final Failures failures;
    private final boolean requestFromBody;
    private final ContextHeaders contextHeaders;
    private final ContextHeaderPolicy contextHeaderPolicy;
    private final Clients clients;
    private final ServiceClient client;
    private final RouteThreads threads;
    private final Vertx vertx;
    private final long responseTimeout;
    private final Duration operationTimeout;
    private final OperationObserver observer;
    private final Consumer<String> started;
    /** {@code null} for most operations. */
    private final @Nullable Input startedId;

    private final EventLoops loops;
    private final ScheduledExecutorService timer;
    private final boolean continuesOnEventLoop;

    /**
     * @param  connection               options of the connection
     * @param  contextHeaderPolicy      signs the context headers
     * @param  observations             is told what happens
     * @param  started                  takes the id of each call and recording that an operation starts
     * @param  journal                  records requests; {@code null} if they are not recorded
     * @throws IllegalArgumentException if the options do not specify how to connect to the service
     */
    public OperationExecutor(
            CallAutomationOperation name,
            CallAutomationConfiguration options,
            CallAutomationConfiguration connection,
            Clients clients,
            ContextHeaderPolicy contextHeaderPolicy,
            Observations observations,
            Consumer<String> started,
            @Nullable CallJournal journal)
            throws Exception {
        this.contextHeaderPolicy = contextHeaderPolicy;
        this.operation = OperationCatalog.find(name);
        this.headers = new InputHeaders(inputs(operation));
        this.startedId = STARTED.get(name);
        this.started = started;
        this.failures = new Failures(name, IdentifierMask.of(options));
        this.requestFromBody = options.isRequestFromBody();
        this.contextHeaders = ContextHeaders.of(operation.echoesContext() ? options.getContextHeaders() : null);
        this.clients = clients;
        this.client = clients.acquire(connection);
        this.threads = clients.threads();
        this.vertx = clients.vertx();
        this.responseTimeout = options.getResponseTimeout();
        this.operationTimeout = Duration.ofMillis(options.getOperationTimeout());
        this.loops = client.transport().loops();
        this.timer = clients.timer();
        this.continuesOnEventLoop = options.isContinueOnEventLoop();
        if (continuesOnEventLoop) {
            loops.expectRoutes();
            threads.expectRoutesOnLoops();
        }
        this.observer = new OperationObserver(name, observations, journal);
    }

    /** No further operation is executed. Those in flight continue. */
    public void close() {
        clients.release(client);
    }

    /** Sends the requests. */
    public ServiceClient client() {
        return client;
    }

    /** The inputs of an operation, and those that exceptions and the operations that follow need in any case. */
    static Set<Input> inputs(CallOperation operation) {
        return Stream.concat(operation.inputs().stream(), REMEMBERED.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param options the options of the endpoint that are set
     */
    public OperationInputs inputs(Exchange exchange, EndpointOptions options) {
        return new OperationInputs(exchange, headers, options, requestFromBody);
    }

    CallOperation operation() {
        return operation;
    }

    ContextHeaderPolicy contextHeaderPolicy() {
        return contextHeaderPolicy;
    }

    OperationObserver observer() {
        return observer;
    }

    Failures failures() {
        return failures;
    }

    /** @param ended runs when the operation has ended, before its route continues */
    RouteThreads.Continuation continuation(Exchange exchange, AsyncCallback callback, Runnable ended) {
        return threads.continuation(exchange, callback, ended);
    }

    /**
     * Executes the operation; the exchange continues when the service has responded.
     *
     * @throws IllegalArgumentException if an input is missing or out of range; no request is sent then
     */
    public void execute(Exchange exchange, OperationInputs inputs, AsyncCallback callback) {
        RouteThreads.Continuation continuation = threads.continuation(exchange, callback);
        long start = System.nanoTime();
        CallIds ids = identify(exchange, inputs);
        ExchangeCallService service = service(exchange, inputs, null, null);
        Future<OperationResult> response;
        try {
            response = ids.get(() -> operation.execute(inputs, service));
        } catch (RuntimeException e) {
            observer.failedLocally(e);
            throw e;
        }
        response.onComplete(result -> {
            observer.answered(result, start);
            if (result.succeeded()) {
                identify(exchange, ids, result.result());
            } else {
                service.keepUnknown();
            }
            Runnable completion = () -> finish(exchange, inputs, result);
            if (continuesOnEventLoop && mayContinueHere(result)) {
                loops.run(exchange, () -> continuation.resumeHere(completion));
            } else {
                continuation.resume(completion);
            }
        });
    }

    /** Error handlers wait for a redelivery, and a download is read: both block their thread. */
    private boolean mayContinueHere(AsyncResult<OperationResult> result) {
        return result.succeeded() && !(result.result().body() instanceof RecordingStream) && loops.isCurrent();
    }

    /** The ids of the call of the operation, for its lines; its span has them from now on. */
    CallIds identify(Exchange exchange, OperationInputs inputs) {
        CallIds ids = CallIds.ofOperation(exchange, inputs.text(Inputs.CALL_CONNECTION_ID));
        TraceContext.identify(exchange, ids);
        return ids;
    }

    /** The operation may have begun a call or a recording. */
    void identify(Exchange exchange, CallIds ids, OperationResult result) {
        if (startedId != null && result.headers().get(startedId.header()) instanceof String id) {
            started.accept(id);
        }
        CallIds begun = ids.with(result.headers());
        if (!begun.equals(ids)) {
            TraceContext.identify(exchange, begun);
        }
    }

    /**
     * @param node    the id of this node if the completion is awaited; {@code null} if not
     * @param completion receives what completes the operation, before its request is sent; {@code null} if it is not awaited
     */
    ExchangeCallService service(
            Exchange exchange,
            OperationInputs inputs,
            String node,
            BiConsumer<CompletionExpectation, OperationContextPrefix> completion) {
        return service(exchange, inputs, Deadline.after(operationTimeout), node, completion, observer);
    }

    /** Sends the request that cancels an operation. It is counted as one of the operation that cancels. */
    ExchangeCallService cancellation(Exchange exchange, OperationInputs inputs, Deadline deadline) {
        return service(exchange, inputs, deadline, null, null, observer.of(operation.canceledBy()));
    }

    private ExchangeCallService service(
            Exchange exchange,
            OperationInputs inputs,
            Deadline deadline,
            String node,
            BiConsumer<CompletionExpectation, OperationContextPrefix> completion,
            OperationObserver requests) {
        loops.begin(exchange, exchange.isTransacted());
        return new ExchangeCallService(
                client,
                timer,
                operation,
                exchange,
                inputs.text(Inputs.CALL_CONNECTION_ID),
                failures,
                new ContextPrefixFactory(
                        node,
                        contextHeaders.values(exchange),
                        contextHeaderPolicy.traceContext(exchange),
                        contextHeaderPolicy),
                deadline,
                completion,
                requests);
    }

    /** Fails an exchange whose operation was not sent because too many are pending. */
    public void reject(Exchange exchange, OperationInputs inputs, RejectedExecutionException cause) {
        observer.notSent();
        exchange.setException(failures.notSent(inputs.text(Inputs.CALL_CONNECTION_ID), cause));
    }

    void finish(Exchange exchange, OperationInputs inputs, AsyncResult<OperationResult> result) {
        if (result.failed()) {
            fail(exchange, inputs.text(Inputs.CALL_CONNECTION_ID), result.cause());
            return;
        }
        Object body = result.result().body();
        if (body != null) {
            exchange.getMessage().setBody(body);
        }
        if (body instanceof RecordingStream download) {
            exchange.getExchangeExtension().addOnCompletion(new DownloadRelease(download, vertx, responseTimeout));
        }
        setHeaders(exchange, remembered(exchange, inputs), result.result());
    }

    /** The operation has no response, or is refused. */
    void fail(Exchange exchange, String callConnectionId, Throwable cause) {
        exchange.setException(failures.unanswered(callConnectionId, cause));
    }

    /** Headers for the operations that follow, to which a value from an option is of use, too. */
    static Map<String, Object> remembered(Exchange exchange, OperationInputs inputs) {
        Map<String, Object> headers = Map.of();
        for (Input input : REMEMBERED) {
            String value = exchange.getMessage().getHeader(input.header()) == null ? inputs.text(input) : null;
            if (value != null) {
                headers = headers.isEmpty() ? new HashMap<>() : headers;
                headers.put(input.header(), value);
            }
        }
        return headers;
    }

    /**
     * Sets the headers that the next operations use as defaults.
     *
     * @param remembered weaker than those of the result
     */
    static void setHeaders(Exchange exchange, Map<String, Object> remembered, OperationResult result) {
        Map<String, Object> headers = result.headers();
        if (!remembered.isEmpty()) {
            headers = new HashMap<>(headers);
            remembered.forEach(headers::putIfAbsent);
        }
        if (!headers.isEmpty()) {
            InheritedHeaders.set(exchange, headers);
        }
    }
}
