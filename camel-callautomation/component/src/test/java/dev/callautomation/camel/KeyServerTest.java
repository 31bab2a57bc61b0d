package dev.callautomation.camel;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.internal.security.TokenServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Keys change and their server fails while deliveries come in. */
class KeyServerTest {

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    private final TokenServer tokens = new TokenServer();

    @BeforeEach
    void start() {
        tokens.start();
    }

    @AfterEach
    void stop() {
        tokens.close();
    }

    private Receiver receiver() throws Exception {
        return new Receiver(options -> {
                    options.setResourceId(TokenServer.RESOURCE);
                    options.setCallbackIssuer(tokens.address());
                })
                .start();
    }

    private static int deliver(Receiver receiver, TokenServer tokens) throws Exception {
        return receiver.deliver(tokens.token().sign()).statusCode();
    }

    @Test
    void keysAreFetchedAtTheStartAndNotForEachDelivery() throws Exception {
        try (Receiver receiver = receiver()) {
            assertThat(tokens.keyFetches()).isEqualTo(1);
            for (int i = 0; i < 5; i++) {
                assertThat(deliver(receiver, tokens)).isEqualTo(200);
            }
            assertThat(tokens.keyFetches()).isEqualTo(1);
        }
    }

    @Test
    void aNewKeyIsFetchedAndTheOldOneStillServes() throws Exception {
        String old = tokens.token().sign();
        try (Receiver receiver = receiver()) {
            tokens.rotate();
            assertThat(deliver(receiver, tokens)).isEqualTo(200);
            assertThat(receiver.deliver(old).statusCode()).isEqualTo(200);
            assertThat(tokens.keyFetches()).isEqualTo(2);
        }
    }

    @Test
    void inventedKeyIdsCauseNoRepeatedFetches() throws Exception {
        try (Receiver receiver = receiver()) {
            assertThat(receiver.deliver(tokens.token().keyId("made-up").sign()).statusCode())
                    .isEqualTo(401);
            for (int i = 0; i < 20; i++) {
                assertThat(receiver.deliver(tokens.token().keyId("made-up-" + i).sign())
                                .statusCode())
                        .isIn(401, 503);
            }
            // one each few seconds, on a slow machine
            assertThat(tokens.keyFetches()).isBetween(2, 20);
            assertThat(deliver(receiver, tokens)).isEqualTo(200);
        }
    }

    @Test
    void aTokenThatFailsWithoutItsKeyCausesNoFetch() throws Exception {
        try (Receiver receiver = receiver()) {
            receiver.deliver(tokens.token().keyId("made-up").unsigned());
            receiver.deliver(tokens.token()
                    .keyId("made-up")
                    .issuer("https://evil.example.com")
                    .sign());
            assertThat(tokens.keyFetches()).isEqualTo(1);
        }
    }

    @Test
    void withTheKeyServerDownAtTheStartDeliveriesAreAnsweredWith503() throws Exception {
        tokens.close();
        try (Receiver receiver = receiver()) {
            HttpResponse<String> putOff = receiver.deliver(tokens.token().sign());
            assertThat(putOff.statusCode()).isEqualTo(503);
            assertThat(putOff.headers().firstValueAsLong("Retry-After")).hasValue(5);
            assertThat(log.messages())
                    .anyMatch(line -> line.contains("The keys of " + tokens.address() + " cannot be fetched"));

            tokens.start();
            await().untilAsserted(() -> assertThat(deliver(receiver, tokens)).isEqualTo(200));
        }
    }

    @Test
    void withTheKeyServerDownLaterKnownKeysServeAndNewOnesWaitUntilItIsUp() throws Exception {
        try (Receiver receiver = receiver()) {
            tokens.close();
            assertThat(deliver(receiver, tokens)).isEqualTo(200);
            String made = tokens.token().keyId("made-up").sign();
            assertThat(receiver.deliver(made).statusCode()).isEqualTo(503);
            assertThat(receiver.deliver(made).statusCode()).isEqualTo(503);
            assertThat(deliver(receiver, tokens)).isEqualTo(200);

            tokens.rotate().start();
            await().untilAsserted(() -> assertThat(deliver(receiver, tokens)).isEqualTo(200));
        }
    }

    @Test
    void manyDeliveriesWithANewKeyCauseOneFetch() throws Exception {
        try (Receiver receiver = receiver()) {
            CountDownLatch release = tokens.rotate().hold();
            String token = tokens.token().sign();
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> receiver.deliverSoon(token))
                    .toList();
            await().until(() -> tokens.keyFetches() == 2);
            release.countDown();

            assertThat(answers)
                    .extracting(CompletableFuture::join)
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(200);
            assertThat(tokens.keyFetches()).isEqualTo(2);
        }
    }

    @Test
    void aKeyServerThatNeverAnswersDoesNotKeepTheApplicationFromStarting() throws Exception {
        tokens.hold();
        try (Receiver receiver = receiver()) {
            assertThat(receiver.context().isStarted()).isTrue();
            assertThat(deliver(receiver, tokens)).isEqualTo(503);
        }
    }

    private void assertUnusable(String reason) throws Exception {
        try (Receiver receiver = receiver()) {
            assertThat(deliver(receiver, tokens)).isEqualTo(503);
            assertThat(log.messages()).anyMatch(line -> line.contains(reason));
        }
    }

    @Test
    void anIssuerWithAnotherNameInItsConfigurationIsNotUsed() throws Exception {
        tokens.as("https://acscallautomation.communication.azure.com");
        try (Receiver receiver = receiver()) {
            assertThat(deliver(receiver, tokens)).isEqualTo(401);
            assertThat(receiver.deliver(tokens.token().issuer(tokens.address()).sign())
                            .statusCode())
                    .isEqualTo(503);
            assertThat(log.messages())
                    .anyMatch(
                            line -> line.contains("names the issuer 'https://acscallautomation.communication.azure.com'"
                                    + " instead of " + tokens.address()));
        }
    }

    @Test
    void keysThatAreElsewhereAreNotFetched() throws Exception {
        try (TokenServer other = new TokenServer().start()) {
            tokens.keysAt(other.address() + "/calling/keys");
            assertUnusable("leads away from " + tokens.address());
            assertThat(other.keyFetches()).isZero();
        }
    }

    @Test
    void anEndlessKeySetIsNotReadToItsEnd() throws Exception {
        tokens.keysAre("[" + " ".repeat(10 * 1024 * 1024));
        assertUnusable("more than 262144 bytes");
    }

    @Test
    void aKeySetWithoutStrongKeysIsNotUsed() throws Exception {
        tokens.keysAre("{\"keys\":[]}");
        assertUnusable("no RSA key of 2048 bits");
    }

    @Test
    void aKeySetWithAWeakKeyIsNotUsed() throws Exception {
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("key-1").generate();
        tokens.keysAre(new JWKSet(weak.toPublicJWK()).toString());
        assertUnusable("no RSA key of 2048 bits");
    }

    @Test
    void whatIsNoKeySetIsNotUsed() throws Exception {
        tokens.keysAre("<html>");
        assertUnusable("no JWK set");
    }
}
