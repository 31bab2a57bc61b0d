package dev.callautomation.camel.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.vertx.ext.web.client.WebClient;

import dev.callautomation.camel.CallbackAuthentication;

/** Creates authenticators. Keys that have been fetched are kept while only secrets change. */
public final class DeliveryAuthenticators {

    /** Maximum time to fetch keys: shorter than a sender waits for the response, which is 30 seconds for Event Grid. */
    public static final Duration KEY_TIMEOUT = Duration.ofSeconds(5);

    private final WebClient webClient;
    private final Duration timeout;
    private SecuritySettings current;
    private TokenAuthenticator tokens;
    /** {@code null} while no tokens are expected. */
    private volatile TokenAuthenticator expected;

    /**
     * @param webClient fetches keys; not closed here
     * @param timeout   maximum time to fetch keys
     */
    public DeliveryAuthenticators(WebClient webClient, Duration timeout) {
        this.webClient = webClient;
        this.timeout = timeout;
    }

    /** Blocks for a few seconds at most, to fetch keys, so that the first delivery does not wait for them. */
    public synchronized DeliveryAuthenticator create(SecuritySettings settings) {
        if (settings.mode() == CallbackAuthentication.NONE) {
            expected = null;
            return settings.callbackSecret()
                    .<DeliveryAuthenticator>map(
                            secret -> new SecretDeliveryAuthenticator(secret, settings.eventGridSecret()))
                    .orElse(DeliveryAuthenticator.OPEN);
        }
        if (!settings.ofTokens().equals(current)) {
            tokens = new TokenAuthenticator(issuers(settings), Clock.systemUTC(), timeout);
            expected = tokens;
            tokens.prepare();
            current = settings.ofTokens();
        }
        expected = tokens;
        return new TokenDeliveryAuthenticator(settings, tokens);
    }

    /** Begins to fetch keys unless that has been tried a moment ago. Does not block. */
    public void probeKeys() {
        TokenAuthenticator now = expected;
        if (now != null) {
            now.probe();
        }
    }

    /** Whether the keys that verify tokens can be fetched, for each issuer; empty if no tokens are expected. Does not block. */
    public List<KeyStatus> keys() {
        TokenAuthenticator now = expected;
        return now == null ? List.of() : now.keys();
    }

    private Map<SigningKeys, TokenRules> issuers(SecuritySettings settings) {
        Map<SigningKeys, TokenRules> issuers = new LinkedHashMap<>();
        if (settings.resourceId() != null) {
            issuers.put(
                    SigningKeys.of(Issuer.service(settings.callbackIssuer()), webClient, timeout),
                    TokenRules.service(settings.resourceId(), settings.clockSkew()));
        }
        EntraSettings entra = settings.entra();
        if (entra != null) {
            TokenRules rules = TokenRules.eventGrid(entra, settings.clockSkew());
            issuers.put(SigningKeys.of(Issuer.entra1(entra.authority(), entra.tenant()), webClient, timeout), rules);
            issuers.put(SigningKeys.of(Issuer.entra2(entra.authority(), entra.tenant()), webClient, timeout), rules);
        }
        return issuers;
    }
}
