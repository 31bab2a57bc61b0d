package dev.callautomation.simulator.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

import dev.callautomation.simulator.control.ControlApi;

/** Serves the page's files, which are on the class path and read at start. */
public final class PageFiles {

    static final List<String> NAMES = List.of(
            "index.html",
            "app.js",
            "api.js",
            "calls.js",
            "call.js",
            "clock.js",
            "details.js",
            "diagram.js",
            "dom.js",
            "export.js",
            "faults.js",
            "feed.js",
            "grid.js",
            "keypad.js",
            "names.js",
            "phone.js",
            "phones.js",
            "sound.js",
            "state.js",
            "subcodes.js",
            "subcodes.json",
            "base.css",
            "layout.css",
            "parts.css",
            "icon.svg");

    private static final String FOLDER = "files/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml");

    /** Nothing from elsewhere, nothing inline, no frame around it; text cannot become markup by a sink of the DOM. */
    private static final String POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'";

    private final Map<String, Buffer> files;

    public PageFiles() {
        files = NAMES.stream().collect(Collectors.toUnmodifiableMap(name -> name, PageFiles::read));
    }

    /** Answers a browser with the page; leaves other clients to the next handler. */
    public void index(RoutingContext context) {
        context.response().headers().add("Vary", "Accept");
        if (!ControlApi.wantsPage(context)) {
            context.next();
        } else if (context.request().path().endsWith("/simulator/")) {
            send(context, "index.html");
        } else {
            context.response()
                    .setStatusCode(302)
                    .putHeader("Location", "/simulator/")
                    .end();
        }
    }

    /** Answers {@code /simulator/page/FILE}; unknown files are left to the next handler. */
    public void file(RoutingContext context) {
        String name = context.pathParam("file");
        if (files.containsKey(name)) {
            send(context, name);
        } else {
            context.next();
        }
    }

    private void send(RoutingContext context, String name) {
        context.response()
                .putHeader("Content-Type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Cache-Control", "no-cache")
                .end(files.get(name));
    }

    private static Buffer read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The page's file " + name + " is missing");
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
