package dev.callautomation.camel.internal.security;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.CapturedLog;
import dev.callautomation.camel.internal.support.Availability;

import static org.assertj.core.api.Assertions.assertThat;

/** When keys are fetched, and how long they stay in use, on a clock that the test sets. */
class SigningKeysTest {

    private static final RSAPublicKey KEY = key();

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    private final AtomicLong clock = new AtomicLong(-5);
    private final List<Promise<KeySet>> fetches = new ArrayList<>();
    private final SigningKeys keys = new SigningKeys(
            Issuer.service(new Authority("https://acs.example.com")),
            () -> {
                fetches.add(Promise.promise());
                return fetches.get(fetches.size() - 1).future();
            },
            clock::get);

    private static RSAPublicKey key() {
        try {
            return TokenServer.newKey("any").toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish(String... ids) {
        fetches.get(fetches.size() - 1)
                .complete(new KeySet(
                        "https://acs.example.com", Stream.of(ids).collect(Collectors.toMap(id -> id, id -> KEY))));
    }

    private void fail() {
        fetches.get(fetches.size() - 1).fail("no connection");
    }

    private void later(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private void start(String... ids) {
        Future<KeySet> first = keys.having(null);
        publish(ids);
        assertThat(first.succeeded()).isTrue();
    }

    private static boolean has(Future<KeySet> found, String id) {
        assertThat(found.succeeded()).as("known whether there is the key").isTrue();
        return found.result().has(id);
    }

    /** Known to be no key of the issuer: 401; not known: 503. */
    private void assertUnknown(String id) {
        Future<KeySet> found = keys.having(id);
        publish("a");
        assertThat(has(found, id)).isFalse();
    }

    private void assertUndecided(String id) {
        Future<KeySet> found = keys.having(id);
        assertThat(found.failed()).isTrue();
        assertThat(found.cause()).isInstanceOf(TokenRejectedException.class);
    }

    @Test
    void aMadeUpKeyIdDoesNotCostAGenuineOneItsFetch() {
        start("a");
        assertUnknown("made-up-1");
        assertUndecided("made-up-2");
        assertUndecided("new");
        assertThat(fetches).hasSize(2);

        later(SigningKeys.FETCH_INTERVAL);
        Future<KeySet> found = keys.having("new");
        publish("a", "new");
        assertThat(has(found, "new")).isTrue();
    }

    @Test
    void withMadeUpIdsForEverANewKeyIsAcceptedWithinTheIntervalAndFetchesAreBounded() {
        start("a");
        assertUnknown("made-up");
        int before = fetches.size();
        int made = 0;
        for (int second = 0; second < 60; second++) {
            later(Duration.ofSeconds(1));
            for (int i = 0; i < 100; i++) {
                keys.having("made-up-" + made++);
                if (!fetches.get(fetches.size() - 1).future().isComplete()) {
                    publish("a", "new");
                }
            }
            if (second >= SigningKeys.FETCH_INTERVAL.toSeconds()) {
                assertThat(has(keys.having("new"), "new")).isTrue();
            }
        }
        assertThat(fetches.size() - before).isBetween(1, 60 / (int) SigningKeys.FETCH_INTERVAL.toSeconds());
    }

    @Test
    void aKeyThatIsPublishedWhileAFetchIsUnderWayIsNotRefusedForGood() {
        start("a");
        Future<KeySet> madeUp = keys.having("made-up");
        Future<KeySet> genuine = keys.having("new");
        publish("a");
        assertThat(has(madeUp, "made-up")).isFalse();
        assertThat(genuine.failed()).as("to be retried").isTrue();
    }

    @Test
    void aWithdrawnKeyIsForgottenAfterAnHour() {
        start("a", "withdrawn");
        later(SigningKeys.STALE.minusNanos(1));
        assertThat(has(keys.having("withdrawn"), "withdrawn")).isTrue();
        assertThat(fetches).hasSize(1);

        later(Duration.ofNanos(1));
        assertThat(has(keys.having("a"), "a"))
                .as("known keys stay in use while they are fetched")
                .isTrue();
        assertThat(fetches).hasSize(2);
        publish("a");

        assertUndecided("withdrawn");
        later(SigningKeys.FETCH_INTERVAL);
        assertUnknown("withdrawn");
    }

    @Test
    void afterATimeWithoutDeliveriesTheFirstOneWaitsUntilWithdrawnKeysAreForgotten() {
        start("a", "withdrawn");
        later(SigningKeys.OUTDATED);
        Future<KeySet> found = keys.having("withdrawn");
        assertThat(found.isComplete()).isFalse();
        publish("a");
        assertThat(has(found, "withdrawn")).isFalse();
    }

    @Test
    void withTheKeyServerDownKnownKeysServeForALimitedTime() {
        start("a");
        later(SigningKeys.OUTDATED);
        Future<KeySet> waits = keys.having("a");
        fail();
        assertThat(has(waits, "a")).isTrue();
        later(SigningKeys.RETRY_INTERVAL);
        assertThat(has(keys.having("a"), "a")).as("no further delivery waits").isTrue();
        fail();
        later(SigningKeys.EXPIRED
                .minus(SigningKeys.OUTDATED)
                .minus(SigningKeys.RETRY_INTERVAL)
                .minusNanos(1));
        assertThat(has(keys.having("a"), "a")).isTrue();
        fail();

        later(Duration.ofNanos(1));
        assertUndecided("a");
        assertThat(log.messages()).anyMatch(line -> line.contains("not used any more"));
        later(SigningKeys.RETRY_INTERVAL);
        Future<KeySet> again = keys.having("a");
        publish("a");
        assertThat(has(again, "a")).isTrue();
    }

    @Test
    void aFetchThatFailsIsRetriedAfterItsOwnInterval() {
        Future<KeySet> first = keys.having("a");
        fail();
        assertThat(first.failed()).isTrue();
        assertUndecided("a");
        assertThat(fetches).hasSize(1);
        later(SigningKeys.RETRY_INTERVAL);
        assertThat(keys.having("a").isComplete()).isFalse();
        assertThat(fetches).hasSize(2);
    }

    @Test
    void aSourceThatAnswersAtOnceIsUsed() {
        SigningKeys immediate = new SigningKeys(
                keys.issuer(),
                () -> Future.succeededFuture(new KeySet("https://acs.example.com", Map.of("a", KEY))),
                clock::get);
        assertThat(has(immediate.having("a"), "a")).isTrue();
        later(SigningKeys.OUTDATED);
        assertThat(has(immediate.having("a"), "a")).isTrue();
    }

    private Availability.State state() {
        return keys.status().status().state();
    }

    @Test
    void aProbeTellsWhetherKeysCanBeFetchedNow() {
        assertThat(state()).isEqualTo(Availability.State.UNKNOWN);
        start("a");
        assertThat(state()).isEqualTo(Availability.State.AVAILABLE);
        later(SigningKeys.PROBE_INTERVAL);
        keys.probe();
        assertThat(state()).as("while the attempt is under way").isEqualTo(Availability.State.AVAILABLE);
        later(Availability.TIMEOUT);
        assertThat(keys.status().status())
                .isEqualTo(new Availability.Status(Availability.State.UNAVAILABLE, "no response within 3 s"));
        fail();
        assertThat(keys.status().status())
                .isEqualTo(new Availability.Status(Availability.State.UNAVAILABLE, "no connection"));
        later(SigningKeys.PROBE_INTERVAL);
        keys.probe();
        assertThat(state()).as("until an attempt has succeeded").isEqualTo(Availability.State.UNAVAILABLE);
        publish("a");
        assertThat(state()).isEqualTo(Availability.State.AVAILABLE);
    }

    @Test
    void probesAreBoundedHoweverOftenTheyAreAskedFor() {
        start("a");
        keys.probe();
        assertThat(fetches).as("the fetch at the start has just told").hasSize(1);
        for (int i = 0; i < 100; i++) {
            later(SigningKeys.PROBE_INTERVAL.dividedBy(50));
            keys.probe();
        }
        assertThat(fetches).hasSize(3);
    }

    @Test
    void aProbeThatFailsLeavesKnownKeysAndTheNextFetchAsTheyAre() {
        start("a");
        later(SigningKeys.PROBE_INTERVAL);
        keys.probe();
        fail();
        assertThat(has(keys.having("a"), "a")).isTrue();
        Future<KeySet> found = keys.having("new");
        publish("a", "new");
        assertThat(has(found, "new")).as("fetched at once").isTrue();
    }

    @Test
    void aProbeUsesUpNoFetchOfANewKey() {
        start("a");
        later(SigningKeys.PROBE_INTERVAL);
        keys.probe();
        publish("a");
        Future<KeySet> found = keys.having("new");
        publish("a", "new");
        assertThat(has(found, "new")).isTrue();
        assertThat(fetches).hasSize(3);
    }

    @Test
    void theKeysOfAProbeServe() {
        Future<KeySet> first = keys.having("a");
        fail();
        assertThat(first.failed()).isTrue();
        later(SigningKeys.PROBE_INTERVAL);
        keys.probe();
        publish("a");
        assertThat(has(keys.having("a"), "a")).isTrue();
        assertThat(keys.status().fetched()).isNotNull();
    }

    @Test
    void aProbeThatBeganEarlierDoesNotReplaceNewerKeys() {
        start("a");
        later(SigningKeys.PROBE_INTERVAL);
        keys.probe();
        Promise<KeySet> probe = fetches.get(1);
        later(Duration.ofSeconds(1));
        Future<KeySet> found = keys.having("new");
        publish("a", "new");
        assertThat(has(found, "new")).isTrue();
        probe.complete(new KeySet("https://acs.example.com", Map.of("a", KEY)));
        assertThat(has(keys.having("new"), "new")).isTrue();
        assertThat(fetches).hasSize(3);
    }

    @Test
    void aHealthyProbeDoesNotMakeAnUnknownKeyAKnownOne() {
        start("a");
        later(SigningKeys.PROBE_INTERVAL);
        keys.probe();
        publish("a");
        later(SigningKeys.PROBE_INTERVAL);
        assertUnknown("made-up-1");
        assertUndecided("made-up-2");
    }

    @Test
    void theStatusTellsUntilWhenKeysAreInUse() {
        assertThat(keys.status().expires()).isNull();
        start("a");
        assertThat(keys.status().expires()).isEqualTo(keys.status().fetched().plus(SigningKeys.EXPIRED));
        later(SigningKeys.EXPIRED.minusNanos(1));
        assertThat(keys.status().expires()).isNotNull();
        later(Duration.ofNanos(1));
        assertThat(keys.status().expires())
                .as("although no delivery has noticed")
                .isNull();
    }

    @Test
    void aProbeThatFailsLateDoesNotOverrideAFetchThatBeganAfterIt() {
        start("a");
        later(SigningKeys.PROBE_INTERVAL);
        keys.probe();
        Promise<KeySet> probe = fetches.get(1);
        keys.having("new");
        publish("a", "new");
        probe.fail("no connection");
        assertThat(state()).isEqualTo(Availability.State.AVAILABLE);
    }
}
