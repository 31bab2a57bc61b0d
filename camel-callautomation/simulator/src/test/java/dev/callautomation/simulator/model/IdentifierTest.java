package dev.callautomation.simulator.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "+15550001111, +15550001111",
        "8:acs:resource_agent, agent",
        "8:acs:resource_, 8:acs:resource_",
        "8:acs:__proto__, 8:acs:__proto__"
    })
    void theLabelIsNeverBlank(String id, String label) {
        assertThat(Identifier.of(id).label()).isEqualTo(label);
    }
}
