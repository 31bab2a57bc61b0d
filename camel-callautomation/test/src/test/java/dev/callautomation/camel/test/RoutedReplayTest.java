package dev.callautomation.camel.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** Replays to an application with {@code acknowledge=ROUTED}, which answers a delivery when its routes have ended. */
@CallAutomationTest
class RoutedReplayTest {

    private static final String HANG_UP = "callautomation:hangUp?forEveryone=true";

    static CallAutomationSimulator simulator;
    static RecordedCall call;

    /** A call that the application ends when it knows the participants. */
    @BeforeAll
    static void record(@TempDir Path journal) throws IOException {
        try (DeskApplication application = DeskApplication.recording(hangingUpAt("ParticipantsUpdated"), journal)) {
            String id = simulator.phone(DeskRoutes.CALLER).call(DeskRoutes.OUR_NUMBER);
            simulator.await(id).event("CallDisconnected");
            application.awaitIdle();
        }
        simulator.reset();
        try (Stream<Path> files = Files.list(journal)) {
            call = RecordedCall.read(files.toList().get(0)).with("+14255557002", DeskRoutes.OUR_NUMBER);
        }
    }

    @Test
    void theSameRoutesPass() {
        replay(hangingUpAt("ParticipantsUpdated"));
    }

    /** The route waits for a response that is recorded after an event which is not delivered yet. */
    @Test
    void anEventIsDeliveredWhileTheRouteOfTheOneBeforeHasNotEnded() {
        assertThat(call.toString())
                .containsSubsequence("CallConnected", "ParticipantsUpdated", "request   hangUp", "response  hangUp");

        replay(hangingUpAt("CallConnected"));
    }

    @Test
    void anEventWhoseRouteFailsIsDeliveredAgain() {
        AtomicInteger deliveries = new AtomicInteger();
        replay(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall")
                        .process(exchange -> {
                            if (deliveries.incrementAndGet() == 1) {
                                throw new IOException("The database is down");
                            }
                        })
                        .to("callautomation:answerCall");
                from("callautomation:events?type=ParticipantsUpdated").to(HANG_UP);
            }
        });

        assertThat(deliveries).hasValue(2);
    }

    private static RouteBuilder hangingUpAt(String event) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall").to("callautomation:answerCall");
                from("callautomation:events?type=" + event).to(HANG_UP);
            }
        };
    }

    private static void replay(RouteBuilder routes) {
        try (DeskApplication application = DeskApplication.startRouted(routes)) {
            CallReplay.of(call).run(simulator);
            application.awaitIdle();
        }
    }
}
