package dev.callautomation.camel.internal.security;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.CallbackAuthentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which credentials a delivery needs, and what they entitle its sender to. */
class DeliveryAuthenticatorTest {

    private static final String GRID = "a-secret-of-event-grid";
    private static final String CALLBACK = "a-secret-of-callbacks";
    private static final String NEW = "another-secret-value";
    private static final Vertx VERTX = Vertx.vertx();

    @RegisterExtension
    static final TokenServer TOKENS = new TokenServer();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    private static DeliveryAuthenticator authenticator(Consumer<CallAutomationConfiguration> more) {
        CallAutomationConfiguration options = new CallAutomationConfiguration();
        options.setResourceId(TokenServer.RESOURCE);
        options.setCallbackIssuer(TOKENS.address());
        options.setEventGridSecret(GRID);
        more.accept(options);
        SecuritySettings settings = SecuritySettings.of(options, name -> name);
        try {
            return new DeliveryAuthenticators(new IssuerKeys(() -> WebClient.create(VERTX), Duration.ofSeconds(30)))
                    .create(settings);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static AuthenticationResult deliver(DeliveryAuthenticator authenticator, String token, String query) {
        return authenticator
                .delivery(new DeliveryCredentials(token == null ? List.of() : List.of("Bearer " + token), query))
                .toCompletableFuture()
                .join();
    }

    private static String token() {
        return TOKENS.token().sign();
    }

    @Test
    void theTokenOfTheServiceAndTheSecretOfEventGridAuthenticateTheirSenders() {
        DeliveryAuthenticator authenticator = authenticator(options -> {});
        assertThat(deliver(authenticator, token(), null).sender()).isEqualTo(Sender.SERVICE);
        assertThat(deliver(authenticator, null, "code=" + GRID).sender()).isEqualTo(Sender.EVENT_GRID);
        assertThat(deliver(authenticator, "x", "code=" + GRID).sender()).isEqualTo(Sender.EVENT_GRID);
        // an address that has the secret of Event Grid serves for events of calls, too
        assertThat(deliver(authenticator, token(), "code=" + GRID).sender()).isEqualTo(Sender.SERVICE);
        assertThat(deliver(authenticator, null, null).status()).isEqualTo(401);
    }

    @Test
    void aTokenThatWasAcceptedIsJudgedByTheSettingsThatChange() throws Exception {
        IssuerKeys issuerKeys = new IssuerKeys(() -> WebClient.create(VERTX), Duration.ofSeconds(30));
        DeliveryAuthenticators authenticators = new DeliveryAuthenticators(issuerKeys);
        CallAutomationConfiguration options = new CallAutomationConfiguration();
        options.setResourceId(TokenServer.RESOURCE);
        options.setCallbackIssuer(TOKENS.address());
        String token = token();
        int fetches = TOKENS.keyFetches();
        SecuritySettings before = SecuritySettings.of(options, name -> name);
        assertThat(deliver(authenticators.create(before), token, null).trusted())
                .isTrue();
        options.setResourceId("0e3c1cb4-44d6-4b5b-9a3e-0a0f7a5d9d11");
        DeliveryAuthenticator after = authenticators.create(SecuritySettings.of(options, name -> name));
        assertThat(deliver(after, token, null).refusal()).isEqualTo(RefusalKind.OTHER_RECEIVER);
        options.setResourceId(TokenServer.RESOURCE);
        options.setCallbackSecret(CALLBACK);
        after = authenticators.create(SecuritySettings.of(options, name -> name));
        assertThat(deliver(after, token, null).refusal()).isEqualTo(RefusalKind.WRONG_SECRET);
        assertThat(deliver(after, token, "callbackSecret=" + CALLBACK).trusted())
                .isTrue();
        assertThat(deliver(after, token, null).refusal()).isEqualTo(RefusalKind.WRONG_SECRET);
        assertThat(TOKENS.keyFetches())
                .as("the keys of the issuer are those of before")
                .isEqualTo(fetches + 1);
    }

    @Test
    void theTokenOfAMediaStreamIsNotForEvents() {
        String token = TOKENS.token().valid(Duration.ZERO, Duration.ofHours(24)).sign();
        AuthenticationResult result = deliver(authenticator(options -> {}), token, null);
        assertThat(result.status()).isEqualTo(401);
        assertThat(result.reason()).contains("tokens of media streams are not for events");
    }

    @Test
    void aTimeThatIsNoNumberIsRefused() {
        for (String claim : List.of("exp", "nbf", "iat")) {
            for (Object value : List.of("1893456000", "soon", List.of(1), true)) {
                String token = TOKENS.token().claim(claim, value).sign();
                assertThat(deliver(authenticator(options -> {}), token, null).status())
                        .as(claim + "=" + value)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void theSecretOfCallbacksIsRequiredInAdditionToTheToken() {
        DeliveryAuthenticator authenticator = authenticator(options -> options.setCallbackSecret(CALLBACK));
        assertThat(deliver(authenticator, token(), "callbackSecret=" + CALLBACK).sender())
                .isEqualTo(Sender.SERVICE);
        assertThat(deliver(authenticator, token(), "a=b&callbackSecret=" + CALLBACK + "&c")
                        .sender())
                .isEqualTo(Sender.SERVICE);
        assertThat(deliver(authenticator, null, "callbackSecret=" + CALLBACK).status())
                .isEqualTo(401);
        assertThat(deliver(authenticator, "x", "callbackSecret=" + CALLBACK).status())
                .isEqualTo(401);
        assertThat(deliver(authenticator, null, "code=" + GRID).sender())
                .as("Event Grid has its own secret")
                .isEqualTo(Sender.EVENT_GRID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "callbackSecret",
                "callbackSecret=",
                "callbackSecret=a-secret-of-callback",
                "callbackSecret=A-SECRET-OF-CALLBACKS",
                "callbackSecret=a-secret-of-callbacks&callbackSecret=a-secret-of-callbacks",
                "callbacksecret=a-secret-of-callbacks",
                "code=a-secret-of-callbacks",
                "code=a-secret-of-event-grid",
                "xcallbackSecret=a-secret-of-callbacks",
                "a;callbackSecret=a-secret-of-callbacks",
                "callbackSecret=a-secret-of-event-grid"
            })
    void aTokenWithoutTheSecretOfCallbacksIsRefused(String query) {
        AuthenticationResult result =
                deliver(authenticator(options -> options.setCallbackSecret(CALLBACK)), token(), query);
        assertThat(result.status()).isEqualTo(401);
        assertThat(result.reason()).contains("its token is valid, but").doesNotContain("a-secret");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, NO_CREDENTIAL, NO_CREDENTIAL",
                "'', NO_CREDENTIAL, NO_CREDENTIAL",
                "a=b, NO_CREDENTIAL, NO_CREDENTIAL",
                "Code=a-secret-of-event-grid, NO_CREDENTIAL, NO_CREDENTIAL",
                "code=, WRONG_SECRET, WRONG_SECRET",
                "code=a-secret-of-callbacks, WRONG_SECRET, WRONG_SECRET",
                "code=A-SECRET-OF-EVENT-GRID, WRONG_SECRET, WRONG_SECRET",
                "code=a-secret-of-event-grid&code=a-secret-of-event-grid, WRONG_SECRET, WRONG_SECRET",
                "callbackSecret=a-secret-of-event-grid, NO_CREDENTIAL, WRONG_SECRET",
                "callbackSecret=wrong&code=wrong, WRONG_SECRET, WRONG_SECRET"
            })
    void aWrongSecretIsToldApartFromNone(String query, RefusalKind withTokens, RefusalKind withSecrets) {
        DeliveryAuthenticator tokens = authenticator(options -> options.setCallbackSecret(CALLBACK));
        AuthenticationResult result = deliver(tokens, null, query);
        assertThat(result.refusal()).isEqualTo(withTokens);
        assertThat(result.reason())
                .startsWith("it has no token, and ")
                .contains(
                        withTokens == RefusalKind.WRONG_SECRET
                                ? "the secret in its address is not the eventGridSecret"
                                : "it has no secret");
        assertThat(deliver(tokens, "x", query).refusal()).isEqualTo(RefusalKind.MALFORMED_TOKEN);
        DeliveryAuthenticator secrets = authenticator(options -> {
            options.setCallbackAuthentication(CallbackAuthentication.NONE);
            options.setCallbackSecret(CALLBACK);
        });
        assertThat(deliver(secrets, null, query).refusal()).isEqualTo(withSecrets);
        assertThat(deliver(secrets, null, query).reason())
                .contains(
                        withSecrets == RefusalKind.WRONG_SECRET ? "the secret in its address is not the" : "no secret");
        assertThat(secrets.handshake(new DeliveryCredentials(List.of(), query), null)
                        .toCompletableFuture()
                        .join()
                        .refusal())
                .isEqualTo(withSecrets);
    }

    @Test
    void withoutAuthenticationByTokenTheSecretOfCallbacksIsRequiredAlone() {
        DeliveryAuthenticator authenticator = authenticator(options -> {
            options.setCallbackAuthentication(CallbackAuthentication.NONE);
            options.setCallbackSecret(CALLBACK);
        });
        assertThat(deliver(authenticator, null, "callbackSecret=" + CALLBACK).sender())
                .isEqualTo(Sender.ANY);
        assertThat(deliver(authenticator, null, "code=" + GRID).sender()).isEqualTo(Sender.EVENT_GRID);
        assertThat(deliver(authenticator, null, null).status()).isEqualTo(401);
        assertThat(deliver(authenticator, token(), "callbackSecret=wrong-wrong-wrong")
                        .status())
                .isEqualTo(401);
        DeliveryCredentials none = new DeliveryCredentials(List.of(), null);
        assertThat(authenticator
                        .handshake(none, "eventgrid.azure.net")
                        .toCompletableFuture()
                        .join()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void twoSecretsAreValidWhileOneIsBeingChanged() {
        DeliveryAuthenticator authenticator = authenticator(options -> {
            options.setEventGridSecret(NEW + ", " + GRID);
            options.setCallbackSecret(CALLBACK + "," + NEW);
        });
        for (String secret : List.of(GRID, NEW)) {
            assertThat(deliver(authenticator, null, "code=" + secret).sender()).isEqualTo(Sender.EVENT_GRID);
        }
        for (String secret : List.of(CALLBACK, NEW)) {
            assertThat(deliver(authenticator, token(), "callbackSecret=" + secret)
                            .sender())
                    .isEqualTo(Sender.SERVICE);
        }
        for (String wrong : List.of(NEW + "," + GRID, NEW + ",%20" + GRID, CALLBACK, "")) {
            assertThat(deliver(authenticator, null, "code=" + wrong).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "a-secret-of-event-grid,short",
                "a-secret-of-event-grid,",
                ",a-secret-of-event-grid",
                "a-secret-of-event-grid,another-secret-value,a-third-secret-value",
                "a-secret-with-a-blank in it"
            })
    void aSecretThatIsWeakOrOneTooManyIsRefusedAndNotRepeated(String secrets) {
        assertThatThrownBy(() -> authenticator(options -> options.setEventGridSecret(secrets)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("eventGridSecret must have")
                .hasMessageNotContaining("a-secret");
        assertThatThrownBy(() -> authenticator(options -> options.setCallbackSecret(secrets)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("callbackSecret must have")
                .hasMessageNotContaining("a-secret");
    }

    @Test
    void theSecretOfCallbacksNeedsTokensToAddTo() {
        assertThatThrownBy(() -> authenticator(options -> {
                    options.setResourceId(null);
                    options.setCallbackSecret(CALLBACK);
                }))
                .hasMessageContaining("set resourceId, too");
    }

    @Test
    void aTokenInTheQueryIsNone() {
        DeliveryAuthenticator authenticator = authenticator(options -> {});
        for (String parameter :
                List.of("Authorization=Bearer%20", "Authorization=Bearer+", "access_token=", "token=")) {
            AuthenticationResult result = deliver(authenticator, null, parameter + token());
            assertThat(result.status()).isEqualTo(401);
            assertThat(result.reason()).contains("no token");
        }
    }

    @Test
    void aHeaderThatIsGivenTwiceIsRefusedEvenWithTheSecret() {
        DeliveryAuthenticator authenticator = authenticator(options -> {});
        String header = "Bearer " + token();
        for (List<String> headers : List.of(List.of(header, header), List.of(header, "Basic x"))) {
            AuthenticationResult result = authenticator
                    .delivery(new DeliveryCredentials(headers, "code=" + GRID))
                    .toCompletableFuture()
                    .join();
            assertThat(result.status()).isEqualTo(401);
            assertThat(result.reason()).contains("more than once");
        }
        assertThat(deliver(authenticator, token() + ", Bearer " + token(), null).status())
                .isEqualTo(401);
    }

    @Test
    void theHandshakeOfEventGridIsNotForTheService() {
        DeliveryAuthenticator authenticator = authenticator(options -> {});
        DeliveryCredentials service = new DeliveryCredentials(List.of("Bearer " + token()), null);
        assertThat(authenticator
                        .handshake(service, "eventgrid.azure.net")
                        .toCompletableFuture()
                        .join()
                        .status())
                .isEqualTo(401);
        DeliveryCredentials grid = new DeliveryCredentials(List.of(), "code=" + GRID);
        assertThat(authenticator
                        .handshake(grid, "eventgrid.azure.net")
                        .toCompletableFuture()
                        .join()
                        .sender())
                .isEqualTo(Sender.EVENT_GRID);
    }

    @Test
    void credentialsAndSettingsDoNotShowSecrets() {
        CallAutomationConfiguration options = new CallAutomationConfiguration();
        options.setResourceId(TokenServer.RESOURCE);
        options.setCallbackSecret(CALLBACK);
        options.setEventGridSecret(GRID);
        assertThat(SecuritySettings.of(options, name -> name).toString()
                        + new DeliveryCredentials(List.of("Bearer x"), "code=" + GRID))
                .doesNotContain("a-secret", "Bearer");
    }
}
