package dev.callautomation.camel.internal.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Issues tokens as the service does, and as a tenant of Microsoft Entra does, with keys that it publishes over HTTP. */
public final class TokenServer implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    /** The resource that tokens are made out for. */
    public static final String RESOURCE = "7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10";

    public static final String TENANT = "3aa4a235-b6e2-48d5-9195-7fcf05b459b0";

    /** Servers share their keys, because a new one takes up to seconds. */
    private static final Map<String, RSAKey> KEYS = new ConcurrentHashMap<>();

    private final AtomicInteger keyFetches = new AtomicInteger();
    private final List<JWK> published = new CopyOnWriteArrayList<>();
    private volatile RSAKey key;
    private volatile String issuer;
    private volatile String keysAddress;
    private volatile String keysBody;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private ExecutorService threads;
    private HttpServer server;
    private int port;

    public TokenServer() {
        rotate();
    }

    /** Starts on a free port, or again on the one it had. */
    public TokenServer start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body;
            if (path.endsWith("acsopenidconfiguration")) {
                body = configuration(issuer == null ? address() : issuer);
            } else if (path.endsWith("openid-configuration")) {
                body = configuration(path.contains("/v2.0/") ? entra2() : entra1());
            } else {
                keyFetches.incrementAndGet();
                await();
                body = keysBody == null ? new JWKSet(published).toString(true) : keysBody;
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void await() {
        try {
            held.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String configuration(String name) {
        return JSONObjectUtils.toJSONString(
                Map.of("issuer", name, "jwks_uri", keysAddress == null ? address() + "/calling/keys" : keysAddress));
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What tokens of version 1 name as their issuer. */
    public String entra1() {
        return address() + "/" + TENANT + "/";
    }

    /** What tokens of version 2 name as their issuer. */
    public String entra2() {
        return address() + "/" + TENANT + "/v2.0";
    }

    /** A token that is right in all points, to be made wrong in one. */
    public TokenDraft token() {
        return new TokenDraft(key, issuer == null ? address() : issuer, RESOURCE);
    }

    /** The header that the service sends with a delivery. */
    public String authorization() {
        return "Bearer " + token().sign();
    }

    /** Signs with a new key from now on, and publishes it beside those before. */
    public TokenServer rotate() {
        key = KEYS.computeIfAbsent("key-" + (published.size() + 1), TokenServer::newKey);
        published.add(key.toPublicJWK());
        return this;
    }

    /** A key that is not published. */
    public static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public RSAKey key() {
        return key;
    }

    /** How often the key set was asked for. */
    public int keyFetches() {
        return keyFetches.get();
    }

    /** Calls itself otherwise. */
    public TokenServer as(String name) {
        issuer = name;
        return this;
    }

    /** Says that its keys are elsewhere. */
    public TokenServer keysAt(String address) {
        keysAddress = address;
        return this;
    }

    /** Answers with this instead of its key set. */
    public TokenServer keysAre(String body) {
        keysBody = body;
        return this;
    }

    /** Keeps those who ask for keys waiting until the latch is open. */
    public CountDownLatch hold() {
        held = new CountDownLatch(1);
        return held;
    }

    @Override
    public void close() {
        held.countDown();
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** The keys that are published now. */
    public List<JWK> published() {
        return new ArrayList<>(published);
    }
}
