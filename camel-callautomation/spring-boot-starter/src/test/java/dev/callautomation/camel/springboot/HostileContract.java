package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.CallbackAuthentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Genuine deliveries are answered, by 4 threads, while many hostile connections are open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileContract {

    private static final int HOSTILE = 50;
    private static final int MANY_HOSTILE = 200;
    private static final int GENUINE = 5;
    private static final int FEW_CONNECTIONS = 3;
    private static final int MOST_LINES = 150;

    private final Container container;
    private TestApplication authenticating;
    private TestApplication open;

    HostileContract(Container container) {
        this.container = container;
    }

    @BeforeAll
    void start() throws IOException {
        authenticating = TestApplication.start(container);
        open = TestApplication.start(
                container,
                options -> options.getConfiguration().setCallbackAuthentication(CallbackAuthentication.NONE),
                Map.of());
    }

    @AfterAll
    void theLogIsShort() {
        List<String> log = Stream.of(authenticating, open)
                .flatMap(application -> application.log().stream())
                .toList();
        open.close();
        authenticating.close();
        assertThat(log).noneMatch(line -> line.startsWith("ERROR"));
        // tens of thousands of requests, of a few kinds
        assertThat(log).hasSizeLessThan(MOST_LINES);
    }

    @ParameterizedTest
    @EnumSource(HostileConnections.Kind.class)
    void genuineDeliveriesAreAnsweredBesideUnauthenticatedOnes(HostileConnections.Kind kind) throws Exception {
        deliverBeside(authenticating, kind, HOSTILE);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDLESS_CHUNKS", "SLOW_BODY", "HALF_CLOSED", "ABORTED_UPLOAD", "PIPELINED_REQUESTS"})
    void genuineDeliveriesAreAnsweredWithoutAuthentication(HostileConnections.Kind kind) throws Exception {
        deliverBeside(open, kind, HOSTILE);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(HostileConnections.Kind.class)
    void genuineDeliveriesAreAnsweredBesideManyUnauthenticatedOnes(HostileConnections.Kind kind) throws Exception {
        deliverBeside(authenticating, kind, MANY_HOSTILE);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(HostileConnections.Kind.class)
    void genuineDeliveriesAreAnsweredBesideManyWithoutAuthentication(HostileConnections.Kind kind) throws Exception {
        deliverBeside(open, kind, MANY_HOSTILE);
    }

    private void deliverBeside(TestApplication application, HostileConnections.Kind kind, int number) throws Exception {
        try (HostileConnections hostile = new HostileConnections(application.port(), kind, number)) {
            await().until(() -> hostile.opened() >= number);
            for (int i = 0; i < GENUINE; i++) {
                assertThat(repeated(application)).isEqualTo(200);
            }
            assertThat(hostile.running()).isTrue();
        } catch (IOException e) {
            throw new AssertionError("Not answered; the log has " + application.log(), e);
        }
    }

    /** Without authentication, bodies of hostile senders may reach maxBufferedBytes; the service repeats a delivery then. */
    private int repeated(TestApplication application) throws IOException {
        int status = application.deliver();
        return application == open && status == 503
                ? await().until(application::deliver, repeatedly -> repeatedly != 503)
                : status;
    }

    @Test
    void theConnectionThatHasWaitedLongestIsClosedIfThereAreTooMany() throws Exception {
        try (TestApplication small =
                        TestApplication.start(container, options -> options.setMaxConnections(50), Map.of());
                RawConnection first = small.connect();
                HostileConnections hostile =
                        new HostileConnections(small.port(), HostileConnections.Kind.IDLE, MANY_HOSTILE)) {
            await().until(() -> hostile.opened() >= MANY_HOSTILE);
            for (int i = 0; i < GENUINE; i++) {
                assertThat(small.deliver()).isEqualTo(200);
            }
            first.awaitClose();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TestApplication.PATH, TestApplication.UPLOAD})
    void theConnectionThatHasWaitedLongestForABodyIsClosedIfAllProcessRequests(String path) throws Exception {
        try (TestApplication small = TestApplication.start(
                        container, options -> options.setMaxConnections(FEW_CONNECTIONS), Map.of());
                RawConnection first = slowBody(small, path);
                RawConnection second = slowBody(small, path);
                RawConnection third = slowBody(small, path)) {
            assertThat(small.deliver()).isEqualTo(200);
            first.awaitClose();
            assertThat(second.trySend("[")).isTrue();
            assertThat(third.trySend("[")).isTrue();
        }
    }

    /** A connection with a request whose head has been processed, and whose body is being read. */
    private static RawConnection slowBody(TestApplication application, String path) throws IOException {
        RawConnection connection = application.connect();
        connection.send(TestApplication.head(
                "POST " + path,
                application.authorization(),
                "Content-Type: application/json",
                "Content-Length: 1000",
                "Expect: 100-continue"));
        assertThat(connection.response().status()).isEqualTo(100);
        return connection;
    }

    @Test
    void aHeadThatIsNotCompletedInTimeEndsItsConnection() throws Exception {
        try (TestApplication strict =
                        TestApplication.start(container, options -> options.setHeadTimeout(500), Map.of());
                RawConnection silent = strict.connect();
                RawConnection dripping = strict.connect()) {
            dripping.send("POST /");
            await().until(() -> !dripping.trySend("x"));
            silent.awaitClose();
            // again if a busy machine has delayed the head
            await().ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(strict.deliver()).isEqualTo(200));
        }
    }

    @Test
    void aConnectionThatIsIdleAfterARequestIsClosedByItsOwnTimeout() throws Exception {
        try (TestApplication strict = TestApplication.start(
                container,
                options -> {
                    options.setHeadTimeout(60_000);
                    options.setIdleTimeout(500);
                },
                Map.of())) {
            // again if it was idle for too long before the request
            await().ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> {
                try (RawConnection connection = strict.connect()) {
                    connection.send(TestApplication.head("GET /other"));
                    assertThat(connection.response().status()).isEqualTo(404);
                    connection.awaitClose();
                }
            });
        }
    }
}
