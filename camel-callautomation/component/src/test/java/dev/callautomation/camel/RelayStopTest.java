package dev.callautomation.camel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The relay of a node sends through a route. */
class RelayStopTest {

    private final Queue<String> messages = new ConcurrentLinkedQueue<>();

    private Receiver receiver(String... endpoints) throws Exception {
        Receiver receiver =
                new Receiver(options -> options.setCallbackAuthentication(CallbackAuthentication.NONE), endpoints);
        CallAutomationComponent component =
                receiver.context().getComponent("callautomation", CallAutomationComponent.class);
        component.setRelayToUri("direct:call-relay");
        component.setRelayFromUri("seda:others");
        component.setRelayTimeout(60_000);
        receiver.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call-relay")
                        .process(exchange -> messages.add(exchange.getMessage().getBody(String.class)));
            }
        });
        return receiver;
    }

    private long announced(String kind) {
        return messages.stream().filter(message -> message.contains(kind)).count();
    }

    @Test
    void aNodeAnnouncesThatItStopsWhileTheRouteOfItsRelayRuns() throws Exception {
        receiver().start().close();
        assertThat(announced("NODE_STOPPED")).isEqualTo(1);
    }

    @Test
    void aNodeWithSeveralConsumersAnnouncesItOnce() throws Exception {
        receiver("callautomation:events?type=CallConnected", "callautomation:events?type=CallDisconnected")
                .start()
                .close();
        assertThat(announced("NODE_STOPPED")).isEqualTo(1);
    }

    @Test
    void aRouteThatStopsIsNoStopOfTheNode() throws Exception {
        try (Receiver receiver = receiver()) {
            receiver.start();
            Route events = receiver.context().getRoutes().stream()
                    .filter(route -> route.getEndpoint() instanceof CallAutomationEndpoint)
                    .findFirst()
                    .orElseThrow();
            receiver.context().getRouteController().stopRoute(events.getRouteId());
            assertThat(announced("NODE_STOPPED")).isZero();
        }
    }
}
