package dev.callautomation.simulator.engine.call;

import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;

class IdsTest {

    private final Ids ids = new Ids();

    @Test
    void anIncomingCallContextIsATokenWithTheCallAndASecretOfItsOwn() throws Exception {
        String call = ids.guid();
        String context = ids.incomingCallContext(call);

        assertThat(context).startsWith("eyJ").endsWith(".").hasSizeBetween(7_000, 9_000);
        assertThat(payload(context).path("callId").asText()).isEqualTo(call);
        assertThat(secret(context)).isNotEqualTo(secret(ids.incomingCallContext(call)));
    }

    private static String secret(String context) throws Exception {
        return payload(context).path("cc").asText().substring(0, 44);
    }

    private static JsonNode payload(String context) throws Exception {
        return Json.read(Base64.getUrlDecoder().decode(context.split("\\.")[1]));
    }
}
