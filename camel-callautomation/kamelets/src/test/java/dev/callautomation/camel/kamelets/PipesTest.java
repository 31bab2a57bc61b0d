package dev.callautomation.camel.kamelets;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.Reaction;
import dev.callautomation.simulator.timeline.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Each Kamelet in a Pipe, as a step and as the sink, and in a route. */
@CallAutomationTest
class PipesTest {

    /**
     * @param pipe      file of the Pipe whose last step is the action
     * @param operation name in the REST API
     * @param members   of the request
     * @param result    type of the event or of the result in the body after the action, as its class is named
     */
    record Action(String pipe, String operation, Map<String, String> members, String result) {

        @Override
        public String toString() {
            return pipe;
        }
    }

    private static final String TARGET = "targetParticipant/phoneNumber/value";

    private CallAutomationSimulator simulator;

    @TempDir
    private Path folder;

    static List<Action> actions() {
        return List.of(
                new Action(
                        "create-call",
                        "createCall",
                        Map.of(
                                "targets/0/phoneNumber/value", Application.CALLER,
                                "sourceCallerIdNumber/value", Application.NUMBER),
                        "CallConnected"),
                new Action("answer", "answerCall", Map.of(), "CallConnected"),
                new Action("reject", "rejectCall", Map.of("callRejectReason", "busy"), "IncomingCall"),
                new Action(
                        "redirect", "redirectCall", Map.of("target/phoneNumber/value", "+18005550199"), "IncomingCall"),
                new Action("transfer", "transferToParticipant", Map.of(TARGET, "+18005550199"), "CallTransferAccepted"),
                new Action(
                        "add-participant",
                        "addParticipant",
                        Map.of(
                                "participantToAdd/phoneNumber/value", "+18005550142",
                                "sourceCallerIdNumber/value", Application.NUMBER,
                                "sourceDisplayName", "Contoso & Sons",
                                "invitationTimeoutInSeconds", "30"),
                        "AddParticipantSucceeded"),
                new Action(
                        "play-text",
                        "play",
                        Map.of(
                                "playSources/0/text/text", "Sales & support: half price, dial 1+1!",
                                "playSources/0/text/voiceName", "en-US-NancyNeural"),
                        "PlayCompleted"),
                new Action(
                        "recognize-choice",
                        "recognize",
                        Map.of(
                                "recognizeInputType", "choices",
                                "recognizeOptions/targetParticipant/rawId", "4:" + Application.CALLER,
                                "recognizeOptions/interruptPrompt", "true",
                                "recognizeOptions/choices/0/phrases/1", "buy",
                                "recognizeOptions/choices/1/tone", "two",
                                "playPrompt/text/text", "For sales, press 1"),
                        "RecognizeCompleted"),
                new Action(
                        "recognize-digits",
                        "recognize",
                        Map.of(
                                "recognizeInputType", "dtmf",
                                "recognizeOptions/targetParticipant/rawId", "4:" + Application.CALLER,
                                "recognizeOptions/dtmfOptions/maxTonesToCollect", "4",
                                "recognizeOptions/dtmfOptions/stopTones/0", "pound",
                                "playPrompt/text/text", "Please enter your number"),
                        "RecognizeCompleted"),
                new Action("hang-up", "terminateCall", Map.of(), "CallConnected"),
                new Action(
                        "start-recording",
                        "startRecording",
                        Map.of(
                                "recordingContentType", "audio",
                                "recordingChannelType", "mixed",
                                "recordingFormatType", "wav"),
                        "RecordingStateResponse"),
                new Action("stop-recording", "stopRecording", Map.of(), "RecordingStateResponse"),
                new Action(
                        "send-digits",
                        "sendDtmfTones",
                        Map.of(
                                "tones/0",
                                "four",
                                "tones/4",
                                "pound",
                                "targetParticipant/rawId",
                                "4:" + Application.CALLER),
                        "SendDtmfTonesCompleted"));
    }

    @Test
    void eachKameletHasAPipe() {
        List<String> pipes = actions().stream()
                .flatMap(action ->
                        List.of("-action", "-sink").stream().map(suffix -> "callautomation-" + action.pipe() + suffix))
                .toList();

        assertThat(KameletFile.all())
                .filteredOn(file -> !file.type().equals("source"))
                .extracting(KameletFile::name)
                .containsExactlyInAnyOrderElementsOf(pipes);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anActionIsAStepOfAPipe(Action action) throws Exception {
        requestAndResult(action, PipeFile.named(action.pipe()).text());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anActionIsAStepOfARoute(Action action) throws Exception {
        requestAndResult(action, PipeFile.named(action.pipe()).asRoute());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aSinkEndsAPipe(Action action) {
        try (Application application = application(PipeFile.named(action.pipe()).endingWithSink())) {
            start(application, action);

            assertRequest(action);
        }
    }

    private void requestAndResult(Action action, String yaml) throws Exception {
        try (Application application = application(yaml)) {
            MockEndpoint end = application.mock("end");
            end.expectedMessageCount(1);
            start(application, action);

            assertRequest(action);
            end.setResultWaitTime(30_000);
            end.assertIsSatisfied();
            Exchange exchange = end.getExchanges().get(0);
            assertThat(exchange.getMessage().getBody().getClass().getSimpleName())
                    .isEqualTo(action.result());
            assertThat(exchange.getMessage().getHeaders())
                    .as("the parameters are gone")
                    .doesNotContainKeys(
                            "CamelCallAutomationTarget",
                            "CamelCallAutomationText",
                            "CamelCallAutomationChoices",
                            "CamelCallAutomationTones",
                            "CamelCallAutomationStopTones",
                            "CamelCallAutomationSourceCallerIdNumber");
        }
    }

    private void assertRequest(Action action) {
        ReceivedRequest request = simulator.expectRequest(action.operation());
        Map<String, String> members = new TreeMap<>();
        action.members().keySet().forEach(path -> members.put(path, request.text(path)));
        assertThat(request.status()).as(() -> request.body().toString()).isLessThan(300);
        assertThat(members).isEqualTo(new TreeMap<>(action.members()));
    }

    private void start(Application application, Action action) {
        simulator
                .phone(Application.CALLER)
                .script(
                        Reaction.hearing("press 1").press("1"),
                        Reaction.hearing("enter").press("1234"));
        if (action.pipe().equals("create-call")) {
            order(application);
        } else {
            simulator.phone(Application.CALLER).call(Application.NUMBER);
        }
    }

    private static void order(Application application) {
        application
                .context()
                .createProducerTemplate()
                .asyncRequestBodyAndHeader("direct:orders", "{\"product\": \"phone\"}", "phone", Application.CALLER);
    }

    private Application application(String yaml) {
        return Application.of(yaml, folder)
                .set("reception.number", Application.NUMBER)
                .start();
    }

    @Test
    void incomingCallsOfANumberStartAPipe() throws Exception {
        try (Application application =
                application(PipeFile.named("incoming-call").text())) {
            MockEndpoint end = application.mock("end");
            end.expectedMessageCount(1);

            simulator.phone(Application.CALLER).call("+18005550111");
            simulator.phone(Application.CALLER).call(Application.NUMBER);

            end.setResultWaitTime(30_000);
            end.assertIsSatisfied();
            Exchange exchange = end.getExchanges().get(0);
            assertThat(exchange.getMessage().getBody(IncomingCall.class).to().rawId())
                    .isEqualTo("4:" + Application.NUMBER);
            assertThat(exchange.getMessage().getHeader("callParty")).isEqualTo("4:" + Application.CALLER);
        }
    }

    @Test
    void eventsOfSeveralTypesStartAPipe() throws Exception {
        try (Application application = new Application("classpath:pipes/event.yaml,classpath:pipes/create-call.yaml")) {
            application.start();
            MockEndpoint end = application.mock("end");
            // the event ends the step of the other Pipe, too
            end.expectedMinimumMessageCount(2);

            order(application);

            end.setResultWaitTime(30_000);
            end.assertIsSatisfied();
            assertThat(end.getExchanges()).anySatisfy(exchange -> {
                assertThat(exchange.getFromRouteId()).isEqualTo("event");
                assertThat(exchange.getMessage().getBody()).isInstanceOf(CallConnected.class);
                assertThat(exchange.getMessage().getHeader("callParty")).isEqualTo(Application.CALLER);
            });
        }
    }
}
