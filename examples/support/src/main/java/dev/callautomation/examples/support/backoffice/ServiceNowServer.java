package dev.callautomation.examples.support.backoffice;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.MappingBuilder;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/**
 * A ticket system that speaks ServiceNow's Table API for incidents: POST, GET with {@code sysparm_query}, PATCH, each answer
 * in the {@code result} envelope. It wants basic authentication with {@link #USER} and {@link #PASSWORD}.
 */
public final class ServiceNowServer extends RestServer {

    public static final String USER = "contact.center";
    public static final String PASSWORD = "local-only";

    private static final String INCIDENTS = "/api/now/table/incident";
    private static final String INCIDENT = INCIDENTS + "/\\w+";

    private final ServiceNowRecords records;

    private ServiceNowServer(int port, ServiceNowRecords records) {
        super(
                port,
                new Answering("create", records::create),
                new Answering("query", records::query),
                new Answering("update", records::update),
                new Answering("get", records::get));
        this.records = records;
    }

    /**
     * Starts the ticket system.
     *
     * @param port 0 for any free one
     */
    public static ServiceNowServer start(int port) {
        ServiceNowServer serviceNow = new ServiceNowServer(port, new ServiceNowRecords());
        serviceNow.server.start();
        serviceNow.stub();
        return serviceNow;
    }

    /** The incidents as they are now, keyed by field name. */
    public List<Map<String, Object>> incidents() {
        return records.incidents();
    }

    @Override
    public void goDown() {
        server.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(503)));
    }

    private void stub() {
        answer("create", authorized(post(urlPathEqualTo(INCIDENTS))));
        answer("query", authorized(get(urlPathEqualTo(INCIDENTS))));
        answer("update", authorized(patch(urlPathMatching(INCIDENT))));
        answer("get", authorized(get(urlPathMatching(INCIDENT))));
        Map<String, String> error =
                Map.of("message", "User Not Authenticated", "detail", "Required to provide Auth information");
        server.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(jsonResponse(Map.of("error", error, "status", "failure"), 401)));
    }

    private static MappingBuilder authorized(MappingBuilder request) {
        return request.withBasicAuth(USER, PASSWORD);
    }
}
