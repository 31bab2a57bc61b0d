package dev.callautomation.camel.internal.security;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import io.vertx.ext.web.client.WebClient;

/** The keys of the issuers that a component trusts, fetched once for all that it authenticates. */
public final class IssuerKeys {

    /** Maximum time to fetch keys: shorter than a sender waits for the response, which is 30 seconds for Event Grid. */
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Callable<WebClient> client;
    private final Duration timeout;
    private final Map<Issuer, SigningKeys> keys = new HashMap<>();
    private WebClient opened;

    /** @param client creates the client that fetches keys, when the first are needed; it is not closed here */
    public IssuerKeys(Callable<WebClient> client) {
        this(client, TIMEOUT);
    }

    IssuerKeys(Callable<WebClient> client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    Duration timeout() {
        return timeout;
    }

    synchronized SigningKeys of(Issuer issuer) throws Exception {
        SigningKeys found = keys.get(issuer);
        if (found == null) {
            if (opened == null) {
                opened = client.call();
            }
            found = new SigningKeys(issuer, new OpenIdClient(opened, timeout, issuer), System::nanoTime);
            keys.put(issuer, found);
        }
        return found;
    }
}
