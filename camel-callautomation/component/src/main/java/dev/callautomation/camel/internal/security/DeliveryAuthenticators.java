package dev.callautomation.camel.internal.security;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.callautomation.camel.CallbackAuthentication;

/** Creates authenticators. Tokens that have been verified are kept while only secrets change. */
public final class DeliveryAuthenticators {

    private final IssuerKeys issuerKeys;
    private SecuritySettings current;
    private TokenAuthenticator tokens;
    /** {@code null} while no tokens are expected. */
    private volatile TokenAuthenticator expected;

    public DeliveryAuthenticators(IssuerKeys issuerKeys) {
        this.issuerKeys = issuerKeys;
    }

    /** Blocks for a few seconds at most, to fetch keys, so that the first delivery does not wait for them. */
    public synchronized DeliveryAuthenticator create(SecuritySettings settings) throws Exception {
        if (settings.mode() == CallbackAuthentication.NONE) {
            expected = null;
            return settings.callbackSecret()
                    .<DeliveryAuthenticator>map(
                            secret -> new SecretDeliveryAuthenticator(secret, settings.eventGridSecret()))
                    .orElse(DeliveryAuthenticator.OPEN);
        }
        if (!settings.ofTokens().equals(current)) {
            tokens = new TokenAuthenticator(issuers(settings), Clock.systemUTC(), issuerKeys.timeout());
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

    private Map<SigningKeys, TokenRules> issuers(SecuritySettings settings) throws Exception {
        Map<SigningKeys, TokenRules> issuers = new LinkedHashMap<>();
        if (settings.resourceId() != null) {
            issuers.put(
                    issuerKeys.of(Issuer.service(settings.callbackIssuer())),
                    TokenRules.service(settings.resourceId(), settings.clockSkew()));
        }
        EntraSettings entra = settings.entra();
        if (entra != null) {
            TokenRules rules = TokenRules.eventGrid(entra, settings.clockSkew());
            issuers.put(issuerKeys.of(Issuer.entra1(entra.authority(), entra.tenant())), rules);
            issuers.put(issuerKeys.of(Issuer.entra2(entra.authority(), entra.tenant())), rules);
        }
        return issuers;
    }
}
