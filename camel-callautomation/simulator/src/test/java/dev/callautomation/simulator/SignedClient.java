package dev.callautomation.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A client of the REST API with a signature of its own making, independent of the simulator's code. */
public final class SignedClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofMinutes(1))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI endpoint;
    private final byte[] key;
    private final boolean signPort;
    private final String signedHost;

    private SignedClient(URI endpoint, byte[] key, boolean signPort, String signedHost) {
        this.endpoint = endpoint;
        this.key = key;
        this.signPort = signPort;
        this.signedHost = signedHost;
    }

    /** Signs the host with its port. */
    public static SignedClient of(CallAutomationSimulator simulator) {
        return of(simulator.connectionString());
    }

    /** Signs the host with its port. */
    public static SignedClient of(String connectionString) {
        String[] parts = connectionString.split(";accesskey=");
        return new SignedClient(
                URI.create(parts[0].substring("endpoint=".length())),
                Base64.getDecoder().decode(parts[1]),
                true,
                null);
    }

    /** Signs the host without its port. */
    public SignedClient signingHostOnly() {
        return new SignedClient(endpoint, key, false, signedHost);
    }

    /** Signs as if every request went to this host. */
    public SignedClient signingFor(String host) {
        return new SignedClient(endpoint, key, signPort, host);
    }

    /** Signs with another key. */
    public SignedClient withKey(String other) {
        return new SignedClient(endpoint, other.getBytes(StandardCharsets.UTF_8), signPort, signedHost);
    }

    /** A status and a JSON body, a missing node when there is none. */
    public record Answer(int status, JsonNode body, HttpHeaders headers) {

        public String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        public String text(String name) {
            return body.path(name).asText(null);
        }

        public String errorCode() {
            return body.path("error").path("code").asText();
        }

        public String errorMessage() {
            return body.path("error").path("message").asText();
        }
    }

    public Answer post(String path, String body) {
        return send("POST", versioned(path), body, Map.of());
    }

    public Answer post(String path, String body, Map<String, String> headers) {
        return send("POST", versioned(path), body, headers);
    }

    public Answer get(String path) {
        return send("GET", versioned(path), "", Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", versioned(path), "", Map.of());
    }

    /** Sends a signed request; {@code headers} replace what signing would set. */
    public Answer send(String method, String pathAndQuery, String body, Map<String, String> headers) {
        HttpResponse<byte[]> response = exchange(method, pathAndQuery, body, headers);
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()), response.headers());
        } catch (IOException e) {
            throw new IllegalStateException("Not JSON: " + response, e);
        }
    }

    /** Sends a signed request and gives the answer as it is; redirects are followed. */
    public HttpResponse<byte[]> exchange(String method, String pathAndQuery, String body, Map<String, String> headers) {
        URI uri = endpoint.resolve(pathAndQuery);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            String date = headers.getOrDefault(
                    "x-ms-date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
            String hash = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
            String ownHost = signPort ? uri.getAuthority() : uri.getHost();
            String host = signedHost == null ? ownHost : signedHost;
            String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signature = Base64.getEncoder()
                    .encodeToString(mac.doFinal((method + "\n" + path + "\n" + date + ";" + host + ";" + hash)
                            .getBytes(StandardCharsets.UTF_8)));
            HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                    .timeout(Duration.ofMinutes(1))
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes))
                    .setHeader("Content-Type", "application/json")
                    .setHeader("x-ms-date", date)
                    .setHeader("x-ms-content-sha256", hash)
                    .setHeader(
                            "Authorization",
                            "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + signature);
            headers.forEach(request::setHeader);
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (uri.getPath().startsWith("/simulator")) {
                checkControl(method, uri, response);
            }
            return response;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Each answer of the control API in the tests is one that its description knows. */
    private static void checkControl(String method, URI uri, HttpResponse<byte[]> response) {
        if (!"HEAD".equals(method) && !"OPTIONS".equals(method)) {
            ControlContract.check(
                    method,
                    uri.getRawPath(),
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        }
    }

    private static String versioned(String path) {
        return path + (path.contains("?") ? "&" : "?") + "api-version=2026-03-12";
    }
}
