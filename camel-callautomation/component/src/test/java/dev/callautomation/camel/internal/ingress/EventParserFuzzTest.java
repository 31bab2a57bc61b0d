package dev.callautomation.camel.internal.ingress;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventConverter;
import dev.callautomation.camel.event.EventTypes;
import dev.callautomation.camel.event.Subject;
import dev.callautomation.camel.event.UnknownEvent;
import dev.callautomation.camel.fuzz.Effort;

import static org.assertj.core.api.Assertions.assertThat;

/** Any body is either parsed to events that routes can use, or refused with a message that does not quote it. */
class EventParserFuzzTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final EventFilter FILTER = new EventFilter("*Call*", null, "*a*b*", "+14255550123", "8:acs:r_u");

    static Stream<byte[]> deliveries() {
        String longId = "a".repeat(100_000);
        String manyIds = "/serverCallId/b".repeat(16_000);
        return Stream.concat(
                Effort.files("/events"),
                Stream.of(
                                "",
                                "[]",
                                "null",
                                "[".repeat(100),
                                "[{\"type\":\"A\"},{\"eventType\":\"B\",\"data\":[1e999,{}]}]",
                                "{\"type\":\"CallStarted\",\"data\":{\"startedBy\":{\"teamsExtensionUser\":{}}}}",
                                "{\"type\":\"IncomingCall\",\"id\":[],\"data\":{\"from\":{\"rawId\":\"9:x\",\"kind\":\"y\"},\"to\":{}}}",
                                "{\"type\":\"RecognizeCompleted\",\"data\":{\"dtmfResult\":{\"tones\":[null,\"x\"]}}}",
                                "{\"type\":\"CallEnded\",\"subject\":\"call/%41%/startedBy/x\",\"time\":\"+999999999-12-31T00:00Z\"}",
                                "{\"type\":\"x\",\"subject\":\"call/" + longId + "\"}",
                                "{\"type\":\"x\",\"subject\":\"recording/call/" + manyIds + "\"}")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("deliveries")
    @FuzzTest
    void aDeliveryIsEventsOrRefused(byte[] body) throws Throwable {
        Effort.isBounded(() -> {
            List<ReceivedEvent> events;
            try {
                events = EventParser.parse(body, true);
            } catch (MalformedDeliveryException e) {
                assertThat(e)
                        .hasMessageMatching("(The body|An event) [\\w ,.()]+")
                        .hasNoCause();
                return;
            }
            assertThat(events).isNotEmpty();
            for (ReceivedEvent event : events) {
                usable(event);
            }
        });
    }

    private static void usable(ReceivedEvent event) throws Exception {
        CallAutomationEvent typed = event.typed();
        assertThat(typed.getClass())
                .isEqualTo(
                        EventTypes.find(event.envelope().shortType()).orElse(null) == null
                                ? UnknownEvent.class
                                : EventTypes.find(event.envelope().shortType()).orElseThrow());
        assertThat(typed.envelope().withUnreadable(event.envelope().unreadable()))
                .isEqualTo(event.envelope());
        assertThat(typed.unreadable())
                .containsAll(event.envelope().unreadable())
                .hasSizeLessThanOrEqualTo(100);
        assertThat(typed.type()).isNotNull();
        // it goes into log lines
        assertThat(event.toString()).hasSizeLessThan(1_000).doesNotContain("\n", "\r");
        assertThat(MAPPER.readTree(EventConverter.toText(typed)).isObject()).isTrue();
        assertThat(EventConverter.toMap(typed)).hasSize(typed.json().size());
        assertThat(FILTER.matches(event.envelope())).isIn(true, false);
        assertThat(Subject.of(typed.envelope().subject())).isNotNull();
    }
}
