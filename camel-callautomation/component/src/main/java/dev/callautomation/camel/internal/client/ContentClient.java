package dev.callautomation.camel.internal.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * Downloads and deletes the files of recordings, which are on other hosts than the endpoint of the service. As in the
 * official SDKs, requests are signed for the path without its query and for the host of the endpoint, which is sent as {@code
 * x-ms-host}, while {@code Host} is that of the file.
 */
public final class ContentClient {

    private static final byte[] NO_BODY = {};
    private static final int MAX_REDIRECTS = 5;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int REDIRECTION = 300;
    private static final Pattern HTML = Pattern.compile("\\s*(text/html|application/xhtml)", Pattern.CASE_INSENSITIVE);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> REDIRECTS_OF_ANY_METHOD = Set.of(307, 308);

    private final HttpTransport transport;
    private final ServiceEndpoint endpoint;
    private final Credential credential;
    private final Attempts attempts;
    private final Duration timeout;
    private final RecordingHosts hosts;

    /**
     * @param vertx     schedules retries; not closed here
     * @param transport sends requests
     * @param timeout   timeout for the response to begin, and for each read
     */
    public ContentClient(
            Vertx vertx,
            HttpTransport transport,
            ServiceEndpoint endpoint,
            Credential credential,
            RetryPolicy retryPolicy,
            Duration timeout) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.credential = credential;
        this.attempts = new Attempts(vertx, retryPolicy);
        this.timeout = timeout;
        this.hosts = new RecordingHosts(endpoint);
    }

    /**
     * Begins to download a document. Failures before the first byte are retried; later ones fail the read.
     *
     * @param  range                    {@code null} for all of it
     * @param  deadline                 limit for the first byte to arrive, with all retries
     * @param  onRetry                  called before each retry, with the HTTP status of the attempt before; 0 if it had no
     *                                  response
     * @return                          the response of the server, of any status; a failure if there was none, or if it has
     *                                  no bytes of the document
     * @throws IllegalArgumentException if the host is not one that stores recordings
     */
    public Future<ContentResponse> get(String location, ByteRange range, Deadline deadline, IntConsumer onRetry) {
        return send(HttpMethod.GET, location, range, deadline, onRetry);
    }

    /**
     * Deletes a document.
     *
     * @param  deadline                 limit of the request with its retries
     * @param  onRetry                  called before each retry, with the HTTP status of the attempt before; 0 if it had no
     *                                  response
     * @return                          the response of the server, of any status; a failure if there was none
     * @throws IllegalArgumentException if the host is not one that stores recordings
     */
    public Future<ApiResponse> delete(String location, Deadline deadline, IntConsumer onRetry) {
        return send(HttpMethod.DELETE, location, null, deadline, onRetry).map(ContentResponse::answer);
    }

    /** Fails requests in flight, and those that wait for a retry. Downloads end with the HTTP client. */
    public void close() {
        attempts.close();
    }

    private Future<ContentResponse> send(
            HttpMethod method, String location, ByteRange range, Deadline deadline, IntConsumer onRetry) {
        URI uri = hosts.check(location);
        String id = RandomIds.next().toString();
        Runnable ended = transport.use();
        return attempts.run(
                        ApiRequest.withoutBody(method, path(uri), null),
                        deadline,
                        attempt -> transport.within(transport.loops().ofContent(), timeout, deadline, http -> follow(
                                        http, method, uri, range, id, 0)
                                .compose(response -> read(method, response, range, id, attempt))),
                        ContentResponse::answer,
                        onRetry)
                .onComplete(result -> ended.run());
    }

    private Future<HttpClientResponse> follow(
            TimedRequests http, HttpMethod method, URI uri, ByteRange range, String id, int redirects) {
        return request(http, method, uri, range, id).compose(response -> {
            String target = response.getHeader(HttpHeaders.LOCATION);
            boolean redirected =
                    (method == HttpMethod.GET ? REDIRECTS : REDIRECTS_OF_ANY_METHOD).contains(response.statusCode());
            if (!redirected || target == null) {
                return Future.succeededFuture(response);
            }
            if (redirects == MAX_REDIRECTS) {
                return Future.failedFuture(new IllegalStateException(
                        "The recording was redirected more than " + MAX_REDIRECTS + " times"));
            }
            try {
                return follow(http, method, hosts.check(uri, target), range, id, redirects + 1);
            } catch (IllegalArgumentException e) {
                return Future.failedFuture(
                        new IllegalStateException("The recording was redirected, but " + e.getMessage()));
            }
        });
    }

    private Future<HttpClientResponse> request(
            TimedRequests http, HttpMethod method, URI uri, ByteRange range, String id) {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        ServiceEndpoint server =
                new ServiceEndpoint(uri.getHost().toLowerCase(Locale.ROOT), ServiceEndpoint.port(uri, tls), tls);
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(server.connectHost())
                .setPort(server.port())
                .setSsl(tls)
                .setURI(path(uri) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.HOST, server.authority())
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader("x-ms-host", endpoint.authority())
                .putHeader("x-ms-client-request-id", id);
        if (range != null) {
            options.putHeader("Range", range.header());
        }
        return credential
                .authorize(method.name(), path(uri), endpoint.authority(), Payload.NONE)
                .compose(authorization -> {
                    authorization.forEach(options::putHeader);
                    return http.send(options, NO_BODY);
                });
    }

    private static String path(URI uri) {
        return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    private Future<ContentResponse> read(
            HttpMethod method, HttpClientResponse response, ByteRange range, String id, int attempt) {
        Function<byte[], ApiResponse> answer = body -> new ApiResponse(
                response.statusCode(), body, id, RetryAfter.of(response.headers(), Instant.now()), attempt);
        if (method != HttpMethod.GET || response.statusCode() >= REDIRECTION) {
            return BoundedBody.error(response, timeout).map(body -> new ContentResponse(answer.apply(body), null));
        }
        String part = response.getHeader(HttpHeaders.CONTENT_RANGE);
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        Long announced = length(response.getHeader(HttpHeaders.CONTENT_LENGTH));
        if (response.statusCode() != OK && response.statusCode() != PARTIAL || announced != null && announced == 0) {
            return empty(response);
        }
        if (HTML.matcher(type == null ? "" : type).lookingAt()) {
            return Future.failedFuture(
                    new IOException("A web page was sent instead of the recording, perhaps by a proxy"));
        }
        boolean whole = response.statusCode() == OK;
        if (whole ? range != null && !range.isAll() : range == null || !range.matches(part)) {
            return Future.failedFuture(
                    new IllegalStateException("The server sent another range of the recording than was requested"));
        }
        Long length = announced == null && !whole ? ByteRange.length(part) : announced;
        ContentStream stream = new ContentStream(response, length, timeout, transport.use());
        // a recording without bytes must not seem to be downloaded: routes delete the original then
        return stream.begun()
                .compose(bytes -> bytes
                        ? Future.succeededFuture(new ContentResponse(
                                answer.apply(NO_BODY), new Content(type, length, whole ? null : part, stream)))
                        : empty(response));
    }

    private static Future<ContentResponse> empty(HttpClientResponse response) {
        return Future.failedFuture(new IOException(
                "The server sent no bytes of the recording, with the HTTP status " + response.statusCode()));
    }

    private static Long length(String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.valueOf(header) : null;
    }
}
