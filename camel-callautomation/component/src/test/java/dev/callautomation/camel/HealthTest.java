package dev.callautomation.camel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.internal.security.TokenServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Whether the application is ready, by Camel's health checks. */
class HealthTest {

    private static final String CALLBACK = "callautomation-callback";
    private static final String KEYS = "callautomation-keys";

    private final TokenServer tokens = new TokenServer();

    @BeforeEach
    void start() {
        tokens.start();
    }

    @AfterEach
    void stop() {
        tokens.close();
    }

    private Receiver receiver(String... endpoints) throws Exception {
        return receiver(options -> {}, endpoints);
    }

    private Receiver receiver(Consumer<CallAutomationConfiguration> more, String... endpoints) throws Exception {
        return new Receiver(
                options -> {
                    options.setResourceId(TokenServer.RESOURCE);
                    options.setCallbackIssuer(tokens.address());
                    more.accept(options);
                },
                endpoints);
    }

    static HealthCheck.Result check(DefaultCamelContext context, String id) {
        return HealthCheckHelper.invoke(context, id, Map.of()).orElseThrow();
    }

    private static void assertDown(Receiver receiver, String id, String reason) {
        HealthCheck.Result result = check(receiver.context(), id);
        assertThat(result.getState()).as("%s", result.getMessage()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage())
                .hasValueSatisfying(message -> assertThat(message).contains(reason));
        assertThat(result.getDetails())
                .containsEntry("reason", result.getMessage().orElseThrow());
    }

    private static void assertUp(Receiver receiver, String id) {
        HealthCheck.Result result = check(receiver.context(), id);
        assertThat(result.getState()).as("%s", result.getMessage().orElse(null)).isEqualTo(HealthCheck.State.UP);
    }

    /** A busy machine may delay a response for longer than a check waits for it. */
    private static void awaitUp(Receiver receiver, String id) {
        await().pollDelay(Duration.ZERO).untilAsserted(() -> assertUp(receiver, id));
    }

    private static void awaitDown(Receiver receiver, String id, String reason) {
        await().untilAsserted(() -> assertDown(receiver, id, reason));
    }

    private static boolean ready(Receiver receiver) {
        return HealthCheckHelper.isResultsUp(HealthCheckHelper.invokeReadiness(receiver.context()), true);
    }

    @Test
    void aStartedApplicationIsReady() throws Exception {
        try (Receiver receiver = receiver().start()) {
            await().until(() -> ready(receiver));
            assertThat(check(receiver.context(), CALLBACK).getDetails())
                    .containsEntry("callback.path", "/callautomation/events")
                    .containsEntry("operations.pending", "0")
                    .containsEntry(HealthCheck.CHECK_GROUP, "camel");
            assertThat(check(receiver.context(), KEYS).getDetails())
                    .containsEntry("issuer", tokens.address())
                    .hasEntrySatisfying("keys.fetched." + tokens.address(), time -> assertThat(time.toString())
                            .matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"));
        }
    }

    @Test
    void theTimeOfTheLastDeliveryIsShown() throws Exception {
        try (Receiver receiver = receiver().start()) {
            assertThat(check(receiver.context(), CALLBACK).getDetails()).doesNotContainKey("delivery.accepted");
            receiver.deliver("no-token");
            assertThat(check(receiver.context(), CALLBACK).getDetails()).doesNotContainKey("delivery.accepted");
            receiver.deliver(tokens.token().sign());
            assertThat(check(receiver.context(), CALLBACK).getDetails()).containsKey("delivery.accepted");
        }
    }

    @Test
    void entriesOfAJournalThatCannotBeWrittenAreShown(@TempDir Path directory) throws Exception {
        Path file = Files.createFile(directory.resolve("a-file"));
        try (Receiver receiver = receiver()) {
            receiver.context()
                    .getComponent("callautomation", CallAutomationComponent.class)
                    .setJournalDirectory(file.toString());
            receiver.start();
            assertThat(check(receiver.context(), CALLBACK).getDetails()).containsEntry("journal.unwritten", "0");

            assertThat(receiver.deliver(tokens.token().sign()).statusCode()).isEqualTo(200);

            await().atMost(Duration.ofMinutes(1))
                    .until(
                            () -> check(receiver.context(), CALLBACK)
                                    .getDetails()
                                    .get("journal.unwritten"),
                            "1"::equals);
            assertUp(receiver, CALLBACK);
        }
    }

    @Test
    void theChecksAreOfReadinessAndNotOfLiveness() throws Exception {
        tokens.close();
        try (Receiver receiver = receiver().start()) {
            assertThat(ready(receiver)).isFalse();
            assertThat(HealthCheckHelper.isResultsUp(HealthCheckHelper.invokeLiveness(receiver.context()), false))
                    .isTrue();
        }
    }

    @Test
    void aStoppedOrSuspendedRouteRefusesEvents() throws Exception {
        try (Receiver receiver = receiver("callautomation:events?type=Play*", "callautomation:events?type=Call*")
                .start()) {
            String route = receiver.context().getRoutes().get(0).getRouteId();
            receiver.context().getRouteController().suspendRoute(route);
            assertDown(receiver, CALLBACK, route);
            receiver.context().getRouteController().resumeRoute(route);
            assertUp(receiver, CALLBACK);

            receiver.context().getRouteController().stopRoute(route);
            assertDown(receiver, CALLBACK, "events for the routes [" + route + "] are refused");
            receiver.context().getRouteController().startRoute(route);
            assertUp(receiver, CALLBACK);

            receiver.context().getRouteController().stopRoute(route);
            receiver.context().removeRoute(route);
            assertUp(receiver, CALLBACK);
        }
    }

    private static RouteBuilder notStarted() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=RecordingFileStatusUpdated")
                        .autoStartup(false)
                        .routeId("manual")
                        .log("x");
            }
        };
    }

    @Test
    void aRouteThatTheApplicationStartsItselfCountsOnlyIfThereIsNoOther() throws Exception {
        try (Receiver receiver = receiver()) {
            receiver.context().addRoutes(notStarted());
            receiver.start();
            assertUp(receiver, CALLBACK);
            String other = receiver.context().getRoutes().get(0).getRouteId();
            receiver.context().getRouteController().stopRoute(other);
            assertDown(receiver, CALLBACK, "manual");
            receiver.context().removeRoute(other);
            assertDown(receiver, CALLBACK, "manual");
            receiver.context().getRouteController().startRoute("manual");
            assertUp(receiver, CALLBACK);
        }
    }

    @Test
    void anHttpServerThatIsStoppedServesNoPath() throws Exception {
        try (Receiver receiver = receiver().start()) {
            receiver.context().hasService(VertxPlatformHttpServer.class).stop();
            assertDown(receiver, CALLBACK, "the HTTP server of the callback path /callautomation/events does not run");
        }
    }

    @Test
    void anApplicationThatReceivesNoEventsIsReady() throws Exception {
        try (Receiver receiver = receiver("direct:unused")) {
            receiver.context().getComponent("callautomation");
            tokens.close();
            receiver.start();
            assertUp(receiver, CALLBACK);
            awaitUp(receiver, KEYS);
        }
    }

    @Test
    void withAnotherAuthenticationKeysDoNotMatter() throws Exception {
        tokens.close();
        try (Receiver receiver = receiver(options -> {
                    options.setCallbackAuthentication(CallbackAuthentication.NONE);
                    options.setCallbackSecret("0123456789abcdef0123456789abcdef");
                })
                .start()) {
            awaitUp(receiver, KEYS);
            assertUp(receiver, CALLBACK);
        }
    }

    @Test
    void anApplicationIsNotReadyWhileKeysCannotBeFetched() throws Exception {
        try (Receiver receiver = receiver().start()) {
            awaitUp(receiver, KEYS);
            tokens.close();
            await().untilAsserted(() -> assertDown(
                    receiver, KEYS, "The keys of " + tokens.address() + " cannot be fetched: Connection refused"));
            assertThat(receiver.deliver(tokens.token().sign()).statusCode())
                    .as("known keys stay in use")
                    .isEqualTo(200);
            tokens.start();
            awaitUp(receiver, KEYS);
        }
    }

    @Test
    void aKeyServerThatDoesNotRespondIsNotWaitedFor() throws Exception {
        try (Receiver receiver = receiver().start()) {
            tokens.hold();
            await().untilAsserted(() -> assertDown(receiver, KEYS, "no response within 3 s"));
            tokens.close();
            tokens.start();
            awaitUp(receiver, KEYS);
        }
    }

    @Test
    void keysThatCouldNotBeFetchedAtTheStartAreUsedOnceACheckHasFetchedThem() throws Exception {
        tokens.close();
        try (Receiver receiver = receiver().start()) {
            awaitDown(receiver, KEYS, "Connection refused");
            tokens.start();
            awaitUp(receiver, KEYS);
            assertThat(receiver.deliver(tokens.token().sign()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void checksThatAreInvokedOftenCauseFewFetches() throws Exception {
        try (Receiver receiver = receiver().start()) {
            for (int i = 0; i < 200; i++) {
                awaitUp(receiver, KEYS);
            }
            assertThat(tokens.keyFetches()).isLessThan(20);
        }
    }

    @Test
    void aCheckCanBeExcluded() throws Exception {
        tokens.close();
        try (Receiver receiver = receiver()) {
            HealthCheckRegistry.get(receiver.context()).setExcludePattern(KEYS);
            receiver.start();
            assertThat(ready(receiver)).isTrue();
        }
    }

    @Test
    void aComponentCanDoWithoutChecks() throws Exception {
        try (Receiver receiver = receiver()) {
            receiver.context()
                    .getComponent("callautomation", CallAutomationComponent.class)
                    .setHealthCheckConsumerEnabled(false);
            receiver.start();
            assertThat(ids(receiver)).noneMatch(id -> id.startsWith("callautomation"));
        }
    }

    private static List<String> ids(Receiver receiver) {
        return HealthCheckRegistry.get(receiver.context()).stream()
                .map(HealthCheck::getId)
                .toList();
    }

    @Test
    void checksBearTheNameOfTheirComponentAndEndWithIt() throws Exception {
        try (Receiver receiver = receiver()) {
            CallAutomationComponent second = new CallAutomationComponent();
            second.setCallbackPath("/second");
            receiver.context().addComponent("contact-center", second);
            receiver.start();
            assertThat(ids(receiver)).contains(CALLBACK, KEYS, "contact-center-callback", "contact-center-keys");
            second.stop();
            assertThat(ids(receiver)).contains(CALLBACK, KEYS).noneMatch(id -> id.startsWith("contact-center"));
            second.start();
            assertThat(ids(receiver)).contains("contact-center-callback");
            CallAutomationComponent third = new CallAutomationComponent();
            third.setCallbackPath("/third");
            receiver.context().addComponent("third", third);
            assertThat(ids(receiver)).contains("third-callback");
        }
    }

    @Test
    void aPathThatCouldNotBeOpenedIsReported() throws Exception {
        try (Receiver receiver = receiver()) {
            CallAutomationComponent same = new CallAutomationComponent();
            same.getConfiguration().setResourceId(TokenServer.RESOURCE);
            same.getConfiguration().setCallbackIssuer(tokens.address());
            receiver.context().addComponent("same-path", same);
            receiver.start();
            RouteBuilder other = new RouteBuilder() {
                @Override
                public void configure() {
                    from("same-path:events").log("x");
                }
            };
            assertThatThrownBy(() -> receiver.context().addRoutes(other)).hasMessageContaining("same callbackPath");
            assertDown(receiver, "same-path-callback", "the callback path /callautomation/events is not open");
            assertUp(receiver, CALLBACK);
        }
    }

    @Test
    void theMessageTellsHowLongKnownKeysStayInUse() throws Exception {
        try (Receiver receiver = receiver().start()) {
            awaitUp(receiver, KEYS);
            tokens.close();
            await().untilAsserted(() -> assertDown(receiver, KEYS, "cannot be fetched: Connection refused"));
            assertThat(check(receiver.context(), KEYS).getMessage().orElseThrow())
                    .matches(
                            ".*; deliveries are verified with those fetched before, until \\d{4}-\\d\\d-\\d\\dT[\\d:]+Z");
        }
    }

    @Test
    void theMessageTellsThatNoKeysAreKnown() throws Exception {
        tokens.close();
        try (Receiver receiver = receiver().start()) {
            assertDown(receiver, KEYS, "; its deliveries are answered with 503");
            assertThat(check(receiver.context(), KEYS).getDetails())
                    .containsEntry("keys.fetched." + tokens.address(), "never");
        }
    }

    @Test
    void aRelayThatBlocksDoesNotDelayTheKeys() throws Exception {
        BlockingRelay relay = new BlockingRelay();
        try (Receiver receiver = receiver()) {
            receiver.context()
                    .getComponent("callautomation", CallAutomationComponent.class)
                    .setRelay(relay);
            receiver.start();
            check(receiver.context(), "callautomation-relay");
            await().until(() -> relay.sending.getCount() == 0);
            awaitUp(receiver, KEYS);
            tokens.close();
            await().untilAsserted(() -> assertDown(receiver, KEYS, "Connection refused"));
            assertDown(receiver, "callautomation-relay", "within 3 s");
        } finally {
            relay.release.countDown();
        }
    }

    private static final class BlockingRelay implements NodeRelay {

        private final CountDownLatch sending = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);

        @Override
        public void open(Consumer<byte[]> receiver) {
            // there are no other nodes
        }

        @Override
        public CompletionStage<Void> send(byte[] message) {
            sending.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void close() {
            // there is nothing to close
        }
    }

    @Test
    void anExcludedCheckFetchesNothing() throws Exception {
        try (Receiver receiver = receiver()) {
            HealthCheckRegistry.get(receiver.context()).setExcludePattern(KEYS);
            receiver.start();
            int before = tokens.keyFetches();
            for (int i = 0; i < 10; i++) {
                assertThat(ready(receiver)).isTrue();
            }
            assertThat(tokens.keyFetches()).isEqualTo(before);
        }
    }

    @Test
    void theTimeOfEachIssuerIsShown() throws Exception {
        TokenServer stopped = new TokenServer();
        stopped.start();
        String issuer = stopped.address();
        stopped.close();
        try (Receiver receiver = receiver(options -> {
                    options.setEventGridIssuer(issuer);
                    options.setEventGridTenantId(TokenServer.TENANT);
                    options.setEventGridAudience("api://any");
                })
                .start()) {
            assertDown(receiver, KEYS, "The keys of " + issuer);
            HealthCheck.Result result = check(receiver.context(), KEYS);
            assertThat(result.getMessage().orElseThrow()).doesNotContain(tokens.address());
            assertThat(result.getDetails())
                    .hasEntrySatisfying("keys.fetched." + tokens.address(), time -> assertThat(time.toString())
                            .matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"));
            assertThat(result.getDetails().entrySet())
                    .filteredOn(detail -> detail.getKey().startsWith("keys.fetched." + issuer))
                    .isNotEmpty()
                    .allSatisfy(detail -> assertThat(detail.getValue()).isEqualTo("never"));
        }
    }

    @Test
    void anApplicationThatHasDisabledHealthChecksHasNoneOfThem() throws Exception {
        try (Receiver receiver = receiver()) {
            HealthCheckRegistry registry = HealthCheckRegistry.get(receiver.context());
            registry.setEnabled(false);
            receiver.start();
            registry.setEnabled(true);
            assertThat(ids(receiver)).noneMatch(id -> id.startsWith("callautomation"));
        }
    }
}
