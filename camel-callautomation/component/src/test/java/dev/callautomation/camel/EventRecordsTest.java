package dev.callautomation.camel;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.ContinuousDtmfRecognitionToneReceived;
import dev.callautomation.camel.event.MediaStreamingStarted;
import dev.callautomation.camel.event.PlayFailed;
import dev.callautomation.camel.event.RecognizeCompleted;
import dev.callautomation.camel.event.RecordingStateChanged;
import dev.callautomation.camel.event.TranscriptionStarted;
import dev.callautomation.camel.model.ChoiceResult;
import dev.callautomation.camel.model.DtmfResult;
import dev.callautomation.camel.model.DtmfTone;
import dev.callautomation.camel.model.MediaStreamingStatus;
import dev.callautomation.camel.model.MediaStreamingStatusDetails;
import dev.callautomation.camel.model.MediaStreamingUpdate;
import dev.callautomation.camel.model.RecognitionType;
import dev.callautomation.camel.model.RecordingState;
import dev.callautomation.camel.model.SpeechResult;
import dev.callautomation.camel.model.TranscriptionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Events as the service sends them, member by member. */
class EventRecordsTest extends EventTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:all");
            }
        };
    }

    private <T> T receive(String delivery, Class<T> type) throws Exception {
        MockEndpoint all = getMockEndpoint("mock:all");
        all.expectedMessageCount(1);
        assertThat(post(delivery).statusCode()).isEqualTo(200);
        all.assertIsSatisfied();
        return type.cast(all.getExchanges().get(0).getMessage().getBody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AddParticipantFailed",
                "AddParticipantSucceeded",
                "AnswerFailed",
                "CallConnected",
                "CallDisconnected",
                "CallEnded",
                "CallParticipantAdded",
                "CallParticipantRemoved",
                "CallStarted",
                "CallTransferAccepted",
                "CallTransferFailed",
                "ConnectFailed",
                "ContinuousDtmfRecognitionStopped",
                "ContinuousDtmfRecognitionToneFailed",
                "ContinuousDtmfRecognitionToneReceived",
                "HoldFailed",
                "IncomingCall",
                "MediaStreamingFailed",
                "MediaStreamingStarted",
                "MoveParticipantFailed",
                "MoveParticipantSucceeded",
                "ParticipantsUpdated",
                "PlayCompleted",
                "PlayFailed",
                "PlayStarted",
                "RecognizeCanceled",
                "RecognizeCompleted.dtmf",
                "RecognizeFailed",
                "RecordingFileStatusUpdated",
                "RecordingStateChanged",
                "RemoveParticipantFailed",
                "SendDtmfTonesCompleted",
                "SendDtmfTonesFailed",
                "StartRecordingFailed",
                "TranscriptionFailed",
                "TranscriptionStarted",
                "TranscriptionStopped"
            })
    void everySampleOfTheServiceHasItsRecord(String name) throws Exception {
        CallAutomationEvent event = receive(sample(name), CallAutomationEvent.class);
        assertThat(event.getClass().getSimpleName()).isEqualTo(name.split("\\.")[0]);
        assertThat(event.type()).isEqualTo(name.split("\\.")[0]);
    }

    static Stream<Arguments> eventsWithoutASample() {
        return Stream.of(
                        "CancelAddParticipantFailed",
                        "CancelAddParticipantSucceeded",
                        "CreateCallFailed",
                        "MediaStreamingStopped",
                        "PlayCanceled",
                        "RemoveParticipantSucceeded",
                        "TranscriptionUpdated")
                .map(Arguments::arguments);
    }

    @ParameterizedTest
    @MethodSource("eventsWithoutASample")
    void everyOtherEventHasItsRecord(String name) throws Exception {
        CallAutomationEvent event =
                receive(callback(name, "1", "{\"callConnectionId\":\"c1\"}"), CallAutomationEvent.class);
        assertThat(event.getClass().getSimpleName()).isEqualTo(name);
        assertThat(event.callConnectionId()).isEqualTo("c1");
    }

    @Test
    void recognizedTonesChoicesAndSpeechAreRead() throws Exception {
        RecognizeCompleted tones = receive(sample("RecognizeCompleted.dtmf"), RecognizeCompleted.class);
        assertThat(tones.recognitionType()).isEqualTo(RecognitionType.DTMF);
        assertThat(tones.dtmfResult()).isEqualTo(new DtmfResult(List.of(DtmfTone.FIVE, DtmfTone.SIX, DtmfTone.POUND)));
        assertThat(tones.speechResult()).isNull();

        MockEndpoint.resetMocks(context);
        String choice = callback(
                "RecognizeCompleted",
                "2",
                "{\"recognitionType\":\"choices\",\"choiceResult\":{\"label\":\"Sales\",\"recognizedPhrase\":\"sales please\",\"confidence\":0.9}}");
        assertThat(receive(choice, RecognizeCompleted.class).choiceResult())
                .isEqualTo(new ChoiceResult("Sales", "sales please", 0.9));

        MockEndpoint.resetMocks(context);
        String speech = callback(
                "RecognizeCompleted",
                "3",
                "{\"recognitionType\":\"speech\",\"speechResult\":{\"speech\":\"my order\",\"confidence\":0.8}}");
        assertThat(receive(speech, RecognizeCompleted.class).speechResult())
                .isEqualTo(new SpeechResult("my order", 0.8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // a choice by its key, as the official Java SDK's tests have it
                "{'recognitionType':'dtmf','choiceResult':{'label':'Marketing'}}; Marketing",
                "{'recognitionType':'dtmf','dtmfResult':{'tones':['five','pound']},'choiceResult':{'label':'Sales'}}; 5#",
                "{'recognitionType':'speech','speechResult':{'speech':'hello'},'choiceResult':{}}; hello",
                "{'recognitionType':'mood','choiceResult':{'label':'Sales'},'dtmfResult':{'tones':['one']}}; Sales",
                "{'speechResult':{'speech':'hello'}}; hello"
            },
            quoteCharacter = '`')
    void whatWasRecognizedIsFoundWhereverTheServicePutsIt(String data, String recognized) throws Exception {
        String event = callback("RecognizeCompleted", "4", data.replace('\'', '"'));
        assertThat(receive(event, RecognizeCompleted.class).recognized()).isEqualTo(recognized);
    }

    @Test
    void tonesAndFailedSourcesAreRead() throws Exception {
        ContinuousDtmfRecognitionToneReceived tone =
                receive(sample("ContinuousDtmfRecognitionToneReceived"), ContinuousDtmfRecognitionToneReceived.class);
        assertThat(tone.tone()).isEqualTo(DtmfTone.EIGHT);
        assertThat(tone.sequenceId()).isEqualTo(1);
        MockEndpoint.resetMocks(context);
        assertThat(receive(sample("PlayFailed"), PlayFailed.class).failedPlaySourceIndex())
                .isZero();
    }

    @Test
    void theStateOfARecordingIsRead() throws Exception {
        RecordingStateChanged event = receive(sample("RecordingStateChanged"), RecordingStateChanged.class);
        assertThat(event.recordingId()).isEqualTo("recordingId");
        assertThat(event.state()).isEqualTo(RecordingState.ACTIVE);
        assertThat(event.startDateTime()).isEqualTo(OffsetDateTime.parse("2022-08-11T23:42:45.4394211Z"));
    }

    @Test
    void statesOfStreamsAreReadAndNewerOnesAreNoObstacle() throws Exception {
        assertThat(receive(sample("MediaStreamingStarted"), MediaStreamingStarted.class)
                        .mediaStreamingUpdate())
                .isEqualTo(new MediaStreamingUpdate(
                        "Audio",
                        MediaStreamingStatus.MEDIA_STREAMING_STARTED,
                        MediaStreamingStatusDetails.SUBSCRIPTION_STARTED));
        MockEndpoint.resetMocks(context);
        assertThat(receive(sample("TranscriptionStarted"), TranscriptionStarted.class)
                        .transcriptionUpdate()
                        .transcriptionStatus())
                .isEqualTo(TranscriptionStatus.TRANSCRIPTION_STARTED);
        MockEndpoint.resetMocks(context);
        String newer = callback(
                "MediaStreamingStarted", "9", "{\"mediaStreamingUpdate\":{\"mediaStreamingStatus\":\"hovering\"}}");
        assertThat(receive(newer, MediaStreamingStarted.class)
                        .mediaStreamingUpdate()
                        .mediaStreamingStatus())
                .isNull();
    }
}
