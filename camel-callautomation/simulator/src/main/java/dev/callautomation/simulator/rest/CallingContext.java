package dev.callautomation.simulator.rest;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.simulator.model.CustomContext;

/** Reads customCallingContext within the limits of the service. */
final class CallingContext {

    private static final String NAME = "customCallingContext";
    private static final String USER_TO_USER = "User-To-User";
    private static final int USER_TO_USER_LIMIT = 5_000;
    private static final int SIP_HEADERS = 5;
    private static final int VOIP_HEADERS = 1_000;
    private static final int NAME_LIMIT = 64;
    private static final int SIP_VALUE_LIMIT = 256;
    private static final int VOIP_VALUE_LIMIT = 1_024;
    private static final String SIP_NAME = "[A-Za-z0-9.!%*_+~-]+";
    private static final String SIP_VALUE = "[A-Za-z0-9=;.!%*_+~-]*";

    private CallingContext() {}

    static CustomContext read(Body body) {
        if (!body.has(NAME)) {
            return CustomContext.NONE;
        }
        JsonNode context = body.node(NAME);
        Map<String, String> sip = headers(context, "sipHeaders");
        Map<String, String> voip = headers(context, "voipHeaders");
        checkSip(sip);
        checkVoip(voip);
        return new CustomContext(sip, voip);
    }

    private static Map<String, String> headers(JsonNode context, String name) {
        Map<String, String> headers = new LinkedHashMap<>();
        context.path(name).properties().forEach(header -> {
            if (!header.getValue().isTextual()) {
                throw Body.invalid(NAME + "." + name + "." + header.getKey() + " must be a string");
            }
            headers.put(header.getKey(), header.getValue().asText());
        });
        return headers;
    }

    private static void checkSip(Map<String, String> headers) {
        String where = NAME + ".sipHeaders";
        long custom = headers.keySet().stream()
                .filter(name -> !USER_TO_USER.equalsIgnoreCase(name))
                .count();
        if (custom > SIP_HEADERS) {
            throw Body.invalid(where + " holds more than " + SIP_HEADERS + " custom headers");
        }
        headers.forEach((name, value) -> {
            boolean userToUser = USER_TO_USER.equalsIgnoreCase(name);
            check(name.length() <= NAME_LIMIT, where + "." + name + " has a name longer than " + NAME_LIMIT);
            check(name.matches(SIP_NAME), where + "." + name + " has characters in its name that SIP does not allow");
            int limit = userToUser ? USER_TO_USER_LIMIT : SIP_VALUE_LIMIT;
            check(value.length() <= limit, where + "." + name + " is longer than " + limit + " characters");
            check(
                    userToUser || value.matches(SIP_VALUE),
                    where + "." + name + " has characters in its value that SIP does not allow");
        });
    }

    private static void checkVoip(Map<String, String> headers) {
        String where = NAME + ".voipHeaders";
        check(headers.size() <= VOIP_HEADERS, where + " holds more than " + VOIP_HEADERS + " headers");
        headers.forEach((name, value) -> {
            check(name.length() <= NAME_LIMIT, where + "." + name + " has a name longer than " + NAME_LIMIT);
            check(
                    value.length() <= VOIP_VALUE_LIMIT,
                    where + "." + name + " is longer than " + VOIP_VALUE_LIMIT + " characters");
        });
    }

    private static void check(boolean fine, String otherwise) {
        if (!fine) {
            throw Body.invalid(otherwise);
        }
    }
}
