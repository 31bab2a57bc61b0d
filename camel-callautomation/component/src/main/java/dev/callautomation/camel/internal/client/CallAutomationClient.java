package dev.callautomation.camel.internal.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;

/**
 * Sends authorized requests to the service, with retries where they are safe. Non-blocking.
 * Futures complete on an event loop.
 */
public final class CallAutomationClient {

    /** The version of the REST API that this client speaks. */
    public static final String API_VERSION = "2026-03-12";

    private static final String API_VERSION_PARAMETER = "&api-version=" + API_VERSION;
    private static final String API_VERSION_QUERY = "?api-version=" + API_VERSION;

    private static final int REDIRECTION = 300;

    private final HttpTransport transport;
    private final ServiceEndpoint endpoint;
    private final Credential credential;
    private final Attempts attempts;
    private final Duration responseTimeout;

    /**
     * @param vertx           schedules retries; not closed here
     * @param transport       sends requests
     * @param responseTimeout timeout of one attempt, which covers the connection, the head and the body of the response
     */
    public CallAutomationClient(
            Vertx vertx,
            HttpTransport transport,
            ServiceEndpoint endpoint,
            Credential credential,
            RetryPolicy retryPolicy,
            Duration responseTimeout) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.credential = credential;
        this.attempts = new Attempts(vertx, retryPolicy);
        this.responseTimeout = responseTimeout;
    }

    /**
     * Sends a request.
     *
     * @param  deadline limit of the request with its retries
     * @param  onRetry  called before each retry, with the HTTP status of the attempt before; 0 if it had no response
     * @return          the response of the service, of any status; a failure if there was none
     */
    public Future<ApiResponse> send(ApiRequest request, Deadline deadline, IntConsumer onRetry) {
        String clientRequestId = RandomIds.next().toString();
        Runnable ended = transport.use();
        return attempts.run(
                        request,
                        deadline,
                        attempt -> transport.within(
                                responseTimeout, deadline, http -> attempt(http, request, clientRequestId, attempt)),
                        Function.identity(),
                        onRetry)
                .onComplete(result -> ended.run());
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

    /** The URL of the resource. */
    public String address() {
        return (endpoint.tls() ? "https://" : "http://") + endpoint.authority();
    }

    /** Fails requests in flight, and those that wait for a retry or for a token. */
    public void close() {
        attempts.close();
        credential.close();
    }

    private Future<ApiResponse> attempt(TimedRequests http, ApiRequest request, String clientRequestId, int attempt) {
        String path = request.path() + (request.path().indexOf('?') < 0 ? API_VERSION_QUERY : API_VERSION_PARAMETER);
        return credential
                .authorize(request.method().name(), path, endpoint.authority(), request.body())
                .compose(authorization -> {
                    RequestOptions options = options(request, path, clientRequestId);
                    authorization.forEach(options::putHeader);
                    return http.send(options, request.body().bytes());
                })
                .compose(response -> body(response).map(body -> toResponse(response, body, clientRequestId, attempt)));
    }

    private Future<byte[]> body(HttpClientResponse response) {
        return response.statusCode() < REDIRECTION
                ? BoundedBody.document(response)
                : BoundedBody.error(response, responseTimeout);
    }

    private RequestOptions options(ApiRequest request, String path, String clientRequestId) {
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setHost(endpoint.connectHost())
                .setPort(endpoint.port())
                .setSsl(endpoint.tls())
                .setURI(path)
                .setFollowRedirects(false)
                // as signed; Vert.x itself would leave the brackets of an IPv6 address out
                .putHeader(HttpHeaders.HOST, endpoint.authority())
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader("x-ms-client-request-id", clientRequestId);
        if (!request.body().isEmpty()) {
            options.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        if (request.repeatability() != null) {
            request.repeatability().headers(options::putHeader);
        }
        return options;
    }

    /** Whether a request failed in the network. Other failures are those of the client, which a retry does not resolve. */
    public static boolean isNetworkFailure(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof VertxException;
    }

    private static ApiResponse toResponse(
            HttpClientResponse response, byte[] body, String clientRequestId, int attempt) {
        String chainId = response.getHeader("X-Microsoft-Skype-Chain-ID");
        return new ApiResponse(
                response.statusCode(),
                body,
                chainId != null ? chainId : clientRequestId,
                response.statusCode() < REDIRECTION ? null : RetryAfter.of(response.headers(), Instant.now()),
                attempt);
    }
}
