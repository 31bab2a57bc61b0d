package dev.callautomation.camel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.EventEnvelope;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls in progress are recorded where there is a dev console. */
class RecordedCallsTest {

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    private CallAutomationComponent afterAnEvent() throws Exception {
        CallAutomationComponent component = new CallAutomationComponent();
        component.setCallbackEnabled(false);
        context.addComponent("callautomation", component);
        context.start();
        component
                .observations()
                .eventReceived(new EventEnvelope(
                        "1",
                        "Microsoft.Communication.CallConnected",
                        null,
                        null,
                        null,
                        "call",
                        null,
                        null,
                        null,
                        null,
                        JsonNodeFactory.instance.objectNode()));
        return component;
    }

    @Test
    void withoutTheConsoleNothingIsRecorded() throws Exception {
        assertThat(afterAnEvent().callsInProgress()).isEmpty();
    }

    @Test
    void ifItIsEnabledInTheContext() throws Exception {
        context.setDevConsole(true);
        assertThat(afterAnEvent().callsInProgress()).hasSize(1);
    }

    @Test
    void ifItIsLoadedButNotEnabledInTheContext() throws Exception {
        DevConsoleRegistry.get(context).loadDevConsoles();
        assertThat(context.isDevConsole()).isNotEqualTo(true);
        assertThat(afterAnEvent().callsInProgress()).hasSize(1);
    }
}
