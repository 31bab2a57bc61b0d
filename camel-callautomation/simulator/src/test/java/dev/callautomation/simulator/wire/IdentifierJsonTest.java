package dev.callautomation.simulator.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.IdentifierKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdentifierJsonTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            4:+15551234567          | {'kind':'phoneNumber','phoneNumber':{'value':'+15551234567'}}
            4:+15551234567_a1       | {'phoneNumber':{'value':'+15551234567','assertedId':'a1'}}
            4:anonymous             | {'phoneNumber':{'value':'anonymous'}}
            8:acs:r_u               | {'communicationUser':{'id':'8:acs:r_u'}}
            8:orgid:u               | {'microsoftTeamsUser':{'userId':'u'}}
            8:gcch:u                | {'microsoftTeamsUser':{'userId':'u','cloud':'gcch'}}
            8:teamsvisitor:u        | {'microsoftTeamsUser':{'userId':'u','isAnonymous':true}}
            28:orgid:a              | {'microsoftTeamsApp':{'appId':'a','cloud':'public'}}
            28:dod:a                | {'microsoftTeamsApp':{'appId':'a','cloud':'dod'}}
            8:acs:r_t_u             | {'teamsExtensionUser':{'userId':'u','tenantId':'t','resourceId':'r'}}
            8:dod-acs:r_t_u         | {'teamsExtensionUser':{'userId':'u','tenantId':'t','resourceId':'r','cloud':'dod'}}
            28:acs:bot              | {'kind':'unknown','rawId':'28:acs:bot'}
            8:acs:r_u               | {'rawId':'8:acs:r_u','communicationUser':{'id':'8:acs:r_u'}}
            """)
    void anIdentifierSurvivesBothDirections(String rawId, String json) throws IOException {
        Identifier identifier = IdentifierJson.read(node(json), "target");

        assertThat(identifier).isEqualTo(new Identifier(rawId));
        ObjectNode written = IdentifierJson.write(identifier);
        assertThat(written.path("rawId").asText()).isEqualTo(rawId);
        assertThat(written.path("kind").asText()).isEqualTo(identifier.kind().wireName());
        if (identifier.kind() != IdentifierKind.UNKNOWN) {
            assertThat(IdentifierJson.read(written.without("rawId"), "x")).isEqualTo(identifier);
        }
    }

    @Test
    void aRawIdThatEndsInAnUnderscoreIsWrittenLikeAnyOther() {
        assertThat(IdentifierJson.write(new Identifier("8:acs:r_t_"))
                        .at("/teamsExtensionUser/tenantId")
                        .asText())
                .isEqualTo("t");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'text'                                           | target must be an identifier object
            {}                                               | target must hold rawId or one of
            {'phoneNumber':{'value':'12'}}                   | target.phoneNumber.value must be a phone number
            {'phoneNumber':{}}                               | target.phoneNumber.value is required
            {'microsoftTeamsApp':{'appId':'a','cloud':'x'}}  | target.microsoftTeamsApp.cloud must be
            {'phoneNumber':{'value':'+15'},'communicationUser':{'id':'8:acs:r_u'}} | target must hold one identifier only
            """)
    void aMistakeNamesTheMember(String json, String message) {
        assertThatThrownBy(() -> IdentifierJson.read(node(json), "target"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static JsonNode node(String json) throws IOException {
        return Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
