package dev.callautomation.camel.internal.client;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
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
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> REDIRECTS_OF_ANY_METHOD = Set.of(307, 308);

    private final Vertx vertx;
    private final HttpClient http;
    private final ServiceEndpoint endpoint;
    private final Credential credential;
    private final Attempts attempts;
    private final Duration timeout;
    private final RecordingHosts hosts;

    /**
     * @param vertx   schedules timeouts; not closed here
     * @param http    sends requests; not closed here
     * @param timeout timeout for the response to begin, and for each read
     */
    public ContentClient(
            Vertx vertx,
            HttpClient http,
            ServiceEndpoint endpoint,
            Credential credential,
            RetryPolicy retryPolicy,
            Duration timeout) {
        this.vertx = vertx;
        this.http = http;
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
     * @return                          the response of the server, of any status; a failure if there was none
     * @throws IllegalArgumentException if the host is not one that stores recordings
     */
    public Future<ContentResponse> get(String location, ByteRange range) {
        return send(HttpMethod.GET, location, range);
    }

    /**
     * Deletes a document.
     *
     * @return                          the response of the server, of any status; a failure if there was none
     * @throws IllegalArgumentException if the host is not one that stores recordings
     */
    public Future<ApiResponse> delete(String location) {
        return send(HttpMethod.DELETE, location, null).map(ContentResponse::answer);
    }

    /** Fails requests that wait for a retry. Requests in flight end with the HTTP client. */
    public void close() {
        attempts.close();
    }

    private Future<ContentResponse> send(HttpMethod method, String location, ByteRange range) {
        URI uri = hosts.check(location);
        String id = UUID.randomUUID().toString();
        return attempts.run(
                ApiRequest.withoutBody(method, path(uri), null),
                attempt -> onEventLoop(() -> follow(method, uri, range, id, 0)
                        .compose(response -> read(method, response, range, id, attempt))),
                ContentResponse::answer);
    }

    /**
     * On another thread, a small response could arrive and end before its handlers are set, and be lost. On the event loop
     * of its connection it cannot.
     */
    private <T> Future<T> onEventLoop(Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        vertx.getOrCreateContext().runOnContext(ignored -> Future.<Void>succeededFuture()
                .compose(begin -> work.get())
                .onComplete(promise));
        return promise.future();
    }

    private Future<HttpClientResponse> follow(HttpMethod method, URI uri, ByteRange range, String id, int redirects) {
        return request(method, uri, range, id).compose(response -> {
            String target = response.getHeader(HttpHeaders.LOCATION);
            boolean redirected =
                    (method == HttpMethod.GET ? REDIRECTS : REDIRECTS_OF_ANY_METHOD).contains(response.statusCode());
            if (!redirected || target == null) {
                return Future.succeededFuture(response);
            }
            response.request().reset();
            if (redirects == MAX_REDIRECTS) {
                return Future.failedFuture(new IllegalStateException(
                        "The recording was redirected more than " + MAX_REDIRECTS + " times"));
            }
            try {
                return follow(method, hosts.check(uri, target), range, id, redirects + 1);
            } catch (IllegalArgumentException e) {
                return Future.failedFuture(
                        new IllegalStateException("The recording was redirected, but " + e.getMessage()));
            }
        });
    }

    private Future<HttpClientResponse> request(HttpMethod method, URI uri, ByteRange range, String id) {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        ServiceEndpoint server = new ServiceEndpoint(uri.getHost(), ServiceEndpoint.port(uri, tls), tls);
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(server.connectHost())
                .setPort(server.port())
                .setSsl(tls)
                .setURI(path(uri) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                .setFollowRedirects(false)
                .setConnectTimeout(timeout.toMillis())
                .putHeader(HttpHeaders.HOST, server.authority())
                .putHeader(HttpHeaders.USER_AGENT, "camel-callautomation")
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader("x-ms-host", endpoint.authority())
                .putHeader("x-ms-client-request-id", id);
        if (range != null) {
            options.putHeader("Range", range.header());
        }
        return credential
                .authorize(method.name(), path(uri), endpoint.authority(), NO_BODY)
                .compose(authorization -> {
                    authorization.forEach(options::putHeader);
                    return http.request(options);
                })
                .compose(this::answer);
    }

    private static String path(URI uri) {
        return uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    private Future<HttpClientResponse> answer(HttpClientRequest request) {
        Promise<HttpClientResponse> answer = Promise.promise();
        long timer = vertx.setTimer(timeout.toMillis(), ignored -> {
            answer.tryFail(new TimeoutException("No response within " + timeout.toMillis() + " ms"));
            request.reset();
        });
        request.send().onComplete(result -> {
            vertx.cancelTimer(timer);
            if (result.succeeded()) {
                // no bytes may be lost before handlers are set
                answer.tryComplete(result.result().pause());
            } else {
                answer.tryFail(result.cause());
            }
        });
        return answer.future();
    }

    private Future<ContentResponse> read(
            HttpMethod method, HttpClientResponse response, ByteRange range, String id, int attempt) {
        Function<byte[], ApiResponse> answer = body -> new ApiResponse(
                response.statusCode(),
                body,
                id,
                CallAutomationClient.retryAfter(response.getHeader(HttpHeaders.RETRY_AFTER)),
                attempt);
        if (method != HttpMethod.GET || response.statusCode() != 200 && response.statusCode() != 206) {
            return BoundedBody.read(response, timeout).map(body -> new ContentResponse(answer.apply(body), null));
        }
        String part = response.getHeader(HttpHeaders.CONTENT_RANGE);
        boolean asAsked =
                response.statusCode() == 200 ? range == null || range.isAll() : range != null && range.matches(part);
        if (!asAsked) {
            response.request().reset();
            return Future.failedFuture(
                    new IllegalStateException("The server sent another range of the recording than was requested"));
        }
        Long length = length(response.getHeader(HttpHeaders.CONTENT_LENGTH));
        Content content = new Content(
                response.getHeader(HttpHeaders.CONTENT_TYPE),
                length,
                response.statusCode() == 206 ? part : null,
                new ContentStream(response, length, timeout));
        return Future.succeededFuture(new ContentResponse(answer.apply(NO_BODY), content));
    }

    private static Long length(String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.valueOf(header) : null;
    }
}
