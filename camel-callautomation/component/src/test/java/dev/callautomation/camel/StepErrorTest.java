package dev.callautomation.camel;

import java.time.Duration;
import java.util.Map;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.camel.internal.ingress.DeliveryResult;
import dev.callautomation.camel.internal.ingress.EventParser;

import static org.awaitility.Awaitility.await;

/** An error in any step of a route, also after an operation, ends the exchange and its event. */
class StepErrorTest extends AwaitTestSupport {

    private static final String OPERATION = "callautomation:stopContinuousDtmfRecognition?target=%2B14255550111";

    /** A step that throws for the events 1, 2 and so on, but not for the last one. */
    enum Step {
        PROCESS,
        SET_BODY,
        SET_HEADER,
        SET_PROPERTY,
        TRANSFORM,
        FILTER,
        CHOICE,
        IN_A_CHOICE,
        SPLIT,
        RECIPIENTS,
        VALIDATE,
        PRODUCER,
        DYNAMIC_PRODUCER;

        void addTo(ProcessorDefinition<?> route) {
            switch (this) {
                case PROCESS -> route.process(Step::check);
                case SET_BODY -> route.setBody(Step::check);
                case SET_HEADER -> route.setHeader("x").exchange(Step::check);
                case SET_PROPERTY -> route.setProperty("x").exchange(Step::check);
                case TRANSFORM -> route.transform().exchange(Step::check);
                case FILTER -> route.filter(Step::check).to("mock:inside");
                case CHOICE ->
                    route.choice().when(Step::check).to("mock:inside").end();
                case IN_A_CHOICE ->
                    route.choice().when(exchange -> true).setBody(Step::check).end();
                case SPLIT ->
                    route.split().exchange(Step::check).to("mock:inside").end();
                case RECIPIENTS -> route.recipientList().exchange(exchange -> check(exchange) ? "mock:inside" : null);
                case VALIDATE -> route.validate(Step::check);
                case PRODUCER -> route.to("throwing:x");
                case DYNAMIC_PRODUCER -> route.toD("throwing:x${header.none}");
            }
        }

        /** A value that fits all steps. */
        private static boolean check(Exchange exchange) {
            if (!"last".equals(exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID))) {
                throw new StackOverflowError("thrown by the step");
            }
            return true;
        }
    }

    /** Endpoints whose producers throw as the steps do. */
    private static final class ThrowingComponent extends DefaultComponent {

        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            return new DefaultEndpoint(uri, this) {

                @Override
                public Producer createProducer() {
                    return new DefaultAsyncProducer(this) {
                        @Override
                        public boolean process(Exchange exchange, AsyncCallback callback) {
                            Step.check(exchange);
                            callback.done(true);
                            return true;
                        }
                    };
                }

                @Override
                public Consumer createConsumer(Processor processor) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                getContext().addComponent("throwing", new ThrowingComponent());
            }
        };
    }

    private void add(Step step, boolean afterOperation, boolean errorHandler) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                if (!errorHandler) {
                    errorHandler(noErrorHandler());
                }
                ProcessorDefinition<?> route =
                        from("callautomation:events?type=PlayFailed").routeId("failing");
                if (afterOperation) {
                    route = route.to(OPERATION);
                }
                step.addTo(route);
                route.to("mock:last");
            }
        });
    }

    private void deliver(String id) {
        deliver(id, CALL);
    }

    private void deliver(String id, String call) {
        // repeated while the consumer has the maximum number of events in flight
        await().atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> component
                                .reception()
                                .dispatcher()
                                .dispatch(EventParser.parse(
                                        callback("PlayFailed", id, "{\"callConnectionId\":\"" + call + "\"}")
                                                .getBytes(),
                                        true))
                                .join()
                        == DeliveryResult.ACCEPTED);
    }

    private void assertNothingIsLost() throws Exception {
        getMockEndpoint("mock:last").expectedMessageCount(1);
        deliver("last");
        MockEndpoint.assertIsSatisfied(context);
        CallAutomationConsumer consumer =
                (CallAutomationConsumer) context.getRoute("failing").getConsumer();
        await().atMost(LIMIT)
                .until(() -> component.reception().inFlight(consumer)
                                + context.getInflightRepository().size()
                        == 0);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorAfterAnOperationEndsTheEvent(Step step) throws Exception {
        add(step, true, true);
        deliver("1");
        deliver("2");
        assertNothingIsLost();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorAfterAnOperationEndsTheEventWithoutAnErrorHandler(Step step) throws Exception {
        add(step, true, false);
        deliver("1");
        deliver("2");
        assertNothingIsLost();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECIPIENTS")
    void anErrorInTheFirstStepEndsTheEvent(Step step) throws Exception {
        add(step, false, true);
        deliver("1");
        deliver("2");
        assertNothingIsLost();
    }

    @ParameterizedTest
    @EnumSource(names = {"SET_BODY", "PRODUCER"})
    void aThousandErrorsAfterAnOperationBlockNothing(Step step) throws Exception {
        add(step, true, false);
        for (int event = 0; event < 1_000; event++) {
            deliver("e" + event, "c" + event % 50);
        }
        assertNothingIsLost();
    }

    /** As in a route that was created before the component. */
    @ParameterizedTest
    @EnumSource
    void anErrorInAStepWithoutAGuardEndsTheEvent(Step step) throws Exception {
        context.getCamelContextExtension().getInterceptStrategies().clear();
        add(step, true, true);
        deliver("1");
        deliver("2");
        assertNothingIsLost();
    }
}
