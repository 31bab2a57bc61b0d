package dev.callautomation.camel.internal.ingress;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventConverter;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.fuzz.Effort;
import dev.callautomation.camel.internal.support.OperationContextPrefix;

import static org.assertj.core.api.Assertions.assertThat;

/** One pass over the bytes of a delivery finds what its tree has, or leaves the delivery to the tree. */
class EventScannerTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final List<String> ODD = List.of(
            "{}",
            "[]",
            "[null]",
            "null",
            "true",
            "\"\"",
            "\"  \"",
            "\"7\"",
            "\"A text \\u00e9\\ud83d\\ude00\"",
            "\"~cca1~node~1~a=b\"",
            "\"~cca1~node~1~&=sig~agent\"",
            "\"2026-02-30T10:00:00.5Z\"",
            "\"{\\\"rawId\\\":\\\"4:+14255550100\\\"}\"",
            "{\"rawId\":\"9:new:kind\",\"kind\":\"robot\",\"robot\":{\"id\":1}}",
            "{\"rawId\":\" 4:+14255550100\"}",
            "{\"rawId\":\"4:+14255550100\",\"kind\":\"PhoneNumber\"}",
            "{\"phoneNumber\":{\"value\":\"+14255550100\",\"isAnonymous\":false}}",
            "{\"rawId\":\"\",\"communicationUser\":{\"id\":\"8:acs:a_b\"}}",
            "-1",
            "3.7",
            "-0.0",
            "5.0",
            "1e400",
            "2147483648",
            "123456789012345678901234567890");

    static Stream<byte[]> deliveries() {
        return Effort.files("/events");
    }

    @Test
    void dataHasNoMemberWithoutAName() {
        byte[] delivery = "{\"type\":\"x\",\"data\":{\"a\":1}}".getBytes(StandardCharsets.UTF_8);
        JsonNode data = EventScanner.scan(delivery, true).get(0).envelope().data();
        assertThat(data.get((String) null)).isNull();
        assertThat(data.get("a").intValue()).isEqualTo(1);
        assertThat(data.get((String) null)).isNull();
    }

    /** It has 7 to 9 KB, and its event may be kept as long as its call. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Microsoft.Communication.IncomingCall\",\"data\":{\"incomingCallContext\":\"a context\"}}",
                "{\"data\":{\"incomingCallContext\":\"a context\"},\"type\":\"Microsoft.Communication.IncomingCall\"}"
            })
    void theTextOfAnIncomingCallContextExistsOnce(String delivery) {
        ReceivedEvent event = EventScanner.scan(delivery.getBytes(StandardCharsets.UTF_8), true)
                .get(0);
        String scanned = event.envelope().data().get("incomingCallContext").textValue();
        assertThat(((IncomingCall) event.typed()).incomingCallContext()).isSameAs(scanned);
        assertThat(event.envelope().data().has("another that makes it a tree")).isFalse();
        assertThat(event.envelope().data().get("incomingCallContext").textValue())
                .isSameAs(scanned);
    }

    @Test
    void aNegativeZeroIsReadAsFromTheTree() throws Exception {
        same("{\"type\":\"Microsoft.Communication.CallEnded\",\"data\":{\"durationOfCall\":-0.0}}"
                .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void whatTheServiceSendsNeedsNoTree(byte[] delivery) throws Exception {
        assertThat(EventScanner.scan(delivery, true)).isNotNull();
        same(delivery);
        same(MAPPER.writeValueAsBytes(MAPPER.readTree(delivery)));
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void anOddMemberIsReadAsInTheTree(byte[] delivery) throws Exception {
        JsonNode event = MAPPER.readTree(delivery).path(0);
        for (String path : paths(event, "")) {
            for (String odd : ODD) {
                same(replaced(event, path, odd).getBytes(StandardCharsets.UTF_8));
            }
            same(replaced(event, path, null).getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void aMemberThatOccursTwiceIsReadAsInTheTree(byte[] delivery) throws Exception {
        JsonNode event = MAPPER.readTree(delivery).path(0);
        for (String path : paths(event, "")) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            for (String more : List.of("null", "\"again\"", "7", "{\"callConnectionId\":\"again\"}")) {
                // the place of the last member of an object and of the first
                String text = replaced(event, path, "\"@\"");
                String value = event.at(path).toString();
                same(text.replace("\"@\"", value + ",\"" + name + "\":" + more).getBytes(StandardCharsets.UTF_8));
                same(text.replace("\"@\"", more + ",\"" + name + "\":" + value).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("deliveries")
    void aDamagedDeliveryIsReadAsInTheTree(byte[] delivery) throws Exception {
        byte[] json = MAPPER.writeValueAsBytes(MAPPER.readTree(delivery));
        Random random = new Random(json.length);
        byte[] odd = "{}[]\",:\\u0e-+.tfn /\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 400; i++) {
            int at = random.nextInt(json.length);
            byte with = odd[random.nextInt(odd.length)];
            ByteArrayOutputStream damaged = new ByteArrayOutputStream();
            damaged.write(json, 0, at);
            if (random.nextBoolean()) {
                damaged.write(with);
            }
            damaged.write(json, at + 1, json.length - at - 1);
            same(damaged.toByteArray());
            same(Arrays.copyOf(json, at));
        }
    }

    @Test
    void severalEventsAreReadAsInTheTreeAndKeepOnlyTheirOwnBytes() throws Exception {
        ArrayNode batch = MAPPER.createArrayNode();
        for (byte[] delivery : deliveries().toList()) {
            batch.addAll((ArrayNode) MAPPER.readTree(delivery));
        }
        byte[] json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(batch);
        assertThat(EventScanner.scan(json, true)).hasSize(batch.size());
        same(json);
        EventBytes small = EventBytes.of(json, 10, 60, 20, 30);
        assertThat(small.json()).hasSize(50);
        EventBytes large = EventBytes.of(json, 1, json.length - 1, 20, 30);
        assertThat(large.json()).isSameAs(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void otherEncodingsAndByteOrderMarksAreReadAsInTheTree(String charset) throws Exception {
        String json = event("'callConnectionId':'\u00e9\ud83d\ude00','incomingCallContext':'x'");
        same(json.getBytes(Charset.forName(charset)));
        same(("\uFEFF" + json).getBytes(Charset.forName(charset)));
        same(("\uFEFF[" + json + "]").getBytes(Charset.forName(charset)));
    }

    @Test
    void theLimitsAreThoseOfTheTree() throws Exception {
        String most = "x".repeat(EventParser.MAX_TEXT);
        String nested = "[".repeat(61) + "]".repeat(61);
        for (String text : List.of(most, most + "x")) {
            same(event("'a':'" + text + "'").getBytes(StandardCharsets.UTF_8));
            same(event("'a':['" + text + "',{'b':'" + text + "'}]").getBytes(StandardCharsets.UTF_8));
            same(event("'operationContext':'" + text + "'").getBytes(StandardCharsets.UTF_8));
            same(event("'resultInformation':{'a':'" + text + "'}").getBytes(StandardCharsets.UTF_8));
        }
        for (String value : List.of(nested, "[" + nested + "]", "[[" + nested + "]]")) {
            same(event("'a':" + value).getBytes(StandardCharsets.UTF_8));
        }
        for (String number : List.of("9".repeat(1_000), "9".repeat(1_001), "0." + "1".repeat(1_500), "01", "1.", "-")) {
            same(event("'a':" + number).getBytes(StandardCharsets.UTF_8));
        }
        for (int count : List.of(EventParser.MAX_EVENTS, EventParser.MAX_EVENTS + 1)) {
            same(("[" + "{\"type\":\"x\",\"data\":{}},".repeat(count - 1) + "{\"type\":\"x\",\"data\":{}}]")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "[[]]",
                "null",
                "{}",
                "{'type':'x'}",
                "{'type':'x','data':{}}{}",
                "[{'type':'x','data':{}}]]",
                "[{'type':'x','data':{}},5]",
                "[{'type':'x','data':{}},{}]",
                "{'type':'','data':{}}",
                "{'type':'x y','data':{}}",
                "{'type':'\u212a','data':{}}",
                "{'type':'x','eventType':'y','data':{}}",
                "{'eventType':'y','source':null,'topic':'t','data':{}}",
                "{'type':'x','data':null,'data_base64':'e30='}",
                "{'type':'x','data':{},'data_base64':'e30='}",
                "{'type':'x','data':'{}'}",
                "{'type':'x','data':{'callConnectionId':'a'},'data':{'serverCallId':'b'}}",
                "{'type':'x','data':{'sequenceNumber':1,'sequenceNumber':[],'recordingId':5,'invitationId':null}}",
                "{'data':{'operationContext':'~cca1~n~1~~'},'type':'x'}",
                "{'data':{'operationContext':'~cca1~n~1~a=%zz~b'},'type':'x'}",
                "{'data':{'operationContext':'~cca1~n~1'},'type':'x'}",
                "{'type':'x','subject':'/calling/callConnections/a/b\\n','data':{}}"
            })
    void otherDeliveriesAreReadAsInTheTree(String delivery) throws Exception {
        same(delivery.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** What is asked for before the tree exists, is what the tree has. */
    @Test
    void membersAreThoseOfTheTree() throws Exception {
        byte[] json = event(
                        "'recordingId':'r','sequenceNumber':70000,'invitationId':null,'recordingStorageInfo':{'x':1},"
                                + "'operationContext':'~cca1~n~1~','z':1")
                .getBytes(StandardCharsets.UTF_8);
        ObjectNode lazy = EventScanner.scan(json, true).get(0).envelope().data();
        ObjectNode tree =
                EventParser.ofTree(json, Map.of(), true).get(0).envelope().data();
        for (String name : List.of(
                "recordingId", "sequenceNumber", "invitationId", "incomingCallContext", "recordingStorageInfo", "z")) {
            assertThat(lazy.get(name)).as(name).isEqualTo(tree.get(name));
            assertThat(lazy.has(name)).as(name).isEqualTo(tree.has(name));
        }
        assertThat(tree).isEqualTo(lazy).hasSameHashCodeAs(lazy);
        ObjectNode copy = lazy.deepCopy();
        copy.put("z", 2).remove("recordingId");
        assertThat(lazy).isEqualTo(tree).isNotEqualTo(copy);
        assertThat(lazy.put("z", 2).remove(List.of("recordingId"))).isEqualTo(copy);
        assertThat(lazy.has("recordingId")).isFalse();
        assertThat(lazy.removeAll()).isEqualTo(JsonNodeFactory.instance.objectNode());
    }

    private static String event(String data) {
        return ("{'specversion':'1.0','type':'Microsoft.Communication.RecordingStateChanged','id':'1','data':{" + data
                        + "}}")
                .replace('\'', '"');
    }

    private static void same(byte[] delivery) throws Exception {
        for (boolean trusted : List.of(true, false)) {
            List<ReceivedEvent> scanned = EventScanner.scan(delivery, trusted);
            if (scanned == null) {
                continue;
            }
            List<ReceivedEvent> expected = EventParser.ofTree(delivery, Map.of(), trusted);
            assertThat(scanned).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                same(scanned.get(i), expected.get(i));
            }
        }
    }

    private static void same(ReceivedEvent scanned, ReceivedEvent expected) throws Exception {
        OperationContextPrefix prefix = expected.contextPrefix();
        assertThat(scanned.contextPrefix()).isEqualTo(prefix);
        assertThat(scanned.verified()).isEqualTo(expected.verified());
        CallAutomationEvent typed = scanned.typed();
        assertThat(typed).isEqualTo(expected.typed());
        assertThat(typed.unreadable()).isEqualTo(expected.typed().unreadable());
        assertThat(EventConverter.toText(typed)).isEqualTo(EventConverter.toText(expected.typed()));
        assertThat(scanned.envelope()).isEqualTo(expected.envelope());
        assertThat(scanned.delivered()).isEqualTo(expected.delivered());
    }

    /** JSON pointers of all members. */
    private static List<String> paths(JsonNode node, String path) {
        List<String> paths = new ArrayList<>();
        node.properties().forEach(member -> {
            paths.add(path + "/" + member.getKey());
            paths.addAll(paths(member.getValue(), path + "/" + member.getKey()));
        });
        node.forEach(element -> {
            if (node.isArray()) {
                paths.addAll(paths(element, path + "/0"));
            }
        });
        return paths.stream().distinct().toList();
    }

    /** @param value JSON; {@code null} to remove the member */
    private static String replaced(JsonNode event, String path, String value) throws Exception {
        ObjectNode changed = event.deepCopy();
        ObjectNode parent = (ObjectNode) changed.at(path.substring(0, path.lastIndexOf('/')));
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (value == null) {
            parent.remove(name);
        } else {
            parent.set(name, MAPPER.readTree(value));
        }
        return changed.toString();
    }
}
