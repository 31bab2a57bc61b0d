package dev.callautomation.camel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.TeamsPhoneCallDetails;
import dev.callautomation.camel.model.TeamsPhoneCallerDetails;

import static org.assertj.core.api.Assertions.assertThat;

/** How options, body and headers of operations on media come together. */
class MediaLayersTest extends WireTestSupport {

    private JsonNode sent(String uri, Object body, Map<String, Object> headers) throws Exception {
        answer(202, "{}");
        SERVICE.resetRequests();
        Exchange exchange = template.request("callautomation:" + uri, message -> {
            message.getMessage().setBody(body);
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            headers.forEach(message.getMessage()::setHeader);
        });
        assertThat(exchange.getException()).isNull();
        return MAPPER.readTree(onlyRequest().getBody());
    }

    private static JsonNode json(String text) throws Exception {
        return MAPPER.readTree(text.replace('\'', '"'));
    }

    @Test
    void theOptionsOfARecognitionComeTogetherFromAllLayers() throws Exception {
        JsonNode sent = sent(
                "recognize?maxTones=4&stopTones=#&interruptPrompt=true",
                "{\"recognizeOptions\":{\"initialSilenceTimeoutInSeconds\":9,\"dtmfOptions\":{\"maxTonesToCollect\":6}}}",
                Map.of(
                        CallAutomationConstants.TARGET,
                        CommunicationIdentifier.of(USER),
                        CallAutomationConstants.INTER_TONE_TIMEOUT,
                        "4s"));
        assertThat(sent.get("recognizeInputType").asText()).isEqualTo("dtmf");
        assertThat(sent.at("/recognizeOptions/targetParticipant/rawId").asText())
                .isEqualTo(USER);
        assertThat(sent.at("/recognizeOptions/initialSilenceTimeoutInSeconds").asInt())
                .isEqualTo(9);
        assertThat(sent.at("/recognizeOptions/interruptPrompt").asBoolean()).isTrue();
        assertThat(sent.at("/recognizeOptions/dtmfOptions"))
                .isEqualTo(json("{'interToneTimeoutInSeconds':4,'maxTonesToCollect':6,'stopTones':['pound']}"));
    }

    @Test
    void aPromptTakesThePlaceOfAWeakerOne() throws Exception {
        String option = "play?text=option&voice=en-US-NancyNeural";
        JsonNode file = json("[{'kind':'file','file':{'uri':'https://contact.example.com/a.wav'}}]");
        assertThat(sent(option, Map.of("playSources", file), Map.of()).get("playSources"))
                .isEqualTo(file);
        assertThat(sent(option, Map.of("playSources", file), Map.of(CallAutomationConstants.TEXT, "header"))
                        .get("playSources"))
                .isEqualTo(json("[{'kind':'text','text':{'text':'header','voiceName':'en-US-NancyNeural'}}]"));
        assertThat(sent(option, null, Map.of(CallAutomationConstants.FILE, "https://contact.example.com/a.wav"))
                        .get("playSources"))
                .isEqualTo(file);
    }

    @Test
    void aHeaderCanChooseTheVoiceOfTheOptionsText() throws Exception {
        JsonNode sent = sent(
                "play?text=Bonjour&voice=en-US-NancyNeural",
                null,
                Map.of(CallAutomationConstants.VOICE, "fr-FR-DeniseNeural"));
        assertThat(sent.at("/playSources/0/text"))
                .isEqualTo(json("{'text':'Bonjour','voiceName':'fr-FR-DeniseNeural'}"));
    }

    @Test
    void onePromptTakesThePlaceOfSeveralAndTheOtherWayRound() throws Exception {
        JsonNode several = json("{'playPrompts':[{'text':{'text':'a'}},{'text':{'text':'b'}}]}");
        String option = "recognize?maxTones=1&target=" + USER;
        JsonNode sent = sent(option + "&text=option", several, Map.of());
        assertThat(sent.has("playPrompt")).isFalse();
        assertThat(sent.get("playPrompts")).hasSize(2);
        sent = sent(option, several, Map.of(CallAutomationConstants.TEXT, "header"));
        assertThat(sent.at("/playPrompt/text/text").asText()).isEqualTo("header");
        assertThat(sent.has("playPrompts")).isFalse();
    }

    @Test
    void aVoiceAloneIsNoPrompt() throws Exception {
        JsonNode sent = sent("hold?voice=en-US-NancyNeural&locale=en-US&target=" + USER, null, Map.of());
        assertThat(sent.has("playSourceInfo")).isFalse();
    }

    @Test
    void tonesOfABodyAreReadInEveryWayOfWriting() throws Exception {
        for (Object tones : List.of("12#", "one,two,pound", List.of("one", "2", "pound"), List.of("12", "#"))) {
            JsonNode sent = sent("sendDtmfTones?tones=9&target=" + USER, Map.of("tones", tones), Map.of());
            assertThat(sent.get("tones")).isEqualTo(json("['one','two','pound']"));
        }
        assertThat(sent("sendDtmfTones?target=" + USER, Map.of("tones", 12), Map.of())
                        .get("tones"))
                .isEqualTo(json("['one','two']"));
    }

    @Test
    void whatIsRecognizedFollowsFromTheBody() throws Exception {
        String choices = "{\"recognizeOptions\":{\"choices\":[\"sales\",{\"label\":\"support\",\"tone\":\"2\"}]}}";
        JsonNode sent = sent("recognize?target=" + USER, choices, Map.of());
        assertThat(sent.get("recognizeInputType").asText()).isEqualTo("choices");
        assertThat(sent.at("/recognizeOptions/choices"))
                .isEqualTo(json("[{'label':'sales','phrases':['sales']},"
                        + "{'label':'support','phrases':['support'],'tone':'two'}]"));
    }

    @Test
    void settingsOfStreamsBeginNone() throws Exception {
        String call = "createCall?audioFormat=pcm24KMono&startTranscription=true&locale=en-US&target=" + USER;
        assertThat(sent(call, null, Map.of()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("targets", "callbackUri");
        JsonNode sent = sent(call + "&mediaStreamingUrl=ws://localhost:9/audio", null, Map.of());
        assertThat(sent.get("mediaStreamingOptions"))
                .isEqualTo(json("{'transportType':'websocket','audioChannelType':'mixed','contentType':'audio',"
                        + "'transportUrl':'ws://localhost:9/audio','audioFormat':'pcm24KMono'}"));
        assertThat(sent.has("transcriptionOptions")).isFalse();
    }

    @Test
    void settingsOfStreamsComeTogetherWithThoseOfTheBody() throws Exception {
        JsonNode sent = sent(
                "answerCall?incomingCallContext=c&locale=en-US&enableIntermediateResults=true",
                "{\"transcriptionOptions\":{\"transportUrl\":\"wss://contact.example.com/t\",\"startTranscription\":true}}",
                Map.of(CallAutomationConstants.LOCALE, "fr-FR"));
        assertThat(sent.get("transcriptionOptions"))
                .isEqualTo(json("{'transportType':'websocket','locale':'fr-FR','transportUrl':"
                        + "'wss://contact.example.com/t','startTranscription':true,'enableIntermediateResults':true}"));
    }

    @Test
    void noHeaderSaysWhereStreamsGo() throws Exception {
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelCallAutomationMediaStreamingUrl", "wss://elsewhere.example.com");
        headers.put("CamelCallAutomationTranscriptionUrl", "wss://elsewhere.example.com");
        headers.put("CamelCallAutomationCognitiveServicesEndpoint", "https://elsewhere.example.com");
        assertThat(sent("createCall?locale=en-US&target=" + USER, null, headers).toString())
                .doesNotContain("elsewhere");
    }

    @Test
    void detailsForATeamsUserCanComeInAHeader() throws Exception {
        JsonNode golden = GoldenRequest.named("transfer-to-teams-user-with-call-details")
                .body()
                .at("/customCallingContext/teamsPhoneCallDetails");
        for (Object details : List.of(
                golden,
                MAPPER.convertValue(golden, Map.class),
                MAPPER.convertValue(golden, TeamsPhoneCallDetails.class))) {
            JsonNode sent = sent(
                    "transfer?target=8:orgid:x&voipHeader.ticket=4711",
                    null,
                    Map.of(CallAutomationConstants.TEAMS_PHONE_CALL_DETAILS, details));
            assertThat(GoldenRequest.essence(sent.at("/customCallingContext/teamsPhoneCallDetails")))
                    .isEqualTo(GoldenRequest.essence(golden));
            assertThat(sent.at("/customCallingContext/voipHeaders/ticket").asText())
                    .isEqualTo("4711");
        }
    }

    @Test
    void detailsForATeamsUserCanBeABean() throws Exception {
        context.getRegistry()
                .bind(
                        "details",
                        new TeamsPhoneCallDetails(
                                new TeamsPhoneCallerDetails(
                                        CommunicationIdentifier.of(PHONE), "Robin", PHONE, null, null, null, null),
                                null,
                                null,
                                "refund",
                                null,
                                null,
                                null,
                                null,
                                null));
        JsonNode sent = sent("addParticipant?teamsPhoneCallDetails=#bean:details&target=8:orgid:x", null, Map.of());
        assertThat(sent.at("/customCallingContext/teamsPhoneCallDetails/intent").asText())
                .isEqualTo("refund");
    }
}
