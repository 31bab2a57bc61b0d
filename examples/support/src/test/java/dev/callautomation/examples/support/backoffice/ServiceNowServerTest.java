package dev.callautomation.examples.support.backoffice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceNowServerTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String INCIDENTS = "/api/now/table/incident";

    private final ServiceNowServer tickets = ServiceNowServer.start(0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        tickets.close();
    }

    @Test
    void aStrangerIsNotAuthenticated() throws Exception {
        HttpResponse<String> response = send("stranger", "GET", INCIDENTS + "?sysparm_query=correlation_id=c1", "");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(json(response).at("/error/message").asText()).isEqualTo("User Not Authenticated");
    }

    @Test
    void anIncidentIsOpenedFoundByItsCallAndUpdated() throws Exception {
        HttpResponse<String> opened = send(ServiceNowServer.USER, "POST", INCIDENTS, "{\"correlation_id\":\"c1\"}");
        String id = json(opened).at("/result/sys_id").asText();
        HttpResponse<String> found =
                send(ServiceNowServer.USER, "GET", INCIDENTS + "?sysparm_query=correlation_id=c1&sysparm_limit=1", "");
        HttpResponse<String> updated =
                send(ServiceNowServer.USER, "PATCH", INCIDENTS + "/" + id, "{\"work_notes\":\"over\"}");

        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(json(opened).at("/result/number").asText()).isEqualTo("INC0000001");
        assertThat(json(found).at("/result/0/sys_id").asText()).isEqualTo(id);
        assertThat(updated.statusCode()).isEqualTo(200);
        assertThat(json(send(ServiceNowServer.USER, "GET", INCIDENTS + "/" + id, ""))
                        .at("/result/work_notes")
                        .asText())
                .isEqualTo("over");
    }

    @Test
    void aCallWithoutATicketGivesAnEmptyResult() throws Exception {
        HttpResponse<String> found =
                send(ServiceNowServer.USER, "GET", INCIDENTS + "?sysparm_query=correlation_id=none", "");

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(json(found).path("result")).isEmpty();
    }

    @Test
    void anIncidentThatDoesNotExistIsNotFound() throws Exception {
        assertThat(send(ServiceNowServer.USER, "PATCH", INCIDENTS + "/404", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> send(String user, String method, String path, String body) throws Exception {
        String credentials = user + ":" + ServiceNowServer.PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(URI.create(tickets.uri() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, BodyPublishers.ofString(body))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }
}
