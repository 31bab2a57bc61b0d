package dev.callautomation.camel;

import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.model.PlayRequest;
import dev.callautomation.camel.model.PlaySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Wrong input of operations on media is refused before anything is sent, in words that say what to change. */
class MediaValidationTest extends WireTestSupport {

    private static final String TARGET = "&target=" + USER;

    @AfterEach
    void nothingWasSent() {
        assertThat(requests()).isEmpty();
    }

    private String refused(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = template.request("callautomation:" + uri, message -> {
            message.getMessage().setBody(body);
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            headers.forEach(message.getMessage()::setHeader);
        });
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class);
        return exchange.getException().getMessage();
    }

    private String refused(String uri) {
        return refused(uri, null, Map.of());
    }

    private String refused(String uri, Object body) {
        return refused(uri, body, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "play, text",
        "recognize?maxTones=1, target",
        "recognize?target=+18005550199, recognizeInputType",
        "recognize?target=+18005550199&recognizeInputType=choices, choices",
        "startContinuousDtmfRecognition, target",
        "stopContinuousDtmfRecognition, target",
        "sendDtmfTones?target=+18005550199, tones",
        "sendDtmfTones?tones=1, target",
        "hold, target",
        "unhold, target",
        "updateTranscription, locale",
        "createCall?target=8:acs:a_b&transcriptionUrl=wss://contact.example.com, locale"
    })
    void whatIsMissingIsNamedWithItsOptionAndHeader(String uri, String option) {
        String header = "CamelCallAutomation" + Character.toUpperCase(option.charAt(0)) + option.substring(1);
        assertThat(refused(uri))
                .startsWith("callautomation:" + uri.split("\\?")[0])
                .contains("set the option " + option + " or the header " + header + " (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"play", "hold", "recognize"})
    void oneThingIsPlayed(String operation) {
        assertThat(refused(operation + "?text=Welcome&file=https://contact.example.com/a.wav&maxTones=1" + TARGET))
                .contains("text and file are set", "one of text, file and ssml");
        assertThat(refused(
                        operation + "?maxTones=1" + TARGET,
                        null,
                        Map.of(CallAutomationConstants.SSML, "<speak/>", CallAutomationConstants.TEXT, "Welcome")))
                .contains("text and ssml are set");
    }

    @ParameterizedTest
    @CsvSource({
        "http://contact.example.com/a.wav, not secure",
        "ftp://localhost/a.wav, not secure",
        "a.wav, not secure",
        "https://contact.example.com/a|b.wav, not a URI"
    })
    void aRecordingIsFetchedByHttpsOrFromThisMachine(String file, String problem) {
        for (String operation : List.of("play", "hold", "recognize")) {
            assertThat(refused(operation + "?maxTones=1&file=RAW(" + file + ")" + TARGET))
                    .contains("the audio file to play", problem, "set the option file");
        }
    }

    @Test
    void aTextToSayIsNotEmpty() {
        assertThat(refused("play", null, Map.of(CallAutomationConstants.TEXT, " ")))
                .contains("the text to speak is empty");
        assertThat(refused("play?ssml=", null)).contains("SSML");
    }

    @Test
    void everySourceOfABodyIsChecked() {
        assertThat(refused(
                        "play",
                        new PlayRequest(
                                List.of(
                                        PlaySource.text("Hello", null),
                                        PlaySource.file("http://contact.example.com/a.wav")),
                                null,
                                null,
                                null,
                                null,
                                null)))
                .contains("not secure");
        assertThat(refused("play", "{\"playSources\":[{\"text\":{\"text\":\"a\"},\"ssml\":{\"ssmlText\":\"b\"}}]}"))
                .contains("playSources: what is played is one of file, text and ssml, but 2 are given");
        assertThat(refused(
                        "recognize?maxTones=1" + TARGET,
                        "{\"playPrompts\":[{\"file\":{\"uri\":\"http://contact.example.com/a.wav\"}}]}"))
                .contains("not secure");
    }

    @ParameterizedTest
    @CsvSource({
        "initialSilenceTimeout=21s, initialSilenceTimeout, 0 to 20 seconds",
        "interToneTimeout=0, interToneTimeout, 1 to 60 seconds",
        "interToneTimeout=61s, interToneTimeout, 1 to 60 seconds",
        "maxTones=0, maxTones, at least 1",
        "endSilenceTimeout=0, endSilenceTimeout, at least 1 ms",
        "interToneTimeout=1500, interToneTimeout, fraction of a second",
    })
    void timesAndNumbersOfARecognitionAreInRange(String option, String name, String problem) {
        assertThat(refused("recognize?recognizeInputType=speechOrDtmf&" + option + TARGET))
                .contains(name, problem);
    }

    @Test
    void tonesAreWaitedForFiveMinutesAtTheMost() {
        assertThat(refused("recognize?maxTones=1&initialSilenceTimeout=301s" + TARGET))
                .contains("initialSilenceTimeout");
    }

    @Test
    void aHeaderThatIsNoDurationIsSaid() {
        assertThat(refused(
                        "recognize?maxTones=1" + TARGET,
                        null,
                        Map.of(CallAutomationConstants.INITIAL_SILENCE_TIMEOUT, "soon")))
                .contains("'soon' is not a duration", "initialSilenceTimeout");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sales,,support; a choice has no label",
                ":buy; a choice has no label",
                "sales:buy:1:2; 'sales:buy:1:2' is not a choice",
                "sales:buy:12; '12' is not one tone",
                "sales:buy:x; 'x' is not a tone"
            })
    void aChoiceIsWrittenAsItShould(String choices, String problem) {
        assertThat(refused(
                        "recognize" + TARGET.replace('&', '?'), null, Map.of(CallAutomationConstants.CHOICES, choices)))
                .contains(problem, "set the option choices");
    }

    @Test
    void whatIsNoToneIsSaid() {
        assertThat(refused("sendDtmfTones?tones=12x" + TARGET)).contains("'x' is not a tone", "0 to 9", "option tones");
        assertThat(refused("recognize?stopTones=." + TARGET)).contains("is not a tone", "option stopTones");
    }

    @Test
    void onePartyIsListenedTo() {
        assertThat(refused("recognize?maxTones=1&target=+18005550199,+18005550198"))
                .contains("is neither a phone number nor a raw id", "option target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://contact.example.com/x", "https://contact.example.com/x", "contact.example.com"})
    void streamsGoToSecureWebSocketsOrStayOnThisMachine(String url) {
        String call = "createCall?locale=en-US" + TARGET;
        assertThat(refused(call + "&mediaStreamingUrl=" + url)).contains("the audio of the call", "mediaStreamingUrl");
        assertThat(refused(call + "&transcriptionUrl=" + url))
                .contains("the transcript of the call", "transcriptionUrl");
    }

    @Test
    void aStreamOfABodyNeedsAnAddress() {
        assertThat(refused("createCall" + TARGET.replace('&', '?'), "{\"mediaStreamingOptions\":{}}"))
                .contains("no WebSocket URL for the audio of the call; set the option mediaStreamingUrl (");
    }

    @Test
    void theAiServicesAreReachedByHttps() {
        assertThat(refused("createCall?cognitiveServicesEndpoint=http://ai.example.com" + TARGET))
                .contains("cognitiveServicesEndpoint", "not secure");
    }

    @Test
    void whatIsTrueOrFalseIsSaid() {
        assertThat(refused("play?text=Welcome", null, Map.of(CallAutomationConstants.LOOP, "maybe")))
                .contains("playOptions.loop", "set the option loop");
    }

    @Test
    void addressesInMessagesKeepTheirSecrets() {
        assertThat(refused(
                        "play", null, Map.of(CallAutomationConstants.FILE, "https://blob.example.com/a b?sig=s3cret")))
                .doesNotContain("s3cret");
    }

    @Test
    void aWrongShapeInABodyIsSaid() {
        assertThat(refused("recognize?maxTones=1" + TARGET, "{\"recognizeOptions\":5}"))
                .contains("recognizeOptions");
        assertThat(refused("play?text=Welcome", "{\"playOptions\":\"loop\"}")).contains("playOptions");
    }
}
