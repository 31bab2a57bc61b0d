package dev.callautomation.camel.internal.operation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.callautomation.camel.model.OperationRequest;

/** The JSON of requests and responses. */
final class Json {

    /** Strict: a member that the API does not have is an error in the request. */
    static final ObjectMapper REQUESTS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /** Lenient: a newer service may send members that this version does not know. */
    static final ObjectMapper RESPONSES = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    private static final ObjectWriter WITHOUT_CONTEXT = REQUESTS.copy()
            .addMixIn(OperationRequest.class, WithoutContext.class)
            .writer();

    private Json() {}

    @JsonIgnoreProperties("operationContext")
    private interface WithoutContext {}

    static byte[] write(Object document) {
        return write(REQUESTS.writer(), document);
    }

    static byte[] writeWithoutContext(Object document) {
        return write(WITHOUT_CONTEXT, document);
    }

    private static byte[] write(ObjectWriter writer, Object document) {
        try {
            return writer.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The reason for a failed binding: the message of our own validation, if that failed. */
    static String reason(JsonProcessingException e) {
        return e.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : e.getOriginalMessage();
    }
}
