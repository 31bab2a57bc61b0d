package dev.callautomation.camel.internal.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the body of an error response says, in the form of the service, of Azure's gateways, of ASP.NET (RFC 9457), of OAuth, or
 * as a page or text of a server in between.
 *
 * @param code    {@code null} if there is none
 * @param message one line of at most 500 characters; {@code null} if there is none
 */
record ErrorDocument(String code, String message) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_MESSAGE = 500;
    private static final int MAX_CODE = 100;
    private static final int MAX_DEPTH = 5;
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]{0,200}>(.{0,500}?)</title>");
    private static final Pattern MARKUP = Pattern.compile("(?s)<[^<>]{0,1000}>");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s\\u2028\\u2029]+");

    static ErrorDocument parse(byte[] body) {
        if (body.length == 0) {
            return new ErrorDocument(null, null);
        }
        try {
            JsonNode document = MAPPER.readTree(body);
            if (document != null && document.isContainerNode()) {
                return ofJson(document);
            }
        } catch (IOException e) {
            // not JSON, or cut off
        }
        return ofText(new String(body, StandardCharsets.UTF_8));
    }

    private static ErrorDocument ofJson(JsonNode document) {
        JsonNode nested = member(document, "error");
        JsonNode error = nested.isObject() ? nested : document;
        Set<String> messages = new LinkedHashSet<>();
        add(messages, nested.isTextual() ? nested : member(error, "message"));
        for (String name : List.of("title", "detail", "error_description", "reason")) {
            add(messages, member(error, name));
        }
        addDetails(messages, error, 0);
        addErrors(messages, member(error, "errors"));
        String code = text(member(error, "code"));
        String innerCode = innerCode(member(error, "innererror"), 0);
        if (innerCode != null && !innerCode.equals(code)) {
            messages.add("inner code " + innerCode);
        }
        if (messages.isEmpty()) {
            messages.add(document.toString());
        }
        return new ErrorDocument(cut(code, MAX_CODE), line(String.join("; ", messages)));
    }

    private static void addDetails(Set<String> messages, JsonNode error, int depth) {
        if (depth == MAX_DEPTH) {
            return;
        }
        JsonNode inner = member(error, "innererror");
        add(messages, member(inner, "message"));
        for (JsonNode detail : member(error, "details")) {
            String code = text(member(detail, "code"));
            String message = text(member(detail, "message"));
            if (message != null) {
                messages.add(code == null ? message : code + ": " + message);
            }
        }
        if (inner.isObject()) {
            addDetails(messages, inner, depth + 1);
        }
    }

    /** The members at fault with their messages (ASP.NET), or a list of messages or errors. */
    private static void addErrors(Set<String> messages, JsonNode errors) {
        errors.properties().forEach(entry -> {
            List<String> texts = new ArrayList<>();
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(value -> texts.add(value.asText()));
            } else {
                texts.add(entry.getValue().asText());
            }
            messages.add(entry.getKey() + ": " + String.join(" ", texts));
        });
        if (errors.isArray()) {
            errors.forEach(error -> add(messages, error.isTextual() ? error : member(error, "message")));
        }
    }

    private static String innerCode(JsonNode inner, int depth) {
        if (!inner.isObject() || depth == MAX_DEPTH) {
            return null;
        }
        String deeper = innerCode(member(inner, "innererror"), depth + 1);
        return deeper != null ? deeper : text(member(inner, "code"));
    }

    /** A member by its name in any case. */
    private static JsonNode member(JsonNode object, String name) {
        JsonNode exact = object.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        for (var names = object.fieldNames(); names.hasNext(); ) {
            String each = names.next();
            if (each.equalsIgnoreCase(name)) {
                return object.path(each);
            }
        }
        return exact;
    }

    private static void add(Set<String> messages, JsonNode node) {
        String text = text(node);
        if (text != null) {
            messages.add(text);
        }
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank() ? node.asText() : null;
    }

    private static ErrorDocument ofText(String text) {
        String beginning = text.substring(0, Math.min(text.length(), 10 * MAX_MESSAGE));
        Matcher title = TITLE.matcher(beginning);
        String found = title.find() && !title.group(1).isBlank()
                ? title.group(1)
                : beginning.stripLeading().startsWith("<")
                        ? MARKUP.matcher(beginning).replaceAll(" ")
                        : beginning;
        String line = line(found);
        return new ErrorDocument(null, line.isEmpty() ? null : line);
    }

    /** Text that others have written, in one line of the log. */
    private static String line(String text) {
        return cut(CONTROL.matcher(text).replaceAll(" ").trim(), MAX_MESSAGE);
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length) + "...";
    }
}
