package dev.callautomation.camel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.internal.operation.Input;
import dev.callautomation.camel.internal.operation.OperationCatalog;

import static org.assertj.core.api.Assertions.assertThat;

/** Options are described once, in the configuration, and read by the operations that declare them as inputs. */
class OptionsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Options of producers that are not inputs of operations. */
    private static final Set<String> BEHAVIOR =
            Set.of("awaitCompletion", "completionTimeout", "cancelOnTimeout", "contextHeaders", "requestFromBody");

    /** Options that consumers have, too, and that are not labeled as those of producers. */
    private static final Set<String> COMMON = Set.of("callConnectionId", "operationContext");

    /** Headers that events set and that are not inputs of operations. */
    private static final Set<String> WITHOUT_OPTION = Set.of(
            CallAutomationConstants.EVENT_TYPE,
            CallAutomationConstants.EVENT_ID,
            CallAutomationConstants.EVENT_TIME,
            CallAutomationConstants.RESULT_CODE,
            CallAutomationConstants.RESULT_SUB_CODE,
            CallAutomationConstants.RESULT_SUB_CODE_DESCRIPTION,
            CallAutomationConstants.CORRELATION_ID,
            CallAutomationConstants.RECOGNITION_RESULT,
            CallAutomationConstants.RELAY_NODE,
            CallAutomationConstants.ORPHANED);

    private static JsonNode catalog;
    private static Set<Input> inputs;
    private static DefaultCamelContext context;

    @BeforeAll
    static void start() throws IOException {
        catalog =
                MAPPER.readTree(Path.of("src/generated/resources/META-INF/dev/callautomation/camel/callautomation.json")
                        .toFile());
        inputs = Stream.of(CallAutomationOperation.values())
                .flatMap(operation -> OperationCatalog.find(operation).inputs().stream())
                .collect(Collectors.toSet());
        context = new DefaultCamelContext();
        context.addComponent("callautomation", new CallAutomationComponent());
        context.start();
    }

    @AfterAll
    static void stop() {
        context.stop();
    }

    @Test
    void eachOptionOfProducersIsAnInputOfAnOperationAndEachInputIsAnOption() {
        Set<String> expected = new HashSet<>(COMMON);
        catalog.get("properties").properties().stream()
                .filter(option -> option.getValue().path("label").asText().equals("producer"))
                .map(Map.Entry::getKey)
                .filter(Predicate.not(BEHAVIOR::contains))
                .forEach(expected::add);
        assertThat(inputs).extracting(Input::option).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theDestinationsOfEventsAndMediaAndTheCallerCannotBeSetByHeaders() {
        assertThat(inputs.stream().filter(input -> !input.overridable()).map(Input::option))
                .containsExactlyInAnyOrder(
                        "callbackUri",
                        "operationCallbackUri",
                        "recordingStateCallbackUri",
                        "recordingDestinationContainerUrl",
                        "createAs",
                        "teamsAppSource",
                        "answeredBy",
                        "cognitiveServicesEndpoint",
                        "mediaStreamingUrl",
                        "transcriptionUrl",
                        "audioChannelType",
                        "audioFormat",
                        "startMediaStreaming",
                        "enableBidirectional",
                        "enableDtmfTones",
                        "startTranscription",
                        "enableIntermediateResults");
    }

    @Test
    void eachOverridableInputHasAHeaderConstantAndThereAreNoOthersButThoseOfEvents() {
        JsonNode headers = catalog.get("headers");
        Set<String> expected = new HashSet<>(WITHOUT_OPTION);
        for (Input input : inputs) {
            if (input.overridable()) {
                expected.add(input.header());
                JsonNode header = headers.path(input.header());
                assertThat(header.path("constantName").asText())
                        .as(input.header())
                        .endsWith("#"
                                + input.option().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
                assertThat(header.path("description").asText())
                        .endsWithIgnoringCase("overrides the option " + input.option() + ".");
            }
        }
        assertThat(headers.properties().stream().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theOperationsOfEndpointUrisAreThoseOfTheEnum() {
        List<String> expected = new ArrayList<>(List.of("events", "processEvents"));
        Stream.of(CallAutomationOperation.values()).map(Enum::name).forEach(expected::add);
        assertThat(catalog.at("/properties/operation/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(expected);
    }

    static Stream<String> enumOptions() {
        return catalog.get("properties").properties().stream()
                .filter(option -> option.getValue().path("javaType").asText().startsWith("dev.callautomation.camel.")
                        && option.getValue().has("enum"))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("enumOptions")
    void anEnumOptionAcceptsItsConstantsAndTheValuesOfTheRestApi(String option) throws Exception {
        PropertyConfigurerGetter options = (PropertyConfigurerGetter)
                context.getComponent("callautomation").getEndpointPropertyConfigurer();
        Object[] constants = Class.forName(
                        catalog.at("/properties/" + option + "/javaType").asText())
                .getEnumConstants();
        assertThat(constants).isNotEmpty();
        for (Object constant : constants) {
            for (String value : spellings((Enum<?>) constant)) {
                CallAutomationEndpoint endpoint = context.getEndpoint(
                        "callautomation:hangUp?" + option + "=" + value, CallAutomationEndpoint.class);
                assertThat(options.getOptionValue(endpoint, option, false))
                        .as(value)
                        .isEqualTo(constant);
            }
        }
    }

    private static Set<String> spellings(Enum<?> constant) {
        // the value of the REST API where it has one, as the annotation of the constant says
        return new HashSet<>(List.of(constant.name(), MAPPER.convertValue(constant, String.class)));
    }

    @ParameterizedTest
    @EnumSource
    void theComponentAcceptsTheAcknowledgeModeInLowerCase(AcknowledgeMode mode) {
        CallAutomationComponent component = new CallAutomationComponent();
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(component)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withProperty("acknowledge", mode.name().toLowerCase(Locale.ROOT))
                .bind();
        assertThat(component.getAcknowledge()).isEqualTo(mode);
    }

    @Test
    void theAuthenticationOfCallbacksIsDisabledInLowerCase() {
        assertThat(context.getEndpoint(
                                "callautomation:events?callbackAuthentication=none", CallAutomationEndpoint.class)
                        .getConfiguration()
                        .getCallbackAuthentication())
                .isEqualTo(CallbackAuthentication.NONE);
    }
}
