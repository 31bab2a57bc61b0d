package dev.callautomation.camel.internal.security;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cache of the keys of an issuer. They are fetched again when a token names a key that is not among them, and regularly,
 * so that withdrawn keys are dropped; one fetch at a time, with a minimum time between two. Known keys stay in use while
 * fetching fails.
 */
final class SigningKeys {

    /** Minimum time between two fetches: invented key ids must not cause requests to the key server at will. */
    static final Duration FETCH_INTERVAL = Duration.ofSeconds(30);

    /** Minimum time after a fetch that failed. */
    static final Duration RETRY_INTERVAL = Duration.ofSeconds(2);

    /** Age from which keys are fetched again, while they stay in use. */
    static final Duration STALE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final Issuer issuer;
    private final KeySource source;
    private final LongSupplier nanoTime;
    private KeySet known;
    private long stale;
    private long nextFetch;
    private Future<KeySet> fetching;
    private boolean failing;

    /**
     * @param nanoTime a clock that is never set back, as {@link System#nanoTime()}
     */
    SigningKeys(Issuer issuer, KeySource source, LongSupplier nanoTime) {
        this.issuer = issuer;
        this.source = source;
        this.nanoTime = nanoTime;
        this.nextFetch = nanoTime.getAsLong();
    }

    Issuer issuer() {
        return issuer;
    }

    /**
     * The keys, after a fetch if the one of this id is not among them and a fetch is allowed. Fails if it is not among
     * them and they cannot be fetched.
     *
     * @param keyId may be {@code null}, for the keys as they are
     */
    synchronized Future<KeySet> having(String keyId) {
        long now = nanoTime.getAsLong();
        boolean found = known != null && (keyId == null || known.key(keyId).isPresent());
        if (found && now - stale < 0) {
            return Future.succeededFuture(known);
        }
        if (fetching == null && now - nextFetch >= 0) {
            fetch(now);
        }
        if (!found && fetching != null) {
            return fetching;
        }
        // while fetching fails, an unknown key id may be invented or new
        return found || known != null && !failing
                ? Future.succeededFuture(known)
                : Future.failedFuture(
                        new TokenRejectedException("fetching the keys has failed, and is not retried yet", null));
    }

    private void fetch(long now) {
        nextFetch = now + FETCH_INTERVAL.toNanos();
        // a client that is closed throws
        Future<KeySet> started = Future.<Void>succeededFuture().compose(ready -> source.fetch());
        fetching = started;
        started.onSuccess(this::fetched).onFailure(this::failed);
    }

    private synchronized void fetched(KeySet keys) {
        if (failing) {
            LOG.info("The keys of {} can be fetched again", issuer.name());
        }
        failing = false;
        fetching = null;
        if (known == null) {
            // a key newer than the first fetch does not wait; invented ids gain no more than this one fetch
            nextFetch = nanoTime.getAsLong();
        }
        known = keys;
        stale = nanoTime.getAsLong() + STALE.toNanos();
        LOG.debug("{} signs with the keys {}", issuer.name(), keys.keys().keySet());
    }

    private synchronized void failed(Throwable reason) {
        fetching = null;
        nextFetch = nanoTime.getAsLong() + RETRY_INTERVAL.toNanos();
        if (!failing) {
            LOG.warn(
                    "The keys of {} cannot be fetched, {}: {}",
                    issuer.name(),
                    known == null ? "so that its deliveries are answered with 503" : "and the known ones stay in use",
                    reason.toString());
        }
        failing = true;
    }
}
