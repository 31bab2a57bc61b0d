package dev.callautomation.camel.kamelets;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.CallAutomationEndpoint;
import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What arrives at the service of the value of a parameter. */
@CallAutomationTest
class ParametersTest {

    private static final String PIPE = """
            apiVersion: camel.apache.org/v1
            kind: Pipe
            metadata:
              name: greeting
            spec:
              source:
                ref:
                  kind: Kamelet
                  apiVersion: camel.apache.org/v1
                  name: callautomation-incoming-call-source
              steps:
                - ref:
                    kind: Kamelet
                    apiVersion: camel.apache.org/v1
                    name: callautomation-answer-action
                  properties:
                    operationContext: CONTEXT
              sink:
                ref:
                  kind: Kamelet
                  apiVersion: camel.apache.org/v1
                  name: callautomation-play-text-sink
                properties:
                  text: SPOKEN
                  voice: en-US-NancyNeural
            """;
    private static final String ROUTE = """
            - route:
                from:
                  uri: kamelet:callautomation-incoming-call-source
                  steps:
                    - to:
                        uri: kamelet:callautomation-answer-action
                        parameters:
                          operationContext: CONTEXT
                    - to:
                        uri: kamelet:callautomation-play-text-sink
                        parameters:
                          text: SPOKEN
                          voice: en-US-NancyNeural
            """;

    private static final String VALUES = """
            "Welcome"                          | Welcome
            "Welcome to Contoso, please wait." | Welcome to Contoso, please wait.
            "Hello+world"                      | Hello+world
            "1+1"                              | 1+1
            "1+1 free"                         | 1+1 free
            "+18005550199"                     | +18005550199
            "Call +18005550199 (or 1+1)"       | Call +18005550199 (or 1+1)
            "100%"                             | 100%
            "50% off"                          | 50% off
            "a%20b"                            | a%20b
            "{company} 'A' \\"B\\""            | {company} 'A' "B"
            "{{company}} welcomes you"         | Contoso welcomes you
            "Hello ${header.callParty}"        | Hello 4:+14255550123
            "Ça marche: 5 €"                   | Ça marche: 5 €
            """;

    private CallAutomationSimulator simulator;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = VALUES + """
            "Sales & support"                  | Sales & support
            "50% off, &c."                     | 50% off, &c.
            """)
    void ofAPipe(String written, String spoken) {
        speaks(PIPE, written, spoken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = VALUES + """
            "RAW(Sales & support: 50% off)"    | Sales & support: 50% off
            "RAW(1+1 & 2)"                     | 1+1 & 2
            "RAW(a%2Bb)"                       | a%2Bb
            """)
    void ofARoute(String written, String spoken) {
        speaks(ROUTE, written, spoken);
    }

    /** A value of the application is not encoded, in a Pipe either. */
    @Test
    void aPhoneNumberIsAPropertyOfTheApplication() {
        String pipe = PIPE.replace("SPOKEN", "Hello").replace("CONTEXT", "call");
        try (Application application = Application.of(pipe, folder)) {
            application
                    .set("phone", Application.CALLER)
                    .set("camel.kamelet.callautomation-play-text-sink.target", "{{phone}}")
                    .start();
            simulator.phone(Application.CALLER).call(Application.NUMBER);

            assertThat(simulator.expectRequest("play").text("playTo/0/phoneNumber/value"))
                    .isEqualTo(Application.CALLER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"${sys:user.home}", "{{company}}", "${header.callParty}", "Hello+world", "%24%7Bbody%7D"})
    void whatACallerSendsIsNotEvaluated(String name) {
        for (String yaml : List.of(PIPE, ROUTE)) {
            String text = yaml.replace("SPOKEN", "\"Hello ${header.CamelCallAutomationOperationContext}!\"")
                    .replace("CONTEXT", "\"${body.callerDisplayName}\"");
            try (Application application = Application.of(text, folder).set("company", "Contoso")) {
                application.start();
                String call = simulator.phone(Application.CALLER).call(Application.NUMBER, name, Map.of(), Map.of());

                var request = simulator.expectRequest("play", call);
                assertThat(request.text("playSources/0/text/text")).isEqualTo("Hello " + name + "!");
                assertThat(request.text("operationContext")).endsWith("~" + name);
            }
        }
    }

    /** Options of endpoint URIs, whose values Camel decodes in routes, too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            incoming-call | to               | +18005550100          | +18005550100
            incoming-call | from             | 8:acs:1_2             | 8:acs:1_2
            incoming-call | to               | {{number}}            | +18005550111
            event         | type             | CallConnected,*Failed | CallConnected,*Failed
            event         | operationContext | order 1:*             | order 1:*
            """)
    void aFilter(String source, String parameter, String written, String received) {
        for (boolean pipe : new boolean[] {true, false}) {
            ObjectNode tree = PipeFile.named(source).tree();
            ((ObjectNode) tree.at("/spec/source/properties")).put(parameter, written);
            PipeFile file = new PipeFile(tree);
            try (Application application = Application.of(pipe ? file.text() : file.asRoute(), folder)) {
                application
                        .set("number", "+18005550111")
                        .set("reception.number", Application.NUMBER)
                        .start();

                assertThat(application.context().getEndpoints())
                        .filteredOn(CallAutomationEndpoint.class::isInstance)
                        .extracting("configuration." + parameter)
                        .containsExactly(received);
            }
        }
    }

    @Test
    void namesOfContextHeadersOfAPipe() {
        String pipe = PIPE.replace("SPOKEN", "Hello")
                .replace("CONTEXT", "call\n        contextHeaders: callParty,{{header}}");
        try (Application application = Application.of(pipe, folder)) {
            application.set("header", "ticket").start();

            assertThat(application.context().getEndpoints())
                    .filteredOn(endpoint -> endpoint.getEndpointUri().contains("answer"))
                    .filteredOn(CallAutomationEndpoint.class::isInstance)
                    .extracting("configuration.contextHeaders")
                    .containsExactly("callParty,ticket");
        }
    }

    /** A property without a value must not make a route receive the calls of all numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"to", "from"})
    void aBlankPartyIsAnErrorAtStart(String parameter) {
        String pipe = """
                apiVersion: camel.apache.org/v1
                kind: Pipe
                metadata:
                  name: calls
                spec:
                  source:
                    ref:
                      kind: Kamelet
                      apiVersion: camel.apache.org/v1
                      name: callautomation-incoming-call-source
                    properties:
                      PARAMETER: "{{number}}"
                  sink:
                    uri: mock:end
                """;
        String route = """
                - route:
                    from:
                      uri: kamelet:callautomation-incoming-call-source
                      parameters:
                        PARAMETER: "{{number}}"
                      steps:
                        - to: mock:end
                """;
        for (String yaml : List.of(pipe, route)) {
            try (Application application =
                    Application.of(yaml.replace("PARAMETER", parameter), folder).set("number", "")) {
                assertThatThrownBy(application::start).rootCause().isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private void speaks(String yaml, String written, String spoken) {
        String text = yaml.replace("SPOKEN", written).replace("CONTEXT", "\"call 1+1: a\"");
        try (Application application = Application.of(text, folder).set("company", "Contoso")) {
            // properties of the application with the names of parameters that the route does not set
            application.set("to", "+18005550111").set("target", "+18005550111").set("awaitCompletion", "false");
            application.start();
            assertThat(application.context().getRoutes()).isNotEmpty();
            simulator.phone(Application.CALLER).call(Application.NUMBER);

            var request = simulator.expectRequest("play");
            assertThat(request.text("playSources/0/text/text")).isEqualTo(spoken);
            assertThat(request.text("playTo/0/rawId")).isNull();
            assertThat(simulator.expectRequest("answerCall").text("operationContext"))
                    .endsWith("~call 1+1: a");
        }
    }
}
