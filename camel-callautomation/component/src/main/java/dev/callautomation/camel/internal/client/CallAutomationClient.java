package dev.callautomation.camel.internal.client;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;

/**
 * Sends authorized requests to the service, with retries where they are safe. Non-blocking.
 * Futures complete on an event loop.
 */
public final class CallAutomationClient {

    /** The version of the REST API that this client speaks. */
    public static final String API_VERSION = "2026-03-12";

    private final WebClient webClient;
    private final ServiceEndpoint endpoint;
    private final Credential credential;
    private final Attempts attempts;
    private final Duration responseTimeout;

    /**
     * @param vertx           schedules retries; not closed here
     * @param webClient       sends requests; not closed here
     * @param responseTimeout timeout of one attempt
     */
    public CallAutomationClient(
            Vertx vertx,
            WebClient webClient,
            ServiceEndpoint endpoint,
            Credential credential,
            RetryPolicy retryPolicy,
            Duration responseTimeout) {
        this.webClient = webClient;
        this.endpoint = endpoint;
        this.credential = credential;
        this.attempts = new Attempts(vertx, retryPolicy);
        this.responseTimeout = responseTimeout;
    }

    /**
     * Sends a request.
     *
     * @return the response of the service, of any status; a failure if there was none
     */
    public Future<ApiResponse> send(ApiRequest request) {
        String clientRequestId = UUID.randomUUID().toString();
        return attempts.run(request, attempt -> attempt(request, clientRequestId, attempt), Function.identity());
    }

    /**
     * The path and query of a link in a response, without the api-version that {@link #send} adds.
     *
     * @throws IllegalArgumentException if the link is to another host, which must not receive signed requests
     */
    public String pathOf(String link) {
        URI uri = URI.create(link);
        if (uri.isAbsolute() && !endpoint.owns(uri) || !uri.isAbsolute() && !link.startsWith("/")) {
            throw new IllegalArgumentException("The link to the next page is to another host than the endpoint");
        }
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String kept = Stream.of(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("api-version="))
                .collect(Collectors.joining("&"));
        return uri.getRawPath() + (kept.isEmpty() ? "" : "?" + kept);
    }

    /** Fails requests that wait for a retry or for a token. Requests in flight end with the web client. */
    public void close() {
        attempts.close();
        credential.close();
    }

    private Future<ApiResponse> attempt(ApiRequest request, String clientRequestId, int attempt) {
        String path = request.path() + (request.path().contains("?") ? "&" : "?") + "api-version=" + API_VERSION;
        return credential
                .authorize(request.method().name(), path, endpoint.authority(), request.body())
                .compose(authorization -> {
                    HttpRequest<Buffer> http = http(request, path, clientRequestId);
                    authorization.forEach(http::putHeader);
                    return request.body().length == 0 ? http.send() : http.sendBuffer(Buffer.buffer(request.body()));
                })
                .map(response -> toResponse(response, clientRequestId, attempt));
    }

    private HttpRequest<Buffer> http(ApiRequest request, String path, String clientRequestId) {
        HttpRequest<Buffer> http = webClient
                .request(
                        request.method(),
                        new RequestOptions()
                                .setHost(endpoint.connectHost())
                                .setPort(endpoint.port())
                                .setSsl(endpoint.tls())
                                .setURI(path))
                .followRedirects(false)
                .timeout(responseTimeout.toMillis())
                // as signed; Vert.x itself would leave the brackets of an IPv6 address out
                .putHeader(HttpHeaders.HOST.toString(), endpoint.authority())
                .putHeader(HttpHeaders.ACCEPT.toString(), "application/json")
                .putHeader("x-ms-client-request-id", clientRequestId);
        if (request.body().length > 0) {
            http.putHeader(HttpHeaders.CONTENT_TYPE.toString(), "application/json");
        }
        if (request.repeatability() != null) {
            request.repeatability().headers().forEach(http::putHeader);
        }
        return http;
    }

    /** Whether a request failed in the network. Other failures are those of the client, which a retry does not resolve. */
    public static boolean isNetworkFailure(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof VertxException;
    }

    private static ApiResponse toResponse(HttpResponse<Buffer> response, String clientRequestId, int attempt) {
        Buffer body = response.body();
        String chainId = response.getHeader("X-Microsoft-Skype-Chain-ID");
        return new ApiResponse(
                response.statusCode(),
                body == null ? new byte[0] : body.getBytes(),
                chainId != null ? chainId : clientRequestId,
                retryAfter(response.getHeader("Retry-After")),
                attempt);
    }

    /** Seconds or a date (RFC 9110 section 10.2.3); anything else is ignored. */
    static Duration retryAfter(String header) {
        if (header == null) {
            return null;
        }
        String value = header.trim();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Duration until = Duration.between(Instant.now(), HttpDates.parse(value));
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
