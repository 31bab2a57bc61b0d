package dev.callautomation.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.ScriptedService.Reply;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whether the service accepts requests, by the checks of producers. */
class ServiceHealthTest {

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    private final DefaultCamelContext context = new DefaultCamelContext();

    private void start(String connectionString, String... operations) throws Exception {
        start(connectionString, component -> {}, operations);
    }

    private void start(String connectionString, Consumer<CallAutomationComponent> options, String... operations)
            throws Exception {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
        CallAutomationComponent component = new CallAutomationComponent();
        component.getConfiguration().setConnectionString(connectionString);
        options.accept(component);
        context.addComponent("callautomation", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (String operation : operations) {
                    from("direct:" + operation.replaceAll("\\W", "-")).to("callautomation:" + operation);
                }
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private List<HealthCheck> checks() {
        return HealthCheckRegistry.get(context).stream()
                .filter(check -> check.getId().startsWith("producer:"))
                .toList();
    }

    private HealthCheck.Result check() {
        assertThat(checks()).hasSize(1);
        return checks().get(0).call();
    }

    private void awaitUp() {
        await().untilAsserted(() -> assertThat(check().getState()).isEqualTo(HealthCheck.State.UP));
    }

    private void awaitDown(String reason) {
        await().untilAsserted(() -> {
            assertThat(check().getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(check().getMessage())
                    .hasValueSatisfying(message -> assertThat(message).contains(reason));
        });
    }

    @Test
    void aServiceThatIsStoppedIsDownUntilItIsStartedAgain() throws Exception {
        SimulatorOptions options = SimulatorOptions.defaults().withAccessKey("c2VjcmV0LXNlY3JldA==");
        CallAutomationSimulator simulator = CallAutomationSimulator.start(options);
        int port = simulator.uri().getPort();
        try {
            start(simulator.connectionString(), "hangUp");
            awaitUp();
            assertThat(check().getDetails())
                    .containsEntry(HealthCheck.ENDPOINT_URI, "http://localhost:" + port)
                    .containsEntry("service.status.code", 404);
            simulator.close();
            awaitDown("Connection refused");
            assertThat(HealthCheckHelper.isResultsUp(HealthCheckHelper.invokeReadiness(context), true))
                    .isFalse();
            simulator = CallAutomationSimulator.start(options.withPort(port));
            awaitUp();
        } finally {
            simulator.close();
        }
    }

    @Test
    void aWrongKeyIsReportedInTheWordsOfTheService() throws Exception {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(SimulatorOptions.defaults())) {
            start("endpoint=" + simulator.uri() + ";accesskey=d3Jvbmc=", "hangUp");
            awaitDown("The service does not accept requests: a request was refused with HTTP status 401");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 500, 503})
    void aServiceThatRefusesIsDown(int status) throws Exception {
        service.answering(request -> new Reply(status, "{\"error\":{\"code\":\"4711\",\"message\":\"Not today\"}}"));
        start(service.connectionString(), "hangUp?maxRetries=0");
        awaitDown("a request was refused with HTTP status " + status + ", code 4711: Not today");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 429})
    void aServiceThatUnderstandsTheRequestIsUp(int status) throws Exception {
        service.answering(request -> new Reply(status, "{}"));
        start(service.connectionString(), "hangUp?maxRetries=0");
        awaitUp();
        assertThat(service.requests())
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
    }

    @Test
    void aServiceThatDoesNotRespondIsNotWaitedFor() throws Exception {
        service.answering(request -> {
            await().atMost(Duration.ofMinutes(1)).until(() -> context.isStopping() || context.isStopped());
            return ScriptedService.ACCEPTED;
        });
        start(service.connectionString(), "hangUp");
        awaitDown("within");
    }

    @Test
    void producersOfTheSameServiceShareACheck() throws Exception {
        service.answering(request -> new Reply(404, ""));
        start(service.connectionString(), "hangUp", "play?file=https://example.com/a.wav&awaitCompletion=false");
        awaitUp();
        for (int i = 0; i < 100; i++) {
            check();
        }
        assertThat(service.requests()).hasSizeLessThan(20);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:other").to("callautomation:hangUp?endpoint=http://localhost:1&accessKey=c2VjcmV0");
            }
        });
        assertThat(checks())
                .extracting(HealthCheck::getId)
                .anyMatch(id -> id.equals("producer:callautomation-localhost:1"))
                .hasSize(2);
    }

    @Test
    void theChecksEndWithTheirProducers() throws Exception {
        start(service.connectionString(), "hangUp");
        assertThat(checks()).hasSize(1);
        context.getComponent("callautomation").stop();
        assertThat(checks()).isEmpty();
    }

    @Test
    void theChecksCanBeSwitchedOff() throws Exception {
        start(service.connectionString(), component -> component.setHealthCheckProducerEnabled(false), "hangUp");
        assertThat(checks()).isEmpty();
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void theChecksAreOffByDefault() throws Exception {
        CallAutomationComponent component = new CallAutomationComponent();
        component.getConfiguration().setConnectionString(service.connectionString());
        context.addComponent("callautomation", component);
        context.start();
        context.getEndpoint("callautomation:hangUp").createProducer().start();
        HealthCheckHelper.invoke(context);
        assertThat(checks()).isEmpty();
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void producersThatCamelDoesNotCacheShareACheck() throws Exception {
        service.answering(request -> request.method().equals("GET") ? new Reply(404, "") : ScriptedService.ACCEPTED);
        start(service.connectionString());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic").toD("callautomation:${header.operation}", -1);
            }
        });
        await().untilAsserted(() -> {
            // a client is closed some seconds after its last exchange
            hangUp();
            assertThat(check().getState()).isEqualTo(HealthCheck.State.UP);
        });
        Set<HealthCheck> checks = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            hangUp();
            checks.addAll(checks());
        }
        assertThat(checks).as("one for each client, not for each producer").hasSizeLessThan(10);
        assertThat(service.requests().stream()
                        .filter(request -> request.method().equals("GET"))
                        .count())
                .isLessThan(20);
    }

    private void hangUp() {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            template.requestBodyAndHeaders(
                    "direct:dynamic",
                    null,
                    Map.of("operation", "hangUp", CallAutomationConstants.CALL_CONNECTION_ID, "call-1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCheckEndsSomeTimeAfterTheLastProducerWithItsClient() throws Exception {
        service.answering(request -> new Reply(404, ""));
        start(service.connectionString(), "hangUp");
        assertThat(checks()).hasSize(1);
        String route = context.getRoutes().get(0).getRouteId();
        context.getRouteController().stopRoute(route);
        context.removeRoute(route);
        await().untilAsserted(() -> assertThat(checks()).isEmpty());
    }

    @Test
    void withoutHealthChecksNothingIsSent() throws Exception {
        service.answering(request -> request.method().equals("GET") ? new Reply(404, "") : ScriptedService.ACCEPTED);
        start(service.connectionString(), component -> HealthCheckRegistry.get(context)
                .setEnabled(false));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic").toD("callautomation:${header.operation}", -1);
            }
        });
        for (int i = 0; i < 10; i++) {
            hangUp();
        }
        assertThat(service.requests()).hasSize(10).allSatisfy(request -> assertThat(request.method())
                .isEqualTo("DELETE"));
    }
}
