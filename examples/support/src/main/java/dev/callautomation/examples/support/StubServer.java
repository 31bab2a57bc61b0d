package dev.callautomation.examples.support;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

/** WireMock on loopback, with responses that are computed from records. */
final class StubServer implements AutoCloseable {

    private static final HttpHeaders JSON =
            new HttpHeaders(new HttpHeader("Content-Type", "application/json;charset=UTF-8"));

    private final WireMockServer server;

    /** @param port 0 for any free one */
    StubServer(int port, Function<Request, ResponseDefinition> compute) {
        server = new WireMockServer(options()
                .bindAddress("localhost")
                .port(port)
                .disableRequestJournal()
                .extensions(new Computed(compute)));
        server.start();
    }

    URI uri() {
        return URI.create(server.baseUrl());
    }

    void stub(MappingBuilder stub) {
        server.stubFor(stub);
    }

    void compute(MappingBuilder request) {
        server.stubFor(request.willReturn(aResponse().withTransformers("computed")));
    }

    void clear() {
        server.resetMappings();
    }

    @Override
    public void close() {
        server.stop();
    }

    static ResponseDefinition json(int status, Object body) {
        return responseDefinition()
                .withStatus(status)
                .withHeaders(JSON)
                .withBody(Json.write(body))
                .build();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> fields(Request request) {
        return new HashMap<>(Json.read(request.getBodyAsString(), Map.class));
    }

    static String lastSegment(Request request) {
        return request.getUrl().substring(request.getUrl().lastIndexOf('/') + 1);
    }

    private record Computed(Function<Request, ResponseDefinition> compute) implements ResponseDefinitionTransformerV2 {

        @Override
        public String getName() {
            return "computed";
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return compute.apply(event.getRequest());
        }
    }
}
