package dev.callautomation.camel.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.vertx.ext.web.client.WebClient;

/** Authenticates deliveries. May block the calling thread for a few seconds while keys are fetched. */
public interface DeliveryAuthenticator {

    /** Accepts every request. */
    DeliveryAuthenticator OPEN = new NoAuthentication();

    /**
     * @param webClient fetches keys; not closed here
     * @param timeout   maximum time to fetch keys
     */
    static DeliveryAuthenticator of(SecuritySettings settings, WebClient webClient, Duration timeout) {
        if (settings.open()) {
            return OPEN;
        }
        Map<SigningKeys, TokenRules> issuers = new LinkedHashMap<>();
        if (settings.resourceId() != null) {
            issuers.put(
                    keys(Issuer.service(settings.callbackIssuer()), webClient, timeout),
                    new TokenRules(settings.resourceId(), "resourceId", null, settings.clockSkew()));
        }
        EntraSettings entra = settings.entra();
        if (entra != null) {
            TokenRules rules =
                    new TokenRules(entra.audience(), "eventGridAudience", entra.application(), settings.clockSkew());
            issuers.put(keys(Issuer.entra1(entra.authority(), entra.tenant()), webClient, timeout), rules);
            issuers.put(keys(Issuer.entra2(entra.authority(), entra.tenant()), webClient, timeout), rules);
        }
        return new TokenDeliveryAuthenticator(settings, new TokenAuthenticator(issuers, Clock.systemUTC(), timeout));
    }

    private static SigningKeys keys(Issuer issuer, WebClient webClient, Duration timeout) {
        return new SigningKeys(issuer, new OpenIdClient(webClient, timeout, issuer), System::nanoTime);
    }

    /** Fetches the keys, so that the first delivery does not wait for them. Blocks for a few seconds at most. */
    void prepare();

    /** Whether senders are authenticated at all. */
    boolean verifies();

    /** Authenticates a delivery of events. */
    AuthenticationResult delivery(DeliveryCredentials credentials);

    /**
     * Authorizes the validation of a subscription (Event Grid schema), after its delivery has been authenticated.
     *
     * @param name  name of the subscription; may be {@code null}
     * @param topic topic of the subscription; may be {@code null}
     */
    AuthenticationResult subscription(String name, String topic);

    /**
     * Authorizes a handshake (CloudEvents schema).
     *
     * @param origin origin of the deliveries; may be {@code null}
     */
    AuthenticationResult handshake(DeliveryCredentials credentials, String origin);
}
