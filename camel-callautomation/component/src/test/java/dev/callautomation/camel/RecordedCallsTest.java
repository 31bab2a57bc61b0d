package dev.callautomation.camel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.observation.CallInProgress;

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
        received(component, "call");
        return component;
    }

    private static void received(CallAutomationComponent component, String call) {
        component
                .observations()
                .eventReceived(new EventEnvelope(
                        "1",
                        "Microsoft.Communication.CallConnected",
                        null,
                        null,
                        null,
                        call,
                        null,
                        null,
                        null,
                        null,
                        JsonNodeFactory.instance.objectNode()));
    }

    @Test
    void otherwiseFromTheFirstLook() throws Exception {
        CallAutomationComponent component = afterAnEvent();
        assertThat(component.callsInProgress()).isEmpty();
        received(component, "second");
        received(component, "third");
        assertThat(component.callsInProgress())
                .extracting(CallInProgress::callConnectionId)
                .containsExactlyInAnyOrder("second", "third");
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
