package dev.callautomation.examples.support;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/**
 * The part of Salesforce's REST API that the routes use: OAuth token and revocation, list of versions, SOQL query of the
 * form {@code SELECT .. FROM Contact|Task WHERE field = 'value'}, creation and update of a Task. Requests without its
 * token are answered 401 with {@code INVALID_SESSION_ID}, as by Salesforce.
 *
 * <p>For those who look at it from outside, {@code GET /tasks} lists the Tasks, {@code ?CallObject=ID} those of a call; it
 * needs no token.
 */
public final class StubCrm implements AutoCloseable {

    /**
     * A customer.
     *
     * @param id 18 characters, beginning with {@code 003} as that of every Salesforce Contact
     */
    public record Contact(String id, String name, String phone) {

        private Map<String, Object> fields() {
            return Map.of("Id", id, "Name", name, "Phone", phone);
        }
    }

    private static final String TOKEN = "00D8d000000LocalOrg!AQ0AQLocalTokenOfTheExamples";
    private static final String TASKS = "/tasks";
    private static final String DATA = "/services/data/v[0-9.]+";
    private static final Pattern SOQL =
            Pattern.compile("SELECT ([\\w, ]+) FROM (Contact|Task) WHERE (\\w+) = '([^']*)'( LIMIT \\d+)?");

    private final Map<String, Map<String, Object>> contacts = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> tasks = new ConcurrentHashMap<>();
    private final AtomicInteger taskNumber = new AtomicInteger();
    private final StubServer server;

    private StubCrm(int port, List<Contact> contacts) {
        contacts.forEach(this::add);
        server = new StubServer(port, this::respond);
        setAvailable(true);
    }

    /** @param port 0 for any free one */
    public static StubCrm start(int port, Contact... contacts) {
        return new StubCrm(port, List.of(contacts));
    }

    public URI uri() {
        return server.uri();
    }

    public void add(Contact contact) {
        contacts.put(contact.id(), contact.fields());
    }

    /** The Tasks now, each by field name. */
    public List<Map<String, Object>> tasks() {
        return List.copyOf(tasks.values());
    }

    /** The Tasks of a call, by its call connection id. */
    public List<Map<String, Object>> tasksOf(String call) {
        return tasks().stream()
                .filter(task -> call.equals(task.get("CallObject")))
                .toList();
    }

    /** While it is not available, requests for data are answered 503; tokens are still issued. */
    public void setAvailable(boolean available) {
        server.clear();
        server.stub(post(urlPathEqualTo("/services/oauth2/token")).willReturn(jsonResponse(token(), 200)));
        server.stub(any(urlPathEqualTo("/services/oauth2/revoke")).willReturn(aResponse()));
        server.stub(get(urlPathMatching("/services/data/?"))
                .willReturn(jsonResponse(
                        List.of(Map.of("label", "Spring '25", "url", "/services/data/v63.0", "version", "63.0")),
                        200)));
        server.compute(get(urlPathEqualTo(TASKS)));
        server.compute(authorized(get(urlPathMatching(DATA + "/query/?"))));
        server.compute(authorized(post(urlPathMatching(DATA + "/sobjects/Task/?"))));
        server.compute(authorized(patch(urlPathMatching(DATA + "/sobjects/Task/\\w+"))));
        server.stub(any(anyUrl())
                .atPriority(10)
                .willReturn(jsonResponse(error("INVALID_SESSION_ID", "Session expired or invalid"), 401)));
        if (!available) {
            server.stub(any(urlPathMatching(DATA + "/.*"))
                    .atPriority(1)
                    .willReturn(jsonResponse(error("SERVER_UNAVAILABLE", "Down for maintenance"), 503)));
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private ResponseDefinition respond(Request request) {
        return switch (request.getMethod().value()) {
            case "POST" -> create(StubServer.fields(request));
            case "PATCH" -> update(StubServer.lastSegment(request), StubServer.fields(request));
            default ->
                request.getUrl().startsWith(TASKS)
                        ? list(request.queryParameter("CallObject"))
                        : query(request.queryParameter("q").firstValue());
        };
    }

    private ResponseDefinition list(QueryParameter call) {
        return StubServer.json(200, call.isPresent() ? tasksOf(call.firstValue()) : tasks());
    }

    private ResponseDefinition query(String query) {
        Matcher soql = SOQL.matcher(query);
        if (!soql.matches()) {
            return StubServer.json(400, error("MALFORMED_QUERY", "not a query that the stub understands"));
        }
        boolean contact = soql.group(2).equals("Contact");
        List<Map<String, Object>> found = (contact ? contacts : tasks)
                .values().stream()
                        .filter(row -> soql.group(4).equals(row.get(soql.group(3))))
                        .map(row ->
                                select(soql.group(2), row, List.of(soql.group(1).split(", *"))))
                        .toList();
        return StubServer.json(200, Map.of("totalSize", found.size(), "done", true, "records", found));
    }

    private ResponseDefinition create(Map<String, Object> task) {
        String id = "00T8d00000%05dEAA".formatted(taskNumber.incrementAndGet());
        task.put("Id", id);
        tasks.put(id, Map.copyOf(task));
        return StubServer.json(201, Map.of("id", id, "success", true, "errors", List.of()));
    }

    private ResponseDefinition update(String id, Map<String, Object> fields) {
        Map<String, Object> updated = tasks.computeIfPresent(id, (key, task) -> {
            Map<String, Object> merged = new HashMap<>(task);
            merged.putAll(fields);
            return Map.copyOf(merged);
        });
        if (updated == null) {
            return StubServer.json(404, error("NOT_FOUND", "The requested resource does not exist"));
        }
        return responseDefinition().withStatus(204).build();
    }

    private static Map<String, Object> select(String object, Map<String, Object> row, Collection<String> fields) {
        Map<String, Object> selected = new HashMap<>(row);
        selected.keySet().retainAll(fields);
        selected.put("attributes", Map.of("type", object));
        return selected;
    }

    private static MappingBuilder authorized(MappingBuilder request) {
        return request.withHeader("Authorization", equalTo("Bearer " + TOKEN));
    }

    private static List<Map<String, String>> error(String code, String message) {
        return List.of(Map.of("errorCode", code, "message", message));
    }

    private Map<String, String> token() {
        return Map.of(
                "access_token",
                TOKEN,
                "instance_url",
                uri().toString(),
                "id",
                uri() + "/id/00D8d000000LocalOrg/0058d000000LocalUser",
                "token_type",
                "Bearer",
                "issued_at",
                "1767225600000",
                "signature",
                "c2lnbmF0dXJl");
    }
}
