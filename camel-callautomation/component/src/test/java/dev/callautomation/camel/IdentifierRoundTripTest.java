package dev.callautomation.camel;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.internal.ingress.EventParser;
import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.PhoneNumberIdentifier;

import static org.assertj.core.api.Assertions.assertThat;

/** Identifiers of events go back to the service as they came, in each form that a route can give them. */
class IdentifierRoundTripTest extends WireTestSupport {

    /** What the service sends, or could send. */
    private static final List<String> IDENTIFIERS = List.of(
            "{'kind':'phoneNumber','rawId':'4:+14255550100','phoneNumber':{'value':'+14255550100'}}",
            "{'kind':'phoneNumber','rawId':'4:+14255550100_a1','phoneNumber':{'value':'+14255550100','assertedId':'a1'}}",
            "{'kind':'phoneNumber','rawId':'4:74560','phoneNumber':{'value':'74560'}}",
            "{'kind':'phoneNumber','rawId':'4:+14255550100;ext=22','phoneNumber':{'value':'+14255550100;ext=22'}}",
            "{'kind':'phoneNumber','rawId':'4:+14255550100','phoneNumber':{'value':'+14255550100','carrier':{'id':7}}}",
            "{'kind':'PhoneNumber','rawId':'4:anonymous','phoneNumber':{'value':'anonymous'}}",
            "{'kind':'phoneNumber','rawId':'4:anonymous','phoneNumber':{'value':'anonymous','isAnonymous':true}}",
            "{'rawId':'4:911'}",
            "{'kind':'communicationUser','rawId':'8:acs:r_u','communicationUser':{'id':'8:acs:r_u'}}",
            "{'kind':'communicationUser','rawId':'8:acs:r_t_u','communicationUser':{'id':'8:acs:r_t_u'}}",
            "{'kind':'microsoftTeamsUser','rawId':'8:orgid:u','microsoftTeamsUser':{'userId':'u','isAnonymous':true,'cloud':'dod'}}",
            "{'kind':'microsoftTeamsUser','rawId':'8:orgid:u','microsoftTeamsUser':{'userId':'u','cloud':'moon'}}",
            "{'kind':'microsoftTeamsApp','rawId':'28:orgid:a','microsoftTeamsApp':{'appId':'a','cloud':'public'}}",
            "{'kind':'teamsExtensionUser','rawId':'8:acs:r_t_u','teamsExtensionUser':{'userId':'u','tenantId':'t','resourceId':'r'}}",
            "{'kind':'unknown','rawId':'28:acs:r_bot'}",
            "{'kind':'robot','rawId':'99:robot:x','robot':{'model':7,'arms':[1,null]}}",
            "{'rawId':'8:live:alice','newDetails':{'a':'b'}}",
            "{'kind':'phoneNumber','rawId':'48:new:kind'}",
            "{'kind':'phoneNumber','rawId':'4:+14255550100','phoneNumber':'odd','more':true}");

    private record Operation(String uri, String pointer) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("transfer", "/targetParticipant"),
            new Operation("addParticipant?sourceCallerIdNumber=" + CALLER_ID, "/participantToAdd"),
            new Operation("removeParticipant", "/participantToRemove"),
            new Operation("muteParticipant", "/targetParticipants/0"),
            new Operation("moveParticipants?moveFromCall=c2", "/targetParticipants/0"),
            new Operation("createCall?sourceCallerIdNumber=" + CALLER_ID, "/targets/0"),
            new Operation("redirectCall?incomingCallContext=x", "/target"),
            new Operation("sendDtmfTones?tones=1", "/targetParticipant"),
            new Operation("getParticipant", null));

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic").toD("callautomation:transfer?target=${body.from.rawId}");
                from("direct:dynamicRaw").toD("callautomation:transfer?target=RAW(${body.from.rawId})");
            }
        };
    }

    static Stream<Arguments> cases() {
        return IDENTIFIERS.stream().flatMap(identifier -> OPERATIONS.stream()
                .map(operation -> Arguments.of(identifier.replace('\'', '"'), operation)));
    }

    private static IncomingCall event(String identifier) throws Exception {
        String event = "{\"type\":\"Microsoft.Communication.IncomingCall\",\"data\":{\"from\":" + identifier
                + ",\"to\":" + identifier + ",\"incomingCallContext\":\"x\"}}";
        return (IncomingCall) EventParser.parse(event.getBytes(StandardCharsets.UTF_8), true)
                .get(0)
                .typed();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anIdentifierGoesBackInEveryForm(String identifier, Operation operation) throws Exception {
        JsonNode received = MAPPER.readTree(identifier);
        IncomingCall call = event(identifier);
        Map<String, Object> forms = new HashMap<>();
        forms.put("record", call.from());
        forms.put("node", call.json().get("from"));
        forms.put("map", MAPPER.convertValue(call.json().get("from"), new TypeReference<Map<String, Object>>() {}));
        forms.put("JSON text", call.json().get("from").toString());
        forms.put("bytes", call.json().get("from").toString().getBytes(StandardCharsets.UTF_8));
        forms.put("list", List.of(call.from()));
        for (Map.Entry<String, Object> form : forms.entrySet()) {
            if (form.getKey().equals("list")
                    && !String.valueOf(operation.pointer()).endsWith("/0")) {
                continue;
            }
            JsonNode sent = send(operation, form.getValue(), form.getKey());
            if (operation.pointer() == null) {
                assertThat(sent.textValue()).isEqualTo(received.path("rawId").textValue());
            } else {
                contains(form.getKey(), sent.at(operation.pointer()), received);
            }
        }
        JsonNode sent = send(operation, call.from().rawId(), "raw id");
        String rawId = operation.pointer() == null
                ? sent.textValue()
                : sent.at(operation.pointer()).path("rawId").textValue();
        assertThat(rawId).isEqualTo(received.path("rawId").textValue());
    }

    /** What was sent says all that was received; members that are derived may be added. */
    private static void contains(String form, JsonNode sent, JsonNode received) {
        received.properties().forEach(member -> {
            JsonNode value = sent.path(member.getKey());
            if (member.getValue().isObject()) {
                contains(form, value, member.getValue());
            } else if (member.getKey().equals("kind")) {
                assertThat(value.textValue())
                        .as(form)
                        .isEqualToIgnoringCase(member.getValue().textValue());
            } else {
                assertThat(value).as(form + " " + member.getKey()).isEqualTo(member.getValue());
            }
        });
    }

    private JsonNode send(Operation operation, Object target, String form) throws IOException {
        SERVICE.resetAll();
        answer(200, "{\"identifier\":{\"rawId\":\"" + USER + "\"}}");
        Exchange exchange = template.request("callautomation:" + operation.uri(), message -> {
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            message.getMessage().setHeader(CallAutomationConstants.TARGET, target);
        });
        assertThat(exchange.getException()).as(form + " for " + operation.uri()).isNull();
        LoggedRequest request = onlyRequest();
        if (operation.pointer() != null) {
            return MAPPER.readTree(request.getBody());
        }
        String path = request.getUrl().replaceAll("\\?.*", "").replaceAll(".*/participants/", "");
        return MAPPER.valueToTree(URLDecoder.decode(path, StandardCharsets.UTF_8));
    }

    static Stream<Arguments> callerIds() {
        return IDENTIFIERS.stream()
                .filter(identifier -> identifier.contains("'4:"))
                .map(identifier -> Arguments.of(identifier.replace('\'', '"')));
    }

    @ParameterizedTest
    @MethodSource("callerIds")
    void theCalledNumberBecomesTheCallerId(String identifier) throws Exception {
        IncomingCall call = event(identifier);
        String rawId = call.to().rawId();
        List<Object> forms = new ArrayList<>(List.of(
                call.to(),
                rawId,
                call.json().get("to"),
                call.json().get("to").toString(),
                MAPPER.convertValue(call.json().get("to"), Map.class)));
        forms.add(call.to().phoneNumber() == null ? rawId : call.to().phoneNumber());
        for (Object form : forms) {
            SERVICE.resetAll();
            answer(200, "{}");
            Exchange exchange = template.request("callautomation:addParticipant?target=" + PHONE, message -> {
                message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
                message.getMessage().setHeader(CallAutomationConstants.SOURCE_CALLER_ID_NUMBER, form);
            });
            assertThat(exchange.getException()).isNull();
            String sent = MAPPER.readTree(onlyRequest().getBody())
                    .at("/sourceCallerIdNumber/value")
                    .textValue();
            assertThat("4:" + sent).isEqualTo(rawId.replaceAll("_.*", ""));
        }
    }

    @Test
    void aBodyMayHaveTheIdentifierOfAnEvent() throws Exception {
        answer(200, "{}");
        IncomingCall call = event(IDENTIFIERS.get(15).replace('\'', '"'));
        Exchange exchange = template.request("callautomation:transfer", message -> {
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            message.getMessage().setBody(Map.of("targetParticipant", call.from()));
        });
        assertThat(exchange.getException()).isNull();
        assertThat(MAPPER.readTree(onlyRequest().getBody()).path("targetParticipant"))
                .isEqualTo(call.json().get("from"));
    }

    @ParameterizedTest
    @CsvSource({"direct:dynamic, 4:74560", "direct:dynamic, 4:+14255550100;ext=22", "direct:dynamicRaw, 99:robot:x+y"})
    void aDynamicUriMayHaveTheRawIdOfAnEvent(String route, String rawId) throws Exception {
        answer(200, "{}");
        IncomingCall call = event("{\"rawId\":\"" + rawId + "\"}");
        Exchange exchange = template.request(route, message -> {
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            message.getMessage().setBody(call);
        });
        assertThat(exchange.getException()).isNull();
        assertThat(MAPPER.readTree(onlyRequest().getBody())
                        .at("/targetParticipant/rawId")
                        .textValue())
                .isEqualTo(rawId);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "+1 425 555 0100; is neither a phone number nor a raw id",
                "alice; is neither a phone number nor a raw id",
                "74560; is neither a phone number nor a raw id",
                "4:+1 425 555 0100; is neither a phone number nor a raw id",
                "8:acs:; is neither a phone number nor a raw id",
                "{\"rawID\":\"8:acs:r_u\"}; rawID",
                "{\"kind\":\"robot\"}; robot"
            },
            quoteCharacter = '`')
    void whatAPersonMistypesIsRefused(String target, String problem) {
        Exchange exchange = template.request("callautomation:transfer", message -> {
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            message.getMessage().setHeader(CallAutomationConstants.TARGET, target);
        });
        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
        assertThat(requests()).isEmpty();
    }

    @Test
    void equalIdentifiersAreEqualWhereverTheyComeFrom() throws Exception {
        assertThat(event(
                                "{\"rawId\":\"4:+14255550100\",\"kind\":\"PhoneNumber\",\"phoneNumber\":{\"value\":\"+14255550100\",\"isAnonymous\":false}}")
                        .from())
                .isEqualTo(CommunicationIdentifier.of("+14255550100"));
        assertThat(CommunicationIdentifier.of("4:74560").phoneNumber())
                .isEqualTo(new PhoneNumberIdentifier("74560", false, null));
    }
}
