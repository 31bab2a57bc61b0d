package dev.callautomation.camel.internal.ingress;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.event.CallConnected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** CloudEvents in binary mode: attributes in headers, data in the body. */
class CloudEventAttributesTest {

    private static final Map<String, String> HTTP = Map.of(
            "Ce-Id", "1",
            "ce-type", "Microsoft.Communication.CallConnected",
            "CE-SPECVERSION", "1.0",
            "ce-source", "calling/callConnections/c1",
            "ce-subject", "calling/callConnections/c1",
            "ce-time", "2026-01-01T00:00:00Z",
            "ce-data", "no attribute",
            "Authorization", "Bearer secret");

    private static ReceivedEvent parse(Map<String, String> attributes, String body) throws Exception {
        return EventParser.parse(body.getBytes(StandardCharsets.UTF_8), attributes, true)
                .get(0);
    }

    @Test
    void theBodyIsTheData() throws Exception {
        ReceivedEvent event = parse(
                CloudEventAttributes.ofHttp(HTTP.entrySet(), "application/json"),
                "{\"callConnectionId\":\"c2\",\"operationContext\":\"x\"}");
        assertThat(event.typed()).isInstanceOf(CallConnected.class);
        assertThat(event.envelope().id()).isEqualTo("1");
        assertThat(event.envelope().source()).isEqualTo("calling/callConnections/c1");
        assertThat(event.envelope().time()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(event.envelope().callConnectionId()).isEqualTo("c2");
        assertThat(event.envelope().operationContext()).isEqualTo("x");
        // as it would be in structured mode
        ReceivedEvent again = EventParser.parse(event.delivered(), true).get(0);
        assertThat(again.envelope()).isEqualTo(event.envelope());
        assertThat(new ObjectMapper()
                        .readTree(event.delivered())
                        .path("datacontenttype")
                        .textValue())
                .isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Euro%20%E2%82%AC%20%F0%9F%98%80| Euro € 😀",
                "a+b%2Bc| a+b+c",
                "%25%32%30| %20",
                "100%| 100%",
                "%zz%4| %zz%4",
                "\"a %22b%22 \\\"c\\\"\"| a \"b\" \"c\"",
                "plain| plain"
            },
            quoteCharacter = '`')
    void valuesAreDecodedOnce(String sent, String value) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("ce-type", "x", "ce-subject", sent));
        assertThat(CloudEventAttributes.ofHttp(headers.entrySet(), null)).containsEntry("subject", value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/cloudevents+json",
                "application/cloudevents+json; charset=utf-8",
                "Application/CloudEvents-Batch+JSON"
            })
    void theContentTypeOfStructuredModeWins(String contentType) {
        assertThat(CloudEventAttributes.ofHttp(HTTP.entrySet(), contentType)).isEmpty();
    }

    @Test
    void otherHeadersAreNoAttributes() {
        assertThat(CloudEventAttributes.ofHttp(
                        Map.of("ce-subject", "x", "X-ce-type", "y").entrySet(), null))
                .isEmpty();
        assertThat(CloudEventAttributes.ofHttp(HTTP.entrySet(), null))
                .containsOnlyKeys("id", "type", "specversion", "source", "subject", "time");
    }

    @Test
    void aBodyThatIsAnEventIsReadAsSuch() throws Exception {
        Map<String, String> attributes = CloudEventAttributes.ofHttp(HTTP.entrySet(), "application/json");
        assertThat(parse(attributes, "{\"specversion\":\"1.0\",\"type\":\"a\",\"id\":\"7\"}")
                        .envelope()
                        .id())
                .isEqualTo("7");
        assertThat(parse(attributes, "[{\"eventType\":\"a\",\"id\":\"8\",\"data\":{}}]")
                        .envelope()
                        .id())
                .isEqualTo("8");
        assertThat(parse(attributes, "{\"type\":\"a\",\"id\":\"9\"}").envelope().id())
                .isEqualTo("1");
    }

    @Test
    void dataMayBeAnythingOrMissing() throws Exception {
        Map<String, String> attributes = CloudEventAttributes.ofHttp(HTTP.entrySet(), null);
        assertThat(parse(attributes, "").envelope().callConnectionId()).isEqualTo("c1");
        assertThat(parse(attributes, "").typed().unreadable()).isEmpty();
        assertThat(parse(attributes, "no JSON").typed().unreadable()).containsExactly("data_base64");
        assertThat(parse(attributes, "[1]").typed().unreadable()).containsExactly("data");
    }

    @Test
    void aTypeIsNeeded() {
        assertThatThrownBy(() ->
                        parse(CloudEventAttributes.ofHttp(Map.of("ce-id", "1").entrySet(), null), "{}"))
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessageContaining("neither type");
    }

    @Test
    void messagesHaveAttributesOfCamelHttpOrKafka() {
        Map<String, String> camel = Map.of(
                "CamelCloudEventID",
                "1",
                "CamelCloudEventType",
                "t",
                "CamelCloudEventVersion",
                "1.0",
                "CamelCloudEventSchemaURL",
                "s",
                "CamelCloudEventDataContentType",
                "application/json",
                "ce-type",
                "u");
        assertThat(CloudEventAttributes.ofMessage(camel, "text/plain"))
                .isEqualTo(Map.of(
                        "id",
                        "1",
                        "type",
                        "t",
                        "specversion",
                        "1.0",
                        "dataschema",
                        "s",
                        "datacontenttype",
                        "application/json"));
        assertThat(CloudEventAttributes.ofMessage(Map.of("ce_id", "a%20b", "ce_type", "t"), "application/json"))
                .isEqualTo(Map.of("id", "a%20b", "type", "t", "datacontenttype", "application/json"));
        assertThat(CloudEventAttributes.ofMessage(Map.of("ce-id", "a%20b", "ce-type", "t"), null))
                .isEqualTo(Map.of("id", "a b", "type", "t"));
        assertThat(CloudEventAttributes.ofMessage(Map.of("x", "y"), null)).isEmpty();
    }
}
