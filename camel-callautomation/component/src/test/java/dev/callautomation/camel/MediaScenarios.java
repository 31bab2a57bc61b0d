package dev.callautomation.camel;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.event.ContinuousDtmfRecognitionStopped;
import dev.callautomation.camel.event.PlayCanceled;
import dev.callautomation.camel.event.PlayCompleted;
import dev.callautomation.camel.event.PlayStarted;
import dev.callautomation.camel.event.RecognizeCompleted;
import dev.callautomation.camel.event.RecognizeFailed;
import dev.callautomation.camel.event.SendDtmfTonesCompleted;
import dev.callautomation.camel.model.CallParticipant;
import dev.callautomation.camel.model.DtmfTone;
import dev.callautomation.camel.model.RecognitionType;
import dev.callautomation.camel.model.SendDtmfTonesResult;
import dev.callautomation.simulator.model.Heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What calls hear and say on the simulator; subclasses bring the same routes in one DSL each. */
abstract class MediaScenarios extends SimulatorTestSupport {

    private final Queue<String> recognized = new ConcurrentLinkedQueue<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=RecognizeCompleted,ContinuousDtmfRecognitionToneReceived")
                        .process(exchange -> recognized.add(exchange.getMessage()
                                .getHeader(CallAutomationConstants.RECOGNITION_RESULT, String.class)));
            }
        });
        return context;
    }

    private String called() {
        String call = simulator().phone(CUSTOMER).call(APPLICATION);
        awaitEvent(CallConnected.class, call);
        return call;
    }

    private List<String> heard() {
        return simulator().phone(CUSTOMER).heard().stream().map(Heard::what).toList();
    }

    @Test
    void aTextIsSaid() {
        String call = called();
        assertThat(send("direct:welcome", in(call)).getMessage().getBody()).isEqualTo("as it was");
        assertThat(awaitEvent(PlayStarted.class, call).operationContext()).isEqualTo("welcome");
        assertThat(awaitEvent(PlayCompleted.class, call).operationContext()).isEqualTo("welcome");
        assertThat(heard()).containsExactly("Welcome");
    }

    @Test
    void aRecordingIsPlayed() {
        String call = called();
        send("direct:playFile", in(call));
        awaitEvent(PlayCompleted.class, call);
        assertThat(heard()).containsExactly("https://contoso.example.com/hello.wav");
    }

    @Test
    void aTextInAHeaderTakesThePlaceOfTheOption() {
        String call = called();
        send(
                "direct:welcome",
                Map.of(CallAutomationConstants.CALL_CONNECTION_ID, call, CallAutomationConstants.TEXT, "Welcome back"));
        awaitEvent(PlayCompleted.class, call);
        assertThat(heard()).containsExactly("Welcome back");
    }

    @Test
    void musicEndsWhenItIsCanceled() {
        String call = called();
        send("direct:music", in(call));
        awaitEvent(PlayStarted.class, call);
        send("direct:silence", in(call));
        assertThat(awaitEvent(PlayCanceled.class, call).resultInformation().subCode())
                .isEqualTo(8508);
    }

    @Test
    void aCallerChoosesByKeyAndHearsTheAnswer() {
        String call = called();
        send("direct:menu", in(call));
        await().untilAsserted(() -> assertThat(heard()).containsExactly("Sales or support?"));
        simulator().phone(CUSTOMER).press("1");
        assertThat(awaitEvent(RecognizeCompleted.class, call).choiceResult().label())
                .isEqualTo("sales");
        await().untilAsserted(() -> assertThat(heard()).endsWith("Welcome to sales"));
        assertThat(recognized).containsExactly("sales");
    }

    @Test
    void aCallerChoosesByVoiceAndHearsTheAnswer() {
        String call = called();
        send("direct:menu", in(call));
        await().untilAsserted(() -> assertThat(heard()).containsExactly("Sales or support?"));
        simulator().phone(CUSTOMER).say("Help!");
        await().untilAsserted(() -> assertThat(heard()).endsWith("Welcome to support"));
        assertThat(recognized).containsExactly("support");
    }

    @Test
    void aCallerWhoPressesAnotherKeyHearsGoodBye() {
        String call = called();
        send("direct:menu", in(call));
        await().untilAsserted(() -> assertThat(heard()).containsExactly("Sales or support?"));
        simulator().phone(CUSTOMER).press("9");
        assertThat(awaitEvent(RecognizeFailed.class, call).resultInformation().subCode())
                .isEqualTo(8534);
        await().untilAsserted(() -> assertThat(heard()).endsWith("Good bye"));
    }

    @Test
    void aPinIsCollected() {
        String call = called();
        send("direct:pin", in(call));
        simulator().phone(CUSTOMER).press("12#");
        RecognizeCompleted completed = awaitEvent(RecognizeCompleted.class, call);
        assertThat(completed.recognitionType()).isEqualTo(RecognitionType.DTMF);
        assertThat(completed.dtmfResult().tones()).startsWith(DtmfTone.ONE, DtmfTone.TWO);
        await().untilAsserted(() ->
                assertThat(recognized).containsExactly(completed.dtmfResult().dialed()));
    }

    @Test
    void aQuestionIsAnsweredInWords() {
        String call = called();
        send("direct:question", in(call));
        simulator().phone(CUSTOMER).say("My invoice is wrong");
        assertThat(awaitEvent(RecognizeCompleted.class, call).speechResult().speech())
                .isEqualTo("My invoice is wrong");
        await().untilAsserted(() -> assertThat(recognized).containsExactly("My invoice is wrong"));
    }

    @Test
    void everyKeyIsReported() {
        String call = called();
        send("direct:watchKeys", in(call));
        simulator().phone(CUSTOMER).press("4#");
        await().untilAsserted(() -> assertThat(recognized).containsExactlyInAnyOrder("4", "#"));
        send("direct:watchKeysNoMore", in(call));
        awaitEvent(ContinuousDtmfRecognitionStopped.class, call);
    }

    @Test
    void tonesReachAPhone() {
        String call = called();
        SendDtmfTonesResult result =
                send("direct:sendTones", in(call)).getMessage().getBody(SendDtmfTonesResult.class);
        assertThat(result.operationContext()).isEqualTo("extension");
        assertThat(awaitEvent(SendDtmfTonesCompleted.class, call).operationContext())
                .isEqualTo("extension");
        assertThat(heard()).containsExactly("12#");
    }

    @Test
    void aCallerIsPutOnHoldAndTakenOffAgain() {
        String call = called();
        send("direct:hold", in(call));
        await().untilAsserted(() -> assertThat(onHold(call)).isTrue());
        assertThat(heard()).contains("One moment please");
        send("direct:unhold", in(call));
        await().untilAsserted(() -> assertThat(onHold(call)).isFalse());
    }

    private boolean onHold(String call) {
        CallParticipant customer =
                send("direct:customer", in(call)).getMessage().getBody(CallParticipant.class);
        return customer.isOnHold();
    }
}
