package dev.callautomation.camel;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Endpoints that cannot work fail when they are made or started, in words that say what to change. */
class EndpointCheckTest extends WireTestSupport {

    @ParameterizedTest
    @CsvSource({
        "connectionString=RAW(endpoint=https://a.example.com), connectionString does not have the form",
        "connectionString=RAW(endpoint=http://a.example.com;accesskey=YQ==), must start with https",
        "connectionString=RAW(endpoint=https://a.example.com;accesskey=???), accessKey is not base64",
        "connectionString=RAW(endpoint=nowhere;accesskey=YQ==), has no host",
        "connectionString=RAW(endpoint=https://a.example.com:0;accesskey=YQ==), set one from 1 to 65535",
        "connectionString=RAW(endpoint=https://a.example.com:65536;accesskey=YQ==), set one from 1 to 65535",
        "connectionString=RAW(endpoint=accesskey=YQ==;accesskey=YQ==), has no host",
        "accessKey=RAW(YQ==), 'set the option endpoint and the option accessKey'",
        "maxRetries=-1, maxRetries must be 0 or more",
        "responseTimeout=0, 'operationTimeout and responseTimeout must be longer than 0'"
    })
    void aConnectionThatCannotWorkFailsAtStart(String option, String problem) {
        assertThatThrownBy(() -> template.sendBody("callautomation:hangUp?" + option, null))
                .rootCause()
                .hasMessageContaining(problem)
                .hasMessageNotContaining("accesskey=YQ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "RAW(%s)"})
    void aKeyIsTakenAsCopiedWithItsPlusSigns(String form) {
        String key = "+a+b/cdefgh+A==";
        assertThat(configuration("accessKey=" + form.formatted(key)).getAccessKey())
                .isEqualTo(key);
        String connection = "endpoint=https://a.example.com/; accesskey=" + key;
        assertThat(configuration("connectionString=" + form.formatted(connection))
                        .getConnectionString())
                .isEqualTo(connection);
    }

    private CallAutomationConfiguration configuration(String options) {
        return context.getEndpoint("callautomation:hangUp?" + options, CallAutomationEndpoint.class)
                .getConfiguration();
    }

    @Test
    void anUnknownOperationIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> context.getEndpoint("callautomation:transferr"))
                .rootCause()
                .hasMessageContaining("Unknown operation 'transferr'")
                .hasMessageContaining("transfer, addParticipant");
    }

    @Test
    void anOperationCannotBeConsumedFromNorEventsSentTo() {
        assertThatThrownBy(() -> context.getEndpoint("callautomation:hangUp").createConsumer(exchange -> {}))
                .hasMessageContaining("callautomation:events with from");
        assertThatThrownBy(() -> context.getEndpoint("callautomation:events").createProducer())
                .hasMessageContaining("receives events and is used with from");
    }

    @Test
    void aConsumersFiltersAreChecked() {
        for (String option : List.of("from", "to")) {
            assertThatThrownBy(() -> context.getEndpoint("callautomation:events?" + option + "=alice")
                            .createConsumer(exchange -> {}))
                    .hasMessageContaining("The option " + option)
                    .hasMessageContaining("'alice' is neither a phone number nor a raw id");
        }
    }
}
