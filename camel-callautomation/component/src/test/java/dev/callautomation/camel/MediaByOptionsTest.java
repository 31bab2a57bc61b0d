package dev.callautomation.camel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.DtmfTone;
import dev.callautomation.camel.model.RecognitionChoice;

import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every operation on media, written as a route author would: by options, and by headers. */
class MediaByOptionsTest extends WireTestSupport {

    private static final String CONTEXT = "&operationContext=order-1001";
    private static final String OPERATION =
            CONTEXT + "&operationCallbackUri=https://contact.example.com/callautomation/operations";
    private static final String WELCOME = "&text=Welcome to Contoso&voice=en-US-NancyNeural";
    private static final String FILE = "&file=https://contact.example.com/prompts/welcome.wav";
    private static final String SPOKEN = "&text=Guten Tag&locale=de-DE&voiceKind=female&playSourceCacheId=greeting-1"
            + "&customVoiceEndpointId=5f7d1a0c-9b2e-4c68-a3d1-0e8b7c6f5a49";
    private static final String SSML_TEXT = GoldenRequest.named("play-ssml-to-several")
            .body()
            .at("/playSources/0/ssml/ssmlText")
            .textValue();
    private static final String SSML = "&ssml=RAW(" + SSML_TEXT + ")&playSourceCacheId=greeting-2"
            + "&customVoiceEndpointId=5f7d1a0c-9b2e-4c68-a3d1-0e8b7c6f5a49";
    private static final String CHOICES = "&choices=sales:sales|buy:1,support:support|help:two,operator::0";
    private static final String MODEL = "&speechModelEndpointId=a259c255-1cd4-4ed7-a693-dd58563b6f6a";
    private static final String STREAMS = "&mediaStreamingUrl=wss://contact.example.com/media/audio"
            + "&audioChannelType=unmixed&startMediaStreaming=true&enableBidirectional=true&audioFormat=pcm24KMono"
            + "&enableDtmfTones=true&transcriptionUrl=wss://contact.example.com/media/transcript&locale=en-US"
            + "&startTranscription=true&enableIntermediateResults=true"
            + "&cognitiveServicesEndpoint=https://contact-center.cognitiveservices.azure.com/" + MODEL;

    private static final String TO_PHONE = "?target=" + PHONE;
    private static final String TO_USER = "?target=" + USER;

    static Stream<Arguments> plays() {
        return Stream.of(
                arguments("play-text-to-user", "play" + TO_USER + WELCOME + CONTEXT),
                arguments("play-file-to-phone-in-a-loop", "play" + TO_PHONE + "&loop=true" + FILE + OPERATION),
                arguments("play-text-with-all-options", "play" + TO_USER + SPOKEN + OPERATION),
                arguments("play-ssml-to-several", "play" + TO_USER + "," + PHONE + SSML + CONTEXT),
                arguments("play-without-context", "play" + TO_USER + WELCOME),
                arguments("play-text-to-all", "play?" + (WELCOME + CONTEXT).substring(1)),
                arguments(
                        "play-file-to-all-interrupting",
                        "play?loop=false&interruptCallMediaOperation=true" + FILE + OPERATION),
                arguments("play-file-to-all-in-a-loop", "play?loop=true&playSourceCacheId=music" + FILE + CONTEXT));
    }

    static Stream<Arguments> recognitions() {
        return Stream.of(
                arguments("recognize-dtmf", "recognize" + TO_PHONE + "&maxTones=4" + CONTEXT),
                arguments(
                        "recognize-dtmf-with-all-options",
                        "recognize" + TO_PHONE + "&interruptPrompt=true&initialSilenceTimeout=10s&interToneTimeout=3000"
                                + "&maxTones=6&stopTones=#*&interruptCallMediaOperation=true" + WELCOME + OPERATION),
                arguments("recognize-dtmf-until-a-stop-tone", "recognize" + TO_USER + "&stopTones=#" + CONTEXT),
                arguments("recognize-dtmf-until-a-stop-tone", "recognize" + TO_USER + "&stopTones=pound" + CONTEXT),
                arguments(
                        "recognize-choices",
                        "recognize" + TO_PHONE + "&choices=sales:sales|buy,support:support|help,operator" + CONTEXT),
                arguments(
                        "recognize-choices-with-all-options",
                        "recognize" + TO_USER + CHOICES + "&interruptPrompt=true&initialSilenceTimeout=PT15S"
                                + "&speechLanguage=en-US&interruptCallMediaOperation=true" + MODEL + SSML + OPERATION),
                arguments("recognize-speech", "recognize" + TO_PHONE + "&recognizeInputType=speech" + CONTEXT),
                arguments("recognize-speech", "recognize" + TO_PHONE + "&endSilenceTimeout=2s" + CONTEXT),
                arguments(
                        "recognize-speech-with-all-options",
                        "recognize" + TO_PHONE + "&speechLanguage=de-DE&endSilenceTimeout=1s&initialSilenceTimeout=20s"
                                + "&interruptPrompt=true&interruptCallMediaOperation=true" + MODEL + FILE + OPERATION),
                arguments(
                        "recognize-speech-or-dtmf",
                        "recognize" + TO_PHONE + "&recognizeInputType=speechOrDtmf&maxTones=4" + CONTEXT),
                arguments(
                        "recognize-speech-or-dtmf-with-all-options",
                        "recognize" + TO_PHONE + "&speechLanguage=en-US&endSilenceTimeout=3s&interToneTimeout=4s"
                                + "&maxTones=6&stopTones=#&initialSilenceTimeout=20s&interruptPrompt=true"
                                + "&interruptCallMediaOperation=true" + MODEL + SPOKEN + OPERATION));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments("cancel-all-media", "cancelAllMediaOperations"),
                arguments("start-continuous-dtmf", "startContinuousDtmfRecognition" + TO_PHONE),
                arguments("start-continuous-dtmf-with-context", "startContinuousDtmfRecognition" + TO_USER + CONTEXT),
                arguments("stop-continuous-dtmf", "stopContinuousDtmfRecognition" + TO_PHONE),
                arguments(
                        "stop-continuous-dtmf-with-operation-callback",
                        "stopContinuousDtmfRecognition" + TO_PHONE + OPERATION),
                arguments("send-dtmf-tones", "sendDtmfTones" + TO_PHONE + "&tones=12#"),
                arguments("send-dtmf-tones", "sendDtmfTones" + TO_PHONE + "&tones=one,Two,pound"),
                arguments(
                        "send-dtmf-tones-with-operation-callback",
                        "sendDtmfTones" + TO_PHONE + "&tones=09aD*" + OPERATION),
                arguments("hold", "hold" + TO_USER),
                arguments("hold-with-text-and-operation-callback", "hold" + TO_PHONE + WELCOME + OPERATION),
                arguments("hold-with-file", "hold" + TO_USER + FILE + CONTEXT),
                arguments("unhold", "unhold" + TO_USER),
                arguments("unhold-with-operation-callback", "unhold" + TO_PHONE + OPERATION),
                arguments("start-transcription", "startTranscription"),
                arguments(
                        "start-transcription-with-all-options", "startTranscription?locale=en-US" + MODEL + OPERATION),
                arguments("update-transcription", "updateTranscription?locale=fr-FR"),
                arguments(
                        "update-transcription-with-all-options",
                        "updateTranscription?locale=fr-FR" + MODEL + OPERATION),
                arguments("stop-transcription", "stopTranscription"),
                arguments("stop-transcription-with-operation-callback", "stopTranscription?" + OPERATION.substring(1)),
                arguments("start-media-streaming", "startMediaStreaming"),
                arguments(
                        "start-media-streaming-with-operation-callback",
                        "startMediaStreaming?" + OPERATION.substring(1)),
                arguments("stop-media-streaming", "stopMediaStreaming"),
                arguments(
                        "stop-media-streaming-with-operation-callback", "stopMediaStreaming?" + OPERATION.substring(1)),
                arguments(
                        "create-call-to-user-with-media-streaming-and-transcription",
                        "createCall" + TO_USER + STREAMS + CONTEXT),
                arguments("connect-call-by-room-id", "connectCall?roomId=99445276259151407" + STREAMS + CONTEXT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"plays", "recognitions", "others"})
    void theRequestIsThatOfTheOfficialSdk(String golden, String uri) throws Exception {
        assertSends(GoldenRequest.named(golden), uri, Map.of());
    }

    @Test
    void aPromptCanComeInHeaders() throws Exception {
        assertSends(
                GoldenRequest.named("play-text-to-user"),
                "play",
                Map.of(
                        CallAutomationConstants.TEXT, "Welcome to Contoso",
                        CallAutomationConstants.VOICE, "en-US-NancyNeural",
                        CallAutomationConstants.OPERATION_CONTEXT, "order-1001",
                        CallAutomationConstants.TARGET, List.of(CommunicationIdentifier.of(USER))));
    }

    @Test
    void aRecognitionCanComeInHeaders() throws Exception {
        assertSends(
                GoldenRequest.named("recognize-dtmf-with-all-options"),
                "recognize?interruptCallMediaOperation=true" + WELCOME + OPERATION,
                Map.of(
                        CallAutomationConstants.TARGET,
                        PHONE,
                        CallAutomationConstants.MAX_TONES,
                        6,
                        CallAutomationConstants.STOP_TONES,
                        List.of(DtmfTone.POUND, "*"),
                        CallAutomationConstants.INTER_TONE_TIMEOUT,
                        Duration.ofSeconds(3),
                        CallAutomationConstants.INITIAL_SILENCE_TIMEOUT,
                        10_000,
                        CallAutomationConstants.INTERRUPT_PROMPT,
                        true));
    }

    @Test
    void choicesCanComeAsRecordsMapsAndTextInAHeader() throws Exception {
        List<Object> choices = List.of(
                new RecognitionChoice("sales", List.of("sales", "buy"), DtmfTone.ONE),
                Map.of("label", "support", "phrases", List.of("support", "help"), "tone", "2"),
                "operator::0");
        assertSends(
                GoldenRequest.named("recognize-choices-with-all-options"),
                "recognize" + TO_USER + "&interruptPrompt=true&initialSilenceTimeout=15s&speechLanguage=en-US"
                        + "&interruptCallMediaOperation=true" + MODEL + SSML + OPERATION,
                Map.of(CallAutomationConstants.CHOICES, choices));
    }

    @Test
    void tonesCanComeInEveryWayOfWritingInAHeader() throws Exception {
        for (Object tones : List.of(
                List.of(DtmfTone.ONE, DtmfTone.TWO, DtmfTone.POUND), List.of("one", "2", "#"), "one,2#", "12#")) {
            SERVICE.resetAll();
            assertSends(
                    GoldenRequest.named("send-dtmf-tones"),
                    "sendDtmfTones" + TO_PHONE,
                    Map.of(CallAutomationConstants.TONES, tones));
        }
    }
}
