package dev.callautomation.simulator.scenario;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.wire.Json;

/** Requests to the application and to other systems. For one thread, which is never blocked. */
final class HttpExchanges {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** One for all scenarios: Java 17 has no way to close a client, whose threads end when it is collected. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final List<Sent> open = new ArrayList<>();

    private record Sent(int step, JsonNode request, CompletableFuture<HttpResponse<Optional<byte[]>>> response) {}

    /** Sends the request of a step. */
    void send(int step, JsonNode request) {
        open.add(new Sent(step, request, start(request)));
    }

    /** Whether all responses are there. */
    boolean areOver() {
        return open.isEmpty();
    }

    /** Fails when a response has come that is not as expected. */
    void check() throws StepFailure {
        for (Sent sent : List.copyOf(open)) {
            if (sent.response().isDone()) {
                open.remove(sent);
                check(sent);
            }
        }
    }

    /** Fails because of a response that has not come. */
    void fail(Duration waited) throws StepFailure {
        if (!open.isEmpty()) {
            throw new StepFailure(
                    open.get(0).step(),
                    "the application has not answered it within " + waited.toMillis() + " ms",
                    null);
        }
    }

    private static void check(Sent sent) throws StepFailure {
        int status;
        try {
            status = sent.response().join().statusCode();
        } catch (CompletionException e) {
            throw new StepFailure(sent.step(), "no response: " + reason(e.getCause()), null);
        }
        JsonNode expected = sent.request().path("status");
        if (expected.isMissingNode() ? status / 100 != 2 : status != expected.asInt()) {
            throw new StepFailure(
                    sent.step(),
                    "status: expected " + (expected.isMissingNode() ? "200 to 299" : expected.asText()) + ", but was "
                            + status,
                    null);
        }
    }

    CompletableFuture<HttpResponse<Optional<byte[]>>> start(JsonNode request) {
        try {
            String body =
                    request.has("body") ? new String(Json.writePlain(request.get("body")), StandardCharsets.UTF_8) : "";
            HttpRequest.Builder builder = HttpRequest.newBuilder(
                            URI.create(request.path("url").asText()))
                    .timeout(TIMEOUT)
                    .method(
                            request.path("method").asText("POST"),
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (!body.isEmpty()) {
                builder.setHeader("Content-Type", "application/json");
            }
            request.path("headers")
                    .properties()
                    .forEach(header ->
                            builder.setHeader(header.getKey(), header.getValue().asText()));
            return CLIENT.sendAsync(builder.build(), response -> new BoundedBody());
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Without the address, which may hold a secret. */
    static String reason(Throwable cause) {
        return cause.getClass().getSimpleName()
                + (cause instanceof IllegalArgumentException || cause.getMessage() == null
                        ? ""
                        : " (" + cause.getMessage() + ")");
    }
}
