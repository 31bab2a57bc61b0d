package dev.callautomation.simulator.control;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.wire.Json;
import dev.callautomation.simulator.wire.Spelling;

/** Answers requests of the control API, under {@code /simulator}. */
public final class ControlApi {

    private static final Logger LOG = LoggerFactory.getLogger(ControlApi.class);

    private final ActionFinder actions;

    public ControlApi(Controls controls) {
        this.actions = new ActionFinder(ControlAction.all(controls));
    }

    /** Answers a request whose body has been read. */
    public void handle(RoutingContext context) {
        String path = normalized(context.request().path());
        HttpMethod method = context.request().method();
        List<ControlAction> ofPath = actions.of(path);
        if (HttpMethod.OPTIONS.equals(method) && !ofPath.isEmpty()) {
            context.response()
                    .setStatusCode(204)
                    .putHeader("Allow", ActionFinder.allow(ofPath))
                    .end();
            return;
        }
        HttpMethod wanted = HttpMethod.HEAD.equals(method) ? HttpMethod.GET : method;
        ofPath.stream()
                .filter(action -> action.method().equals(wanted))
                .findFirst()
                .ifPresentOrElse(action -> handle(context, action, path), () -> refuse(context, wanted, path, ofPath));
    }

    /**
     * Whether a request for {@code /} or {@code /simulator/} comes from a browser, which shows a page, and not from a
     * client of JSON, which takes the index.
     */
    public static boolean wantsPage(RoutingContext context) {
        float html = weight(context, "text/html");
        return html > 0 && html > weight(context, "application/json");
    }

    /** By the raw value: Vert.x has not read the parts of a type that is alone in its header. */
    private static float weight(RoutingContext context, String type) {
        return context.parsedHeaders().accept().stream()
                .filter(accepted -> type.equalsIgnoreCase(accepted.rawValue().replaceFirst("\\s*;.*", "")))
                .map(ParsedHeaderValue::weight)
                .max(Float::compare)
                .orElse(0f);
    }

    /** {@code /} and {@code /simulator/} are the index; other paths may end with a slash, too. */
    private static String normalized(String path) {
        String trimmed = path.replaceFirst("/+$", "");
        return trimmed.isEmpty() ? "/simulator" : trimmed;
    }

    private void refuse(RoutingContext context, HttpMethod method, String path, List<ControlAction> ofPath) {
        String suggestions = actions.suggestions(method, path);
        if (ofPath.isEmpty() || actions.isMistyped(method, path)) {
            write(context, error(404, "NotFound", "There is no " + method + " " + path + ". " + suggestions));
            return;
        }
        String allow = ActionFinder.allow(ofPath);
        context.response().putHeader("Allow", allow);
        write(
                context,
                error(405, "MethodNotAllowed", path + " takes " + allow + ", not " + method + ". " + suggestions));
    }

    private static void handle(RoutingContext context, ControlAction action, String path) {
        Future<ControlReply> reply;
        try {
            List<String> parameters = action.path().parameters(path);
            reply = action.handler()
                    .handle(
                            parameters.isEmpty() ? null : parameters.get(0),
                            HttpMethod.GET.equals(action.method())
                                    ? query(context, parameters)
                                    : body(context, action));
        } catch (RuntimeException e) {
            reply = Future.failedFuture(e);
        }
        reply.onComplete(done -> write(context, done.succeeded() ? done.result() : refusal(context, done.cause())));
    }

    private static ControlReply refusal(RoutingContext context, Throwable e) {
        if (e instanceof ServiceError refused) {
            return error(refused.status(), refused.code(), refused.getMessage());
        }
        if (e instanceof UnsupportedOperationException) {
            return error(409, "RealTime", e.getMessage());
        }
        if (e instanceof IllegalArgumentException || e instanceof IllegalStateException) {
            return error(400, "InvalidRequest", e.getMessage());
        }
        LOG.error("{} failed", context.request().path(), e);
        return error(500, "InternalError", "The simulator failed; its log tells more.");
    }

    private static JsonNode query(RoutingContext context, List<String> parameters) {
        ObjectNode query = Json.object();
        context.queryParams().forEach(parameter -> query.put(parameter.getKey(), parameter.getValue()));
        return parameters.size() < 2 ? query : query.put("number", parameters.get(1));
    }

    private static JsonNode body(RoutingContext context, ControlAction action) {
        boolean list = action.takesList();
        Buffer buffer = context.body().buffer();
        if ((buffer == null || buffer.length() == 0) && !list) {
            return Json.object();
        }
        try {
            JsonNode node = Json.readStrictly(buffer == null ? new byte[0] : buffer.getBytes());
            if (list ? node.isArray() : node.isObject()) {
                checkMembers(node, action);
                return node;
            }
        } catch (IOException e) {
            // the description of a document that Jackson adds may be long
            String problem = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            boolean twice = problem.startsWith("Duplicate field");
            throw new IllegalArgumentException(
                    twice ? "The body has a member twice: " + problem + "." : "The body is not JSON.", e);
        }
        throw new IllegalArgumentException("The body must be a JSON " + (list ? "array." : "object."));
    }

    /** A member that is misspelt would else be ignored. */
    private static void checkMembers(JsonNode node, ControlAction action) {
        if (action.takesList() || action.members().isEmpty()) {
            return;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!action.members().contains(name)) {
                throw new IllegalArgumentException("The body has no member '" + name + "', only "
                        + String.join(", ", action.members()) + nearest(name, action));
            }
        });
    }

    private static String nearest(String name, ControlAction action) {
        return action.members().stream()
                .filter(member -> Spelling.typingErrors(member, name) <= 2)
                .findFirst()
                .map(member -> ". Did you mean " + member + "?")
                .orElse(".");
    }

    private static ControlReply error(int status, String code, String message) {
        return ControlReply.json(status, Json.error(code, message));
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
