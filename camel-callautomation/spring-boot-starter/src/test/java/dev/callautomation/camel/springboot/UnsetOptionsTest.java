package dev.callautomation.camel.springboot;

import java.util.Map;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is said about an option that is not set, and what takes its place. */
class UnsetOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "callautomation:hangUp, connection-string",
        "callautomation:hangUp, credential-type=AZURE_IDENTITY",
        "callautomation:answerCall?awaitCompletion=true&connectionString=endpoint=http://localhost/;accesskey=c2VjcmV0, resource-id"
    })
    void aMessageNamesThePropertyOfSpringBoot(String uri, String property) {
        assertThatThrownBy(() -> PlainApplication.start(
                        Map.of(),
                        Map.of(),
                        beans -> beans.registerBean(RouteBuilder.class, () -> new RouteBuilder() {
                            @Override
                            public void configure() {
                                from("direct:start").to(uri);
                            }
                        })))
                .hasStackTraceContaining("camel.component.callautomation." + property);
    }

    @Test
    void aMessageAboutTheCallbackUriNamesTheProperty() {
        try (PlainApplication application = PlainApplication.start(Map.of(
                "camel.component.callautomation.connection-string", "endpoint=http://localhost/;accesskey=c2VjcmV0"))) {
            assertThatThrownBy(() -> application
                            .camel()
                            .createProducerTemplate()
                            .requestBody("callautomation:createCall?target=8:acs:agent", ""))
                    .hasStackTraceContaining("set camel.component.callautomation.callback-uri");
        }
    }

    @Test
    void theOnlyBeanOfATypeIsUsedUnlessThatIsSwitchedOff() {
        assertThat(sslContextParameters(Map.of())).isNotNull();
        assertThat(sslContextParameters(Map.of("camel.component.callautomation.autowired-enabled", "false")))
                .isNull();
    }

    private static SSLContextParameters sslContextParameters(Map<String, String> properties) {
        try (PlainApplication application =
                PlainApplication.start(properties, Map.of(), beans -> beans.registerBean(SSLContextParameters.class))) {
            return application.component().getConfiguration().getSslContextParameters();
        }
    }
}
