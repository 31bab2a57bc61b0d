package dev.callautomation.camel.internal.client;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authorizes requests with a token, which is cached and renewed before it expires, so that only the first request waits for
 * one. At most one request for a token is in flight.
 */
final class BearerCredential implements Credential {

    private static final Logger LOG = LoggerFactory.getLogger(BearerCredential.class);

    /** Delay before a failed renewal is retried, while the cached token is valid. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final TokenSource source;
    private final Clock clock;
    private BearerToken token;
    private Promise<BearerToken> asking;
    private Instant nextRenewal = Instant.MIN;

    BearerCredential(TokenSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Future<Map<String, String>> authorize(String method, String pathAndQuery, String authority, Payload body) {
        return token().map(valid -> Map.of("Authorization", "Bearer " + valid.value()));
    }

    private synchronized Future<BearerToken> token() {
        Instant now = clock.instant();
        if (token != null && token.fresh(now)) {
            return Future.succeededFuture(token);
        }
        boolean serves = token != null && token.serves(now);
        Future<BearerToken> answer = asking == null ? null : asking.future();
        if (answer == null && !(serves && now.isBefore(nextRenewal))) {
            // not read from the field, which is empty again if the source has failed at once
            answer = ask();
        }
        return serves || answer == null ? Future.succeededFuture(token) : answer;
    }

    private Future<BearerToken> ask() {
        Promise<BearerToken> promise = Promise.promise();
        asking = promise;
        Future<BearerToken> answer = promise.future();
        answer.onSuccess(this::renewed).onFailure(this::failed);
        // a source that throws must not block other requests
        Future.<Void>succeededFuture()
                .compose(now -> source.request())
                .onSuccess(promise::tryComplete)
                .onFailure(promise::tryFail);
        return answer;
    }

    private synchronized void renewed(BearerToken next) {
        asking = null;
        token = next;
    }

    private synchronized void failed(Throwable reason) {
        asking = null;
        nextRenewal = clock.instant().plus(PAUSE);
        if (token != null) {
            LOG.warn("The token for the service could not be renewed; it expires at {}", token.expires(), reason);
        }
    }

    /** Fails requests that wait for a token. */
    @Override
    public void close() {
        Promise<BearerToken> waiting;
        synchronized (this) {
            waiting = asking;
        }
        if (waiting != null) {
            waiting.tryFail(new IOException("The Call Automation client was stopped before it had a token"));
        }
    }
}
