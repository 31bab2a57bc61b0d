package dev.callautomation.camel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

import dev.callautomation.simulator.fault.Fault;

/** Deliveries are acknowledged when their events have been taken, and the way to the receiver is shut now and then. */
class FaultsWhenReceivedTest extends FaultScenario {

    private static final String EARLIER_ATTEMPTS = "aeg-delivery-count";

    private static final int BEFORE_THE_COMPONENT = Integer.MIN_VALUE;

    private final AtomicInteger requests = new AtomicInteger();

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setAcknowledge(AcknowledgeMode.RECEIVED);
    }

    @Override
    void prepare() {
        context.getRegistry()
                .findSingleByType(VertxPlatformHttpRouter.class)
                .route()
                .order(BEFORE_THE_COMPONENT)
                .handler(this::passOrPutOff);
    }

    private void passOrPutOff(RoutingContext request) {
        if (isFirstAttempt(request.request()) && stumbles("request " + requests.incrementAndGet())) {
            request.response().setStatusCode(503).end();
        } else {
            request.next();
        }
    }

    /** Event Grid comes again after 10 and another 30 seconds, when the call does not ring any more. */
    private static boolean isFirstAttempt(HttpServerRequest request) {
        String earlier = request.getHeader(EARLIER_ATTEMPTS);
        return earlier == null || earlier.equals("0");
    }

    @Override
    void begin(Exchange exchange) {
        // a route that fails would lose its event, which is acknowledged already
    }

    @Override
    Stream<Fault> moreFaults() {
        return Stream.of(
                Fault.onEvent("AddParticipantSucceeded").beforeResponse().withChance(OFTEN, 6));
    }
}
