package dev.callautomation.camel.internal.journal;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplacementsTest {

    private static final String FIRST = "14255557001";

    private final Replacements replacements = new Replacements();

    private String in(String json) {
        try {
            return replacements.in(JournalJson.MAPPER.readTree(json)).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'value':'+4930111222'}                   | {'value':'+14255557001'}",
                "{'rawId':'4:+4930111222'}                 | {'rawId':'4:+14255557001'}",
                "{'rawId':'4:4930111222'}                  | {'rawId':'4:14255557001'}",
                "{'id':'sip:+4930111222@sbc.example.com'}  | {'id':'sip:+14255557001@sbc.example.com'}",
                "{'text':'Call +49 (30) 111-222 now.'}     | {'text':'Call +14255557001 now.'}",
                "{'text':'Call +4930111222.'}              | {'text':'Call +14255557001.'}",
                "{'speech':'4930111222'}                   | {'speech':'14255557001'}",
                "{'+4930111222':1}                         | {'+14255557001':1}"
            })
    void phoneNumbersAreReplaced(String given, String replaced) {
        assertThat(in(given.replace('\'', '"'))).isEqualTo(replaced.replace('\'', '"'));
    }

    @Test
    void aNumberHasTheSameReplacementInAllItsForms() {
        assertThat(in("[\"+4930111222\",\"+4989333444\",\"4:+4930111222\",\"4:4989333444\"]"))
                .isEqualTo("[\"+14255557001\",\"+14255557002\",\"4:+14255557001\",\"4:14255557002\"]");
        assertThat(replacements.path("/calling/callConnections/c1/participants/4%3A%2B4930111222"))
                .isEqualTo("/calling/callConnections/c1/participants/4%3A%2B" + FIRST);
    }

    @Test
    void usersAreReplacedByIdsOfTheSameKind() {
        assertThat(in("""
                {"rawId":"8:acs:resource_user","id":"8:orgid:2fd2a1c4","userId":"2fd2a1c4"}""")).isEqualTo("""
                        {"rawId":"8:acs:00000000-0000-0000-0000-000000000001",\
                        "id":"8:orgid:00000000-0000-0000-0000-000000000002",\
                        "userId":"00000000-0000-0000-0000-000000000002"}""");
        assertThat(replacements.path("/participants/8%3Aacs%3Aresource_user"))
                .isEqualTo("/participants/8%3Aacs%3A00000000-0000-0000-0000-000000000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"incomingCallContext\":\"SECRET\"}",
                "{\"accessKey\":\"SECRET\"}",
                "{\"continuationToken\":\"SECRET\"}",
                "{\"callerDisplayName\":\"SECRET\"}",
                "{\"sourceDisplayName\":\"SECRET\"}",
                "{\"customContext\":{\"sipHeaders\":{\"X-Account\":\"SECRET\"}}}",
                "{\"customCallingContext\":{\"voipHeaders\":[{\"key\":\"a\",\"value\":\"SECRET\"}]}}",
                "{\"callbackUri\":\"https://user:SECRET@contact.example.com/events\"}",
                "{\"callbackUri\":\"https://contact.example.com/events?code=SECRET\"}",
                "{\"callbackUri\":\"https://contact.example.com/events?a=1&code=SECRET#x\"}",
                "{\"callbackUri\":\"https://contact.example.com/events?SECRETSECRET\"}",
                "{\"uri\":\"https://store.example.com/hello.wav?sv=2024&sig=SECRET%3D\"}",
                "{\"message\":\"see https://store.example.com/hello.wav?sig=SECRET\"}",
                "{\"message\":\"endpoint=https://contoso.example.com/;accesskey=SECRET\"}",
                "{\"message\":\"Bearer eyJSECRET.eyJabc.def\"}",
                "{\"operationContext\":\"{\\\"apiToken\\\":\\\"SECRET\\\"}\"}",
                "{\"operationContext\":\"~cca1~node~id~crm=SECRET&=signature~own\"}"
            })
    void secretsAreReplaced(String json) {
        assertThat(in(json)).doesNotContain("SECRET").contains("replaced-");
    }

    @Test
    void theSameSecretHasTheSameReplacement() {
        assertThat(
                        in(
                                "[{\"incomingCallContext\":\"a\"},{\"incomingCallContext\":\"b\"},{\"incomingCallContext\":\"a\"}]"))
                .isEqualTo("[{\"incomingCallContext\":\"replaced-1\"},{\"incomingCallContext\":\"replaced-2\"},"
                        + "{\"incomingCallContext\":\"replaced-1\"}]");
    }

    @Test
    void theIdsOfAnOperationStayInItsContext() {
        assertThat(in("{\"operationContext\":\"~cca1~node~id~crm=7&=signature~own\"}"))
                .isEqualTo("{\"operationContext\":\"~cca1~node~id~replaced-1~own\"}");
        assertThat(in("{\"operationContext\":\"~cca1~node~id~\"}"))
                .isEqualTo("{\"operationContext\":\"~cca1~node~id~\"}");
    }

    @Test
    void manyTonesAreReplacedAndAChoiceIsNot() {
        assertThat(in("{\"tones\":[\"four\",\"seven\",\"one\",\"one\"]}"))
                .isEqualTo("{\"tones\":[\"zero\",\"zero\",\"zero\",\"zero\"]}");
        assertThat(in("{\"tones\":[\"one\",\"pound\"]}")).isEqualTo("{\"tones\":[\"one\",\"pound\"]}");
    }

    @Test
    void whatRoutesDependOnStays() {
        for (String kept : List.of(
                "{\"callConnectionId\":\"411f0200-4112-4567-1234-5678901234567\",\"code\":487,\"subCode\":10024}",
                "{\"error\":{\"code\":\"8522\",\"message\":\"Call not found.\"}}",
                "{\"time\":\"2026-01-01T00:00:00.1234567+00:00\",\"version\":\"2026-03-12\"}",
                "{\"serverCallId\":\"aHR0cHM6Ly9hcGkuZmxpZ2h0cHJveHkuc2t5cGUuY29tL2FwaS92Mi9jcC9jb252\"}",
                "{\"label\":\"sales\",\"text\":\"For sales, press 1.\"}")) {
            assertThat(in(kept)).isEqualTo(kept);
        }
    }
}
