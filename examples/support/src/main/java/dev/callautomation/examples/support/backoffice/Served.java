package dev.callautomation.examples.support.backoffice;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * A request a back-office system answered.
 *
 * @param path without the query
 * @param query the decoded search text ({@code q} or {@code sysparm_query}), empty if there is none
 * @param body as sent, empty if there is none
 * @param response as sent back, empty if there is none
 */
public record Served(Instant time, String method, String path, String query, String body, int status, String response) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Served of(ServeEvent event) {
        Request request = event.getRequest();
        LoggedResponse response = event.getResponse();
        byte[] answer = response.getBody() == null ? new byte[0] : response.getBody();
        return new Served(
                event.getRequest().getLoggedDate().toInstant(),
                request.getMethod().value(),
                request.getUrl().replaceFirst("\\?.*", ""),
                parameter(request, "q") + parameter(request, "sysparm_query"),
                request.getBodyAsString(),
                response.getStatus(),
                new String(answer, StandardCharsets.UTF_8));
    }

    /**
     * The response as JSON.
     *
     * @throws UncheckedIOException if it is none
     */
    public JsonNode answer() {
        try {
            return MAPPER.readTree(response);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The answer to " + method + " " + path + " is no JSON", e);
        }
    }

    /** Whether it was answered with a 2xx status. */
    public boolean succeeded() {
        return status / 100 == 2;
    }

    private static String parameter(Request request, String name) {
        QueryParameter parameter = request.queryParameter(name);
        return parameter.isPresent() ? parameter.firstValue() : "";
    }
}
