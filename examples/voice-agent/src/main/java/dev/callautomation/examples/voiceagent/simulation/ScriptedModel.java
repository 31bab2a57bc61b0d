package dev.callautomation.examples.voiceagent.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callautomation.examples.voiceagent.simulation.JsonServer.Request;
import dev.callautomation.examples.voiceagent.simulation.JsonServer.Response;

/** A language model whose answers follow from key words, with the chat completions API of OpenAI. */
final class ScriptedModel implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String key = UUID.randomUUID().toString();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final JsonServer server = new JsonServer(this::respond);
    private volatile UnaryOperator<Response> fault = UnaryOperator.identity();

    /** The base URL of the API. */
    String url() {
        return server.uri() + "/v1";
    }

    URI uri() {
        return server.uri();
    }

    String key() {
        return key;
    }

    /** The requests so far. */
    List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** Changes the responses from now on; may block, as a slow model does. */
    void fault(UnaryOperator<Response> next) {
        fault = next;
    }

    @Override
    public void close() {
        server.close();
    }

    private Response respond(Request request) {
        if (!("Bearer " + key).equals(request.authorization())
                || !request.path().equals("/v1/chat/completions")) {
            return new Response(401, "{\"error\":{\"message\":\"Incorrect API key provided\"}}");
        }
        try {
            JsonNode body = JSON.readTree(request.body());
            requests.add(body);
            return fault.apply(new Response(200, JSON.writeValueAsString(completion(message(body.path("messages"))))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> completion(Map<String, Object> message) {
        return Map.of("object", "chat.completion", "choices", List.of(Map.of("index", 0, "message", message)));
    }

    /** A message of the model with words. */
    static Map<String, Object> words(String text) {
        return Map.of("role", "assistant", "content", text);
    }

    /** A response with words. */
    static Response saying(String text) {
        return respondWith(words(text));
    }

    /** A response that calls a tool. */
    static Response calling(String tool, Map<String, String> arguments) {
        return respondWith(call(tool, arguments));
    }

    private static Response respondWith(Map<String, Object> message) {
        try {
            return new Response(200, JSON.writeValueAsString(completion(message)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> call(String tool, Map<String, String> arguments) {
        try {
            return Map.of(
                    "role",
                    "assistant",
                    "tool_calls",
                    List.of(Map.of(
                            "id",
                            "call_" + UUID.randomUUID(),
                            "type",
                            "function",
                            "function",
                            Map.of("name", tool, "arguments", JSON.writeValueAsString(arguments)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> message(JsonNode messages) throws IOException {
        JsonNode last = messages.path(messages.size() - 1);
        String text = last.path("content").asText().toLowerCase(Locale.ROOT);
        if (last.path("role").asText().equals("tool")) {
            return words(explained(last.path("content").asText()));
        }
        if (text.contains("person")) {
            return call("hand_over", Map.of("summary", "The caller wants to speak with a person."));
        }
        if (text.contains("broken")) {
            return call("open_ticket", Map.of("problem", "The coffee machine is broken"));
        }
        if (text.contains("order")) {
            return remembered(messages);
        }
        return words("I am sorry, I can help with orders only. Do you call about an order?");
    }

    /** The second time, from the messages before. */
    private static Map<String, Object> remembered(JsonNode messages) {
        for (JsonNode message : messages) {
            if (message.path("role").asText().equals("assistant")
                    && message.path("content").asText().startsWith("Your order")) {
                return words("As I said: " + message.path("content").asText());
            }
        }
        return call("look_up_orders", Map.of());
    }

    private static String explained(String result) throws IOException {
        if (!result.startsWith("[")) {
            return result.startsWith("Ticket") ? "I am sorry about that. " + result : "I cannot find that now.";
        }
        JsonNode order = JSON.readTree(result).path(0);
        return order.isMissingNode()
                ? "You have no orders."
                : "Your order %s, %s, %s. Do you have another question?"
                        .formatted(
                                order.path("order").asText(),
                                order.path("article").asText(),
                                order.path("status").asText());
    }
}
