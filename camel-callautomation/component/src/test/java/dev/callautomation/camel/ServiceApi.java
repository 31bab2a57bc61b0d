package dev.callautomation.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The REST API as its vendor describes it: operations, models, enums. Makes sample documents of the models, in so many
 * variants that together they have every member and every value of every enum.
 */
final class ServiceApi {

    /** Enough for the longest enum, the tones. */
    static final int VARIANTS = 16;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode API = read();

    /** The description calls these strings; what they may hold it tells elsewhere, among the enums. */
    private static final Map<String, String> ENUMS = Map.ofEntries(
            Map.entry("callConnectionState", "CallConnectionStateModel"),
            Map.entry("callRejectReason", "CallRejectReason"),
            Map.entry("tone", "Tone"),
            Map.entry("tones", "Tone"),
            Map.entry("stopTones", "Tone"),
            Map.entry("transportType", "StreamingTransportType"),
            Map.entry("audioChannelType", "MediaStreamingAudioChannelType"),
            Map.entry("audioFormat", "AudioFormat"),
            Map.entry("WebSocketMediaStreamingOptions.contentType", "MediaStreamingContentType"),
            Map.entry("subscribedContentTypes", "MediaStreamingContentType"),
            Map.entry("subscribedResultTypes", "TranscriptionResultState"),
            Map.entry("MediaStreamingSubscription.state", "MediaStreamingSubscriptionState"),
            Map.entry("TranscriptionSubscription.state", "TranscriptionSubscriptionState"),
            Map.entry("mediaStreamingStatus", "MediaStreamingStatus"),
            Map.entry("mediaStreamingStatusDetails", "MediaStreamingStatusDetails"),
            Map.entry("transcriptionStatus", "TranscriptionStatus"),
            Map.entry("transcriptionStatusDetails", "TranscriptionStatusDetails"),
            Map.entry("recognitionType", "RecognitionType"),
            Map.entry("recognizeInputType", "RecognizeInputType"),
            Map.entry("RecordingStateChanged.state", "RecordingState"),
            Map.entry("recordingState", "RecordingState"),
            Map.entry("recordingKind", "RecordingKind"),
            Map.entry("recordingStorageKind", "RecordingStorageKind"),
            Map.entry("voiceKind", "VoiceKind"));

    /** Members that must fit together, or be of a form: one of the values is taken in turn, and says all. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("CommunicationIdentifier", """
                    [{"kind":"communicationUser","rawId":"8:acs:r_u","communicationUser":{"id":"8:acs:r_u"}},
                     {"kind":"phoneNumber","rawId":"4:+18005550199","phoneNumber":{"value":"+18005550199"}},
                     {"kind":"phoneNumber","rawId":"4:anonymous","phoneNumber":{"value":"anonymous","isAnonymous":true}},
                     {"kind":"phoneNumber","rawId":"4:+18005550199_a1",
                      "phoneNumber":{"value":"+18005550199","assertedId":"a1"}},
                     {"kind":"microsoftTeamsUser","rawId":"8:orgid:u","microsoftTeamsUser":{"userId":"u","cloud":"public"}},
                     {"kind":"microsoftTeamsUser","rawId":"8:dod:u","microsoftTeamsUser":{"userId":"u","cloud":"dod"}},
                     {"kind":"microsoftTeamsUser","rawId":"8:teamsvisitor:u",
                      "microsoftTeamsUser":{"userId":"u","isAnonymous":true}},
                     {"kind":"microsoftTeamsApp","rawId":"28:gcch:a","microsoftTeamsApp":{"appId":"a","cloud":"gcch"}},
                     {"kind":"teamsExtensionUser","rawId":"8:acs:r_t_u",
                      "teamsExtensionUser":{"userId":"u","tenantId":"t","resourceId":"r","cloud":"public"}},
                     {"kind":"unknown","rawId":"28:acs:x"}]"""),
            Map.entry("CommunicationUserIdentifier", "[{\"id\":\"8:acs:r_u\"}]"),
            Map.entry("PhoneNumberIdentifier", "[{\"value\":\"+18005550100\"}]"),
            Map.entry("MicrosoftTeamsAppIdentifier", "[{\"appId\":\"a\",\"cloud\":\"public\"}]"),
            Map.entry("CallLocator", """
                    [{"kind":"serverCallLocator","serverCallId":"s1"},{"kind":"groupCallLocator","groupCallId":"g1"},
                     {"kind":"roomCallLocator","roomId":"1"}]"""),
            Map.entry("confidence", "[0.93]"),
            Map.entry("sipHeaders", "[{\"User-To-User\":\"1a;encoding=hex\",\"X-MS-Custom-a\":\"1\",\"X-b\":\"2\"}]"));

    /** Alternatives: a document has one of these members, and where the description names them, its kind. */
    private static final Map<String, List<String>> ONE_OF = Map.of(
            "PlaySource", List.of("file", "text", "ssml"),
            "CreateCallRequest", List.of("source", "teamsAppSource"),
            "StartCallRecordingRequest", List.of("callLocator", "callConnectionId"));

    private ServiceApi() {}

    static List<String> operations() {
        return names("operations");
    }

    static JsonNode operation(String name) {
        return API.get("operations").get(name);
    }

    static List<String> models() {
        return names("models");
    }

    /** The members of a model. */
    static Stream<String> members(String model) {
        return API.get("models").get(model).properties().stream().map(Map.Entry::getKey);
    }

    /** The models of a model's members. */
    static Stream<String> parts(String model) {
        return API.get("models").get(model).properties().stream()
                .map(member -> member.getValue().get("type").textValue())
                .map(type -> type.replaceAll("Map<string,(.*)>", "$1").replace("[]", ""))
                .filter(type -> API.get("models").has(type));
    }

    /** The enums that no sample has: they would go unchecked. */
    static Stream<String> unusedEnums() {
        List<String> used = Stream.concat(
                        ENUMS.values().stream(),
                        // in the forms above
                        Stream.of(
                                "CallLocatorKind",
                                "CommunicationIdentifierModelKind",
                                "CommunicationCloudEnvironmentModel",
                                "PlaySourceType",
                                "RecordingContentType",
                                "RecordingChannelType",
                                "RecordingFormatType"))
                .toList();
        return names("enums").stream().filter(name -> !used.contains(name));
    }

    /**
     * A document of a model with all of its members, as far as they go together.
     *
     * @param variant which of the alternatives and values it has, 0 to {@link #VARIANTS}
     */
    static ObjectNode sample(String model, int variant) {
        if (model.equals("MediaStreamingOptions") || model.equals("TranscriptionOptions")) {
            // the API has one transport, and these are but its base
            return sample("WebSocket" + model, variant);
        }
        ObjectNode sample = MAPPER.createObjectNode();
        List<String> alternatives = ONE_OF.getOrDefault(model, List.of());
        String chosen = alternatives.isEmpty() ? null : alternatives.get(variant % alternatives.size());
        members(model)
                .filter(name -> !alternatives.contains(name) || name.equals(chosen))
                .forEach(name -> {
                    JsonNode value = name.equals("kind")
                            ? MAPPER.valueToTree(chosen)
                            : value(model, name, API.get("models").get(model).get(name), variant);
                    sample.set(name, value);
                });
        if (model.equals("StartCallRecordingRequest")) {
            sample.setAll(recordingOf(variant));
        }
        return sample;
    }

    /** Not every content, channel and format go together. */
    private static ObjectNode recordingOf(int variant) {
        String[][] forms = {{"audio", "unmixed", "wav"}, {"audio", "mixed", "mp3"}, {"audioVideo", "mixed", "mp4"}};
        String[] form = forms[variant % forms.length];
        return MAPPER.createObjectNode()
                .put("recordingContentType", form[0])
                .put("recordingChannelType", form[1])
                .put("recordingFormatType", form[2]);
    }

    private static JsonNode value(String model, String name, JsonNode description, int variant) {
        String type = description.get("type").textValue();
        if (FORMS.containsKey(name)) {
            return form(name, variant);
        }
        if (type.endsWith("[]")) {
            ArrayNode array = MAPPER.createArrayNode();
            return array.add(single(model, name, type.substring(0, type.length() - 2), description, variant));
        }
        if (type.startsWith("Map<string,")) {
            String values = type.substring("Map<string,".length(), type.length() - 1);
            return MAPPER.createObjectNode().set("key", single(model, name, values, description, variant));
        }
        return single(model, name, type, description, variant);
    }

    private static JsonNode single(String model, String name, String type, JsonNode description, int variant) {
        if (FORMS.containsKey(type)) {
            return form(type, variant);
        }
        return switch (type) {
            case "boolean" -> MAPPER.valueToTree(true);
            case "number" ->
                MAPPER.valueToTree(
                        description.path("constraints").path("InclusiveMinimum").asInt(0) + 1);
            case "datetime" -> MAPPER.valueToTree("2026-01-01T00:00:00Z");
            case "string" -> MAPPER.valueToTree(text(model, name, variant));
            default -> sample(type, variant);
        };
    }

    private static String text(String model, String name, int variant) {
        String values = ENUMS.getOrDefault(model + "." + name, ENUMS.get(name));
        if (values != null) {
            JsonNode known = API.get("enums").get(values);
            return known.get(variant % known.size()).textValue();
        }
        if (name.equals("transportUrl")) {
            return "wss://contact.example.com/" + name;
        }
        if (name.equals("uri") || name.endsWith("Uri") || name.endsWith("Url") || name.endsWith("Endpoint")) {
            return "https://contact.example.com/" + name;
        }
        return name.equals("phoneNumber") ? "+18005550199" : "some " + name;
    }

    private static JsonNode form(String name, int variant) {
        try {
            JsonNode forms = MAPPER.readTree(FORMS.get(name));
            return forms.get(variant % forms.size());
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static List<String> names(String part) {
        return API.get(part).properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode read() {
        try {
            return MAPPER.readTree(Files.readAllBytes(Path.of("src/test/resources/api/api-2026-03-12.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
