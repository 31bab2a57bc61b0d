package dev.callautomation.camel;

import java.util.Map;

import org.apache.camel.Exchange;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.CallConnected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Operations that wait, against the simulator. */
abstract class AwaitOnSimulatorSupport extends SimulatorTestSupport {

    static final String TO_AGENT = "addParticipant?target=" + AGENT;

    /** The exchange after an awaited operation. */
    Exchange run(String operation, Map<String, Object> headers) {
        String uri = "callautomation:" + operation + (operation.contains("?") ? "&" : "?") + "awaitCompletion=true";
        return template.request(uri, message -> headers.forEach(message.getMessage()::setHeader));
    }

    <T extends CallAutomationEvent> T awaited(Class<T> type, String operation, Map<String, Object> headers) {
        Exchange exchange = run(operation, headers);
        assertThat(exchange.getException()).as(operation).isNull();
        assertThat(exchange.getMessage().getBody()).as(operation).isInstanceOf(type);
        assertThat(exchange.getMessage().getHeader(CallAutomationConstants.EVENT_TYPE))
                .isEqualTo(type.getSimpleName());
        return type.cast(exchange.getMessage().getBody());
    }

    CallAutomationOperationFailedException failure(String operation, Map<String, Object> headers) {
        Exchange exchange = run(operation, headers);
        assertThatExceptionOfType(CallAutomationOperationFailedException.class)
                .as(operation)
                .isThrownBy(() -> {
                    if (exchange.getException() != null) {
                        throw exchange.getException();
                    }
                });
        return exchange.getException(CallAutomationOperationFailedException.class);
    }

    String call() {
        return awaited(
                        CallConnected.class,
                        "createCall?operationContext=order-1001&cognitiveServicesEndpoint=https://ai.example.com"
                                + "&sourceCallerIdNumber=" + APPLICATION + "&target="
                                + CUSTOMER,
                        Map.of())
                .callConnectionId();
    }
}
