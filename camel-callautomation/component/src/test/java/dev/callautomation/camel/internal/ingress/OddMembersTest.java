package dev.callautomation.camel.internal.ingress;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.CallEnded;
import dev.callautomation.camel.event.ContinuousDtmfRecognitionToneReceived;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.EventTypes;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.event.ParticipantsUpdated;
import dev.callautomation.camel.event.RecognizeCompleted;
import dev.callautomation.camel.event.RecordingFileStatusUpdated;
import dev.callautomation.camel.event.UnknownEvent;
import dev.callautomation.camel.model.CallParticipant;
import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.DtmfTone;
import dev.callautomation.camel.model.IdentifierKind;
import dev.callautomation.camel.model.RecordingContentType;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever one member of an event is, its ids and all other members are read. */
class OddMembersTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final List<String> ODD = List.of(
            "{}",
            "[]",
            "[null]",
            "[1,{},[]]",
            "{\"x\":{\"y\":[]}}",
            "{\"rawId\":{}}",
            "{\"rawId\":\"9:new:kind\",\"kind\":\"robot\",\"robot\":{\"id\":1}}",
            "null",
            "true",
            "\"true\"",
            "\"\"",
            "\"  \"",
            "\"7\"",
            "\"a text\"",
            "\"{\\\"rawId\\\":1}\"",
            "\"2026-01-01T00:00:00\"",
            "-1",
            "3.7",
            "1e400",
            "123456789012345678901234567890",
            "\"1e999999999\"");

    static Stream<Class<? extends CallAutomationEvent>> types() {
        return EventTypes.names().stream().map(name -> EventTypes.find(name).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("types")
    void anOddMemberAffectsNoOther(Class<? extends CallAutomationEvent> type) throws Exception {
        ObjectNode data = data(type);
        CallAutomationEvent usual = read(type, data);
        assertThat(usual.unreadable()).isEmpty();
        for (String path : paths(data, "")) {
            for (String odd : ODD) {
                ObjectNode changed = data.deepCopy();
                set(changed, path, MAPPER.readTree(odd));
                CallAutomationEvent event = read(type, changed);
                String description = path + " of " + type.getSimpleName() + " is " + odd;
                assertThat(event).as(description).isInstanceOf(type);
                String member = path.substring(1).split("/")[0];
                otherMembers(type, member, usual, event, description);
                assertThat(event.unreadable())
                        .as(description)
                        .allMatch(name ->
                                name.equals(member) || name.startsWith(member + ".") || name.startsWith(member + "["));
            }
        }
    }

    private static void otherMembers(
            Class<?> type, String member, CallAutomationEvent usual, CallAutomationEvent event, String description)
            throws ReflectiveOperationException {
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getName().equals(member) && component.getType() != EventEnvelope.class) {
                assertThat(component.getAccessor().invoke(event))
                        .as(description)
                        .isEqualTo(component.getAccessor().invoke(usual));
            }
        }
        Map<String, Object> ids = Map.of(
                "callConnectionId", event.callConnectionId() + "",
                "serverCallId", event.serverCallId() + "",
                "correlationId", event.correlationId() + "",
                "operationContext", event.operationContext() + "");
        ids.forEach((name, value) -> {
            if (!name.equals(member)) {
                assertThat(value).as(description).isEqualTo(name + " 1");
            }
        });
    }

    private static CallAutomationEvent read(Class<?> type, ObjectNode data) throws Exception {
        ObjectNode event = MAPPER.createObjectNode();
        event.put("type", "Microsoft.Communication." + type.getSimpleName()).put("id", "1");
        event.set("data", data);
        return typed(event.toString());
    }

    private static CallAutomationEvent typed(String json) throws Exception {
        return EventParser.parse(json.getBytes(StandardCharsets.UTF_8), true)
                .get(0)
                .typed();
    }

    /** Data with all members. */
    private static ObjectNode data(Class<?> type) {
        ObjectNode data = (ObjectNode) value(type);
        for (String id : List.of("callConnectionId", "serverCallId", "correlationId", "operationContext")) {
            data.put(id, id + " 1");
        }
        data.set("resultInformation", value(dev.callautomation.camel.model.ResultInformation.class));
        return data;
    }

    private static JsonNode value(Type type) {
        if (type instanceof ParameterizedType several) {
            JsonNode element = value(several.getActualTypeArguments()[several.getActualTypeArguments().length - 1]);
            return several.getRawType() == List.class
                    ? MAPPER.createArrayNode().add(element)
                    : MAPPER.createObjectNode().set("x", element);
        }
        if (type == CommunicationIdentifier.class) {
            return MAPPER.valueToTree(CommunicationIdentifier.of("+14255550100"));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            ObjectNode object = MAPPER.createObjectNode();
            Stream.of(plain.getRecordComponents())
                    .filter(component -> component.getType() != EventEnvelope.class)
                    .forEach(component -> object.set(component.getName(), value(component.getGenericType())));
            return object;
        }
        if (plain.isEnum()) {
            return MAPPER.valueToTree(plain.getEnumConstants()[0]);
        }
        if (plain == String.class) {
            return MAPPER.valueToTree("text");
        }
        if (plain == OffsetDateTime.class) {
            return MAPPER.valueToTree("2026-01-01T10:00:00.1234567Z");
        }
        return plain == boolean.class || plain == Boolean.class ? MAPPER.valueToTree(true) : MAPPER.valueToTree(1);
    }

    /** JSON pointers of all members. */
    private static List<String> paths(JsonNode node, String path) {
        List<String> paths = new ArrayList<>();
        node.properties().forEach(member -> {
            paths.add(path + "/" + member.getKey());
            paths.addAll(paths(member.getValue(), path + "/" + member.getKey()));
        });
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                paths.add(path + "/" + i);
                paths.addAll(paths(array.get(i), path + "/" + i));
            }
        }
        return paths;
    }

    private static void set(JsonNode root, String path, JsonNode value) {
        int slash = path.lastIndexOf('/');
        JsonNode parent = root.at(path.substring(0, slash));
        String name = path.substring(slash + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }

    private static <T> T event(Class<T> type, String data) throws Exception {
        return type.cast(typed("{'type':'Microsoft.Communication.%s','data':%s}"
                .formatted(type.getSimpleName(), data)
                .replace('\'', '"')));
    }

    @Test
    void anIncomingCallWithoutCallerCanBeAnswered() throws Exception {
        IncomingCall call = event(
                IncomingCall.class,
                "{'from':{},'to':{'rawId':'4:+14255550100'},'incomingCallContext':'secret',"
                        + "'customContext':{'voipHeaders':{'a':'1','x':['y'],'n':5,'z':null},'sipHeaders':[]}}");
        assertThat(call.incomingCallContext()).isEqualTo("secret");
        assertThat(call.from()).isNull();
        assertThat(call.to()).isEqualTo(CommunicationIdentifier.of("+14255550100"));
        assertThat(call.customContext().voipHeaders()).isEqualTo(Map.of("a", "1", "n", "5"));
        assertThat(call.unreadable())
                .containsExactlyInAnyOrder("from", "customContext.voipHeaders.x", "customContext.sipHeaders");
    }

    @Test
    void aCallerThatIsTwoPartiesKeepsItsRawId() throws Exception {
        IncomingCall call = event(
                IncomingCall.class,
                "{'from':{'rawId':'8:orgid:u','phoneNumber':{'value':'+14255550100'},'microsoftTeamsUser':{'userId':'u'}}}");
        assertThat(call.from().rawId()).isEqualTo("8:orgid:u");
        assertThat(call.unreadable()).containsExactly("from.phoneNumber", "from.microsoftTeamsUser");
    }

    @Test
    void aCallerOfANewKindIsKnownByItsRawId() throws Exception {
        IncomingCall call = event(
                IncomingCall.class, "{'from':{'kind':'robot','rawId':'9:robot:1','robot':{'id':1}},'to':'4:74560'}");
        assertThat(call.from().rawId()).isEqualTo("9:robot:1");
        assertThat(call.from().kind()).isEqualTo(IdentifierKind.UNKNOWN);
        assertThat(call.to().rawId()).isEqualTo("4:74560");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T10:00:00, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00:00.1234567, 2026-01-01T10:00:00.1234567Z",
        "2026-01-01T10:00, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00:00z, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00:00+02:00, 2026-01-01T10:00:00+02:00",
        "2026-01-01T10:00:00+0200, 2026-01-01T10:00:00+02:00"
    })
    void aTimeWithoutOffsetIsUtc(String sent, OffsetDateTime read) throws Exception {
        RecordingFileStatusUpdated event = event(
                RecordingFileStatusUpdated.class,
                "{'recordingStartTime':'" + sent + "','recordingContentType':'AudioVideo'}");
        assertThat(event.recordingStartTime()).isEqualTo(read);
        assertThat(event.recordingContentType()).isEqualTo(RecordingContentType.AUDIO_VIDEO);
        assertThat(event.unreadable()).isEmpty();
        CallAutomationEvent same = typed("{\"type\":\"x\",\"time\":\"" + sent + "\"}");
        assertThat(same.time()).isEqualTo(read);
    }

    @Test
    void whatIsNoTimeIsTold() throws Exception {
        assertThat(event(RecordingFileStatusUpdated.class, "{'recordingStartTime':'yesterday'}")
                        .unreadable())
                .containsExactly("recordingStartTime");
        CallAutomationEvent event = typed("{\"type\":\"x\",\"time\":\"noon\",\"id\":{},\"subject\":[]}");
        assertThat(event.time()).isNull();
        assertThat(event.unreadable()).containsExactlyInAnyOrder("time", "id", "subject");
    }

    @Test
    void anUnknownToneIsLeftOut() throws Exception {
        RecognizeCompleted event = event(
                RecognizeCompleted.class,
                "{'recognitionType':'dtmf','dtmfResult':{'tones':['one','flash',null,7,'POUND']}}");
        assertThat(event.dtmfResult().tones()).containsExactly(DtmfTone.ONE, DtmfTone.POUND);
        assertThat(event.unreadable())
                .containsExactly("dtmfResult.tones[1]", "dtmfResult.tones[2]", "dtmfResult.tones[3]");
        ContinuousDtmfRecognitionToneReceived tone =
                event(ContinuousDtmfRecognitionToneReceived.class, "{'tone':'flash','sequenceId':'3'}");
        assertThat(tone.tone()).isNull();
        assertThat(tone.sequenceId()).isEqualTo(3);
    }

    @Test
    void participantsAreReadOneByOne() throws Exception {
        ParticipantsUpdated event = event(
                ParticipantsUpdated.class,
                "{'sequenceNumber':1e400,'participants':[null,{'identifier':{'rawId':'8:orgid:u'},'isMuted':'TRUE'},"
                        + "{'identifier':{},'isOnHold':true},'Alice']}");
        assertThat(event.participants())
                .containsExactly(
                        new CallParticipant(CommunicationIdentifier.of("8:orgid:u"), true, false),
                        new CallParticipant(null, false, true));
        assertThat(event.sequenceNumber()).isZero();
        assertThat(event.unreadable())
                .containsExactly("sequenceNumber", "participants[0]", "participants[2].identifier", "participants[3]");
    }

    @Test
    void numbersMayBeTextAndTextNumbers() throws Exception {
        CallEnded event = event(
                CallEnded.class,
                "{'durationOfCall':'12.5','isTwoParty':'false','reason':{'code':'200','subCode':5.0,'phrase':7},"
                        + "'group':{'id':true}}");
        assertThat(event.durationOfCall()).isEqualTo(12.5);
        assertThat(event.isTwoParty()).isFalse();
        assertThat(event.reason().code()).isEqualTo(200);
        assertThat(event.reason().subCode()).isEqualTo(5);
        assertThat(event.reason().phrase()).isEqualTo("7");
        assertThat(event.group().id()).isEqualTo("true");
        assertThat(event.unreadable()).isEmpty();
    }

    @Test
    void idsMayBeNumbers() throws Exception {
        CallAutomationEvent event = typed("{\"type\":\"Microsoft.Communication.CallConnected\",\"id\":7,"
                + "\"data\":{\"callConnectionId\":12,\"serverCallId\":{},\"operationContext\":false,"
                + "\"resultInformation\":{\"code\":\"200\",\"subcode\":1e99,\"message\":[]}}}");
        assertThat(event.id()).isEqualTo("7");
        assertThat(event.callConnectionId()).isEqualTo("12");
        assertThat(event.operationContext()).isEqualTo("false");
        assertThat(event.resultInformation().code()).isEqualTo(200);
        assertThat(event.unreadable())
                .containsExactly("serverCallId", "resultInformation.subCode", "resultInformation.message");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'data':'{\\'callConnectionId\\':\\'c1\\'}'",
                "'data_base64':'eyJjYWxsQ29ubmVjdGlvbklkIjoiYzEifQ=='",
                "'data':null,'data_base64':'eyJjYWxsQ29ubmVjdGlvbklkIjoiYzEifQ=='"
            },
            quoteCharacter = '`')
    void dataMayBeTextOrBase64(String data) throws Exception {
        CallAutomationEvent event =
                typed(("{'type':'Microsoft.Communication.CallConnected'," + data + "}").replace('\'', '"'));
        assertThat(event.callConnectionId()).isEqualTo("c1");
        assertThat(event.json().path("callConnectionId").textValue()).isEqualTo("c1");
        assertThat(event.unreadable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]|data",
                "'no JSON'|data",
                "'[1]'|data",
                "5|data",
                "null,'data_base64':'???'|data_base64",
                "null,'data_base64':'AAAA'|data_base64",
                "null,'data_base64':[]|data_base64"
            },
            quoteCharacter = '`')
    void otherDataAreTold(String data, String unreadable) throws Exception {
        CallAutomationEvent event =
                typed(("{'type':'Microsoft.Communication.CallConnected','subject':'calling/callConnections/c1','data':"
                                + data + "}")
                        .replace('\'', '"'));
        assertThat(event.callConnectionId()).isEqualTo("c1");
        assertThat(event.unreadable()).containsExactly(unreadable);
        assertThat(event.json().path(unreadable).isMissingNode()).isFalse();
    }

    @Test
    void manyOddMembersCostLittle() throws Exception {
        String tones = "[" + "1,".repeat(200_000) + "1]";
        RecognizeCompleted event = event(RecognizeCompleted.class, "{'dtmfResult':{'tones':" + tones + "}}");
        assertThat(event.dtmfResult().tones()).isEmpty();
        assertThat(event.unreadable()).hasSize(100);
        String name = "n".repeat(40_000);
        IncomingCall call = event(IncomingCall.class, "{'customContext':{'voipHeaders':{'" + name + "':[]}}}");
        assertThat(call.unreadable().get(0)).hasSize(200);
    }

    @Test
    void anUnknownTypeHasNoMembersToMiss() throws Exception {
        CallAutomationEvent event = typed("{\"type\":\"Microsoft.Communication.Moon\",\"data\":{\"from\":{}}}");
        assertThat(event).isInstanceOf(UnknownEvent.class);
        assertThat(event.unreadable()).isEmpty();
    }
}
