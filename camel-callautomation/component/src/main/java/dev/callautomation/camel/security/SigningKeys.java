package dev.callautomation.camel.security;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of an issuer, remembered. They are fetched again when a token names a key that is not among them, and now and
 * then for those that the issuer has withdrawn; one fetch at a time, and never sooner after another than the floor. Keys
 * that are known stay in use while they cannot be fetched.
 */
final class SigningKeys {

    /** Between two fetches at least: made-up key ids must not make this a hammer on the key server. */
    static final Duration FLOOR = Duration.ofSeconds(30);

    /** After a fetch that failed. */
    static final Duration FLOOR_AFTER_FAILURE = Duration.ofSeconds(2);

    /** From then on keys are fetched anew, beside their use. */
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
        // while keys cannot be fetched, nobody knows whether one is made up or new
        return found || known != null && !failing
                ? Future.succeededFuture(known)
                : Future.failedFuture(new UntrustworthyException("the keys could not be fetched a moment ago", null));
    }

    private void fetch(long now) {
        nextFetch = now + FLOOR.toNanos();
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
            // a key that is newer than the first fetch need not wait: made-up ids gain one fetch by that, no more
            nextFetch = nanoTime.getAsLong();
        }
        known = keys;
        stale = nanoTime.getAsLong() + STALE.toNanos();
        LOG.debug("{} signs with the keys {}", issuer.name(), keys.keys().keySet());
    }

    private synchronized void failed(Throwable reason) {
        fetching = null;
        nextFetch = nanoTime.getAsLong() + FLOOR_AFTER_FAILURE.toNanos();
        if (!failing) {
            LOG.warn(
                    "The keys of {} cannot be fetched, {}: {}",
                    issuer.name(),
                    known == null
                            ? "so that its deliveries are put off"
                            : "and those known are used as long as that lasts",
                    reason.toString());
        }
        failing = true;
    }
}
