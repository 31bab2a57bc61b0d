package dev.callautomation.simulator.scenario;

import java.util.List;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.wire.Json;

import static org.assertj.core.api.Assertions.assertThat;

class MemberDifferencesTest {

    private final ObjectNode actual = Json.object().put("state", "open").put("key", "secret");

    @Test
    void nothingIsMaskedWhenAllIsAsExpected() {
        Supplier<JsonNode> masked = () -> {
            throw new AssertionError("masked");
        };

        assertThat(MemberDifferences.between(Json.object().put("state", "open"), actual, masked))
                .isEmpty();
    }

    @Test
    void whatIsMaskedIsShownAndTheRestIsCompared() {
        List<String> lines = MemberDifferences.between(
                Json.object().put("state", "open").put("key", "other"), actual, () -> actual.deepCopy()
                        .put("key", "***"));

        assertThat(lines).containsExactly("key: expected \"other\", but was \"***\"");
    }
}
