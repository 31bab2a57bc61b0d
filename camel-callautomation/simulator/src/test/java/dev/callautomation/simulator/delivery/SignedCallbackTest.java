package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.PublishedKeys;
import dev.callautomation.simulator.PublishedKeys.Token;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignedCallbackTest extends HttpScenario {

    @Test
    void everyCallbackCarriesATokenThatThePublishedKeysHaveSigned() {
        String call = connectedCall();
        PublishedKeys keys = PublishedKeys.at(simulator.uri());
        long now = Instant.now().getEpochSecond();

        assertThat(app.of(call)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(callback -> {
            Token token = PublishedKeys.read(callback.header("Authorization"));
            assertThat(keys.haveSigned(token)).isTrue();
            assertThat(token.header().path("alg").asText()).isEqualTo("RS256");
            assertThat(token.claim("iss")).isEqualTo(keys.issuer());
            assertThat(token.claim("aud")).isEqualTo(simulator.resourceId());
            assertThat(token.lifetimeSeconds()).isEqualTo(300);
            assertThat(token.claims().path("nbf").asLong()).isBetween(now - 60, now);
        });
    }

    @Test
    void theIssuerIsTheSimulatorsOwnAddressAndHasTheKeys() {
        PublishedKeys keys = PublishedKeys.at(simulator.uri());

        assertThat(keys.issuer())
                .isEqualTo("http://localhost:" + simulator.uri().getPort())
                .isEqualTo(simulator.issuer().toString());
        assertThat(keys.configuration().path("jwks_uri").asText()).isEqualTo(keys.issuer() + "/calling/keys");
        assertThat(keys.configuration()
                        .path("id_token_signing_alg_values_supported")
                        .get(0)
                        .asText())
                .isEqualTo("RS256");
    }

    @Test
    void theIssuerIsTheSameByWhateverNameTheSimulatorIsReached() {
        URI byNumber = URI.create("http://127.0.0.1:" + simulator.uri().getPort() + "/");

        assertThat(PublishedKeys.at(byNumber).issuer())
                .isEqualTo(simulator.issuer().toString());
    }

    @Test
    void simulatorsOfOneProcessAreToldApartByIssuerAndAudience() {
        try (CallAutomationSimulator other = CallAutomationSimulator.start()) {
            assertThat(other.issuer()).isNotEqualTo(simulator.issuer());
            assertThat(other.resourceId()).isNotEqualTo(simulator.resourceId());
        }
    }

    @Test
    void resourceIdAndIssuerCanBeGiven() {
        SimulatorOptions options = SimulatorOptions.defaults()
                .withResourceId("11111111-2222-3333-4444-555555555555")
                .withIssuer(URI.create("http://simulator.localhost:8088"));
        try (CallAutomationSimulator other = CallAutomationSimulator.start(options)) {
            assertThat(other.resourceId()).isEqualTo("11111111-2222-3333-4444-555555555555");
            assertThat(other.issuer()).isEqualTo(options.issuer());
        }
    }

    @Test
    void withTlsTheIssuerIsAnHttpsAddress() {
        try (CallAutomationSimulator other =
                CallAutomationSimulator.start(SimulatorOptions.defaults().withTls(true))) {
            assertThat(other.issuer())
                    .isEqualTo(URI.create("https://localhost:" + other.uri().getPort()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host", "http://host/path", "http://host?x=y", "http://user:secret@host", "host"})
    void anIssuerThatIsNoAddressIsRefused(String issuer) {
        URI uri = URI.create(issuer);

        assertThatThrownBy(() -> SimulatorOptions.defaults().withIssuer(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("issuer must be an http or https address")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aResourceIdThatIsNoGuidIsRefused() {
        assertThatThrownBy(() -> SimulatorOptions.defaults().withResourceId("/subscriptions/x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("resourceId must be a GUID");
    }
}
