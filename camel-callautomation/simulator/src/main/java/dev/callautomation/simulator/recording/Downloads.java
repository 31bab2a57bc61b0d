package dev.callautomation.simulator.recording;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import dev.callautomation.simulator.auth.HmacVerifier;
import dev.callautomation.simulator.auth.SignedRequest;
import dev.callautomation.simulator.engine.command.recording.DeleteRecording;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.execution.CommandExecutor;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.wire.Json;

/** Serves the documents of recordings: content, metadata, deletion. */
public final class Downloads {

    private static final Pattern PATH =
            Pattern.compile("/+v1/objects/([^/]+)(?:/(content|views)/(audio|video|acsmetadata|[0-9a-f-]{36}))?");

    private final CommandExecutor executor;
    private final SimulatorClock clock;
    private final HmacVerifier verifier;
    private final boolean redirect;
    private final String resourceId;

    /** Name of the view that downloads are redirected to; it cannot be guessed and thus needs no signature. */
    private final String view = UUID.randomUUID().toString();

    /**
     * Puts downloads in front of the calls of a executor.
     *
     * @param redirect answer requests for content with a redirect first
     */
    public Downloads(
            CommandExecutor executor,
            SimulatorClock clock,
            HmacVerifier verifier,
            boolean redirect,
            String resourceId) {
        this.executor = executor;
        this.clock = clock;
        this.verifier = verifier;
        this.redirect = redirect;
        this.resourceId = resourceId;
    }

    /** Answers a request without a body. */
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            error(context.response(), 404, "There is no such document.");
            return;
        }
        String last = path.group(3);
        boolean viewed = "views".equals(path.group(2)) && view.equals(last);
        Optional<String> unsigned = viewed ? Optional.empty() : problem(request);
        Instant now = clock.now();
        Optional<Recording> recording =
                executor.look(directory -> directory.document(path.group(1))).filter(one -> one.hasFile(now));
        if (unsigned.isPresent()) {
            error(context.response(), 401, unsigned.get());
        } else if (recording.isEmpty()) {
            error(context.response(), 404, "There is no such recording, or its file is gone.");
        } else if (request.method() == HttpMethod.DELETE && last == null) {
            executor.run(new DeleteRecording(recording.get().id()));
            context.response().setStatusCode(200).end();
        } else if (request.method() != HttpMethod.GET || last == null) {
            error(context.response(), 405, "A document is fetched with GET; DELETE takes its deleteLocation.");
        } else if ("acsmetadata".equals(last)) {
            metadata(context.response(), recording.get());
        } else if (redirect && !viewed) {
            context.response()
                    .setStatusCode(302)
                    .putHeader("Location", "/v1/objects/" + path.group(1) + "/views/" + view)
                    .end();
        } else {
            content(request, recording.get());
        }
    }

    /** The official clients sign as if the request went to their endpoint, and say so in x-ms-host. */
    private Optional<String> problem(HttpServerRequest request) {
        String signedHost = request.getHeader("x-ms-host");
        return verifier.problem(
                new SignedRequest(
                        request.method().name(),
                        request.uri(),
                        name -> signedHost != null && "host".equalsIgnoreCase(name)
                                ? signedHost
                                : request.getHeader(name),
                        new byte[0]),
                Instant.now());
    }

    private void metadata(HttpServerResponse response, Recording recording) {
        String callId = executor.look(directory -> directory.callIdOfRecording(recording.id()))
                .orElse("");
        response.putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Buffer.buffer(Metadata.of(recording, callId, resourceId)));
    }

    private static void content(HttpServerRequest request, Recording recording) {
        RecordedFile file = RecordedFile.of(recording);
        HttpServerResponse response = request.response();
        String asked = request.getHeader("Range");
        boolean part = ByteRange.isAskedFor(asked);
        Optional<ByteRange> range =
                part ? ByteRange.of(asked, file.size()) : Optional.of(new ByteRange(0, file.size() - 1));
        response.putHeader("Accept-Ranges", "bytes");
        if (range.isEmpty()) {
            response.putHeader("Content-Range", "bytes */" + file.size());
            error(response, 416, "The file has " + file.size() + " bytes.");
            return;
        }
        ByteRange bytes = range.get();
        if (part) {
            response.setStatusCode(206)
                    .putHeader("Content-Range", "bytes " + bytes.first() + "-" + bytes.last() + "/" + file.size());
        }
        response.putHeader("Content-Type", file.contentType())
                .putHeader("Content-Length", String.valueOf(bytes.length()));
        new RangeSender(response, file, bytes).send();
    }

    private static void error(HttpServerResponse response, int status, String message) {
        ObjectNode body = Json.object();
        // the storage's own shape, which the official client reads
        body.put("status", status).put("message", message);
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Buffer.buffer(Json.write(body)));
    }
}
