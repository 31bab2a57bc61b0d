package dev.callautomation.camel.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How requests are written and answers read. */
final class Json {

    /** Strict: a member that the API does not have is a mistake of whoever wrote the request. */
    static final ObjectMapper REQUESTS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /** Lenient: a newer service may say more than this version knows. */
    static final ObjectMapper RESPONSES = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    private Json() {}

    /** Why JSON does not bind: in the words of our own check where one refused it. */
    static String reason(JsonProcessingException e) {
        return e.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : e.getOriginalMessage();
    }
}
