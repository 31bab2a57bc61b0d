package dev.callautomation.camel;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import com.nimbusds.jose.JWSAlgorithm;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.internal.security.TokenDraft;
import dev.callautomation.camel.internal.security.TokenServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Forged deliveries start no route, and the log has the reason. */
class ForgedDeliveriesTest extends EventTestSupport {

    private static final String OTHER = "00000000-0000-4000-8000-000000000666";

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:events");
            }
        };
    }

    private static Arguments attack(String name, int status, String reason, Function<TokenDraft, String> token) {
        return arguments(name, status, reason, token);
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("alg none", 401, "not signed", TokenDraft::unsigned),
                attack("HS256 with the public key", 401, "'HS256'", TokenDraft::signWithPublicKey),
                attack("RS512", 401, "'RS512'", token -> token.algorithm(JWSAlgorithm.RS512)
                        .sign()),
                attack("a key of another issuer", 401, "signature", token -> token.key(TokenServer.newKey("key-1"))
                        .sign()),
                attack("an unknown key", 401, "names the key 'no-such-key'", token -> token.keyId("no-such-key")
                        .sign()),
                attack("no key named", 401, "no kid", token -> token.keyId(null).sign()),
                attack("another issuer", 401, "'https://evil.example.com'", token -> token.issuer(
                                "https://evil.example.com")
                        .sign()),
                attack("an issuer spelled otherwise", 401, "spells the issuer", token -> token.issuer(
                                TOKENS.address() + "/")
                        .sign()),
                attack("no issuer", 401, "issuer none", token -> token.issuer(null)
                        .sign()),
                attack("another resource", 403, "not for the resourceId", token -> token.audience(OTHER)
                        .sign()),
                attack("no audience", 403, "not for the resourceId", token -> token.audience(null)
                        .sign()),
                attack("expired", 401, "expired at", token -> token.valid(Duration.ofHours(-1), Duration.ofSeconds(-70))
                        .sign()),
                attack("without an end", 401, "no exp", token -> token.claim("exp", null)
                        .sign()),
                attack("not valid yet", 401, "not valid before", token -> token.valid(
                                Duration.ofSeconds(70), Duration.ofHours(1))
                        .sign()),
                attack("changed after it was signed", 401, "signature", ForgedDeliveriesTest::forOtherResource),
                attack("cut off", 401, "no JWT", token -> token.sign().substring(0, 50)),
                attack("no token at all", 401, "no JWT", token -> "x"),
                attack("far too long", 401, "more than 6000 characters", token -> token.claim("x", "y".repeat(4_500))
                        .sign()));
    }

    /** The claims of one token with the signature of another. */
    private static String forOtherResource(TokenDraft token) {
        String[] signed = token.sign().split("\\.");
        String[] other = token.audience(OTHER).unsigned().split("\\.");
        return signed[0] + "." + other[1] + "." + signed[2];
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void anInvalidTokenIsRefused(String name, int status, String reason, Function<TokenDraft, String> token)
            throws Exception {
        getMockEndpoint("mock:events").expectedMessageCount(0);
        String sent = token.apply(TOKENS.token());
        HttpResponse<String> answer = deliver(unsigned().header("Authorization", "Bearer " + sent));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain(reason, sent);
        assertThat(log.messages())
                .anySatisfy(line -> assertThat(line).contains("status " + status, reason))
                .noneMatch(line -> sent.length() > 1 && line.contains(sent));
        getMockEndpoint("mock:events").assertIsSatisfied(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"jwk\":{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"d\":\"AQAB\"}}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"jku\":\"http://127.0.0.1:1/keys\",\"x5u\":\"::\"}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"x5c\":[\"AAAA\",7]}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"b64\":\"x\",\"crit\":7}",
                "{\"alg\":\"RS256\",\"kid\":\"../../key-1\"}",
                "{\"alg\":\"RS256\",\"kid\":[\"key-1\"]}",
                "{\"alg\":\"rs256\",\"kid\":\"key-1\"}",
                "{\"alg\":\"NONE\",\"kid\":\"key-1\"}",
                "{\"alg\":\"\",\"kid\":\"key-1\"}",
                "{\"alg\":null}",
                "{\"alg\":{}}",
                "{\"alg\":\"RS256\",\"alg\":\"none\",\"kid\":\"key-1\"}",
                "{\"alg\":\"RSA-OAEP\",\"enc\":\"A128GCM\"}",
                "{\"alg\":\"dir\",\"enc\":7,\"zip\":\"DEF\"}",
                "null",
                "[]",
                "7",
                ""
            })
    void aTokenWithAnInventedHeaderIsRefusedWithoutAnError(String header) throws Exception {
        for (String claims : new String[] {
            "{\"iss\":\"" + TOKENS.address() + "\",\"aud\":\"x\",\"exp\":1e400}",
            "{\"iss\":7,\"aud\":{},\"exp\":\"x\"}",
            "{\"iss\":\"" + TOKENS.address() + "\",\"exp\":" + "9".repeat(400) + "}",
            "[".repeat(3_000)
        }) {
            for (String end : new String[] {".", ".AAAA", ".AAAA.AAAA.AAAA"}) {
                String token = base64(header) + "." + base64(claims) + end;
                assertThat(deliver(unsigned().header("Authorization", "Bearer " + token))
                                .statusCode())
                        .as(claims)
                        .isEqualTo(401);
            }
        }
        assertThat(log.messages()).noneMatch(line -> line.contains("Exception"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMissingTokenIsAnsweredWithTheAuthenticationScheme() throws Exception {
        HttpResponse<String> answer = deliver(unsigned());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(log.messages()).anyMatch(line -> line.contains("it has no token"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?code=",
                "?code=wrong-secret-of-the-tests",
                "?code=A-SECRET-OF-THE-TESTS",
                "?code=a-secret-of-the-test",
                "?code=a-secret-of-the-tests&code=a-secret-of-the-tests",
                "?xcode=a-secret-of-the-tests",
                "?token=a-secret-of-the-tests",
                "?a%26code=a-secret-of-the-tests"
            })
    void anAddressWithoutTheSecretIsRefused(String query) throws Exception {
        assertThat(deliver(unsigned(query)).statusCode()).isEqualTo(401);
        assertThat(log.messages()).noneMatch(line -> line.contains("secret-of"));
    }

    @Test
    void aSecretInAHeaderIsRefused() throws Exception {
        assertThat(deliver(unsigned().header("code", SECRET).header("CamelHttpQuery", "code=" + SECRET))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theCaseOfSchemeAndResourceIdDoesNotMatter() throws Exception {
        MockEndpoint events = getMockEndpoint("mock:events");
        events.expectedMessageCount(1);
        String token =
                TOKENS.token().audience(TokenServer.RESOURCE.toUpperCase()).sign();
        assertThat(deliver(unsigned().header("authorization", "bearer " + token))
                        .statusCode())
                .isEqualTo(200);
        events.assertIsSatisfied();
    }

    @Test
    void clocksMayDifferByTheClockSkew() throws Exception {
        for (TokenDraft token : new TokenDraft[] {
            TOKENS.token().valid(Duration.ofHours(-1), Duration.ofSeconds(-50)),
            TOKENS.token().valid(Duration.ofSeconds(50), Duration.ofHours(1))
        }) {
            assertThat(deliver(unsigned().header("Authorization", "Bearer " + token.sign()))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theSecretAuthenticatesEventGridEvenWithAnInvalidToken() throws Exception {
        MockEndpoint events = getMockEndpoint("mock:events");
        events.expectedMessageCount(1);
        assertThat(deliver(unsigned("?a=b&code=" + SECRET).header("Authorization", "Bearer x"), sample("IncomingCall"))
                        .statusCode())
                .isEqualTo(200);
        events.assertIsSatisfied();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CallD\u0131sconnected", "CallDi\u017fconnected", "CallDisconnected\u00a0"})
    void aTypeWithOtherCharactersThanAsciiIsRefused(String type) throws Exception {
        String event = "[{\"id\":\"1\",\"eventType\":\"Microsoft.Communication." + type + "\",\"data\":{}}]";
        assertThat(deliver(unsigned("?code=" + SECRET), event).statusCode()).isEqualTo(400);
        assertThat(deliver(request(), event).statusCode()).isEqualTo(400);
    }

    @Test
    void twoTokensAreRefused() throws Exception {
        assertThat(deliver(unsigned()
                                .header("Authorization", TOKENS.authorization())
                                .header("Authorization", TOKENS.authorization()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aReplayedDeliveryIsProcessedOnce() throws Exception {
        MockEndpoint events = getMockEndpoint("mock:events");
        events.expectedMessageCount(2);
        String authorization = TOKENS.authorization();
        for (int i = 0; i < 3; i++) {
            assertThat(deliver(unsigned().header("Authorization", authorization))
                            .statusCode())
                    .isEqualTo(200);
        }
        post(callback("CallDisconnected", "2", "{}"));
        events.assertIsSatisfied();
        assertThat(events.getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader(CallAutomationConstants.EVENT_TYPE))
                .containsExactlyInAnyOrder("CallConnected", "CallDisconnected");
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("oversized", 413, "[\"" + "x".repeat(1024 * 1024) + "\"]"),
                arguments("deeply nested", 400, "[".repeat(100_000)),
                arguments("truncated", 400, callback("CallConnected", "1", "{}").substring(0, 60)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aHarmfulBodyIsReadOnlyWithATokenAndThenRefused(String name, int status, String body) throws Exception {
        HttpRequest.BodyPublisher publisher = HttpRequest.BodyPublishers.ofString(body);
        assertThat(send(unsigned().header("Content-Type", "application/json").POST(publisher))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(request().header("Content-Type", "application/json").POST(publisher))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void aBodyInAnotherCharsetIsRefused() throws Exception {
        byte[] latin1 = {'[', '{', '"', 't', 'y', 'p', 'e', '"', ':', '"', (byte) 0xe4, '"', '}', ']'};
        assertThat(send(request()
                                .header("Content-Type", "application/json; charset=ISO-8859-1")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(latin1)))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void untrustedTextCannotForgeALineOfTheLog() throws Exception {
        String issuer = "x\r\nWARN all is well\u2028" + "y".repeat(500);
        deliver(unsigned()
                .header(
                        "Authorization",
                        "Bearer " + TOKENS.token().issuer(issuer).sign()));
        assertThat(log.messages())
                .anyMatch(line -> line.contains("x??WARN all is well?y"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(600).doesNotContain("\n", "\r", "\u2028"));
    }

    @Test
    void theTopicOfAValidationCannotForgeALineOfTheLog() throws Exception {
        String validation = sample("SubscriptionValidationEvent")
                .replaceAll("\"topic\"\\s*:\\s*\"[^\"]*\"", "\"topic\":\"x\\\\r\\\\nWARN all is well\"");
        CapturedLog.level("dev.callautomation.camel", Level.INFO);
        try {
            assertThat(deliver(unsigned("?code=" + SECRET), validation).statusCode())
                    .isEqualTo(200);
        } finally {
            CapturedLog.level("dev.callautomation.camel", null);
        }
        assertThat(log.messages())
                .anyMatch(line -> line.contains("x??WARN all is well"))
                .allSatisfy(line -> assertThat(line).doesNotContain("\n", "\r"));
    }

    @Test
    void anIssuerThatIsNoTextIsRefused() throws Exception {
        for (Object issuer : List.of(7, List.of("a"), Map.of("a", "b"))) {
            String token = TOKENS.token().claim("iss", issuer).sign();
            assertThat(deliver(unsigned().header("Authorization", "Bearer " + token))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void theLogOfRefusalsIsRateLimited() throws Exception {
        for (int i = 0; i < 30; i++) {
            deliver(unsigned());
        }
        assertThat(log.messages().stream().filter(line -> line.contains("was refused")))
                .hasSize(1);
    }

    @Test
    void theSecretOfEventGridDoesNotOpenEventsOfCalls() throws Exception {
        getMockEndpoint("mock:events").expectedMessageCount(0);
        for (String body : List.of(
                callback("CallConnected", "1", "{}"),
                callback("CallConnected", "1", "{}").replace("Microsoft.Communication.", ""),
                "[" + unwrapped(sample("IncomingCall")) + "," + unwrapped(callback("PlayCompleted", "2", "{}")) + "]",
                callback("SomethingNew", "3", "{\"callConnectionId\":\"c1\"}"))) {
            HttpResponse<String> answer = deliver(unsigned("?code=" + SECRET), body);
            assertThat(answer.statusCode()).as(body).isEqualTo(403);
        }
        assertThat(log.messages()).anyMatch(line -> line.contains("not for events of calls"));
        getMockEndpoint("mock:events").assertIsSatisfied(200);
    }

    @Test
    void theTokenOfTheServiceDoesNotOpenEventsOfEventGrid() throws Exception {
        getMockEndpoint("mock:events").expectedMessageCount(0);
        for (String body : List.of(sample("RecordingFileStatusUpdated"), sample("SubscriptionValidationEvent"))) {
            assertThat(deliver(request(), body).statusCode()).as(body).isEqualTo(403);
        }
        getMockEndpoint("mock:events").assertIsSatisfied(200);
    }

    private static HttpResponse<String> deliver(HttpRequest.Builder request) throws Exception {
        return deliver(request, callback("CallConnected", "1", "{}"));
    }

    private static HttpResponse<String> deliver(HttpRequest.Builder request, String body) throws Exception {
        return send(request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
