package dev.callautomation.camel.internal.security;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.support.Availability;
import dev.callautomation.camel.internal.support.UntrustedText;

/**
 * Cache of the keys of an issuer. They are fetched again when a token names a key that is not among them, and regularly,
 * so that withdrawn keys are dropped; one fetch at a time, with a minimum time between two. Known keys stay in use for a
 * limited time while fetching fails.
 *
 * <p>A key counts as unknown only if keys that were fetched since it was asked for do not have it. Otherwise one invented
 * key id would prevent the fetch that a genuine new key needs.
 *
 * <p>A probe fetches the keys only to find out whether they can be fetched. It neither uses up nor counts for the limits above.
 */
final class SigningKeys {

    /**
     * Minimum time between two fetches: invented key ids must not cause requests to the key server at will. It is also the
     * time that a new key waits for at most while such ids arrive.
     */
    static final Duration FETCH_INTERVAL = Duration.ofSeconds(5);

    /** Minimum time after a fetch that failed. */
    static final Duration RETRY_INTERVAL = Duration.ofSeconds(2);

    /** Age from which keys are fetched again, while they stay in use. */
    static final Duration STALE = Duration.ofHours(1);

    /** Age from which keys are not used before they have been fetched again: no delivery had led to a fetch. */
    static final Duration OUTDATED = Duration.ofHours(2);

    /** Age from which keys are not used any more, although they cannot be fetched. */
    static final Duration EXPIRED = Duration.ofHours(24);

    /** Minimum time between the starts of two fetches of which the later one is a probe. */
    static final Duration PROBE_INTERVAL = Duration.ofSeconds(6);

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final Issuer issuer;
    private final KeySource source;
    private final LongSupplier nanoTime;
    private KeySet known;
    private long fetched;
    /** {@code null} while no keys are known. */
    private volatile Current current;
    /** When the request for the known keys began: keys that were requested before are no newer. */
    private long requested;

    private long nextFetch;
    private Future<KeySet> fetching;
    private boolean failing;
    private final Availability availability;
    private Instant refreshed;

    /** The known keys, to be read without a lock that all deliveries would share. */
    private record Current(KeySet keys, Future<KeySet> found, long fetched) {}

    /**
     * @param nanoTime a clock that is never set back, as {@link System#nanoTime()}
     */
    SigningKeys(Issuer issuer, KeySource source, LongSupplier nanoTime) {
        this.issuer = issuer;
        this.source = source;
        this.nanoTime = nanoTime;
        this.nextFetch = nanoTime.getAsLong();
        this.availability = new Availability(nanoTime, PROBE_INTERVAL, "no response");
    }

    Issuer issuer() {
        return issuer;
    }

    /**
     * The keys, after a fetch if the one of this id is not among them and a fetch is allowed. Fails with a
     * {@link TokenRejectedException} if it is not known whether the issuer has the key; the caller should retry.
     *
     * @param keyId may be {@code null}, for the keys as they are
     */
    Future<KeySet> having(String keyId) {
        Current now = current;
        return isFresh(now) && (keyId == null || now.keys().has(keyId)) ? now.found() : find(keyId);
    }

    /** The keys, unless they are to be fetched again, or have not been fetched; {@code null} then. */
    KeySet current() {
        Current now = current;
        return isFresh(now) ? now.keys() : null;
    }

    private boolean isFresh(Current keys) {
        return keys != null && nanoTime.getAsLong() - keys.fetched() < STALE.toNanos();
    }

    private synchronized Future<KeySet> find(String keyId) {
        long now = nanoTime.getAsLong();
        forgetExpired(now);
        boolean found = known != null && (keyId == null || known.has(keyId));
        if (found && isYoungerThan(STALE, now)) {
            return Future.succeededFuture(known);
        }
        boolean mayFetch = fetching == null && now - nextFetch >= 0;
        Future<KeySet> fetch = mayFetch ? fetch(now) : fetching;
        if (found) {
            boolean wait = fetch != null && !failing && !isYoungerThan(OUTDATED, now);
            return wait ? fetch.recover(failure -> remaining(keyId)) : Future.succeededFuture(known);
        }
        if (fetch == null) {
            return Future.failedFuture(undecided(keyId));
        }
        // a fetch that had begun before may miss a key that was published in the meantime
        return mayFetch
                ? fetch
                : fetch.compose(keys -> keyId == null || keys.has(keyId)
                        ? Future.succeededFuture(keys)
                        : Future.failedFuture(undecided(keyId)));
    }

    private void forgetExpired(long now) {
        if (known != null && !isYoungerThan(EXPIRED, now)) {
            LOG.warn(
                    "The keys of {} could not be fetched for {} h and are not used any more, so that its deliveries are"
                            + " answered with 503",
                    issuer.name(),
                    EXPIRED.toHours());
            known = null;
            current = null;
        }
    }

    private boolean isYoungerThan(Duration age, long now) {
        return now - fetched < age.toNanos();
    }

    private synchronized Future<KeySet> remaining(String keyId) {
        return known != null ? Future.succeededFuture(known) : Future.failedFuture(undecided(keyId));
    }

    private TokenRejectedException undecided(String keyId) {
        return new TokenRejectedException(
                known == null || keyId == null
                        ? "the keys of " + issuer.name() + " are not available"
                        : "its token names the key " + UntrustedText.quote(keyId)
                                + ", which is not among the known keys of " + issuer.name()
                                + ", and they may be fetched again in a few seconds only",
                null);
    }

    private Future<KeySet> fetch(long now) {
        nextFetch = now + FETCH_INTERVAL.toNanos();
        long attempt = availability.begin();
        // a client that is closed throws
        Future<KeySet> started = Future.<Void>succeededFuture().compose(ready -> source.fetch());
        fetching = started;
        started.onSuccess(keys -> fetched(attempt, keys, now)).onFailure(reason -> failed(attempt, reason));
        return started;
    }

    private synchronized void fetched(long attempt, KeySet keys, long began) {
        fetching = null;
        if (known == null) {
            // a key newer than the first fetch does not wait; invented ids gain no more than this one fetch
            nextFetch = nanoTime.getAsLong();
        }
        use(attempt, keys, began);
    }

    private void use(long attempt, KeySet keys, long began) {
        availability.succeeded(attempt);
        if (failing) {
            LOG.info("The keys of {} can be fetched again", issuer.name());
        }
        failing = false;
        if (known != null && began - requested < 0) {
            return;
        }
        // the same object while the keys are the same: tokens that were verified with it need not be verified again
        known = keys.equals(known) ? known : keys;
        requested = began;
        fetched = nanoTime.getAsLong();
        current = new Current(known, Future.succeededFuture(known), fetched);
        refreshed = Instant.now();
        LOG.debug(
                "{} signs with the keys {}",
                issuer.name(),
                UntrustedText.quote(keys.keys().keySet()));
    }

    /**
     * Fetches the keys to find out whether they can be, at a limited rate. Those that are fetched are used; a failure leaves
     * the known ones, and the time of the next fetch, as they are.
     */
    synchronized void probe() {
        availability.beginIfDue().ifPresent(attempt -> {
            long began = nanoTime.getAsLong();
            Future.<Void>succeededFuture()
                    .compose(ready -> source.fetch())
                    .onSuccess(keys -> probed(attempt, keys, began))
                    .onFailure(reason -> availability.failed(attempt, reason));
        });
    }

    private synchronized void probed(long attempt, KeySet keys, long began) {
        use(attempt, keys, began);
    }

    synchronized KeyStatus status() {
        boolean used = known != null && isYoungerThan(EXPIRED, nanoTime.getAsLong());
        return new KeyStatus(issuer.name(), availability.status(), refreshed, used ? refreshed.plus(EXPIRED) : null);
    }

    private synchronized void failed(long attempt, Throwable reason) {
        availability.failed(attempt, reason);
        fetching = null;
        nextFetch = nanoTime.getAsLong() + RETRY_INTERVAL.toNanos();
        if (!failing) {
            LOG.warn(
                    "The keys of {} cannot be fetched, {}: {}",
                    issuer.name(),
                    known == null
                            ? "so that its deliveries are answered with 503"
                            : "and the known ones stay in use for " + EXPIRED.toHours() + " h",
                    reason.toString());
        }
        failing = true;
    }
}
