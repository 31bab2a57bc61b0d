package dev.callautomation.camel.test;

import java.nio.file.Path;
import java.util.UUID;

import com.example.MenuRoute;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.EventGridSubscription;

import static org.assertj.core.api.Assertions.assertThatCode;

/** A call is replayed without {@link CallAutomationTest}: the test starts the simulator and configures the component. */
class StandaloneReplayTest {

    private final String secret = UUID.randomUUID().toString();

    @Test
    void aCallIsReplayed() throws Exception {
        RecordedCall call = RecordedCall.read(Path.of("src/test/resources/calls/sales.jsonl"))
                .with("+14255557002", "+18005550100")
                .with("+14255557003", "+18005550199");
        CamelContext context = new DefaultCamelContext();
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start()) {
            VertxPlatformHttpServer server = new VertxPlatformHttpServer(configuration());
            context.addService(server, true, true);
            CallAutomationComponent component = context.getComponent("callautomation", CallAutomationComponent.class);
            configure(component.getConfiguration(), simulator);
            context.addRoutes(new MenuRoute());
            context.start();
            String events = "http://localhost:" + server.getPort() + component.getCallbackPath();
            component.getConfiguration().setCallbackUri(events);
            simulator.subscribe(EventGridSubscription.to(events + "?code=" + secret));

            assertThatCode(() -> CallReplay.of(call).run(simulator)).doesNotThrowAnyException();
        } finally {
            context.stop();
        }
    }

    private static VertxPlatformHttpServerConfiguration configuration() {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("localhost");
        configuration.setBindPort(0);
        return configuration;
    }

    private void configure(CallAutomationConfiguration configuration, CallAutomationSimulator simulator) {
        configuration.setConnectionString(simulator.connectionString());
        configuration.setResourceId(simulator.resourceId());
        configuration.setCallbackIssuer(simulator.issuer().toString());
        configuration.setEventGridSecret(secret);
    }
}
