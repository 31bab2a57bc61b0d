package dev.callautomation.camel;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.ClientSecretCredential;
import com.azure.identity.ManagedIdentityCredential;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import dev.callautomation.camel.internal.client.AzureIdentities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Requests are authorized with tokens of Microsoft Entra. */
class TokenCredentialTest extends WireTestSupport {

    private static final String SCOPE = "https://communication.azure.com//.default";

    private final AtomicInteger asked = new AtomicInteger();

    private String uri(String options) {
        return "callautomation:hangUp?callConnectionId=c1&maxRetries=0&endpoint=" + SERVICE.baseUrl() + "&" + options;
    }

    private Mono<AccessToken> token(TokenRequestContext request, int minutes) {
        assertThat(request.getScopes()).containsExactly(SCOPE);
        return Mono.just(new AccessToken(
                "token-" + asked.incrementAndGet(), OffsetDateTime.now().plusMinutes(minutes)));
    }

    private void bind(TokenCredential credential) {
        context.getRegistry().bind("entra", TokenCredential.class, credential);
    }

    private Exchange hangUp(String options) {
        return template.request(uri(options), exchange -> {});
    }

    private void assertHungUp(String options) {
        Exchange exchange = hangUp(options);
        assertThat(exchange.getException()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "credentialType=TOKEN_CREDENTIAL",
        "credentialType=TOKEN_CREDENTIAL&tokenCredential=#entra",
        "tokenCredential=#entra"
    })
    void theTokenOfABeanIsSent(String options) {
        answer(204, "");
        bind(request -> token(request, 60));
        assertHungUp(options);
        assertThat(onlyRequest().getHeader("Authorization")).isEqualTo("Bearer token-1");
        assertThat(onlyRequest().containsHeader("x-ms-content-sha256")).isFalse();
    }

    @Test
    void aTokenServesManyRequestsAndIsAskedForOnce() {
        answer(204, "");
        bind(request -> token(request, 60));
        List<CompletableFuture<Exchange>> exchanges = IntStream.range(0, 10)
                .mapToObj(i -> template.asyncSend(uri("tokenCredential=#entra"), exchange -> {}))
                .toList();
        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.join().getException())
                .isNull());
        assertThat(requests()).hasSize(10);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aTokenThatWasNotGivenFailsTheOperationAndIsAskedForAgainNextTime() {
        answer(204, "");
        AtomicInteger failures = new AtomicInteger(1);
        bind(request -> failures.getAndDecrement() > 0
                ? Mono.error(new IllegalStateException("nobody is signed in"))
                : token(request, 60));
        assertThat(hangUp("tokenCredential=#entra").getException())
                .isInstanceOf(CallAutomationRequestFailedException.class)
                .hasMessageContaining("nobody is signed in");
        assertHungUp("tokenCredential=#entra");
    }

    @Test
    void aCredentialThatNeverAnswersFailsTheOperationInTime() {
        bind(request -> Mono.never());
        assertThat(hangUp("tokenCredential=#entra&responseTimeout=300").getException())
                .isInstanceOf(CallAutomationRequestFailedException.class);
        assertThat(requests()).isEmpty();
    }

    @Test
    void anOperationThatWaitsForATokenEndsWithTheComponent() {
        bind(request -> {
            asked.incrementAndGet();
            return Mono.never();
        });
        CompletableFuture<Exchange> exchange = template.asyncSend(uri("tokenCredential=#entra"), message -> {});
        await().until(() -> asked.get() == 1);
        context.getComponent("callautomation").stop();
        await().untilAsserted(() -> assertThat(exchange).isDone());
        assertThat(exchange.join().getException()).isNotNull();
    }

    @Test
    void withABeanAsDefaultAnAccessKeyStillSigns() {
        answer(204, "");
        bind(request -> token(request, 60));
        Exchange exchange = template.request("callautomation:hangUp?callConnectionId=c1", message -> {});
        assertThat(exchange.getException()).isNull();
        assertThat(onlyRequest().getHeader("Authorization")).startsWith("HMAC-SHA256");
    }

    @ParameterizedTest
    @CsvSource({
        "credentialType=TOKEN_CREDENTIAL, set the option tokenCredential",
        "credentialType=ACCESS_KEY, set the option accessKey",
        "credentialType=CONNECTION_STRING, set the option connectionString",
        "credentialType=AZURE_IDENTITY&tenantId=t, 'requires tenantId, clientId and clientSecret'",
        "credentialType=AZURE_IDENTITY&clientSecret=s&clientId=c, 'requires tenantId, clientId and clientSecret'",
        "retryDelay=1, set the option endpoint and the option credentialType=AZURE_IDENTITY",
    })
    void whatIsMissingIsSaid(String options, String message) {
        context.getComponent("callautomation", CallAutomationComponent.class)
                .getConfiguration()
                .setConnectionString(null);
        assertThatThrownBy(() -> hangUp(options)).hasStackTraceContaining(message);
    }

    @Test
    void identitiesAreOfTheKindThatTheOptionsSay() {
        assertThat(AzureIdentities.servicePrincipal("3aa4a235-b6e2-48d5-9195-7fcf05b459b0", "c", "s", null))
                .isInstanceOf(ClientSecretCredential.class);
        assertThat(AzureIdentities.managed("c", null)).isInstanceOf(ManagedIdentityCredential.class);
        assertThat(AzureIdentities.fromEnvironment(null)).isInstanceOf(TokenCredential.class);
    }
}
