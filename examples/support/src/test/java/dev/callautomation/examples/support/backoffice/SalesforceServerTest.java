package dev.callautomation.examples.support.backoffice;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SalesforceServerTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Contact ADA = new Contact("0038d00000ADA01AAA", "Ada Summers", "+14255550101");

    private final SalesforceServer crm = SalesforceServer.start(0, List.of(ADA));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        crm.close();
    }

    @Test
    void aRequestWithoutTheTokenIsAnInvalidSession() throws Exception {
        HttpResponse<String> response = send("nonsense", "GET", "/services/data/v56.0/sobjects/Task/00T1", "");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).at("/0/errorCode").asText()).isEqualTo("INVALID_SESSION_ID");
    }

    @Test
    void aContactIsFoundByPhoneWithTheFieldsAskedFor() throws Exception {
        JsonNode found = json(query("SELECT Id, Name FROM Contact WHERE Phone = '+14255550101' LIMIT 1"));

        assertThat(found.path("totalSize").asInt()).isEqualTo(1);
        assertThat(found.at("/records/0/Name").asText()).isEqualTo("Ada Summers");
        assertThat(found.at("/records/0/attributes/type").asText()).isEqualTo("Contact");
        assertThat(found.at("/records/0").has("Phone")).isFalse();
    }

    @Test
    void aNumberNobodyHasGivesNoRecord() throws Exception {
        JsonNode found = json(query("SELECT Id FROM Contact WHERE Phone = '+14255559999'"));

        assertThat(found.path("totalSize").asInt()).isZero();
        assertThat(found.path("records")).isEmpty();
    }

    @Test
    void aQueryItCannotReadIsMalformed() throws Exception {
        HttpResponse<String> response = query("SELECT Id FROM Contact WHERE Phone = '1' OR Name != ''");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/0/errorCode").asText()).isEqualTo("MALFORMED_QUERY");
    }

    @Test
    void aTaskIsCreatedFoundByItsCallAndUpdated() throws Exception {
        HttpResponse<String> created = send(
                token(), "POST", "/services/data/v56.0/sobjects/Task/", "{\"CallObject\":\"c1\",\"Status\":\"Open\"}");
        String id = json(created).path("id").asText();
        HttpResponse<String> updated =
                send(token(), "PATCH", "/services/data/v56.0/sobjects/Task/" + id, "{\"Status\":\"Completed\"}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(updated.statusCode()).isEqualTo(204);
        assertThat(json(query("SELECT Id, Status FROM Task WHERE CallObject = 'c1'"))
                        .at("/records/0/Status")
                        .asText())
                .isEqualTo("Completed");
        assertThat(json(send(token(), "GET", "/services/data/v56.0/sobjects/Task/" + id, ""))
                        .path("CallObject")
                        .asText())
                .isEqualTo("c1");
    }

    @Test
    void aTaskThatDoesNotExistIsNotFound() throws Exception {
        assertThat(send(token(), "PATCH", "/services/data/v56.0/sobjects/Task/00T404", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theJournalHoldsRequestsInOrderAndListenersHearOfThem() throws Exception {
        BlockingQueue<Served> heard = new LinkedBlockingQueue<>();
        crm.onServed(heard::add);
        query("SELECT Id FROM Contact WHERE Phone = '+14255550101'");

        assertThat(crm.journal()).extracting(Served::method).containsExactly("POST", "GET");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).extracting(Served::path).isEqualTo("/services/oauth2/token");
        assertThat(heard.poll(5, TimeUnit.SECONDS))
                .extracting(Served::query)
                .isEqualTo("SELECT Id FROM Contact WHERE Phone = '+14255550101'");
    }

    @Test
    void whenItIsDownTokensAreGivenOutAndDataIsNot() throws Exception {
        crm.goDown();

        assertThat(token()).isNotEmpty();
        assertThat(query("SELECT Id FROM Contact WHERE Phone = '+14255550101'").statusCode())
                .isEqualTo(503);
    }

    private HttpResponse<String> query(String soql) throws Exception {
        String q = URLEncoder.encode(soql, StandardCharsets.UTF_8);
        return send(token(), "GET", "/services/data/v56.0/query/?q=" + q, "");
    }

    private String token() throws Exception {
        return json(send("", "POST", "/services/oauth2/token", "grant_type=client_credentials"))
                .path("access_token")
                .asText();
    }

    private HttpResponse<String> send(String token, String method, String path, String body) throws Exception {
        URI uri = URI.create(crm.uri() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(10))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }
}
