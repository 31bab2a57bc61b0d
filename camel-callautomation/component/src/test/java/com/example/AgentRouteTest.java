package com.example;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.CallAutomationDeliveryException;
import dev.callautomation.camel.CallAutomationException;
import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.CallAutomationOperationFailedException;
import dev.callautomation.camel.CallAutomationRequestFailedException;
import dev.callautomation.camel.CallAutomationStoppedException;
import dev.callautomation.camel.CallAutomationTimeoutException;
import dev.callautomation.camel.event.AddParticipantFailed;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.model.ResultInformation;

/** Every failure of an invitation leads to a transfer; a stub in the place of the operation throws it. */
class AgentRouteTest {

    private static final CallAutomationOperation OPERATION = CallAutomationOperation.addParticipant;
    private static final String CALL = "call-1";

    static Stream<CallAutomationException> failures() {
        return Stream.of(
                // the service refuses the request
                new CallAutomationRequestFailedException(
                        OPERATION,
                        CALL,
                        new CallAutomationRequestFailedException.Response(429, "8516", "request-1", null, "{}"),
                        "was refused"),
                // there is no response
                new CallAutomationRequestFailedException(
                        OPERATION, CALL, "failed", true, new IOException("connection reset")),
                // the agent declines
                new CallAutomationOperationFailedException(OPERATION, declined()),
                // no event arrives
                new CallAutomationTimeoutException(
                        OPERATION, CALL, Set.of("AddParticipantSucceeded"), Duration.ofSeconds(210), false),
                // the application stops
                new CallAutomationStoppedException(OPERATION, CALL),
                // a delivery is not processed: thrown by processEvents only
                new CallAutomationDeliveryException("a route failed", true, null));
    }

    private static AddParticipantFailed declined() {
        ResultInformation result = new ResultInformation(487, 10024, "declined", null, null);
        return new AddParticipantFailed(
                new EventEnvelope(
                        "event-1",
                        "Microsoft.Communication.AddParticipantFailed",
                        null,
                        null,
                        null,
                        CALL,
                        null,
                        null,
                        null,
                        result,
                        JsonNodeFactory.instance.objectNode()),
                null);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theCallerIsTransferred(CallAutomationException failure) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new AgentRoute());
            AdviceWith.adviceWith(context, "agent", route -> {
                route.weaveById("invite").replace().process(exchange -> {
                    throw failure;
                });
                route.weaveById("transfer").replace().to("mock:transfer");
            });
            context.start();
            MockEndpoint transfer = context.getEndpoint("mock:transfer", MockEndpoint.class);
            transfer.expectedMessageCount(1);

            context.createProducerTemplate().sendBody("direct:agent", null);

            transfer.assertIsSatisfied();
        }
    }
}
