package dev.callautomation.simulator.control;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.wire.Json;

/** Answers requests under {@code /simulator}. */
public final class ControlApi {

    private static final Logger LOG = LoggerFactory.getLogger(ControlApi.class);

    private final List<ControlAction> actions;

    public ControlApi(Controls controls) {
        this.actions = ControlAction.all(controls);
    }

    /** Answers a request whose body has been read. */
    public void handle(RoutingContext context) {
        String path = context.request().path();
        for (ControlAction action : actions) {
            Matcher matcher = action.path().matcher(path);
            if (action.method().equals(context.request().method()) && matcher.matches()) {
                handle(context, action, matcher);
                return;
            }
        }
        write(
                context,
                error(
                        404,
                        "NotFound",
                        "There is no " + context.request().method() + " " + path
                                + "; the simulator's documentation lists its control calls."));
    }

    private static void handle(RoutingContext context, ControlAction action, Matcher path) {
        Future<ControlReply> reply;
        try {
            String id = path.groupCount() == 0
                    ? null
                    : URLDecoder.decode(path.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            reply = action.handler().handle(id, body(context, action.takesList()));
        } catch (ServiceError e) {
            reply = Future.succeededFuture(error(e.status(), e.code(), e.getMessage()));
        } catch (IllegalArgumentException e) {
            reply = Future.succeededFuture(error(400, "InvalidRequest", e.getMessage()));
        } catch (UnsupportedOperationException e) {
            reply = Future.succeededFuture(error(409, "RealTime", e.getMessage()));
        } catch (RuntimeException e) {
            reply = Future.failedFuture(e);
        }
        reply.onSuccess(answer -> write(context, answer)).onFailure(e -> {
            if (e instanceof IllegalStateException) {
                write(context, error(400, "InvalidRequest", e.getMessage()));
            } else {
                LOG.error("{} failed", context.request().path(), e);
                write(context, error(500, "InternalError", "The simulator failed; its log tells more."));
            }
        });
    }

    private static JsonNode body(RoutingContext context, boolean list) {
        Buffer buffer = context.body().buffer();
        if ((buffer == null || buffer.length() == 0) && !list) {
            return Json.object();
        }
        try {
            JsonNode node = Json.read(buffer == null ? new byte[0] : buffer.getBytes());
            if (list ? node.isArray() : node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The body is not JSON.", e);
        }
        throw new IllegalArgumentException("The body must be a JSON " + (list ? "array." : "object."));
    }

    private static ControlReply error(int status, String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", message);
        return ControlReply.json(status, body);
    }

    private static void write(RoutingContext context, ControlReply reply) {
        context.response().setStatusCode(reply.status());
        if (reply.body() == null) {
            context.response().end();
        } else {
            context.response().putHeader("Content-Type", reply.contentType()).end(Buffer.buffer(reply.body()));
        }
    }
}
