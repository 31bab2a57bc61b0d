package dev.callautomation.camel.internal.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.event.CallEnded;
import dev.callautomation.camel.event.CallParticipantAdded;
import dev.callautomation.camel.event.CallParticipantRemoved;
import dev.callautomation.camel.event.CallStarted;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.EventTypes;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.event.RecordingFileStatusUpdated;

import static dev.callautomation.camel.internal.security.Sender.ANY;
import static dev.callautomation.camel.internal.security.Sender.EVENT_GRID;
import static dev.callautomation.camel.internal.security.Sender.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

/** Which sender is authorized to deliver which event. */
class SenderTest {

    private static final String PREFIX = "Microsoft.Communication.";

    private static final List<String> OF_EVENT_GRID = Stream.of(
                    RecordingFileStatusUpdated.class,
                    CallStarted.class,
                    CallEnded.class,
                    CallParticipantAdded.class,
                    CallParticipantRemoved.class)
            .map(Class::getSimpleName)
            .toList();

    /** All types that have a record. */
    static Stream<String> known() throws IOException {
        try (Stream<Path> files = Files.list(
                Path.of("src/main/java", EventTypes.class.getPackageName().replace('.', '/')))) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(EventTypes::isKnown)
                    .toList();
            return names.stream();
        }
    }

    @Test
    void allKnownTypesAreTested() throws IOException {
        assertThat(known())
                .hasSizeGreaterThan(40)
                .contains("CallConnected", "IncomingCall")
                .containsAll(OF_EVENT_GRID);
    }

    @ParameterizedTest
    @MethodSource("known")
    void eachKnownTypeHasOneSenderWhateverItsCaseAndPrefix(String type) {
        boolean incoming = type.equals(IncomingCall.class.getSimpleName());
        boolean ofEventGrid = OF_EVENT_GRID.contains(type);
        for (String spelled : List.of(
                PREFIX + type,
                type,
                PREFIX + type.toUpperCase(Locale.ROOT),
                PREFIX.toLowerCase(Locale.ROOT) + type.toLowerCase(Locale.ROOT))) {
            for (String call : new String[] {null, "c1"}) {
                assertThat(SERVICE.accepts(spelled, call)).as(spelled).isEqualTo(incoming || !ofEventGrid);
                assertThat(EVENT_GRID.accepts(spelled, call)).as(spelled).isEqualTo(incoming || ofEventGrid);
                assertThat(ANY.accepts(spelled, call)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HoldAudioStarted",
                "PlayPaused",
                "DialogCompleted",
                "TeamsRecordingStateChanged",
                "AddParticipantCancelled",
                "MediaStreamingUpdated",
                "TranscriptionResumed"
            })
    void eventsOfCallsOfOtherVersionsAreOfTheServiceOnly(String type) {
        assertThat(SERVICE.accepts(PREFIX + type, null)).isTrue();
        assertThat(EVENT_GRID.accepts(PREFIX + type, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Microsoft.EventGrid.SubscriptionValidationEvent",
                "Microsoft.EventGrid.SubscriptionDeletedEvent",
                "Microsoft.Communication.SMSReceived",
                "Microsoft.Communication.UserDisconnected",
                "Microsoft.Storage.BlobCreated",
                "Contoso.TicketClosed"
            })
    void otherEventsOfEventGridAreItsOwn(String type) {
        assertThat(SERVICE.accepts(type, null)).isFalse();
        assertThat(EVENT_GRID.accepts(type, null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Microsoft.Communication.CallParked, c1, true, false",
        "microsoft.communication.callparked, c1, true, false",
        "CallParked, c1, true, false",
        "Contoso.CallParked, c1, true, false",
        "Microsoft.Communication.CallParked,, true, true",
        "CallParked,, false, true"
    })
    void anUnknownTypeThatNamesACallConnectionIsOfTheService(
            String type, String call, boolean service, boolean eventGrid) {
        assertThat(SERVICE.accepts(type, call)).isEqualTo(service);
        assertThat(EVENT_GRID.accepts(type, call)).isEqualTo(eventGrid);
    }

    /** These letters equal i and s where case is ignored by character. */
    @ParameterizedTest
    @ValueSource(strings = {"CallD\u0131sconnected", "CallDi\u017fconnected", "CallD\u0130sconnected"})
    void aTypeWithLettersThatFoldToAsciiIsAnEventOfACall(String type) {
        assertThat(EVENT_GRID.accepts(PREFIX + type, null)).isFalse();
        assertThat(SERVICE.accepts(PREFIX + type, null)).isTrue();
    }

    @Test
    void onlyTheServiceReturnsContextHeaders() {
        assertThat(Stream.of(Sender.values()).filter(Sender::returnsContextHeaders))
                .containsExactly(SERVICE);
    }

    private static EventEnvelope event(String type) {
        return new EventEnvelope(
                "1", type, null, null, null, null, null, null, null, null, JsonNodeFactory.instance.objectNode());
    }

    @Test
    void anEventOfAnotherSenderIsRefusedWithTheReason() {
        AuthenticationResult grid = AuthenticationResult.trusted(EVENT_GRID);
        assertThat(grid.authorize(event(PREFIX + "IncomingCall"))).isEqualTo(grid);
        assertThat(grid.authorize(event(PREFIX + "CallConnected\r\nforged")).trusted())
                .isTrue();
        AuthenticationResult refused = grid.authorize(event(PREFIX + "CallConnected"));
        assertThat(refused.trusted()).isFalse();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.reason()).contains("'Microsoft.Communication.CallConnected'", "not for events of calls");
    }

    @Test
    void theReasonHasTheTypeEscaped() {
        AuthenticationResult refused = AuthenticationResult.trusted(SERVICE).authorize(event("x\r\nWARN forged"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.reason()).contains("'x??WARN forged'").doesNotContain("\r", "\n");
    }
}
