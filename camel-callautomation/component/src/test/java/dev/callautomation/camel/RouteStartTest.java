package dev.callautomation.camel;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.DelegateEndpoint;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An event is acknowledged when all routes of the context that want it have it, and not while one of them is not started. */
class RouteStartTest {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();

    private final CamelContext context = new DefaultCamelContext();
    private final CallAutomationComponent component = new CallAutomationComponent();
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch starting = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    RouteStartTest() throws Exception {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(0);
        context.addService(new VertxPlatformHttpServer(server));
        component.getConfiguration().setConnectionString("endpoint=http://localhost:1/;accesskey=c2VjcmV0");
        component.getConfiguration().setCallbackAuthentication(CallbackAuthentication.NONE);
        context.addComponent("callautomation", component);
        QuickStop.prepare(context);
    }

    @AfterEach
    void stop() {
        release.countDown();
        context.stop();
    }

    /** Notes its events as {@code id of the route:id of the event}. */
    private void addRoute(String id, int order, String type) throws Exception {
        context.addRoutes(route(id, order, "callautomation:events?type=" + type, true));
    }

    private RouteBuilder route(String id, int order, String from, boolean autoStartup) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(from)
                        .routeId(id)
                        .autoStartup(autoStartup)
                        .startupOrder(order)
                        .process(exchange -> handled.add(
                                id + ":" + exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID)));
            }
        };
    }

    /** Blocks the start of the context, as a consumer does that connects to its broker. */
    private void addSlowRoute(int order) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:slow")
                        .startupOrder(order)
                        .routePolicy(new RoutePolicySupport() {
                            @Override
                            public void onStart(Route route) {
                                starting.countDown();
                                awaited(release);
                            }
                        })
                        .to("callautomation:processEvents");
            }
        });
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int deliver(String type, String id) throws IOException, InterruptedException {
        int port = context.hasService(VertxPlatformHttpServer.class).getPort();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/callautomation/events"))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(EventTestSupport.callback(type, id, "{}")))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private CallAutomationDeliveryException process(String type, String id) {
        return context.createProducerTemplate()
                .request("callautomation:processEvents", exchange -> exchange.getMessage()
                        .setBody(EventTestSupport.callback(type, id, "{}")))
                .getException(CallAutomationDeliveryException.class);
    }

    private void assertHandled(String... events) {
        await().untilAsserted(() -> assertThat(handled).containsExactlyInAnyOrder(events));
    }

    @ParameterizedTest
    @EnumSource(AcknowledgeMode.class)
    void whileRoutesStartOneAfterAnotherEventsAreRefused(AcknowledgeMode acknowledge) throws Exception {
        component.setAcknowledge(acknowledge);
        addRoute("first", 1, "PlayCompleted");
        addSlowRoute(2);
        addRoute("last", 3, "CallConnected");
        CompletableFuture<Void> start = CompletableFuture.runAsync(context::start);
        awaited(starting);

        assertThat(deliver("CallConnected", "1")).isEqualTo(503);
        assertThat(deliver("PlayCompleted", "2")).isEqualTo(503);
        assertThat(deliver("HoldFailed", "3")).as("routes may yet be added").isEqualTo(503);
        for (String type : List.of("CallConnected", "PlayCompleted", "HoldFailed")) {
            CallAutomationDeliveryException refusal = process(type, "4");
            assertThat(refusal).isNotNull();
            assertThat(refusal.isRetryable()).isTrue();
        }
        assertThat(component.getUnmatchedEvents()).isZero();

        release.countDown();
        start.get(60, TimeUnit.SECONDS);
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        assertThat(deliver("PlayCompleted", "2")).isEqualTo(200);
        assertThat(deliver("HoldFailed", "3")).isEqualTo(200);
        assertThat(process("CallConnected", "4")).isNull();
        assertHandled("last:1", "first:2", "last:4");
        assertThat(component.getUnmatchedEvents()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(AcknowledgeMode.class)
    void anEventForAStoppedRouteIsRefusedUntilItIsStartedOrRemoved(AcknowledgeMode acknowledge) throws Exception {
        component.setAcknowledge(acknowledge);
        addRoute("everything", 1, "*");
        addRoute("stopped", 2, "CallConnected");
        context.start();
        context.getRouteController().stopRoute("stopped");
        assertThat(deliver("CallConnected", "1")).isEqualTo(503);
        assertThat(process("CallConnected", "1")).isNotNull();
        assertThat(deliver("PlayCompleted", "2")).isEqualTo(200);
        assertHandled("everything:2");
        context.getRouteController().startRoute("stopped");
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        assertHandled("everything:2", "everything:1", "stopped:1");
        context.getRouteController().stopRoute("stopped");
        assertThat(deliver("CallConnected", "3")).isEqualTo(503);
        context.removeRoute("stopped");
        assertThat(deliver("CallConnected", "3")).isEqualTo(200);
        assertHandled("everything:2", "everything:1", "stopped:1", "everything:3");
        assertThat(component.getUnmatchedEvents()).isZero();
    }

    @Test
    void oneOfTwoRoutesOfTheSameEndpointIsStopped() throws Exception {
        addRoute("started", 1, "CallConnected");
        addRoute("stopped", 2, "CallConnected");
        context.start();
        context.getRouteController().stopRoute("stopped");
        assertThat(deliver("CallConnected", "1")).isEqualTo(503);
        context.getRouteController().startRoute("stopped");
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        assertHandled("started:1", "stopped:1");
    }

    @Test
    void theOnlyRouteOfAContextIsStoppedForAWhile() throws Exception {
        addRoute("only", 1, "CallConnected");
        context.start();
        for (int restart = 0; restart < 3; restart++) {
            context.getRouteController().stopRoute("only");
            assertThat(deliver("CallConnected", "1")).isEqualTo(503);
            assertThat(deliver("PlayCompleted", "2"))
                    .as("no consumer is started")
                    .isEqualTo(503);
            context.getRouteController().startRoute("only");
        }
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        assertHandled("only:1");
        context.getRouteController().stopRoute("only");
        context.removeRoute("only");
        assertThat(deliver("CallConnected", "3"))
                .as("the path is not served any more")
                .isEqualTo(404);
        addRoute("only", 1, "CallConnected");
        assertThat(deliver("CallConnected", "3")).isEqualTo(200);
        assertHandled("only:1", "only:3");
    }

    @Test
    void aRouteIsStoppedForAWhileInAContextThatServesNoPath() throws Exception {
        component.setCallbackEnabled(false);
        component.getConfiguration().setCallbackAuthentication(CallbackAuthentication.TOKEN);
        addRoute("only", 1, "CallConnected");
        context.start();
        context.getRouteController().stopRoute("only");
        assertThat(process("CallConnected", "1")).isNotNull();
        context.getRouteController().startRoute("only");
        assertThat(process("CallConnected", "1")).isNull();
        assertHandled("only:1");
    }

    @Test
    void aRouteThatIsNotToStartByItselfHoldsItsEventsUp() throws Exception {
        addRoute("other", 1, "PlayCompleted");
        context.addRoutes(route("manual", 2, "callautomation:events?type=CallConnected", false));
        context.start();
        assertThat(deliver("CallConnected", "1")).isEqualTo(503);
        assertThat(deliver("PlayCompleted", "2")).isEqualTo(200);
        context.getRouteController().startRoute("manual");
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        assertHandled("other:2", "manual:1");
    }

    @Test
    void aRouteThatFailsToStartHoldsItsEventsUpWhileItsStartIsRetried() throws Exception {
        context.getRouteController().supervising().setBackOffDelay(100);
        addRoute("good", 1, "PlayCompleted");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=CallConnected&callbackAuthentication=TOKEN&eventGridSecret=another-secret-1")
                        .routeId("bad")
                        .to("mock:bad");
            }
        });
        context.start();
        await().until(() -> context.getRouteController().getRouteStatus("good") == ServiceStatus.Started
                && !context.getRouteController().isStartingRoutes());
        assertThat(context.getRouteController().getRouteStatus("bad")).isNotEqualTo(ServiceStatus.Started);
        assertThat(deliver("CallConnected", "1")).isEqualTo(503);
        assertThat(deliver("PlayCompleted", "2")).isEqualTo(200);
        assertHandled("good:2");
    }

    @Test
    void whileASupervisingControllerHasNotStartedAllRoutesNothingIsAccepted() throws Exception {
        context.getRouteController().supervising().setInitialDelay(0);
        addRoute("first", 1, "PlayCompleted");
        addSlowRoute(2);
        addRoute("last", 3, "CallConnected");
        CompletableFuture<Void> start = CompletableFuture.runAsync(context::start);
        awaited(starting);
        assertThat(deliver("CallConnected", "1")).isEqualTo(503);
        assertThat(deliver("PlayCompleted", "2")).isEqualTo(503);
        release.countDown();
        start.get(60, TimeUnit.SECONDS);
        await().until(() -> deliver("CallConnected", "1") == 200);
        assertHandled("last:1");
    }

    @Test
    void aRouteThatIsAddedLaterGetsItsEventsFromThenOn() throws Exception {
        addRoute("other", 1, "PlayCompleted");
        context.start();
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        assertThat(component.getUnmatchedEvents()).isEqualTo(1);
        addRoute("added", 2, "CallConnected");
        assertThat(deliver("CallConnected", "2")).isEqualTo(200);
        assertHandled("added:2");
    }

    @Test
    void aStoppedConsumerWithoutARouteWantsNothing() throws Exception {
        addRoute("other", 1, "PlayCompleted");
        context.start();
        ConsumerTemplate template = context.createConsumerTemplate();
        assertThat(template.receive("callautomation:events?type=CallConnected", 1))
                .isNull();
        template.stop();
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        assertThat(component.getUnmatchedEvents()).isEqualTo(1);
    }

    @Test
    void routesOfAnotherComponentDoNotMatter() throws Exception {
        CallAutomationComponent second = new CallAutomationComponent();
        second.getConfiguration().setConnectionString("endpoint=http://localhost:1/;accesskey=c2VjcmV0");
        second.setCallbackEnabled(false);
        context.addComponent("second", second);
        addRoute("first", 1, "PlayCompleted");
        context.addRoutes(route("second", 2, "second:events?type=CallConnected", false));
        context.start();
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        assertThat(component.getUnmatchedEvents()).isEqualTo(1);
    }

    @Test
    void allRoutesOfAGroupAreStoppedAndStarted() throws Exception {
        addRoute("other", 1, "PlayCompleted");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=CallConnected")
                        .routeId("grouped")
                        .routeGroup("calls")
                        .process(exchange -> handled.add(
                                "grouped:" + exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID)));
            }
        });
        context.start();
        context.getRouteController().stopRouteGroup("calls");
        assertThat(deliver("CallConnected", "1")).isEqualTo(503);
        context.getRouteController().startRouteGroup("calls");
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        assertHandled("grouped:1");
    }

    @Test
    void aConsumerThatAnotherComponentStartsAndStopsHoldsItsEventsUpWhileItIsStopped() throws Exception {
        LeaderComponent leader = new LeaderComponent();
        context.addComponent("leader", leader);
        addRoute("other", 1, "PlayCompleted");
        context.addRoutes(route("clustered", 2, "leader:callautomation:events?type=CallConnected", true));
        context.start();
        assertThat(deliver("CallConnected", "1")).isEqualTo(503);
        leader.consumer.takeLeadership();
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        assertHandled("clustered:1");
        leader.consumer.loseLeadership();
        assertThat(deliver("CallConnected", "2")).isEqualTo(503);
        context.getRouteController().stopRoute("clustered");
        context.removeRoute("clustered");
        assertThat(deliver("CallConnected", "2")).isEqualTo(200);
    }

    @Test
    void thePathIsServedWhileTheOnlyConsumerIsNotTheLeader() throws Exception {
        LeaderComponent leader = new LeaderComponent();
        context.addComponent("leader", leader);
        context.addRoutes(route("clustered", 1, "leader:callautomation:events?type=CallConnected", true));
        context.start();
        assertThat(deliver("CallConnected", "1")).isEqualTo(503);
        leader.consumer.takeLeadership();
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        leader.consumer.loseLeadership();
        assertThat(deliver("CallConnected", "2")).isEqualTo(503);
        context.getRouteController().stopRoute("clustered");
        context.removeRoute("clustered");
        assertThat(deliver("CallConnected", "2")).isEqualTo(404);
    }

    /** As camel-master: the consumer of another endpoint runs while this node is the leader. */
    private static final class LeaderComponent extends DefaultComponent {

        private LeaderConsumer consumer;

        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            String target = uri.substring(uri.indexOf("callautomation"));
            parameters.clear();
            return new LeaderEndpoint(uri, this, getCamelContext().getEndpoint(target));
        }
    }

    private static final class LeaderEndpoint extends DefaultEndpoint implements DelegateEndpoint {

        private final Endpoint target;

        LeaderEndpoint(String uri, LeaderComponent component, Endpoint target) {
            super(uri, component);
            this.target = target;
        }

        @Override
        public Endpoint getEndpoint() {
            return target;
        }

        @Override
        public Producer createProducer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            LeaderConsumer consumer = new LeaderConsumer(this, processor);
            ((LeaderComponent) getComponent()).consumer = consumer;
            return consumer;
        }
    }

    private static final class LeaderConsumer extends DefaultConsumer {

        private final Endpoint target;
        private Consumer running;

        LeaderConsumer(LeaderEndpoint endpoint, Processor processor) {
            super(endpoint, processor);
            this.target = endpoint.getEndpoint();
        }

        void takeLeadership() throws Exception {
            running = target.createConsumer(getProcessor());
            running.start();
        }

        void loseLeadership() {
            running.stop();
        }
    }

    @Test
    void theNumberOfUnmatchedEventsIsAnAttributeInJmx() throws Exception {
        addRoute("other", 1, "PlayCompleted");
        context.start();
        assertThat(deliver("CallConnected", "1")).isEqualTo(200);
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> names = server.queryNames(
                ObjectName.getInstance("org.apache.camel:context=" + context.getManagementName()
                        + ",type=components,name=\"callautomation\""),
                null);
        assertThat(names).hasSize(1);
        ObjectName name = names.iterator().next();
        assertThat(server.getAttribute(name, "UnmatchedEvents")).isEqualTo(1L);
        assertThat(server.getAttribute(name, "State"))
                .as("as for all components")
                .isEqualTo("Started");
    }
}
