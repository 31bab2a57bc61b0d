package dev.callautomation.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.auth.ServerCertificate;
import dev.callautomation.simulator.control.ControlApi;
import dev.callautomation.simulator.page.EventFeed;
import dev.callautomation.simulator.page.PageFiles;
import dev.callautomation.simulator.recording.Downloads;
import dev.callautomation.simulator.rest.OpenIdApi;
import dev.callautomation.simulator.rest.RestApi;
import dev.callautomation.simulator.wire.Json;

/** The HTTP servers: one on IPv4 and, where the computer has it, one on IPv6, since localhost may mean either. */
final class HttpServers {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServers.class);
    private static final long BODY_LIMIT = 1024L * 1024;

    private final Vertx vertx;
    private final SimulatorOptions options;
    private final ServerCertificate certificate;
    private final RequestOrigins origins;
    private final Router router;

    HttpServers(
            Vertx vertx,
            SimulatorOptions options,
            ServerCertificate certificate,
            Interceptors interceptors,
            RestApi restApi,
            OpenIdApi openIdApi,
            Downloads downloads,
            ControlApi controlApi,
            PageFiles pageFiles,
            EventFeed eventFeed) {
        this.vertx = vertx;
        this.options = options;
        this.certificate = certificate;
        this.origins = new RequestOrigins(options);
        this.router = Router.router(vertx);
        router.route().handler(this::checkOrigin);
        router.route("/simulator/*").handler(HttpServers::ignoreContentType);
        router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        // the page is at /simulator/; clients of JSON have the index here, too
        router.getWithRegex("/(?:simulator/?)?").handler(pageFiles::index).handler(controlApi::handle);
        router.get("/simulator/page/:file").handler(pageFiles::file);
        router.get("/simulator/events").handler(eventFeed::handle);
        router.route("/simulator/*").handler(controlApi::handle);
        router.routeWithRegex("/+v1/objects/.*").handler(downloads::handle);
        router.route().handler(openIdApi::handle);
        router.route().handler(interceptors::handle);
        router.route().handler(restApi::handle);
        router.route().failureHandler(HttpServers::fail);
    }

    /** Starts serving; the result is the port. */
    Future<Integer> listen() {
        if (options.allowRemote()) {
            return server("0.0.0.0", options.port()).map(HttpServer::actualPort);
        }
        return server("127.0.0.1", options.port())
                .map(HttpServer::actualPort)
                .compose(port -> server("::1", port).map(port).otherwise(e -> {
                    LOG.debug("Not listening on [::1]:{}: {}", port, e.getMessage());
                    return port;
                }));
    }

    private Future<HttpServer> server(String host, int port) {
        // HTTP/1.1 only: an upgrade would take away the Host header, which is part of what is signed
        HttpServerOptions server = new HttpServerOptions().setHttp2ClearTextEnabled(false);
        if (certificate != null) {
            server.setSsl(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertValue(certificate.certificate())
                            .setKeyValue(certificate.key()));
        }
        return vertx.createHttpServer(server).requestHandler(router).listen(port, host);
    }

    private void checkOrigin(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean control = isControl(context.normalizedPath());
        if (control) {
            // whether it is refused, and which headers it has
            context.response().headers().add("Vary", "Origin");
        }
        if (!origins.isForThisHost(request) || !control && !origins.isLocal(request)) {
            error(
                    context,
                    403,
                    "Forbidden",
                    "This simulator serves localhost only: use that name, or start it with --allow-remote.");
        } else if (control && !origins.isAllowed(request)) {
            error(
                    context,
                    403,
                    "OriginNotAllowed",
                    "Web pages of another origin may not use the control API:"
                            + " name their origin with --allow-origin, for example http://localhost:3000.");
        } else if (control) {
            origins.share(context);
        } else {
            context.next();
        }
    }

    private static boolean isControl(String path) {
        return path.equals("/") || path.equals("/simulator") || path.startsWith("/simulator/");
    }

    /** curl says "form" when it is told nothing else; read as one, JSON of more than a kilobyte would be refused. */
    private static void ignoreContentType(RoutingContext context) {
        context.request().headers().remove("Content-Type");
        context.next();
    }

    private static void fail(RoutingContext context) {
        int status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (status == 500) {
            LOG.error(
                    "{} {} failed",
                    context.request().method(),
                    context.request().path(),
                    context.failure());
        }
        String message = status == 413 ? "The body is larger than " + BODY_LIMIT + " bytes." : "The request failed.";
        error(context, status, String.valueOf(status), message);
    }

    private static void error(RoutingContext context, int status, String code, String message) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Buffer.buffer(Json.write(Json.error(code, message))));
    }
}
