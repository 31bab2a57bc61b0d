package dev.callautomation.camel;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Values with plus signs, blanks and ampersands, in each way to write an endpoint: the table of the page on operations. */
class PlusSignsTest extends WireTestSupport {

    private static final String NOTE = "a+b c%2Bd&e";

    private static final String YAML = """
            - route:
                from:
                  uri: direct:yamlParameters
                  steps:
                    - to:
                        uri: callautomation:transfer
                        parameters:
                          target: "+14255550100"
                          transferee: "{{number}}"
                          sourceCallerIdNumber: "+18005550100"
                          operationContext: "+14255550100"
                          userToUser: "+14255550100"
                          voipHeader.number: "+14255550100"
                          voipHeader.note: "RAW(a+b c%2Bd&e)"
                          voipHeader.property: "RAW({{note}})"
            - route:
                from:
                  uri: direct:yamlUri
                  steps:
                    - to: "callautomation:transfer?target=+14255550100&transferee={{number}}&sourceCallerIdNumber=+18005550100&operationContext=+14255550100&userToUser=+14255550100&voipHeader.number=+14255550100&voipHeader.note=RAW(a+b c%2Bd&e)&voipHeader.property=RAW({{note}})&sipHeader.X-number=+14255550100"
            - route:
                from:
                  uri: direct:yamlDynamic
                  steps:
                    - toD:
                        uri: callautomation:transfer
                        parameters:
                          target: "${header.number}"
                          transferee: "RAW(${header.number})"
                          sourceCallerIdNumber: "+18005550100"
                          operationContext: "${header.number}"
                          userToUser: "${header.number}"
                          voipHeader.number: "${header.number}"
                          voipHeader.note: "RAW(${header.note})"
                          voipHeader.property: "RAW({{note}})"
            - routeTemplate:
                id: forward
                parameters:
                  - name: name
                  - name: forwardTo
                  - name: remark
                from:
                  uri: "direct:{{name}}"
                  steps:
                    - to:
                        uri: callautomation:transfer
                        parameters:
                          target: "{{forwardTo}}"
                          transferee: "{{forwardTo}}"
                          sourceCallerIdNumber: "+18005550100"
                          operationContext: "{{forwardTo}}"
                          userToUser: "{{forwardTo}}"
                          voipHeader.number: "{{forwardTo}}"
                          voipHeader.note: "RAW({{remark}})"
                          voipHeader.property: "RAW({{remark}})"
            """;

    private static final String OPTIONS = "target=%1$s&transferee=%1$s&sourceCallerIdNumber=+18005550100"
            + "&operationContext=%1$s&userToUser=%1$s&voipHeader.number=%1$s&voipHeader.note=RAW(%2$s)"
            + "&voipHeader.property=RAW({{note}})&sipHeader.X-number=%1$s";

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getPropertiesComponent().addInitialProperty("number", "+14255550100");
        context.getPropertiesComponent().addInitialProperty("note", NOTE);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                from("direct:java").to("callautomation:transfer?" + OPTIONS.formatted("+14255550100", NOTE));
                from("direct:javaRaw").to("callautomation:transfer?" + OPTIONS.formatted("RAW(+14255550100)", NOTE));
                from("direct:javaProperties")
                        .to("callautomation:transfer?" + OPTIONS.formatted("{{number}}", "{{note}}"));
                from("direct:javaDynamic")
                        .toD("callautomation:transfer?" + OPTIONS.formatted("${header.number}", "${header.note}"));
                PluginHelper.getRoutesLoader(getCamelContext())
                        .loadRoutes(ResourceHelper.fromString("plus.yaml", YAML));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java",
                "javaRaw",
                "javaProperties",
                "javaDynamic",
                "yamlParameters",
                "yamlUri",
                "yamlDynamic",
                "template"
            })
    void aValueArrivesAsItIsWritten(String route) throws Exception {
        TemplatedRouteBuilder.builder(context, "forward")
                .parameter("name", "template")
                .parameter("forwardTo", "+14255550100")
                .parameter("remark", NOTE)
                .add();
        JsonNode request = request("direct:" + route);
        assertThat(request.at("/targetParticipant/rawId").textValue()).isEqualTo("4:+14255550100");
        assertThat(request.at("/transferee/rawId").textValue()).isEqualTo("4:+14255550100");
        assertThat(request.at("/sourceCallerIdNumber/value").textValue()).isEqualTo("+18005550100");
        assertThat(request.at("/operationContext").textValue()).isEqualTo("+14255550100");
        JsonNode context = request.path("customCallingContext");
        assertThat(context.at("/sipHeaders/User-To-User").textValue()).isEqualTo("+14255550100");
        if (context.path("sipHeaders").size() > 1) {
            assertThat(context.at("/sipHeaders/X-number").textValue()).isEqualTo("+14255550100");
        }
        assertThat(context.at("/voipHeaders/number").textValue()).isEqualTo("+14255550100");
        assertThat(context.at("/voipHeaders/note").textValue()).isEqualTo(NOTE);
        assertThat(context.at("/voipHeaders/property").textValue()).isEqualTo(NOTE);
    }

    private JsonNode request(String uri) throws Exception {
        SERVICE.resetAll();
        answer(200, "{}");
        Exchange exchange = template.request(uri, message -> {
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            message.getMessage().setHeader("number", "+14255550100");
            message.getMessage().setHeader("note", NOTE);
        });
        assertThat(exchange.getException()).isNull();
        return MAPPER.readTree(onlyRequest().getBody());
    }

    @ParameterizedTest
    @CsvSource({
        // a phone number at the beginning, after a prefix or an equals sign, in a list, or after a blank
        "+14255550100, +14255550100",
        "4:+14255550100, 4:+14255550100",
        "tel:+14255550100, tel:+14255550100",
        "sip:+14255550100@example.com, sip:+14255550100@example.com",
        "caller=+14255550100;vip, caller=+14255550100;vip",
        "'+14255550100,+14255550101, +14255550102', '+14255550100,+14255550101, +14255550102'",
        "call +14255550100 today, call +14255550100 today",
        // elsewhere, blanks and plus signs are the same to Camel
        "a b, a b",
        "a+b, a b",
        "a%20b, a b",
        "a%2Bb, a b",
        "order 12345678, order 12345678",
        "order: 12345678, order: 12345678",
        "'a, 12345678', 'a, 12345678'",
        "2 of 3, 2 of 3",
        "RAW(a+b), a+b",
        "RAW(a b), a b",
        "RAW(a%2Bb), a%2Bb",
        "RAW(a&b=c), a&b=c",
        "RAW{a)+b}, a)+b"
    })
    void textInOtherOptions(String written, String arrives) throws Exception {
        for (String option : List.of("voipHeader.x", "operationContext", "userToUser")) {
            JsonNode request = request("callautomation:transfer?target=+14255550100&" + option + "=" + written);
            String path =
                    switch (option) {
                        case "operationContext" -> "/operationContext";
                        case "userToUser" -> "/customCallingContext/sipHeaders/User-To-User";
                        default -> "/customCallingContext/voipHeaders/x";
                    };
            assertThat(request.at(path).textValue()).as(option).isEqualTo(arrives);
        }
    }

    @ParameterizedTest
    @CsvSource({"a+b, a+b", "a%2Bb, a+b", "+1+2, +1+2", "RAW(a+b), a+b"})
    void valuesOfSipHeadersHaveNoBlanks(String written, String arrives) throws Exception {
        JsonNode request = request("callautomation:transfer?target=+14255550100&sipHeader.X-a=" + written);
        assertThat(request.at("/customCallingContext/sipHeaders/X-a").textValue())
                .isEqualTo(arrives);
    }

    /** The YAML DSL removes dashes from names of parameters. */
    @Test
    void sipHeadersUnderParametersOfTheYamlDslAreRefused() throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("sip.yaml", """
                - route:
                    from:
                      uri: direct:sip
                      steps:
                        - to:
                            uri: callautomation:transfer
                            parameters:
                              target: "+14255550100"
                              sipHeader.X-number: "1"
                """));
        Exchange exchange = template.request("direct:sip", message -> {
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
        });
        assertThat(exchange.getException())
                .hasMessageContaining("the SIP header name 'XNumber' does not start with X-");
        assertThat(requests()).isEmpty();
    }

    @Test
    void anAmpersandOutsideRawEndsTheValue() {
        for (String ampersand : List.of("a%26b", "a&b")) {
            assertThatThrownBy(() -> context.getEndpoint("callautomation:transfer?voipHeader.x=" + ampersand))
                    .hasMessageContaining("Unknown parameters=[{b=");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "play?file=https://example.com/hello.wav?sig=a+b",
                "play?file=https://example.com/hello.wav?sig=a%2Bb",
                "play?file=https://example.com/my%20hello.wav",
                "answerCall?callbackUri=https://example.com/?code=a+b",
                "startMediaStreaming?mediaStreamingUrl=wss://example.com/?code=a%2Bb",
                "downloadRecording?contentLocation=https://example.com/a b"
            })
    void aUrlWithABlankIsRefused(String uri) {
        assertThatThrownBy(() -> context.getEndpoint("callautomation:" + uri))
                .rootCause()
                .hasMessageContaining("has a blank")
                .hasMessageContaining("=RAW(https://...)");
    }

    @Test
    void aUrlInRawArrivesAsItIs() throws Exception {
        assertThat(request("callautomation:play?file=RAW(https://example.com/my%20hello.wav?sig=a%2Bb&x=y+z)")
                        .at("/playSources/0/file/uri")
                        .textValue())
                .isEqualTo("https://example.com/my%20hello.wav?sig=a%2Bb&x=y+z");
    }

    @Test
    void headersAndBodiesAreNotDecoded() throws Exception {
        answer(200, "{}");
        Exchange exchange = template.request("callautomation:transfer", message -> {
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            message.getMessage().setHeader(CallAutomationConstants.TARGET, "+14255550100");
            message.getMessage().setHeader(CallAutomationConstants.VOIP_HEADERS, Map.of("x", NOTE));
        });
        assertThat(exchange.getException()).isNull();
        assertThat(MAPPER.readTree(onlyRequest().getBody())
                        .at("/customCallingContext/voipHeaders/x")
                        .textValue())
                .isEqualTo(NOTE);
    }
}
