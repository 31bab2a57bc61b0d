package dev.callautomation.camel;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Future;
import org.apache.camel.Exchange;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.ApiResponse;
import dev.callautomation.camel.client.ByteRange;
import dev.callautomation.camel.client.Content;
import dev.callautomation.camel.model.CommunicationError;
import dev.callautomation.camel.operation.CallAutomationOperation;
import dev.callautomation.camel.operation.CallOperation;
import dev.callautomation.camel.operation.CallService;

/** Sends the requests of one exchange and turns refusals into exceptions. */
final class ExchangeCallService implements CallService {

    private static final String UNSETTLED = "CamelCallAutomationUnsettledRequests";
    private static final CommunicationError UNKNOWN = new CommunicationError(null, null, null);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ServiceClients clients;
    private final CallAutomationOperation name;
    private final CallOperation operation;
    private final Exchange exchange;
    private final IdentifierMask mask;

    ExchangeCallService(
            ServiceClients clients,
            CallAutomationOperation name,
            CallOperation operation,
            Exchange exchange,
            IdentifierMask mask) {
        this.clients = clients;
        this.name = name;
        this.operation = operation;
        this.exchange = exchange;
        this.mask = mask;
    }

    @Override
    public String pathOf(String link) {
        return clients.calls().pathOf(link);
    }

    /**
     * Sends the request. If the same exchange has sent it before without learning the outcome, because Camel redelivers
     * the exchange, it goes out under the same repeatability, so that the service does not do the work twice.
     */
    @Override
    public Future<ApiResponse> send(ApiRequest request) {
        Unsettled unsettled = unsettled();
        Optional<ApiRequest> before = unsettled.take(request);
        ApiRequest sent = before.orElse(request);
        return clients.calls()
                .send(sent)
                .onComplete(result -> {
                    if (result.failed() || result.result().transientFailure()) {
                        unsettled.keep(sent);
                    }
                })
                .compose(response -> settle(response, before.isPresent()));
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

    private Unsettled unsettled() {
        Unsettled unsettled = exchange.getProperty(UNSETTLED, Unsettled.class);
        if (unsettled == null) {
            unsettled = new Unsettled(new ConcurrentHashMap<>());
            exchange.setProperty(UNSETTLED, unsettled);
        }
        return unsettled;
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

    /** The requests that have ended without a known outcome. */
    private record Unsettled(Map<String, ApiRequest> requests) {

        Optional<ApiRequest> take(ApiRequest request) {
            return Optional.ofNullable(requests.remove(request.toString()))
                    .filter(before -> before.asksTheSameAs(request));
        }

        void keep(ApiRequest request) {
            requests.put(request.toString(), request);
        }
    }
}
