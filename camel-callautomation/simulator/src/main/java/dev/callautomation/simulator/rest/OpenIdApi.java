package dev.callautomation.simulator.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

import dev.callautomation.simulator.auth.Tokens;
import dev.callautomation.simulator.model.Guid;
import dev.callautomation.simulator.wire.Json;

/** Serves the OpenID configuration and the keys that tokens are verified with, without authentication. */
public final class OpenIdApi {

    private static final Pattern ENTRA =
            Pattern.compile("/(" + Guid.PATTERN + ")/v2\\.0/\\.well-known/openid-configuration");

    private final Tokens tokens;

    public OpenIdApi(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Answers a request for one of the documents, and hands on any other. */
    public void handle(RoutingContext context) {
        if (!HttpMethod.GET.equals(context.request().method())) {
            context.next();
            return;
        }
        String path = context.request().path().replaceFirst("^/+", "/");
        Matcher entra = ENTRA.matcher(path);
        if (Tokens.CONFIGURATION_PATH.equals(path)) {
            answer(context, tokens.configuration());
        } else if (Tokens.KEYS_PATH.equals(path)) {
            answer(context, tokens.keys());
        } else if (entra.matches()) {
            answer(context, tokens.entraConfiguration(entra.group(1)));
        } else {
            context.next();
        }
    }

    private static void answer(RoutingContext context, Future<JsonNode> document) {
        document.onFailure(context::fail).onSuccess(json -> context.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Buffer.buffer(Json.writePlain(json))));
    }
}
