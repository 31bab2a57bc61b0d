package dev.callautomation.simulator.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.fault.EventNames;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.rest.RestApi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is right and what is wrong in a file, and what is said about it. */
class ScenarioFileTest {

    @TempDir
    private Path folder;

    /** Line breaks are written as \n; the message is all of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 9_000, textBlock = """
            name: []                                                   | 1:1: name must be a text, not a list
            stepps: []                                                 | 1:1: 'stepps' is not known in the scenario. Did you mean steps?
            phones: {}                                                 | 1:1: phones must be a list, not an object with members
            phones:\\n  -                                              | 2:4: phones 1 must be an object with members, not empty
            phones: [{behaviour: decline}]                             | 1:10: phones 1 needs id
            phones: [{id: '+1555', mood: bad}]                         | 1:24: 'mood' is not known in phones 1, only id, behaviour, ringMillis, script
            phones: [{id: '+1555', behavior: decline}]                 | 1:24: 'behavior' is not known in phones 1. Did you mean behaviour?
            phones: [{id: '+1555', behaviour: sing}]                   | 1:24: behaviour must be one of answer, decline, busy, noAnswer, unreachable, voicemail, manual, application, not 'sing'
            phones: [{id: '+1555', behaviour: noanswer}]               | 1:24: behaviour cannot be 'noanswer'. Did you mean noAnswer?
            phones: [{id: +15550001111}]                               | 1:11: id must be a text, not 15550001111: put it in quotes
            phones: [{id: '+1555-12'}]                                 | 1:11: id must be an E.164 number such as +15550002222 or a raw id such as 8:acs:resource_user, not '+1555-12'
            phones: [{id: '+1555', ringMillis: -1}]                    | 1:24: ringMillis must be at least 0
            phones: [{id: '+1555', ringMillis: soon}]                  | 1:24: ringMillis must be a whole number, not 'soon'
            phones: [{id: '+1555', script: [{hears: hello}]}]          | 1:33: script 1 needs one of press, say, hangUp
            phones: [{id: '+1555', script: [{press: '1', say: hi}]}]   | 1:33: script 1 has one only of press, say
            phones: [{id: '+1555', script: [{press: 1}]}]              | 1:34: press must be a text, not 1: put it in quotes
            phones: [{id: '+1555', script: [{press: 'x'}]}]            | 1:33: 'x' is not a key: give keys such as 1# or names such as one, pound and asterisk.
            eventGrid: [{schema: EventGridSchema}]                     | 1:13: eventGrid 1 needs endpoint
            eventGrid: [{endpoint: 'localhost:8080'}]                  | 1:14: endpoint must be an address that begins with http:// or https://, not 'localhost:8080'
            eventGrid: [{endpoint: 'http://a/', schema: EventGrid}]    | 1:37: schema cannot be 'EventGrid'. Did you mean EventGridSchema?
            faults: [{fault: {drop: true}}]                            | 1:10: faults 1 needs when
            faults: [{when: {operation: answerCal}, fault: {status: 429}}]   | 1:18: operation cannot be 'answerCal'. Did you mean answerCall?
            faults: [{when: {operation: answerCall}, fault: {drop: true}}]   | 1:10: the fault of an operation has no drop, only [status, code, retryAfter, delayMillis, reset]
            faults: [{when: {event: CallConnected}, fault: {}}]        | 1:41: fault must not be empty
            time: fast                                                 | 1:1: time must be one of virtual, real, not 'fast'
            steps: []                                                  | 1:1: steps must not be empty
            steps: {}                                                  | 1:1: steps must be a list, not an object with members
            steps:\\n  - {}                                            | 2:5: steps 1 needs one of call, answer, decline, hangUp, press, say, http, faults, phones, expect, afterMillis
            steps:\\n  - prss: {phone: '+1555', tones: '1'}            | 2:5: 'prss' is not known in steps 1. Did you mean press?
            steps:\\n  - press: {tones: '1'}                           | 2:5: press needs phone
            steps:\\n  - press: {phone: '+1555', tones: ''}            | 2:29: tones must not be empty
            steps:\\n  - press: {phone: '+1555', tones: 1}             | 2:29: tones must be a text or a list, not 1: put it in quotes
            steps:\\n  - press: {phone: '+1555', tones: 'y'}           | 2:29: 'y' is not a key: give keys such as 1# or names such as one, pound and asterisk.
            steps:\\n  - call: {from: '+1555'}                         | 2:5: call needs one of to, groupCallId, roomId
            steps:\\n  - call: {to: '+1555'}                           | 2:5: call needs from
            steps:\\n  - call: {from: '+1555', to: '+1556'}\\n    answer: {phone: '+1555'}  | 2:5: steps 1 has one only of call, answer
            steps:\\n  - expect: []                                    | 2:5: expect must not be empty
            steps:\\n  - expect: {}                                    | 2:5: expect needs one of event, request, heard, rings, connected, url
            steps:\\n  - expect: {event: CallConected}                 | 2:14: event cannot be 'CallConected'. Did you mean CallConnected?
            steps:\\n  - expect: {request: hangUp}                     | 2:14: request cannot be 'hangUp'. Did you mean hangupCall?
            steps:\\n  - expect: {event: CallConnected, status: 200}   | 2:36: status does not go with event
            steps:\\n  - expect: {event: CallConnected, request: answerCall}  | 2:5: expect has one only of event, request
            steps:\\n  - expect: {heard: ''}                           | 2:14: heard must not be empty
            steps:\\n  - expect: {request: answerCall, status: 20}     | 2:35: status must be at least 100
            steps:\\n  - expect: {event: CallConnected, call: '${ada}'}  | 2:36: there is no variable ada: declare it in variables, give --set ada=VALUE, or set it by as in a step before
            steps:\\n  - http: {url: 'http://localhost', method: FETCH}  | 2:37: method cannot be 'FETCH'. Did you mean PATCH?
            variables: {application: 'http://a'}\\nsteps:\\n  - http: {url: '${aplication}/calls'}  | 3:12: there is no variable aplication. Did you mean application?
            variables: {baseUrl: null}\\nsteps:\\n  - http: {url: '${baseUrl}/calls'}  | 3:12: the variable baseUrl has no value: give --set baseUrl=VALUE or set CALLAUTOMATION_SCENARIO_BASE_URL
            steps:\\n  - afterMillis: 1.5                              | 2:5: afterMillis must be a whole number, not 1.5
            expectNothingElse: [calls]                                 | 1:21: expectNothingElse 1 must be one of requests, events, not 'calls'
            expectNothingElse: []                                      | 1:1: expectNothingElse must not be empty
            nothingLost: perhaps                                       | 1:1: nothingLost must be true or false, not 'perhaps'
            name: a\\nname: b                                          | 2:5: Duplicate field 'name'
            name: a\\n---\\nname: b                                    | 3:1: a second document begins here; a file has one scenario
            just text                                                  | 1:1: the scenario must be an object with members, not 'just text'
            phones: [                                                  | 1:10: while parsing a flow node: expected the node content, but found '<stream end>'
            """)
    void aMistakeIsReportedWithItsPlaceAndWhatToChange(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("menu.yaml:" + message);
    }

    @Test
    void eachMistakeOfAFileIsReported() {
        assertThatThrownBy(() -> read("""
                        phones:
                          - id: "+15550001111"
                            behaviour: angry
                        steps:
                          - press: {phone: "+15550001111"}
                          - expect: {event: CallConnected, with: {a: "${b}"}}
                        """))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "menu.yaml:3:5: behaviour must be one of " + PhoneBehaviour.names() + ", not 'angry'",
                        "menu.yaml:5:5: press needs tones",
                        "menu.yaml:6:43: there is no variable b: declare it in variables, give --set b=VALUE, or set it"
                                + " by as in a step before"));
    }

    @Test
    void aFileWithPhonesAndSubscriptionsAloneIsAScenario() {
        Scenario scenario = read("""
                phones:
                  - id: "+15550001111"
                    script:
                      - hears: for sales
                        afterMillis: 300
                        press: "1#"
                      - hangUp: true
                eventGrid:
                  - endpoint: http://localhost:8080/events
                    schema: CloudEventSchemaV1_0
                    types: [IncomingCall]
                """);

        assertThat(scenario.hasSteps()).isFalse();
        assertThat(scenario.name()).isEqualTo("menu");
        assertThat(read("").hasSteps()).isFalse();
    }

    @Test
    void variablesHaveTheValueThatIsGivenOrThatOfTheFile() {
        String yaml = "name: ${a} ${b} $${c}\nvariables: {a: 1, b: 2}";

        assertThat(Scenario.parse("f", yaml, Map.of("b", "given")).name()).isEqualTo("1 given $${c}");
    }

    @Test
    void aVariableMayComeFromTheEnvironment() throws IOException {
        JsonNode declared = new ObjectMapper().readTree("{\"baseUrl\":\"file\",\"other\":\"file\"}");
        Map<String, String> environment = Map.of("CALLAUTOMATION_SCENARIO_BASE_URL", "environment");

        Variables variables = new Variables(declared, Map.of(), environment);
        Variables given = new Variables(declared, Map.of("baseUrl", "given"), environment);

        JsonNode text = new ObjectMapper().readTree("\"${baseUrl} ${other}\"");
        assertThat(variables.resolve(text, "", List.of()).asText()).isEqualTo("environment file");
        assertThat(given.resolve(text, "", List.of()).asText()).isEqualTo("given file");
    }

    @Test
    void anAddressThatIsNoneIsNotRepeatedBecauseItMayHoldASecret() {
        assertThatThrownBy(() -> read("eventGrid:\n  - endpoint: http://localhost/x?code=sec ret\n"))
                .hasMessageContaining("menu.yaml:2:5: endpoint is not a URI")
                .hasMessageNotContaining("sec ret");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.yaml");

        assertThatThrownBy(() -> Scenario.read(missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The scenario file " + missing + " cannot be read");
    }

    @Test
    void aFileMayBeJson() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"name\": \"A\", \"steps\": [{\"afterMillis\": 5}]}");

        assertThat(Scenario.read(file)).hasToString("Scenario[A, 1 steps]");
    }

    @Test
    void theSchemaHasTheNamesOfTheProgram() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SchemaCheck.schema());
        JsonNode types = schema.path("$defs");

        assertThat(members(types.at("/step/properties")))
                .isEqualTo(names(Arrays.stream(Verb.values()).map(Verb::member).toList()));
        assertThat(members(types.at("/expectation/properties")))
                .containsAll(Arrays.stream(Expectation.Kind.values())
                        .map(Expectation.Kind::member)
                        .toList());
        assertThat(members(types.at("/expectation/dependentSchemas")))
                .isEqualTo(names(Arrays.stream(Expectation.Kind.values())
                        .map(Expectation.Kind::member)
                        .toList()));
        assertThat(texts(types.at("/expectation/properties/event/enum"))).isEqualTo(EventNames.all());
        assertThat(texts(types.at("/phone/properties/behaviour/enum")))
                .isEqualTo(names(List.of(PhoneBehaviour.names().split(", "))));
        Set<String> operations = texts(types.at("/expectation/properties/request/enum"));
        assertThat(operations).allSatisfy(name -> assertThatCode(() -> RestApi.checkOperation(name))
                .doesNotThrowAnyException());
        assertThatThrownBy(() -> RestApi.checkOperation("none")).hasMessageContaining(operations.toString());
    }

    private static Set<String> names(List<String> names) {
        return new TreeSet<>(names);
    }

    private static Set<String> members(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Scenario read(String yaml) {
        return Scenario.parse("menu.yaml", yaml, Map.of());
    }
}
