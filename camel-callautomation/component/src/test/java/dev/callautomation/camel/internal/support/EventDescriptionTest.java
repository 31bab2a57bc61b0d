package dev.callautomation.camel.internal.support;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.CallAutomationOperationFailedException;
import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.UnknownEvent;
import dev.callautomation.camel.model.ResultInformation;

import static org.assertj.core.api.Assertions.assertThat;

/** Text of an event cannot add lines to a log. */
class EventDescriptionTest {

    private static final String FORGED = "x\r\nERROR all is lost\u2028\u0085\u001b[31m";

    private static CallAutomationEvent event() {
        return new UnknownEvent(new EventEnvelope(
                FORGED,
                "Microsoft.Communication." + FORGED,
                FORGED,
                FORGED,
                null,
                FORGED,
                FORGED,
                FORGED,
                FORGED,
                new ResultInformation(500, 1, FORGED + " déjà vu", null, null),
                JsonNodeFactory.instance.objectNode()));
    }

    private static void assertOneLine(String text) {
        assertThat(text)
                .contains("ERROR all is lost")
                .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]");
    }

    @Test
    void theDescriptionIsOneLine() {
        assertOneLine(EventDescription.of(event()));
        assertThat(EventDescription.of(event())).as("the service's language").contains("déjà vu");
    }

    @Test
    void theExceptionIsOneLine() {
        assertOneLine(new CallAutomationOperationFailedException(CallAutomationOperation.play, event()).getMessage());
    }

    @Test
    void theEnvelopeIsOneLine() {
        assertOneLine(event().toString());
    }
}
