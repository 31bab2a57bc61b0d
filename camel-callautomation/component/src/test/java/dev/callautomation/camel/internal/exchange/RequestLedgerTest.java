package dev.callautomation.camel.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.client.Payload;

import static org.assertj.core.api.Assertions.assertThat;

class RequestLedgerTest {

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    private RequestLedger.Entry open(String document) {
        return RequestLedger.open(exchange, "/path", new Payload(document.getBytes(StandardCharsets.UTF_8)));
    }

    private void failed(RequestLedger.Entry entry) {
        entry.keep(exchange);
    }

    @Test
    void aRequestOfUnknownOutcomeKeepsItsId() {
        RequestLedger.Entry first = open("a");
        failed(first);
        RequestLedger.Entry again = open("a");
        assertThat(again.repeated()).isTrue();
        assertThat(again.work().requestId()).isEqualTo(first.work().requestId());
    }

    @Test
    void theSameRequestAfterAResponseIsAnotherOne() {
        RequestLedger.Entry first = open("a");
        UUID id = first.work().requestId();
        first.outcomeKnown();
        failed(first);
        assertThat(open("a").work().requestId()).isNotEqualTo(id);
        assertThat(open("a").repeated()).isFalse();
    }

    @Test
    void anotherDocumentIsAnotherRequest() {
        RequestLedger.Entry first = open("a");
        failed(first);
        RequestLedger.Entry other = open("b");
        assertThat(other.repeated()).isFalse();
        assertThat(other.work().requestId()).isNotEqualTo(first.work().requestId());
    }

    @Test
    void aRequestWithAKnownOutcomeIsNotRepeated() {
        RequestLedger.Entry first = open("a");
        UUID id = first.work().requestId();
        failed(first);
        RequestLedger.Entry again = open("a");
        again.outcomeKnown();
        assertThat(open("a").repeated()).isFalse();
        assertThat(open("a").work().requestId()).isNotEqualTo(id);
    }

    @Test
    void aLaterRequestOfTheSameContentIsKeptWhenAnEarlierOneEnds() {
        RequestLedger.Entry first = open("a");
        RequestLedger.Entry second = open("a");
        UUID id = second.work().requestId();
        failed(second);
        first.outcomeKnown();
        assertThat(open("a").work().requestId()).isEqualTo(id);
    }

    @Test
    void requestsBecauseOfAnEventGetTheSameIdsAgainAndAreCounted() {
        EventEnvelope event = event();
        List<UUID> delivered = requestsBecauseOf(event);
        assertThat(delivered).doesNotHaveDuplicates();
        assertThat(requestsBecauseOf(event)).isEqualTo(delivered);
    }

    @Test
    void aResponseAfterTheDeadlineMakesTheOutcomeKnown() {
        RequestLedger.begin(exchange, event());
        RequestLedger.Entry late = open("a");
        UUID id = late.work().requestId();
        failed(late);
        late.outcomeKnown();
        RequestLedger.Entry next = open("a");
        assertThat(next.repeated()).isFalse();
        assertThat(next.work().requestId()).isNotEqualTo(id);
    }

    private List<UUID> requestsBecauseOf(EventEnvelope event) {
        RequestLedger.begin(exchange, event);
        List<UUID> ids = new ArrayList<>();
        for (String document : List.of("a", "a", "b", "a")) {
            RequestLedger.Entry entry = open(document);
            ids.add(entry.work().requestId());
            entry.outcomeKnown();
        }
        return ids;
    }

    private static EventEnvelope event() {
        return new EventEnvelope(
                "1",
                "type",
                "source",
                null,
                null,
                "c1",
                null,
                null,
                null,
                null,
                new ObjectMapper().createObjectNode(),
                List.of());
    }

    /** The first attempt may need no id, as that of a media operation. */
    @Test
    void aRedeliveredRequestHasTheIdAndDateOfTheFirstAttemptEvenIfThatDidNotNeedThem() {
        RequestLedger.Entry first = open("a");
        failed(first);
        RequestLedger.Entry again = open("a");
        assertThat(again.work()).isSameAs(first.work());
        UUID id = again.work().requestId();
        assertThat(first.work().requestId()).isEqualTo(id);
        failed(again);
        assertThat(open("a").work().requestId()).isEqualTo(id);
    }
}
