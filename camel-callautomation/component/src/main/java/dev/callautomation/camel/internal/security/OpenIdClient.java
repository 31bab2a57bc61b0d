package dev.callautomation.camel.internal.security;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.codec.BodyCodec;

import dev.callautomation.camel.internal.support.UntrustedText;

/**
 * Fetches the keys of an issuer: first its OpenID configuration (OpenID Connect Discovery 1.0, section 4), then the key
 * set that this names.
 */
final class OpenIdClient implements KeySource {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    // Microsoft's own are a tenth of it
    private static final int LARGEST = 256 * 1024;
    private static final int OK = 200;

    private final WebClient webClient;
    private final Duration timeout;
    private final Issuer issuer;

    /**
     * @param webClient not closed here
     * @param timeout  maximum time of a fetch in all
     */
    OpenIdClient(WebClient webClient, Duration timeout, Issuer issuer) {
        this.webClient = webClient;
        this.timeout = timeout;
        this.issuer = issuer;
    }

    @Override
    public Future<KeySet> fetch() {
        long deadline = System.nanoTime() + timeout.toNanos();
        return get(issuer.configuration(), deadline)
                .map(this::configuration)
                .compose(found -> get(found.keys(), deadline).map(json -> KeySet.parse(found.issuer(), json)))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<String> get(URI uri, long deadline) {
        boolean tls = uri.getScheme().equalsIgnoreCase("https");
        BoundedBody body = new BoundedBody(LARGEST, deadline);
        return webClient
                .request(
                        HttpMethod.GET,
                        new RequestOptions()
                                .setHost(uri.getHost().replaceAll("[\\[\\]]", ""))
                                .setPort(uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80)
                                .setSsl(tls)
                                .setURI(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())))
                .putHeader(HttpHeaders.ACCEPT.toString(), "application/json")
                // a redirect could lead to the keys of another party
                .followRedirects(false)
                .timeout(timeout.toMillis())
                .as(BodyCodec.pipe(body))
                .send()
                .compose(answer -> answer.statusCode() == OK
                        ? Future.succeededFuture(body.text())
                        : Future.failedFuture(new IOException(uri + " answers with status " + answer.statusCode())));
    }

    private Configuration configuration(String json) {
        JsonNode document;
        try {
            document = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            // the exception would quote untrusted text
            throw new TokenRejectedException(issuer.configuration() + " is no JSON", null);
        }
        String name = document.path("issuer").asText();
        if (!issuer.hasName(name)) {
            throw new TokenRejectedException(
                    issuer.configuration() + " names the issuer " + UntrustedText.quote(name) + " instead of "
                            + issuer.name() + "; give the option " + issuer.option()
                            + " the address that the issuer has in its configuration",
                    null);
        }
        return new Configuration(name, keys(document.path("jwks_uri").asText()));
    }

    /** The key set must have the authority of the configuration: keys of another authority are not trusted. */
    private URI keys(String address) {
        try {
            URI uri = URI.create(address);
            if (issuer.authority().owns(uri)) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new TokenRejectedException(issuer.configuration() + " has no jwks_uri that is an address", null);
        }
        throw new TokenRejectedException(
                issuer.configuration() + " has the jwks_uri " + UntrustedText.quote(address)
                        + ", which leads away from " + issuer.authority().address(),
                null);
    }

    private record Configuration(String issuer, URI keys) {}
}
