package dev.callautomation.camel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.CallConnected;
import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.event.ParticipantsUpdated;
import dev.callautomation.camel.model.CallConnectionProperties;
import dev.callautomation.camel.model.CallParticipant;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.junit.CallAutomationSimulatorExtension;
import dev.callautomation.simulator.model.EventGridSubscription;

import static org.assertj.core.api.Assertions.assertThat;

/** A Camel context whose component works with the simulator, events included. */
abstract class SimulatorTestSupport extends EventTestSupport {

    static final String APPLICATION = "+18005550100";
    static final String CUSTOMER = "+14255550111";
    static final String PHONE = "+18005550199";
    static final String AGENT = "8:acs:7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10_00000026-4b1d-2c3e-99c6-593a0d00c1d2";
    static final String SUPERVISOR = "8:acs:7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10_00000026-4b1d-5f6e-10c6-593a0d00d9e0";

    @RegisterExtension
    static final CallAutomationSimulatorExtension EXTENSION = new CallAutomationSimulatorExtension(
            SimulatorOptions.defaults().withRing(Duration.ofMillis(20)).withPlay(Duration.ofMillis(30)));

    final Queue<CallAutomationEvent> events = new ConcurrentLinkedQueue<>();

    CallAutomationSimulator simulator() {
        return EXTENSION.simulator();
    }

    @Override
    void configure(CallAutomationComponent component) {
        component.getConfiguration().setConnectionString(simulator().connectionString());
        component.getConfiguration().setResourceId(simulator().resourceId());
        component.getConfiguration().setCallbackIssuer(simulator().issuer().toString());
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events")
                        .routeId("collected")
                        .process(exchange -> events.add(exchange.getMessage().getBody(CallAutomationEvent.class)));
            }
        });
        return context;
    }

    /** The server's port is known now, so the service can be told where events go. */
    @BeforeEach
    void subscribe() {
        component.getConfiguration().setCallbackUri(address().toString());
        simulator()
                .subscribe(
                        EventGridSubscription.to(address() + "?code=" + SECRET).withTypes("IncomingCall"));
    }

    /** Waits for an event of a call, or of any if the id is {@code null}. */
    <T extends CallAutomationEvent> T awaitEvent(Class<T> type, String callConnectionId) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> events.stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .filter(event ->
                                        callConnectionId == null || callConnectionId.equals(event.callConnectionId()))
                                .findFirst()
                                .orElse(null),
                        event -> event != null);
    }

    List<String> types(String callConnectionId) {
        return events.stream()
                .filter(event -> callConnectionId.equals(event.callConnectionId()))
                .map(CallAutomationEvent::type)
                .toList();
    }

    IncomingCall ring(String from) {
        simulator().phone(from).call(APPLICATION);
        return awaitEvent(IncomingCall.class, null);
    }

    Exchange send(String endpoint, Map<String, Object> headers) {
        Exchange exchange = template.request(endpoint, message -> {
            message.getMessage().setBody("as it was");
            headers.forEach(message.getMessage()::setHeader);
        });
        assertThat(exchange.getException()).as(endpoint).isNull();
        return exchange;
    }

    Map<String, Object> in(String call) {
        return Map.of(CallAutomationConstants.CALL_CONNECTION_ID, call);
    }

    Map<String, Object> incoming() {
        return Map.of(
                CallAutomationConstants.INCOMING_CALL_CONTEXT, ring(CUSTOMER).incomingCallContext());
    }

    String connected(Exchange exchange) {
        String call =
                exchange.getMessage().getBody(CallConnectionProperties.class).callConnectionId();
        awaitEvent(CallConnected.class, call);
        awaitEvent(ParticipantsUpdated.class, call);
        return call;
    }

    String answered() {
        return connected(send("direct:answer", incoming()));
    }

    List<String> participants(String call) {
        CallParticipant[] all = context.getTypeConverter()
                .convertTo(
                        CallParticipant[].class,
                        send("direct:list", in(call)).getMessage().getBody());
        return Stream.of(all)
                .map(participant -> participant.identifier().rawId())
                .toList();
    }

    /** Who was in a call, each time that changed. */
    List<ParticipantsUpdated> rosters(String call) {
        return events.stream()
                .filter(ParticipantsUpdated.class::isInstance)
                .map(ParticipantsUpdated.class::cast)
                .filter(event -> event.callConnectionId().equals(call))
                .toList();
    }

    static CamelContext withYaml(CamelContext context, String file) throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource(file));
        return context;
    }
}
