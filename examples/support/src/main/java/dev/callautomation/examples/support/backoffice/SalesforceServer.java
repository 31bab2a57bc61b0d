package dev.callautomation.examples.support.backoffice;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

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
 * A CRM that speaks Salesforce's REST API as far as a contact centre needs it: OAuth token and revocation, list of versions,
 * SOQL query, create, update and read of a Task. Requests without the token it gave out are answered 401 with
 * {@code INVALID_SESSION_ID}, as Salesforce does.
 */
public final class SalesforceServer extends RestServer {

    private static final String TOKEN = "00D8d000000LocalOrg!AQ0AQLocalTokenOfTheExamples";
    private static final String DATA = "/services/data/v[0-9.]+";
    private static final String TASK = DATA + "/sobjects/Task/\\w+";

    private final SalesforceRecords records;

    private SalesforceServer(int port, SalesforceRecords records) {
        super(
                port,
                new Answering("query", records::query),
                new Answering("create-task", records::createTask),
                new Answering("update-task", records::updateTask),
                new Answering("get-task", records::getTask));
        this.records = records;
    }

    /**
     * Starts the CRM.
     *
     * @param port 0 for any free one
     * @param contacts the customers it knows
     */
    public static SalesforceServer start(int port, List<Contact> contacts) {
        SalesforceServer salesforce = new SalesforceServer(port, new SalesforceRecords(contacts));
        salesforce.server.start();
        salesforce.stub();
        return salesforce;
    }

    /** Makes one more customer known. */
    public void add(Contact contact) {
        records.add(contact);
    }

    /** The Tasks as they are now, keyed by field name. */
    public List<Map<String, Object>> tasks() {
        return records.tasks();
    }

    /** From now on every request for data is answered 503. Tokens are still given out. */
    @Override
    public void goDown() {
        server.stubFor(any(urlPathMatching(DATA + "/.*"))
                .atPriority(1)
                .willReturn(error(503, "SERVER_UNAVAILABLE", "Salesforce is down for maintenance")));
    }

    private void stub() {
        server.stubFor(post(urlPathEqualTo("/services/oauth2/token")).willReturn(jsonResponse(token(), 200)));
        server.stubFor(any(urlPathEqualTo("/services/oauth2/revoke")).willReturn(aResponse()));
        server.stubFor(get(urlPathMatching("/services/data/?")).willReturn(jsonResponse(versions(), 200)));
        answer("query", authorized(get(urlPathMatching(DATA + "/query/?"))));
        answer("create-task", authorized(post(urlPathMatching(DATA + "/sobjects/Task/?"))));
        answer("update-task", authorized(patch(urlPathMatching(TASK))));
        answer("get-task", authorized(get(urlPathMatching(TASK))));
        server.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(error(401, "INVALID_SESSION_ID", "Session expired or invalid")));
    }

    private static MappingBuilder authorized(MappingBuilder request) {
        return request.withHeader("Authorization", equalTo("Bearer " + TOKEN));
    }

    private static ResponseDefinitionBuilder error(int status, String code, String message) {
        return jsonResponse(List.of(Map.of("errorCode", code, "message", message)), status);
    }

    private Map<String, String> token() {
        return Map.of(
                "access_token",
                TOKEN,
                "instance_url",
                server.baseUrl(),
                "id",
                server.baseUrl() + "/id/00D8d000000LocalOrg/0058d000000LocalUser",
                "token_type",
                "Bearer",
                "issued_at",
                "1767225600000",
                "signature",
                "c2lnbmF0dXJl");
    }

    private static List<Map<String, String>> versions() {
        return List.of(
                Map.of("label", "Winter '23", "url", "/services/data/v56.0", "version", "56.0"),
                Map.of("label", "Spring '25", "url", "/services/data/v63.0", "version", "63.0"));
    }
}
