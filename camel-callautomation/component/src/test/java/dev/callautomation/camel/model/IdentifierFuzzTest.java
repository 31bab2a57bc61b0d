package dev.callautomation.camel.model;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.fuzz.Effort;

import static org.assertj.core.api.Assertions.assertThat;

/** A text names one party, the same however it is written down, or nobody. */
class IdentifierFuzzTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<byte[]> identifiers() {
        return Stream.concat(
                        CommunicationIdentifierTest.forms().map(form -> (String) form.get()[0]),
                        Stream.of(
                                "",
                                "+0",
                                "28:acs:r_bot",
                                "48:new:kind",
                                "\"8:orgid:u\"",
                                "{}",
                                "{\"rawId\":\"28:acs:r_bot\",\"kind\":\"unknown\"}",
                                "{\"phoneNumber\":{\"value\":\"+14255550100\",\"assertedId\":\"a\"}}",
                                "{\"phoneNumber\":{}}",
                                "{\"communicationUser\":{\"id\":\"8:acs:r_u\"}}",
                                "{\"communicationUser\":{\"id\":null}}",
                                "{\"microsoftTeamsUser\":{\"userId\":\"u\",\"isAnonymous\":true,\"cloud\":\"dod\"}}",
                                "{\"microsoftTeamsApp\":{\"appId\":\"a\",\"cloud\":\"gcch\"}}",
                                "{\"teamsExtensionUser\":{\"userId\":\"u\",\"tenantId\":\"t\",\"resourceId\":\"r\"}}",
                                "{\"teamsExtensionUser\":{}}"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("identifiers")
    @FuzzTest
    void aTextNamesOnePartyOrNobody(byte[] input) throws Throwable {
        String text = new String(input, StandardCharsets.UTF_8);
        Effort.isBounded(() -> {
            named(text);
            bound(text);
        });
    }

    private static void named(String text) throws JsonProcessingException {
        CommunicationIdentifier party;
        try {
            party = CommunicationIdentifier.of(text);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("'" + text + "' is neither a phone number nor a raw id; " + RawIds.ACCEPTED_FORMS);
            return;
        }
        assertThat(CommunicationIdentifier.of(party.rawId())).isEqualTo(party);
        if (party.kind() == IdentifierKind.UNKNOWN) {
            assertThat(text.trim()).isEqualTo(party.rawId());
            writtenAndRead(party);
            return;
        }
        assertThat(new CommunicationIdentifier(
                        null,
                        null,
                        party.communicationUser(),
                        party.phoneNumber(),
                        party.microsoftTeamsUser(),
                        party.microsoftTeamsApp(),
                        party.teamsExtensionUser()))
                .isEqualTo(party);
        writtenAndRead(party);
    }

    /** As the service and requests have it, with any members. */
    private static void bound(String json) throws JsonProcessingException {
        CommunicationIdentifier party;
        try {
            party = MAPPER.readValue(json, CommunicationIdentifier.class);
        } catch (JsonProcessingException e) {
            assertThat(e.getOriginalMessage()).isNotBlank();
            return;
        }
        if (party != null) {
            assertThat(party.rawId()).isNotBlank();
            assertThat(party.kind()).isNotNull();
            writtenAndRead(party);
        }
    }

    private static void writtenAndRead(CommunicationIdentifier party) throws JsonProcessingException {
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(party), CommunicationIdentifier.class))
                .isEqualTo(party);
    }
}
