package dev.callautomation.camel.springboot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.CallbackAuthentication;
import dev.callautomation.camel.springboot.RawConnection.Response;

import static dev.callautomation.camel.springboot.TestApplication.PATH;
import static dev.callautomation.camel.springboot.TestApplication.event;
import static dev.callautomation.camel.springboot.TestApplication.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Deliveries over real connections, in each servlet container. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeliveryContract {

    private static final String JSON = "Content-Type: application/json";

    private final Container container;
    private TestApplication application;

    DeliveryContract(Container container) {
        this.container = container;
    }

    @BeforeAll
    void start() throws IOException {
        application = TestApplication.start(container);
    }

    @AfterAll
    void nothingIsLoggedAsAnError() {
        List<String> log = application.log();
        application.close();
        assertThat(log).noneMatch(line -> line.startsWith("ERROR"));
    }

    @Test
    void aDeliveryWithATokenReachesTheRoute() throws IOException {
        try (RawConnection connection = application.connect()) {
            String body = event("token");
            String request =
                    head("POST " + PATH, application.authorization(), JSON, "Content-Length: " + body.length()) + body;
            connection.send(request);
            Response response = connection.response();

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.closes()).isFalse();
            await().untilAsserted(() -> assertThat(application.events()).contains("token"));
            connection.send(request);
            assertThat(connection.response().status()).isEqualTo(200);
        }
    }

    @Test
    void aBodyThatArrivesInPiecesIsOneDelivery() throws IOException {
        try (RawConnection connection = application.connect()) {
            String body = event("pieces");
            connection.send(head("POST " + PATH, application.authorization(), JSON, "Transfer-Encoding: chunked"));
            for (char one : body.toCharArray()) {
                connection.send("1\r\n" + one + "\r\n");
            }
            connection.send("0\r\n\r\n");

            assertThat(connection.response().status()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(application.events()).contains("pieces"));
        }
    }

    @Test
    void aBodyThatArrivesAfterItsHeadAndInTwoPartsIsOneDelivery() throws IOException {
        try (RawConnection connection = application.connect()) {
            String body = event("parts");
            connection.send(
                    head("POST " + PATH, application.authorization(), JSON, "Content-Length: " + body.length()));
            // the container has time to wait for the body
            assertThat(application.deliver()).isEqualTo(200);
            connection.send(body.substring(0, 20));
            assertThat(application.deliver()).isEqualTo(200);
            connection.send(body.substring(20));

            assertThat(connection.response().status()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(application.events()).contains("parts"));
        }
    }

    @Test
    void anEventGridEventWithTheSecretReachesTheRoute() throws IOException {
        try (RawConnection connection = application.connect()) {
            String body = "[{\"id\":\"grid\",\"topic\":\"t\",\"subject\":\"s\",\"eventType\":"
                    + "\"Microsoft.Communication.IncomingCall\",\"eventTime\":\"2026-01-01T00:00:00Z\","
                    + "\"dataVersion\":\"1.0\",\"data\":{\"incomingCallContext\":\"x\",\"serverCallId\":\"s\"}}]";
            connection.send(head(
                            "POST " + PATH + "?code=" + TestApplication.SECRET,
                            JSON,
                            "aeg-event-type: Notification",
                            "Content-Length: " + body.length())
                    + body);

            assertThat(connection.response().status()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(application.events()).contains("grid"));
        }
    }

    @Test
    void aRequestWithoutATokenIsRefusedByItsHead() throws IOException {
        try (RawConnection connection = application.connect()) {
            connection.send(head("POST " + PATH, JSON, "Content-Length: 1000"));
            Response response = connection.response();

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.head()).containsIgnoringCase("WWW-Authenticate: Bearer");
            assertThat(response.closes()).isTrue();
            connection.awaitClose();
        }
    }

    @Test
    void whatIsSentAfterARefusalDoesNotDestroyTheResponse() throws IOException {
        try (RawConnection connection = application.connect()) {
            connection.send(head("POST " + PATH, JSON, "Content-Length: 500000") + "x".repeat(500_000));

            assertThat(connection.response().status()).isEqualTo(401);
            connection.awaitClose();
        }
    }

    @Test
    void aSenderThatNeverStopsIsDisconnected() throws IOException {
        try (RawConnection connection = application.connect()) {
            connection.send(head("POST " + PATH, JSON, "Transfer-Encoding: chunked"));
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

            await().until(() -> !connection.trySend(chunk));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/plain"})
    void otherTypesOfContentAreRefusedByTheHead(String type) throws IOException {
        try (RawConnection connection = application.connect()) {
            connection.send(
                    head("POST " + PATH, application.authorization(), "Content-Type: " + type, "Content-Length: 1000"));

            assertThat(connection.response().status()).isEqualTo(415);
            connection.awaitClose();
        }
    }

    @Test
    void anUploadLeavesNoFile() throws IOException {
        List<Path> before = temporaryFiles();
        try (RawConnection connection = application.connect()) {
            connection.send(
                    head("POST " + PATH, "Content-Type: multipart/form-data; boundary=x", "Content-Length: 400000")
                            + "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
                            + "x".repeat(300_000));

            assertThat(connection.response().status()).isEqualTo(401);
            assertThat(temporaryFiles()).isEqualTo(before);
        }
    }

    private static List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("(undertow|upload_).*upload|upload_.*"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aDeclaredLengthBeyondTheLimitIsRefusedByTheHead() throws IOException {
        try (RawConnection connection = application.connect()) {
            connection.send(
                    head("POST " + PATH, application.authorization(), JSON, "Content-Length: 900000000000000000"));

            assertThat(connection.response().status()).isEqualTo(413);
            connection.awaitClose();
        }
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWhileItArrives() throws IOException {
        try (RawConnection connection = application.connect()) {
            connection.send(head("POST " + PATH, application.authorization(), JSON, "Transfer-Encoding: chunked"));
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int i = 0; i < 17; i++) {
                connection.send(chunk);
            }

            assertThat(connection.response().status()).isEqualTo(413);
            connection.awaitClose();
        }
    }

    @Test
    void aSenderIsAskedToContinueIfItIsAuthenticated() throws IOException {
        try (RawConnection connection = application.connect()) {
            String body = event("continue");
            connection.send(head(
                    "POST " + PATH,
                    application.authorization(),
                    JSON,
                    "Expect: 100-continue",
                    "Content-Length: " + body.length()));
            assertThat(connection.response().status()).isEqualTo(100);
            connection.send(body);

            assertThat(connection.response().status()).isEqualTo(200);
        }
    }

    @Test
    void aSenderIsNotAskedToContinueIfItIsNotAuthenticated() throws IOException {
        try (RawConnection connection = application.connect()) {
            connection.send(head("POST " + PATH, JSON, "Expect: 100-continue", "Content-Length: 1000"));

            assertThat(connection.response().status()).isEqualTo(401);
            connection.awaitClose();
        }
    }

    @Test
    void aRequestWithTwoLengthsEndsItsConnection() throws IOException {
        try (RawConnection connection = application.connect()) {
            connection.send(head("POST " + PATH, JSON, "Content-Length: 5", "Transfer-Encoding: chunked") + "0\r\n\r\n"
                    + head("GET /smuggled"));

            assertThat(connection.response().status()).isIn(400, 401);
            connection.awaitClose();
        }
    }

    @Test
    void aDeliveryIsAnsweredOnAHalfClosedConnection() throws IOException {
        try (RawConnection connection = application.connect()) {
            String body = event("half");
            connection.send(
                    head("POST " + PATH, application.authorization(), JSON, "Content-Length: " + body.length()) + body);
            connection.endOutput();

            assertThat(connection.response().status()).isEqualTo(200);
        }
    }

    @Test
    void anUploadThatIsAbortedEndsQuietly() throws IOException {
        for (int i = 0; i < 20; i++) {
            RawConnection reset = application.connect();
            reset.send(head("POST " + PATH, application.authorization(), JSON, "Content-Length: 1000") + "[{");
            reset.reset();
            try (RawConnection closed = application.connect()) {
                closed.send(head("POST " + PATH, application.authorization(), JSON, "Transfer-Encoding: chunked")
                        + "2\r\n[{\r\n");
            }
        }
        try (RawConnection malformed = application.connect()) {
            malformed.send(head("POST " + PATH, application.authorization(), JSON, "Transfer-Encoding: chunked")
                    + "no number\r\n");
            malformed.awaitClose();
        }
        assertThat(application.deliver()).isEqualTo(200);
        assertThat(application.log()).noneMatch(line -> line.startsWith("ERROR"));
    }

    @ParameterizedTest
    @CsvSource({
        "/callautomation/events/, 200",
        "/callautomation//events, 200",
        "/other/../callautomation/events, 200",
        "/callautomation/./events, 200",
        "/callautomation/%65vents, 200",
        "/callautomation/events;jsessionid=1, 200",
        "/callautomation;a=b/events, 200",
        "/callautomation/events/4711, 404",
        "/callautomation/eventsAndMore, 404",
        "/CALLAUTOMATION/events, 404",
        "/callautomation, 404",
        "/, 404"
    })
    void eachSpellingOfThePathIsServedAndNoOtherPath(String path, int status) throws IOException {
        assertThat(application.deliver(path)).isEqualTo(status);
    }

    @Test
    void anEncodedSlashIsNoSlash() throws IOException {
        assertThat(application.deliver("/callautomation%2fevents")).isIn(400, 404);
    }

    @Test
    void otherMethodsAreNotAllowed() throws IOException {
        try (RawConnection connection = application.connect()) {
            connection.send(head("GET " + PATH));

            assertThat(connection.response().status()).isEqualTo(405);
        }
    }

    @Test
    void aSlowBodyIsAnsweredAndItsConnectionClosed() throws IOException {
        try (TestApplication strict =
                        TestApplication.start(container, options -> options.setBodyTimeout(300), Map.of());
                RawConnection connection = strict.connect()) {
            connection.send(head("POST " + PATH, strict.authorization(), JSON, "Content-Length: 1000") + "[");

            assertThat(connection.response().status()).isEqualTo(408);
            connection.awaitClose();
            assertThat(strict.log()).noneMatch(line -> line.startsWith("ERROR"));
        }
    }

    @Test
    void aContextThatIsStoppedAndStartedAgainReceivesDeliveries() throws Exception {
        try (TestApplication restarted = TestApplication.start(container)) {
            CamelContext camel = restarted.bean(CamelContext.class);
            assertThat(restarted.deliver()).isEqualTo(200);
            camel.stop();
            assertThat(restarted.deliver()).isEqualTo(503);
            camel.start();
            assertThat(restarted.deliver()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(restarted.events()).containsExactly("genuine-1", "genuine-3"));
        }
    }

    @Test
    void aDeliveryThatCannotBeCheckedIsToBeRepeated() throws IOException {
        try (TestApplication cold = TestApplication.start(
                container, options -> options.getConfiguration().setCallbackIssuer("http://127.0.0.1:1"), Map.of())) {
            assertThat(cold.deliver()).isIn(401, 503);
        }
    }

    @Test
    void thePathIsBelowThoseOfTheApplicationAndItsServlet() throws IOException {
        try (TestApplication below = TestApplication.start(
                container,
                options -> options.setCallbackSubPaths(true),
                Map.of("server.servlet.context-path", "/app", "spring.mvc.servlet.path", "/mvc"))) {
            assertThat(below.bean(ServletDeliveryServer.class).contextPath()).isEqualTo("/app/mvc");
            assertThat(below.deliver("/app/mvc" + PATH)).isEqualTo(200);
            assertThat(below.deliver("/app/mvc" + PATH + "/4711")).isEqualTo(200);
            // what Undertow has there does not accept POST
            assertThat(below.deliver("/app" + PATH)).isIn(404, 405);
            assertThat(below.deliver(PATH)).isEqualTo(404);
            assertThat(below.events()).hasSize(2);
        }
    }

    @Test
    void aFilterOfTheApplicationDoesNotReadTheBody() throws IOException {
        try (TestApplication open = TestApplication.start(
                container,
                options -> options.getConfiguration().setCallbackAuthentication(CallbackAuthentication.NONE),
                Map.of("spring.mvc.hiddenmethod.filter.enabled", "true"))) {
            try (RawConnection connection = open.connect()) {
                connection.send(head(
                        "POST " + PATH, "Content-Type: application/x-www-form-urlencoded", "Content-Length: 1000"));

                assertThat(connection.response().status()).isEqualTo(415);
            }
        }
    }
}
