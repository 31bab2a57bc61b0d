package dev.callautomation.camel;

import java.io.IOException;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Future;
import org.apache.camel.Exchange;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.client.ByteRange;
import dev.callautomation.camel.client.Content;
import dev.callautomation.camel.client.Repeatability;
import dev.callautomation.camel.model.CommunicationError;
import dev.callautomation.camel.model.OperationTrace;
import dev.callautomation.camel.operation.CallAutomationOperation;
import dev.callautomation.camel.operation.CallOperation;
import dev.callautomation.camel.operation.CallService;
import dev.callautomation.camel.operation.Expectation;

/** Sends the requests of one exchange and turns refusals into exceptions. */
final class ExchangeCallService implements CallService {

    private static final CommunicationError UNKNOWN = new CommunicationError(null, null, null);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ServiceClients clients;
    private final CallAutomationOperation name;
    private final CallOperation operation;
    private final Exchange exchange;
    private final IdentifierMask mask;
    private final OperationTraces traces;
    private final BiConsumer<Expectation, OperationTrace> waiting;
    private RequestLedger.Entry named;
    private OperationTrace trace;

    /**
     * @param traces  what goes into operation contexts
     * @param waiting told what to wait for; {@code null} if nobody waits
     */
    ExchangeCallService(
            ServiceClients clients,
            CallAutomationOperation name,
            CallOperation operation,
            Exchange exchange,
            IdentifierMask mask,
            OperationTraces traces,
            BiConsumer<Expectation, OperationTrace> waiting) {
        this.clients = clients;
        this.name = name;
        this.operation = operation;
        this.exchange = exchange;
        this.mask = mask;
        this.traces = traces;
        this.waiting = waiting;
    }

    @Override
    public Repeatability name(String path, byte[] document) {
        named = RequestLedger.of(exchange).open(path, document);
        return named.work();
    }

    @Override
    public OperationTrace trace(Repeatability work) {
        trace = traces.of(work.requestId());
        return trace;
    }

    @Override
    public void expect(Expectation expectation) {
        if (waiting != null) {
            waiting.accept(expectation, trace);
        }
    }

    @Override
    public String pathOf(String link) {
        return clients.calls().pathOf(link);
    }

    /** Sends the request, and notes if what comes of it is not known, for Camel may redeliver the exchange. */
    @Override
    public Future<ApiResponse> send(ApiRequest request) {
        RequestLedger.Entry entry =
                named == null ? RequestLedger.of(exchange).open(request.toString(), request.body()) : named;
        return clients.calls()
                .send(request)
                .onComplete(result -> {
                    if (result.failed() || result.result().transientFailure()) {
                        entry.unsettled();
                    }
                })
                .compose(response -> settle(response, entry.repeated()));
    }

    @Override
    public Future<Content> download(String location, ByteRange range) {
        return clients.content()
                .get(location, range)
                .compose(response -> response.content() != null
                        ? Future.succeededFuture(response.content())
                        : Future.failedFuture(refusal(response.answer())));
    }

    @Override
    public Future<ApiResponse> delete(String location) {
        return clients.content().delete(location).compose(response -> settle(response, false));
    }

    private Future<ApiResponse> settle(ApiResponse response, boolean repeated) {
        return operation.succeeded(response, repeated || response.attempts() > 1)
                ? Future.succeededFuture(response)
                : Future.failedFuture(refusal(response));
    }

    private CallAutomationException refusal(ApiResponse response) {
        return new CallAutomationException(name, response, error(response), mask);
    }

    private static CommunicationError error(ApiResponse response) {
        try {
            ErrorResponse document = MAPPER.readValue(response.body(), ErrorResponse.class);
            return document == null || document.error() == null ? UNKNOWN : document.error();
        } catch (IOException e) {
            // a gateway's page, for instance: the status has to do, for the text may hold anything
            return UNKNOWN;
        }
    }

    private record ErrorResponse(CommunicationError error) {}
}
