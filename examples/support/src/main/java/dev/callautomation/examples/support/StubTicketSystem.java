package dev.callautomation.examples.support;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/**
 * The part of ServiceNow's Table API that the routes use, with basic authentication: creation of an incident, and a query by
 * {@code correlation_id}.
 *
 * <p>For those who look at it from outside, {@code GET /incidents} lists the incidents, {@code ?correlation_id=ID} those of a
 * call; it needs no password.
 */
public final class StubTicketSystem implements AutoCloseable {

    public static final String USER = "contact.center";
    public static final String PASSWORD = "local-only";

    private static final String LIST = "/incidents";
    private static final String INCIDENTS = "/api/now/table/incident";
    private static final String QUERY = "correlation_id=";

    private final List<Map<String, Object>> incidents = new CopyOnWriteArrayList<>();
    private final StubServer server;

    private StubTicketSystem(int port) {
        server = new StubServer(port, this::respond);
        setAvailable(true);
    }

    /** @param port 0 for any free one */
    public static StubTicketSystem start(int port) {
        return new StubTicketSystem(port);
    }

    public URI uri() {
        return server.uri();
    }

    /** The incidents now, each by field name. */
    public List<Map<String, Object>> incidents() {
        return List.copyOf(incidents);
    }

    /** The incidents of a call, by its call connection id. */
    public List<Map<String, Object>> incidentsOf(String call) {
        return incidents.stream()
                .filter(incident -> call.equals(incident.get("correlation_id")))
                .toList();
    }

    /** While it is not available, every request is answered 503. */
    public void setAvailable(boolean available) {
        server.clear();
        server.compute(get(urlPathEqualTo(LIST)));
        server.compute(post(urlPathEqualTo(INCIDENTS)).withBasicAuth(USER, PASSWORD));
        server.compute(get(urlPathEqualTo(INCIDENTS))
                .withQueryParam("sysparm_query", matching(QUERY + ".+"))
                .withBasicAuth(USER, PASSWORD));
        server.stub(any(anyUrl())
                .atPriority(10)
                .willReturn(jsonResponse(Map.of("error", Map.of("message", "User Not Authenticated")), 401)));
        if (!available) {
            server.stub(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(503)));
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private ResponseDefinition respond(Request request) {
        if (request.getMethod().equals(RequestMethod.POST)) {
            return create(request);
        }
        return request.getUrl().startsWith(LIST) ? list(request.queryParameter("correlation_id")) : find(request);
    }

    private ResponseDefinition list(QueryParameter call) {
        return StubServer.json(200, call.isPresent() ? incidentsOf(call.firstValue()) : incidents());
    }

    private ResponseDefinition find(Request request) {
        String query = request.queryParameter("sysparm_query").firstValue();
        return StubServer.json(200, Map.of("result", incidentsOf(query.substring(QUERY.length()))));
    }

    private ResponseDefinition create(Request request) {
        Map<String, Object> incident = StubServer.fields(request);
        String number = "INC%07d".formatted(incidents.size() + 1);
        incident.put("sys_id", UUID.randomUUID().toString().replace("-", ""));
        incident.put("number", number);
        incident.putIfAbsent("state", "1");
        incidents.add(Map.copyOf(incident));
        return StubServer.json(201, Map.of("result", incident));
    }
}
