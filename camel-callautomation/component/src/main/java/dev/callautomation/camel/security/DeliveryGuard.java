package dev.callautomation.camel.security;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.vertx.ext.web.client.WebClient;

/** Decides which requests are let in. May hold the calling thread for a few seconds while keys are fetched. */
public interface DeliveryGuard {

    /** Lets everything in. */
    DeliveryGuard OPEN = new OpenGuard();

    /**
     * @param webClient fetches keys; not closed here
     * @param patience  how long fetching keys may take
     */
    static DeliveryGuard of(SecuritySettings settings, WebClient webClient, Duration patience) {
        if (settings.open()) {
            return OPEN;
        }
        Map<SigningKeys, TokenRules> issuers = new LinkedHashMap<>();
        if (settings.resourceId() != null) {
            issuers.put(
                    keys(Issuer.service(settings.callbackAuthority()), webClient, patience),
                    new TokenRules(settings.resourceId(), "resourceId", null, settings.clockSkew()));
        }
        EntraSettings entra = settings.entra();
        if (entra != null) {
            TokenRules rules =
                    new TokenRules(entra.audience(), "eventGridAudience", entra.application(), settings.clockSkew());
            issuers.put(keys(Issuer.entra1(entra.authority(), entra.tenant()), webClient, patience), rules);
            issuers.put(keys(Issuer.entra2(entra.authority(), entra.tenant()), webClient, patience), rules);
        }
        return new VerifyingGuard(settings, new TokenGate(issuers, Clock.systemUTC(), patience));
    }

    private static SigningKeys keys(Issuer issuer, WebClient webClient, Duration patience) {
        return new SigningKeys(issuer, new OpenIdClient(webClient, patience, issuer), System::nanoTime);
    }

    /** Fetches what checks will need, so that the first delivery need not wait. Waits a few seconds at the most. */
    void prepare();

    /** Whether what it trusts is known to come from the service. */
    boolean verifies();

    /** Whether events may be delivered. */
    Verdict delivery(Presented presented);

    /**
     * Whether the sender of a delivery that is trusted may subscribe this receiver (Event Grid schema).
     *
     * @param name  the subscription's name; may be {@code null}
     * @param topic what is subscribed; may be {@code null}
     */
    Verdict subscription(String name, String topic);

    /**
     * Whether a sender may be told that its deliveries are welcome (CloudEvents schema).
     *
     * @param origin who wants to deliver; may be {@code null}
     */
    Verdict handshake(Presented presented, String origin);
}
