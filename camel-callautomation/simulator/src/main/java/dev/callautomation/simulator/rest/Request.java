package dev.callautomation.simulator.rest;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;

import io.vertx.core.Future;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.execution.CommandExecutor;

/** What an operation can read of a request, and the executor of its commands. */
record Request(
        Matcher path,
        Map<String, String> query,
        Body body,
        Supplier<URI> base,
        int pageSize,
        CommandExecutor executor,
        Future<Void> answered) {

    /** A path parameter, decoded; {@code +} stands for itself. */
    String pathParameter(String name) {
        return decoded(path.group(name));
    }

    static String decoded(String parameter) {
        return URLDecoder.decode(parameter.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    String callConnectionId() {
        return pathParameter("call");
    }

    String recordingId() {
        return pathParameter("recording");
    }

    String apiVersion() {
        return query.get("api-version");
    }

    /** Runs a command whose events leave after the response. */
    <R> R run(Command<R> command) {
        return executor.run(command, answered);
    }

    /** Leaves out the body: it may hold an incoming call context. */
    @Override
    public String toString() {
        return "Request[" + path.group() + "]";
    }
}
