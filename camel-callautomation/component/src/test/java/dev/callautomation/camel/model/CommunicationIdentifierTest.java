package dev.callautomation.camel.model;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CommunicationIdentifierTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments("+14255550100", "4:+14255550100", IdentifierKind.PHONE_NUMBER),
                arguments("4:+14255550100", "4:+14255550100", IdentifierKind.PHONE_NUMBER),
                arguments("4:+14255550100_a1", "4:+14255550100_a1", IdentifierKind.PHONE_NUMBER),
                arguments("4:anonymous", "4:anonymous", IdentifierKind.PHONE_NUMBER),
                arguments("8:acs:r_u", "8:acs:r_u", IdentifierKind.COMMUNICATION_USER),
                arguments("8:spool:r_u", "8:spool:r_u", IdentifierKind.COMMUNICATION_USER),
                arguments("8:dod-acs:r_u", "8:dod-acs:r_u", IdentifierKind.COMMUNICATION_USER),
                arguments("8:gcch-acs:r_u", "8:gcch-acs:r_u", IdentifierKind.COMMUNICATION_USER),
                arguments("8:acs:r_t_u", "8:acs:r_t_u", IdentifierKind.TEAMS_EXTENSION_USER),
                arguments("8:gcch-acs:r_t_u", "8:gcch-acs:r_t_u", IdentifierKind.TEAMS_EXTENSION_USER),
                arguments("8:orgid:u", "8:orgid:u", IdentifierKind.MICROSOFT_TEAMS_USER),
                arguments("8:dod:u", "8:dod:u", IdentifierKind.MICROSOFT_TEAMS_USER),
                arguments("8:gcch:u", "8:gcch:u", IdentifierKind.MICROSOFT_TEAMS_USER),
                arguments("8:teamsvisitor:u", "8:teamsvisitor:u", IdentifierKind.MICROSOFT_TEAMS_USER),
                arguments("28:orgid:a", "28:orgid:a", IdentifierKind.MICROSOFT_TEAMS_APP),
                arguments("28:dod:a", "28:dod:a", IdentifierKind.MICROSOFT_TEAMS_APP),
                arguments(" 28:gcch:a ", "28:gcch:a", IdentifierKind.MICROSOFT_TEAMS_APP));
    }

    /** A member that is null keeps the reader from its short way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'phoneNumber','rawId':'4:+14255550100','phoneNumber':{'value':'+14255550100'}}",
                "{'kind':'PhoneNumber','rawId':'4:+14255550100','phoneNumber':{'value':'+14255550100'}}",
                "{'kind':'phoneNumber','rawId':' 4:x ','phoneNumber':{'value':'+14255550100'}}",
                "{'kind':'phoneNumber','rawId':'4:anonymous','phoneNumber':{'value':'anonymous','isAnonymous':true}}",
                "{'kind':'phoneNumber','rawId':'4:1','phoneNumber':{'value':'1','isAnonymous':'true'}}",
                "{'kind':'phoneNumber','rawId':'4:1_a','phoneNumber':{'value':'1','assertedId':'a'}}",
                "{'kind':'phoneNumber','rawId':'4:1','phoneNumber':{'value':'1','carrier':'new'}}",
                "{'kind':'phoneNumber','rawId':'4:1','phoneNumber':{'value':1}}",
                "{'kind':'phoneNumber','rawId':'4:1','phoneNumber':'+14255550100'}",
                "{'kind':'other','rawId':'4:1','phoneNumber':{'value':'1'}}",
                "{'kind':7,'rawId':'4:1','phoneNumber':{'value':'1'}}",
                "{'kind':'phoneNumber','rawId':'8:acs:r_u','communicationUser':{'id':'8:acs:r_u'}}",
                "{'kind':'communicationUser','rawId':'8:acs:r_u','communicationUser':{'id':'8:acs:r_u'}}",
                "{'kind':'communicationUser','rawId':'8:acs:r_u','communicationUser':{'id':'8:acs:r_u','a':1}}",
                "{'kind':'communicationUser','rawId':'8:acs:r_u','communicationUser':{'id':null}}",
                "{'kind':'communicationUser','rawId':'8:acs:r_u','a':{}}"
            })
    void whatIsUsuallySentIsReadLikeTheRest(String json) throws Exception {
        String usual = json.replace('\'', '"');
        String other = usual.substring(0, usual.length() - 1) + ",\"microsoftTeamsUser\":null}";

        CommunicationIdentifier read = MAPPER.readValue(usual, CommunicationIdentifier.class);
        CommunicationIdentifier bound = MAPPER.readValue(other, CommunicationIdentifier.class);

        assertThat(read).usingRecursiveComparison().ignoringFields("json").isEqualTo(bound);
        assertThat(read.json() == null).isEqualTo(bound.json() == null);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormIsReadAndComesBackFromEachOfItsParts(String text, String rawId, IdentifierKind kind)
            throws Exception {
        CommunicationIdentifier read = CommunicationIdentifier.of(text);
        assertThat(read.rawId()).isEqualTo(rawId);
        assertThat(read.kind()).isEqualTo(kind);

        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(text), CommunicationIdentifier.class))
                .isEqualTo(read);
        assertThat(MAPPER.readValue("{\"rawId\":\"" + rawId + "\"}", CommunicationIdentifier.class))
                .isEqualTo(read);
        assertThat(new CommunicationIdentifier(
                        null,
                        null,
                        read.communicationUser(),
                        read.phoneNumber(),
                        read.microsoftTeamsUser(),
                        read.microsoftTeamsApp(),
                        read.teamsExtensionUser()))
                .isEqualTo(read);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsBytes(read), CommunicationIdentifier.class))
                .isEqualTo(read);
    }

    @Test
    void anUnknownKindIsKeptAsItCame() throws Exception {
        CommunicationIdentifier bot =
                MAPPER.readValue("{\"kind\":\"unknown\",\"rawId\":\"28:acs:r_bot\"}", CommunicationIdentifier.class);
        assertThat(bot.rawId()).isEqualTo("28:acs:r_bot");
        assertThat(bot.kind()).isEqualTo(IdentifierKind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'communicationUser':{'id':null}}",
                "{'phoneNumber':{}}",
                "{'microsoftTeamsUser':{'cloud':'dod'}}",
                "{'microsoftTeamsApp':{}}",
                "{'teamsExtensionUser':{'userId':'u'}}"
            })
    void anEmptyModelIsRefused(String json) {
        assertThatThrownBy(() -> MAPPER.readValue(json.replace('\'', '"'), CommunicationIdentifier.class))
                .hasMessageContaining("identifier is empty");
    }

    @Test
    void membersOfOneKindTakeNoOther() {
        assertThatThrownBy(() -> PhoneNumberIdentifier.of("8:acs:r_u"))
                .hasMessageContaining("a PHONE_NUMBER is needed");
        assertThatThrownBy(() -> CommunicationUserIdentifier.of("+14255550100"))
                .hasMessageContaining("a COMMUNICATION_USER is needed");
        assertThatThrownBy(() -> MicrosoftTeamsAppIdentifier.of("8:orgid:u"))
                .hasMessageContaining("a MICROSOFT_TEAMS_APP is needed");
    }
}
