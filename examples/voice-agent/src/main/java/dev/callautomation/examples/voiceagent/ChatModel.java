package dev.callautomation.examples.voiceagent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Header;
import org.apache.camel.Variable;

import dev.callautomation.camel.CallAutomationConstants;

/** JSON of the chat completions API, as OpenAI and others have it: requests from messages, and what a response asks for. */
public final class ChatModel {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** More than a voice reads in half a minute. */
    private static final int LONGEST_ANSWER = 400;

    private static final int LONGEST_ARGUMENT = 300;
    private static final int LONGEST_RESULT = 4 * 1024;
    private static final int LONGEST_RESPONSE = 64 * 1024;

    private final JsonNode tools;
    private final String instructions;
    private String name;

    public ChatModel() throws IOException {
        try (InputStream text = resource("instructions.txt");
                InputStream json = resource("tools.json")) {
            instructions = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            tools = JSON.readTree(json);
        }
    }

    private static InputStream resource(String name) {
        return ChatModel.class.getResourceAsStream("/agent/" + name);
    }

    /** @param name of the model at its provider */
    public void setName(String name) {
        this.name = name;
    }

    /**
     * What a response asks for: words to say, or a call of a tool.
     *
     * @param text      what to say; {@code null} if a tool is called
     * @param tool      name of the tool; {@code null} if none is called
     * @param id        id of the call of the tool
     * @param arguments text arguments of the tool, of bounded length; to be used by name only, never as headers
     */
    public record Reply(String text, String tool, String id, Map<String, String> arguments) {

        public String argument(String argument) {
            return arguments.getOrDefault(argument, "");
        }
    }

    public String request(@Variable("messages") List<Map<String, Object>> messages) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Map.of("role", "system", "content", instructions));
        all.addAll(messages);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("model", name);
        request.put("messages", all);
        request.put("tools", tools);
        request.put("parallel_tool_calls", false);
        request.put("max_completion_tokens", 300);
        return JSON.writeValueAsString(request);
    }

    /** @throws IllegalArgumentException if the response has neither words nor a tool; the message does not quote it */
    public Reply reply(
            @Variable("messages") List<Map<String, Object>> messages, @Variable("response") byte[] response) {
        if (response == null || response.length > LONGEST_RESPONSE) {
            throw new IllegalArgumentException("The response of the model is empty or too long");
        }
        JsonNode message;
        try {
            message = JSON.readTree(response).path("choices").path(0).path("message");
        } catch (IOException e) {
            // the exception would quote the response
            throw new IllegalArgumentException("The response of the model is no JSON");
        }
        JsonNode call = message.path("tool_calls").path(0);
        if (call.isMissingNode()) {
            return new Reply(sayable(message.path("content").asText("")), null, null, Map.of());
        }
        Map<String, Object> only = new HashMap<>();
        only.put("role", "assistant");
        only.put("tool_calls", List.of(call));
        messages.add(only);
        JsonNode function = call.path("function");
        return new Reply(
                null,
                function.path("name").asText(""),
                call.path("id").asText(""),
                arguments(function.path("arguments").asText("{}")));
    }

    private static Map<String, String> arguments(String json) {
        try {
            Map<String, String> arguments = new HashMap<>();
            JSON.readTree(json).properties().forEach(argument -> {
                String value = argument.getValue().asText("");
                arguments.put(argument.getKey(), limited(value, LONGEST_ARGUMENT));
            });
            return arguments;
        } catch (IOException e) {
            throw new IllegalArgumentException("The arguments of the model for a tool are no JSON");
        }
    }

    private static String limited(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** Tells the model what its tool has found, the first 4,096 characters of it. */
    public void result(
            @Variable("messages") List<Map<String, Object>> messages,
            @Variable("reply") Reply reply,
            @Variable("result") String result) {
        messages.add(Map.of("role", "tool", "tool_call_id", reply.id(), "content", limited(result, LONGEST_RESULT)));
    }

    /** The fields of a ticket. */
    public String ticket(
            @Variable("problem") String problem,
            @Variable("phone") String phone,
            @Header(CallAutomationConstants.CALL_CONNECTION_ID) String call)
            throws IOException {
        return JSON.writeValueAsString(
                Map.of("short_description", problem, "caller_id", phone == null ? "" : phone, "correlation_id", call));
    }

    /** The number of the ticket that was opened. */
    public String ticketNumber(@Variable("response") byte[] response) throws IOException {
        return JSON.readTree(response).path("result").path("number").asText();
    }

    /** Without markup, and not longer than people listen. */
    private static String sayable(String text) {
        String plain = text.replaceAll("[*_#`|<>\\p{Cntrl}]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        long letters = plain.codePoints().filter(Character::isLetter).count();
        if (letters < 2) {
            throw new IllegalArgumentException("The model has not answered in words");
        }
        if (plain.length() <= LONGEST_ANSWER) {
            return plain;
        }
        String start = plain.substring(0, LONGEST_ANSWER);
        int sentence = Math.max(start.lastIndexOf(". "), Math.max(start.lastIndexOf("? "), start.lastIndexOf("! ")));
        return sentence > 0
                ? start.substring(0, sentence + 1)
                : start.substring(0, Math.max(1, start.lastIndexOf(' ')));
    }
}
