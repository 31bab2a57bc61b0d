package dev.callautomation.camel.internal.observation;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.security.RefusalKind;

import static org.assertj.core.api.Assertions.assertThat;

class CountersTest {

    private static final int MANY = 10_000;

    private final Counters counters = new Counters();

    static EventEnvelope event(String type, String call) {
        return new EventEnvelope(
                "1", type, null, null, null, call, null, null, null, null, JsonNodeFactory.instance.objectNode());
    }

    @Test
    void allOperationsAndReasonsAreThereFromTheStart() {
        Counts counts = counters.counts();
        assertThat(counts.operations()).containsOnlyKeys(CallAutomationOperation.values());
        assertThat(counts.operations().values())
                .allMatch(OperationCounts::isEmpty)
                .allSatisfy(operation -> assertThat(operation.outcomes()).containsOnlyKeys(OperationOutcome.values()));
        assertThat(counts.deliveriesRefused()).containsOnlyKeys(RefusalKind.values());
        assertThat(counts.lastAcceptedDelivery()).isNull();
    }

    @Test
    void failuresAreCountedBySubCode() {
        for (Integer subCode : new Integer[] {10003, 10003, 0, null, 987654}) {
            counters.operationEnded(CallAutomationOperation.addParticipant, OperationOutcome.FAILED, subCode, 1);
        }
        counters.operationEnded(CallAutomationOperation.addParticipant, OperationOutcome.REFUSED, 8523, 1);
        OperationCounts counts = counters.counts().operations().get(CallAutomationOperation.addParticipant);
        assertThat(counts.failedBySubCode()).isEqualTo(Map.of("10003", 2L, "0", 1L, "none", 1L, "other", 1L));
        assertThat(counts.refusedBySubCode()).isEqualTo(Map.of("8523", 1L));
        assertThat(counts.ended(OperationOutcome.FAILED)).isEqualTo(5);
        assertThat(counters.counts().ended(OperationOutcome.REFUSED)).isEqualTo(1);
    }

    @Test
    void whatIsNoDeliveryIsCountedByReasonAlone() {
        counters.deliveryRefused(RefusalKind.TIMEOUT);
        counters.otherRefused(RefusalKind.TIMEOUT);
        counters.otherRefused(RefusalKind.TOO_MANY_CONNECTIONS);
        Counts counts = counters.counts();
        assertThat(counts.refused()).isEqualTo(1);
        assertThat(counts.deliveriesRefused())
                .containsEntry(RefusalKind.TIMEOUT, 2L)
                .containsEntry(RefusalKind.TOO_MANY_CONNECTIONS, 1L);
    }

    @Test
    void whatSendersMakeUpAddsNoCounters() {
        for (int i = 0; i < MANY; i++) {
            counters.eventReceived(event("Microsoft.Communication.MadeUp" + i, "c"));
            counters.operationEnded(CallAutomationOperation.play, OperationOutcome.FAILED, MANY * MANY + i, 1);
            counters.requestRetried(CallAutomationOperation.play, i);
        }
        counters.eventReceived(event("Microsoft.Communication.CALLCONNECTED", "c"));
        assertThat(counters.counts().events()).isEqualTo(Map.of("other", (long) MANY, "CallConnected", 1L));
        assertThat(counters.counts()
                        .operations()
                        .get(CallAutomationOperation.play)
                        .failedBySubCode())
                .isEqualTo(Map.of("other", (long) MANY));
    }

    @Test
    void labelsOfStatusesAreBounded() {
        assertThat(List.of(0, 200, 302, 404, 429, 503, 600, 99, -1))
                .extracting(Labels::status)
                .containsExactly("none", "2xx", "3xx", "4xx", "429", "5xx", "other", "other", "other");
    }
}
