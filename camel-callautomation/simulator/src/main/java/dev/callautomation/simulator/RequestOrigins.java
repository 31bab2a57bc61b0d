package dev.callautomation.simulator;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;

import dev.callautomation.simulator.wire.Loopback;
import dev.callautomation.simulator.wire.Origins;

/**
 * Refuses requests that a web page of another origin has sent, and those to a host name of another computer, with
 * which such a page could be of the same origin (DNS rebinding). With {@code allowRemote}, other programs may use each
 * host name; browsers, told by {@code Origin}, {@code Sec-Fetch-Site} or {@code User-Agent}, only an address, a name
 * without a dot, the host of the issuer or that of an allowed origin. A page can then still reach the simulator by a
 * name without a dot that resolves to it. Origins that are allowed have CORS headers.
 */
final class RequestOrigins {

    private final boolean allowRemote;
    private final String scheme;
    private final URI issuer;
    private final Set<String> allowed;
    private final CorsHandler cors;

    RequestOrigins(SimulatorOptions options) {
        this.allowRemote = options.allowRemote();
        this.scheme = options.tls() ? "https" : "http";
        this.issuer = options.issuer();
        this.allowed = options.allowedOrigins();
        this.cors = CorsHandler.create()
                .addOrigins(List.copyOf(allowed))
                .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.POST, HttpMethod.DELETE))
                .allowedHeaders(Set.of("Accept", "Content-Type", "Last-Event-ID"))
                .exposedHeader("Allow")
                .allowPrivateNetwork(true);
    }

    /** For all requests: without {@code allowRemote} they must be for this computer. */
    boolean isForThisHost(HttpServerRequest request) {
        String host = request.getHeader("Host");
        return allowRemote || host != null && Loopback.isLoopbackAuthority(host);
    }

    /** For the REST API, whose requests are signed: an origin of this computer, if any. */
    boolean isLocal(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return allowRemote || origin == null || Loopback.isLoopbackAuthority(origin.replaceFirst("^[a-z]+://", ""));
    }

    /** For the control API: no origin, the simulator's own or one that is allowed. */
    boolean isAllowed(HttpServerRequest request) {
        List<String> origins = request.headers().getAll("Origin");
        if (origins.isEmpty()) {
            return !isEmbeddedElsewhere(request) && (!isOfBrowser(request) || isNameOfSimulator(request));
        }
        String origin = Origins.normalized(origins.get(0)).orElse("");
        return origins.size() == 1 && (allowed.contains(origin) || isOwn(origin, request));
    }

    /** Continues, with CORS headers for an allowed origin; answers its preflight requests. */
    void share(RoutingContext context) {
        String origin =
                Origins.normalized(context.request().getHeader("Origin")).orElse("");
        if (allowed.contains(origin)) {
            cors.handle(context);
        } else {
            context.next();
        }
    }

    /** The origin of this host and port; localhost, 127.0.0.1 and ::1 are one. */
    private boolean isOwn(String origin, HttpServerRequest request) {
        URI own = Origins.normalized(scheme + "://" + request.getHeader("Host"))
                .map(URI::create)
                .orElse(null);
        if (origin.isEmpty() || own == null) {
            return false;
        }
        URI page = URI.create(origin);
        boolean sameHost = page.getHost().equals(own.getHost())
                || Loopback.isLoopback(page.getHost()) && Loopback.isLoopback(own.getHost());
        return sameHost
                && page.getScheme().equals(own.getScheme())
                && page.getPort() == own.getPort()
                && mayBeNameOfSimulator(own.getHost());
    }

    /** With {@code allowRemote} any other name could be one that a web page has pointed here. */
    private boolean mayBeNameOfSimulator(String host) {
        boolean address = host.startsWith("[") || host.matches("[0-9.]+");
        boolean inThisNetwork = host.indexOf('.') < 0;
        boolean named = issuer != null && host.equals(issuer.getHost().toLowerCase(Locale.ROOT));
        return Loopback.isLoopback(host) || allowRemote && (address || inThisNetwork || named);
    }

    /** As {@link #mayBeNameOfSimulator}, or the host of an origin that is allowed. */
    private boolean isNameOfSimulator(HttpServerRequest request) {
        return Origins.normalized(scheme + "://" + request.getHeader("Host"))
                .map(origin -> URI.create(origin).getHost())
                .filter(host -> mayBeNameOfSimulator(host)
                        || allowed.stream()
                                .anyMatch(
                                        origin -> host.equals(URI.create(origin).getHost())))
                .isPresent();
    }

    /** Browsers send {@code Sec-Fetch-Site} only to hosts they trust, for example by https or on loopback. */
    private static boolean isOfBrowser(HttpServerRequest request) {
        String agent = request.getHeader("User-Agent");
        return request.getHeader("Sec-Fetch-Site") != null || agent != null && agent.startsWith("Mozilla/");
    }

    /** A browser sends no origin with an image or a script, but tells where the page is. */
    private static boolean isEmbeddedElsewhere(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return ("cross-site".equals(site) || "same-site".equals(site))
                && !"navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }
}
