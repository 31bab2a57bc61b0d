package dev.callautomation.camel;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.internal.support.OptionCatalog;
import dev.callautomation.camel.model.RecognizeInputType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Camel makes 0 of texts that are no number, and cuts off digits. */
class OptionValuesTest {

    private static final List<String> WRONG = List.of(
            "four", "abc", "5x", "1.5", "1,5", "", "0x10", "5_000", "-", "5M", "99999999999999999999", "5 s", "-5s");

    private static DefaultCamelContext context;
    private static CallAutomationComponent component;

    @BeforeAll
    static void start() {
        component = new CallAutomationComponent();
        context = new DefaultCamelContext();
        context.addComponent("callautomation", component);
        context.getPropertiesComponent().addInitialProperty("seven", "7");
        context.getPropertiesComponent().addInitialProperty("seven-seconds", "7s");
        context.getPropertiesComponent().addInitialProperty("four", "four");
        context.getRegistry().bind("seven", 7);
        context.build();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    /** An option of the catalog, with what it accepts. */
    record Option(String name, String expected) {
        boolean isInt() {
            return expected.equals("a whole number")
                    && !name.startsWith("download")
                    && !name.equals("maxBufferedBytes");
        }
    }

    static Stream<Option> optionsOfEndpoints() {
        return options("properties").filter(option -> !option.name().equals("operation"));
    }

    static Stream<Option> optionsOfTheComponent() {
        return options("componentProperties");
    }

    private static Stream<Option> options(String part) {
        return OptionCatalog.read().path(part).properties().stream()
                .filter(option -> Set.of("integer", "number", "duration", "enum")
                        .contains(option.getValue().path("type").asText()))
                .map(option -> new Option(
                        option.getKey(),
                        switch (option.getValue().path("type").asText()) {
                            case "duration" -> "a duration such as 5s, 1m30s or 5000 (milliseconds)";
                            case "enum" ->
                                "one of "
                                        + option.getValue().path("enum").get(0).asText() + ", ";
                            default -> "a whole number";
                        }));
    }

    @ParameterizedTest
    @MethodSource("optionsOfEndpoints")
    void aUriWithAWrongValueIsRefused(Option option) {
        wrong(option).forEach(text -> assertThatThrownBy(() -> endpoint(option.name(), text))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasMessageContainingAll(
                        "The option " + option.name() + " must be " + option.expected(), ", but it is '" + text + "'"));
    }

    @ParameterizedTest
    @MethodSource("optionsOfTheComponent")
    void aPropertyWithAWrongValueIsRefused(Option option) {
        wrong(option).forEach(text -> assertThatThrownBy(() -> set(option.name(), text))
                .hasMessageContainingAll(option.name(), text)
                .rootCause()
                .hasMessageContainingAll(
                        "The option " + option.name() + " must be " + option.expected(), ", but it is '" + text + "'"));
    }

    private static Stream<String> wrong(Option option) {
        return Stream.concat(WRONG.stream(), option.isInt() ? Stream.of("99999999999", "5s") : Stream.empty());
    }

    private static CallAutomationConfiguration endpoint(String option, String value) {
        return context.getEndpoint("callautomation:play?" + option + "=" + value, CallAutomationEndpoint.class)
                .getConfiguration();
    }

    @ParameterizedTest
    @ValueSource(strings = {"90000", "90s", "1m30s", "1m30sec", "1m29s1000ms", "PT90S", "pt1m30s"})
    void aDurationMayBeWrittenAsInCamel(String value) {
        set("relayTimeout", value);
        assertThat(component.getRelayTimeout()).isEqualTo(90_000);
        assertThat(endpoint("operationTimeout", value).getOperationTimeout()).isEqualTo(90_000);
        assertThat(endpoint("completionTimeout", value).getCompletionTimeout()).hasSeconds(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999999999d", "PT9999999999999999H"})
    void aDurationHasMillisecondsThatCanBeCounted(String value) {
        assertThatThrownBy(() -> endpoint("operationTimeout", value)).hasMessageContaining("must be a duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPEECH_OR_DTMF", "speech_or_dtmf", "speech-or-dtmf", "speechOrDtmf"})
    void aConstantMayBeWrittenAsInCamel(String value) {
        assertThat(endpoint("recognizeInputType", value).getRecognizeInputType())
                .isEqualTo(RecognizeInputType.SPEECH_OR_DTMF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{{seven}}", "#bean:seven", "#valueAs(int):7"})
    void aNumberMayBeAPlaceholderOrABean(String value) {
        component.setConsumerThreads(1);
        set("consumerThreads", value);
        set("consumer-threads", value);
        assertThat(component.getConsumerThreads()).isEqualTo(7);
        assertThat(endpoint("maxTones", value).getMaxTones()).isEqualTo(7);
    }

    @Test
    void aPlaceholderIsCheckedByItsValue() {
        assertThat(endpoint("operationTimeout", "{{seven-seconds}}").getOperationTimeout())
                .isEqualTo(7000);
        assertThatThrownBy(() -> endpoint("maxTones", "{{four}}")).hasMessageContaining("maxTones must be a whole");
        assertThatThrownBy(() -> set("consumerThreads", "{{four}}")).rootCause().hasMessageContaining("it is 'four'");
    }

    @Test
    void aNumberIsNotCutOff() {
        assertThatThrownBy(() -> set("consumerThreads", 99_999_999_999L))
                .rootCause()
                .hasMessageContaining("'99999999999'");
        assertThatThrownBy(() -> set("consumerThreads", 1.5)).rootCause().hasMessageContaining("'1.5'");
    }

    private static void set(String option, Object value) {
        // as Camel Main does
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(component)
                .withIgnoreCase(true)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withProperty(option, value)
                .bind();
    }
}
