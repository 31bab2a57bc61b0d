package dev.callautomation.camel.internal.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InputHeadersTest {

    private static final InputHeaders HEADERS = new InputHeaders(List.of(Inputs.TEXT, Inputs.CALL_CONNECTION_ID));

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    private String text() {
        return new OperationInputs(exchange, HEADERS, new EndpointOptions(Map.of(Inputs.TEXT, "option")), false)
                .text(Inputs.TEXT);
    }

    @Test
    void aHeaderIsFoundInAnyCase() {
        assertThat(HEADERS.find("CamelCallAutomationText")).isEqualTo(Inputs.TEXT);
        assertThat(HEADERS.find("camelcallautomationTEXT")).isEqualTo(Inputs.TEXT);
    }

    @Test
    void otherHeadersAreNone() {
        assertThat(HEADERS.find("CamelCallAutomationTex")).isNull();
        assertThat(HEADERS.find("CamelCallAutomationLocale")).isNull();
        assertThat(HEADERS.find("text")).isNull();
        assertThat(HEADERS.find("")).isNull();
    }

    @Test
    void aHeaderWithoutAValueIsNone() {
        exchange.getMessage().setHeader("CamelCallAutomationText", null);
        assertThat(text()).isEqualTo("option");
    }

    /** As in a context whose headers are case-sensitive. */
    @ParameterizedTest
    @CsvSource({"CamelCallAutomationText, camelcallautomationtext", "camelcallautomationtext, CamelCallAutomationText"})
    void ofTwoSpellingsTheOneOfTheDocumentationCounts(String first, String second) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(first, first);
        headers.put(second, second);
        exchange.getMessage().setHeaders(headers);
        assertThat(text()).isEqualTo("CamelCallAutomationText");
    }
}
