package dev.callautomation.camel.springboot;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.CallbackAuthentication;

import static dev.callautomation.camel.springboot.PlainApplication.prefixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** How values of properties become values of options, and which are not accepted. */
class ComponentPropertiesTest {

    private static final String SECRET = "c2VjcmV0LW9mLW91cnM";
    private static final String BROKEN = "dev.callautomation.camel.springboot.ComponentPropertiesTest$Broken";
    private static final String UNLINKED = "dev.callautomation.camel.springboot.ComponentPropertiesTest$Unlinked";

    /** An object of the application that cannot be created. */
    public static final class Broken {

        public Broken() {
            throw new IllegalStateException("no broker");
        }
    }

    /** One that needs a library that is not there. */
    public static final class Unlinked {

        public Unlinked() {
            throw new NoClassDefFoundError("com/example/Missing");
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 5000", "5s, 5000", "1m30s, 90000", "500ms, 500", "2h, 7200000"})
    void aDurationIsWrittenAsElsewhereInCamel(String text, long millis) {
        try (PlainApplication application = PlainApplication.start("body-timeout=" + text)) {
            assertThat(application.component().getBodyTimeout()).isEqualTo(millis);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "NONE", "None"})
    void anEnumIsWrittenInAnyCase(String text) {
        try (PlainApplication application = PlainApplication.start("callback-authentication=" + text)) {
            assertThat(application.component().getConfiguration().getCallbackAuthentication())
                    .isEqualTo(CallbackAuthentication.NONE);
        }
    }

    @Test
    void aMapHasAPropertyForEachEntry() {
        Map<String, Object> properties = prefixed(
                "voip-headers[X-Ticket.Id]=4711", "voip-headers.customer=Mary", "sipHeaders.X-MS-Custom-a={{b}}");
        properties.put("b", "c");
        try (PlainApplication application = PlainApplication.start(properties)) {
            CallAutomationConfiguration options = application.component().getConfiguration();

            assertThat(options.getVoipHeaders())
                    .containsOnly(Map.entry("X-Ticket.Id", "4711"), Map.entry("customer", "Mary"));
            assertThat(options.getSipHeaders()).containsOnly(Map.entry("X-MS-Custom-a", "c"));
        }
    }

    @Test
    void placeholdersAreResolved() {
        Map<String, Object> properties =
                prefixed("connection-string={{acs}}", "max-retries={{retries}}", "tenant-id=${tenant}", "text=${body}");
        properties.putAll(Map.of("acs", "endpoint=http://localhost/;accesskey=a2V5", "retries", 9, "tenant", "t-1"));
        try (PlainApplication application = PlainApplication.start(properties)) {
            CallAutomationConfiguration options = application.component().getConfiguration();

            assertThat(options.getConnectionString()).startsWith("endpoint=http");
            assertThat(options.getMaxRetries()).isEqualTo(9);
            assertThat(options.getTenantId()).isEqualTo("t-1");
            assertThat(options.getText()).isEqualTo("${body}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#bean:repository",
                "#repository",
                "repository",
                "#class:org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository",
                "#type:org.apache.camel.spi.IdempotentRepository"
            })
    void anObjectIsReferredTo(String reference) {
        try (PlainApplication application = PlainApplication.start(
                prefixed("idempotent-repository=" + reference),
                Map.of(),
                beans -> beans.registerBean("repository", MemoryIdempotentRepository.class))) {
            assertThat(application.component().getIdempotentRepository())
                    .isInstanceOf(MemoryIdempotentRepository.class);
        }
    }

    @Test
    void anObjectOfAClassHasProperties() {
        try (PlainApplication application = PlainApplication.start(
                "ssl-context-parameters=#class:org.apache.camel.support.jsse.SSLContextParameters",
                "ssl-context-parameters.secure-socket-protocol=TLSv1.3",
                "configuration.max-retries=8",
                "configuration.connectionString=abc")) {
            CallAutomationComponent component = application.component();

            assertThat(component.getConfiguration().getSslContextParameters().getSecureSocketProtocol())
                    .isEqualTo("TLSv1.3");
            assertThat(component.getConfiguration().getMaxRetries()).isEqualTo(8);
            assertThat(component.getConfiguration().getConnectionString()).isEqualTo("abc");
        }
    }

    @Test
    void aTextMayBeginAsAReferenceDoes() {
        try (PlainApplication application = PlainApplication.start("stop-tones=#", "tones=#,1,*")) {
            assertThat(application.component().getConfiguration().getStopTones())
                    .isEqualTo("#");
            assertThat(application.component().getConfiguration().getTones()).isEqualTo("#,1,*");
        }
    }

    @Test
    void anEmptyValueLeavesTheDefaultExceptOfATextThatMayBeEmpty() {
        try (PlainApplication application = PlainApplication.start(
                "max-retries=", "body-timeout=", "callback-authentication=", "event-grid-allowed-origins=")) {
            CallAutomationComponent component = application.component();

            assertThat(component.getConfiguration().getMaxRetries()).isEqualTo(3);
            assertThat(component.getBodyTimeout()).isEqualTo(10_000);
            assertThat(component.getConfiguration().getEventGridAllowedOrigins())
                    .isEmpty();
        }
    }

    @Test
    void aComponentThatIsABeanKeepsWhatPropertiesDoNotSet() {
        try (PlainApplication application = PlainApplication.start(prefixed("max-retries=5"), Map.of(), beans -> {
            beans.registerBean("callautomation", CallAutomationComponent.class, () -> bean("own"));
            beans.registerBean("callautomation-emea", CallAutomationComponent.class, () -> bean("emea"));
        })) {
            assertThat(application.component().getConfiguration().getConnectionString())
                    .isEqualTo("own");
            assertThat(application.component().getConfiguration().getMaxRetries())
                    .isEqualTo(5);
            assertThat(application.camel().getComponent("callautomation-emea", true, false))
                    .isInstanceOfSatisfying(CallAutomationComponent.class, other -> assertThat(
                                    other.getConfiguration().getMaxRetries())
                            .isEqualTo(3));
        }
    }

    private static CallAutomationComponent bean(String connectionString) {
        CallAutomationComponent component = new CallAutomationComponent();
        component.getConfiguration().setConnectionString(connectionString);
        return component;
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.callautomation.enabled", "camel.component.enabled"})
    void theAutoConfigurationCanBeSwitchedOff(String property) {
        Map<String, Object> properties = prefixed("max-retries=5", "no-option=1");
        properties.put(property, "false");
        try (PlainApplication application = PlainApplication.start(properties)) {
            assertThat(application.component().getConfiguration().getMaxRetries())
                    .isEqualTo(3);
            assertThat(application.camel().getRegistry().findByTypeWithName(ComponentCustomizer.class))
                    .doesNotContainKey("configureCallAutomationComponent");
        }
    }

    @Test
    void theCustomizerCanBeSwitchedOff() {
        try (PlainApplication application = PlainApplication.start("max-retries=5", "customizer.enabled=false")) {
            assertThat(application.component().getConfiguration().getMaxRetries())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-retries=many | max-retries | 'many' is not a whole number",
                "max-body-size=3000000000 | max-body-size | '3000000000' is not a whole number",
                "callbackEnabled=maybe | callback-enabled | 'maybe' is not true or false",
                "body-timeout=soon | body-timeout | 'soon' is not a duration such as 5s, 1m30s or 5000 (milliseconds)",
                "completion-timeout=soon | completion-timeout | 'soon' is not a duration such as 5s, 1m30s or 5000 (milliseconds)",
                "acknowledge=later | acknowledge | 'later' is not one of RECEIVED, ROUTED",
                "connection-string=${ACS_CONNECTION_STRING} | connection-string | The variable ACS_CONNECTION_STRING is not set",
                "max-retires=5 | max-retires | no option of this name",
                "conection-string=" + SECRET + " | conection-string | no option of this name",
                "connection-string.key=" + SECRET + " | connection-string.key | no option of this name",
                "type[0]=CallConnected | type[0] | no option of this name"
            })
    void aPropertyThatIsNotValidFailsTheStartOfAnApplicationWithoutRoutes(String property, String name, String reason) {
        Throwable failure = catchThrowable(() -> PlainApplication.start(property));

        assertThat(analysis(failure).getDescription())
                .contains("Property: camel.component.callautomation." + name)
                .contains("Origin: ")
                .contains(reason)
                .doesNotContain(SECRET);
        assertThat(trace(failure))
                .contains("camel.component.callautomation." + name)
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relay=#bean:missing | relay | #bean:missing does not refer to a dev.callautomation.camel.NodeRelay",
                "token-credential=" + SECRET
                        + " | token-credential | does not refer to a com.azure.core.credential.TokenCredential",
                "vertx=#class:java.lang.String | vertx | does not refer to a io.vertx.core.Vertx",
                "configuration.max-retires=" + SECRET + " | configuration.max-retires | no such property",
                "body-timeout={{text}} | body-timeout | 'abc' is not a duration",
                "callback-enabled={{text}} | callback-enabled | 'abc' is not true or false",
                "acknowledge={{text}} | acknowledge | 'abc' is not one of",
                "connect-timeout={{missing}} | connect-timeout | has a placeholder {{...}} of a property that is not set",
                "connection-string={{missing}} | connection-string | has a placeholder {{...}} of a property that is not set",
                "max-retries={{text}} | max-retries | 'abc' is not a whole number",
                "callback-uri=${public.url} | callback-uri | ${public.url} of a property that is not set",
                "callback-uri=https://${public.host}/a | callback-uri | ${public.host} of a property that is not set",
                "max-retries=${retries} | max-retries | ${retries} of a property that is not set",
                "relay=${relay} | relay | ${relay} of a property that is not set",
                "voip-headers.customer=${customer.name} | voip-headers | ${customer.name} of a property that is not set",
                "configuration.tenant-id=${tenant} | configuration.tenant-id | ${tenant} of a property that is not set",
                "relay=#class:" + BROKEN + " | relay | java.lang.IllegalStateException: no broker",
                "idempotent-repository=#class:" + UNLINKED
                        + " | idempotent-repository | class com.example.Missing is missing",
                "relay=#class:com.example.Relay | relay | class com.example.Relay is missing",
                "token-credential=#class:" + BROKEN + " | token-credential | Cause: java.lang.IllegalStateException"
            })
    void aPropertyThatIsNotValidFailsTheStartOfAnApplicationWithRoutes(String property, String name, String reason) {
        Map<String, Object> properties = prefixed(property);
        properties.put("text", "abc");
        Throwable failure = catchThrowable(() -> PlainApplication.start(
                properties, Map.of(), beans -> beans.registerBean(RouteBuilder.class, ComponentPropertiesTest::route)));

        assertThat(analysis(failure).getDescription())
                .contains("Property: camel.component.callautomation." + name)
                .contains(reason)
                .doesNotContain(SECRET);
        assertThat(trace(failure)).doesNotContain(SECRET);
    }

    private static RouteBuilder route() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").to("callautomation:hangUp");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONECTION_STRING",
                "CONN_ECTION_STRING",
                "RELAYTIMEOUTS",
                "VOIPHEADERSCUSTOMER",
                "VOIPH_EADERS_CUSTOMER",
                "MAX_RETRIES_X",
                "CUSTOMIZERENABLED"
            })
    void aMisspeltEnvironmentVariableFailsTheStart(String name) {
        Throwable failure = catchThrowable(() -> PlainApplication.start(
                Map.of(), Map.of("CAMEL_COMPONENT_CALLAUTOMATION_" + name, SECRET), beans -> {}));

        assertThat(analysis(failure).getDescription())
                .contains("\"CAMEL_COMPONENT_CALLAUTOMATION_" + name + "\"")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VOIP_HEADERS_CUSTOMER", "VOIPHEADERS_CUSTOMER"})
    void anEntryOfAMapIsSetByAnEnvironmentVariable(String name) {
        try (PlainApplication application = PlainApplication.start(
                prefixed("voip-headers.agent=Tom"),
                Map.of(
                        "CAMEL_COMPONENT_CALLAUTOMATION_" + name,
                        "Mary",
                        "CAMEL_COMPONENT_CALLAUTOMATION_RELAY_TO_URI",
                        "direct:r"),
                beans -> {})) {
            CallAutomationComponent component = application.component();

            assertThat(component.getConfiguration().getVoipHeaders())
                    .containsOnly(Map.entry("customer", "Mary"), Map.entry("agent", "Tom"));
            assertThat(component.getRelayToUri()).isEqualTo("direct:r");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SSL_CONTEXT_PARAMETERS, SSL_CONTEXT_PARAMETERS_SECURESOCKETPROTOCOL",
        "SSLCONTEXTPARAMETERS, SSLCONTEXTPARAMETERS_SECURESOCKETPROTOCOL"
    })
    void aPropertyOfAnObjectIsSetByAnEnvironmentVariable(String object, String member) {
        try (PlainApplication application = PlainApplication.start(
                Map.of(),
                Map.of(
                        "CAMEL_COMPONENT_CALLAUTOMATION_" + object,
                        "#class:org.apache.camel.support.jsse.SSLContextParameters",
                        "CAMEL_COMPONENT_CALLAUTOMATION_" + member,
                        "TLSv1.3"),
                beans -> {})) {
            assertThat(application
                            .component()
                            .getConfiguration()
                            .getSslContextParameters()
                            .getSecureSocketProtocol())
                    .isEqualTo("TLSv1.3");
        }
    }

    @Test
    void allPropertiesThatAreNotValidAreReported(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("application.properties"),
                "camel.component.callautomation.max-retires=5\ncamel.component.callautomation.body-timeout=soon\n");
        Throwable failure = catchThrowable(() -> PlainApplication.start(
                Map.of("spring.config.location", file.toUri().toString())));

        assertThat(analysis(failure).getDescription())
                .contains("application.properties] - 1:", "application.properties] - 2:");
    }

    private static FailureAnalysis analysis(Throwable failure) {
        assertThat(failure).as("failure of the start").isNotNull();
        FailureAnalysis analysis = new InvalidComponentPropertiesFailureAnalyzer().analyze(failure);
        assertThat(analysis).as(() -> trace(failure)).isNotNull();
        assertThat(List.of(analysis.getAction())).isNotEmpty();
        return analysis;
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
