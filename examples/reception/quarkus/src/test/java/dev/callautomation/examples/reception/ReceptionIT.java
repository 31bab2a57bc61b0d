package dev.callautomation.examples.reception;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceptionIT {

    /** Not a placeholder, which would be logged as it is. */
    private static final String CONTEXT_HEADERS_KEY = "key-of-context-headers";

    private final ReceptionScenario scenario = ReceptionScenario.start();
    private QuarkusApplication application;
    private List<String> start;

    @BeforeAll
    void start() throws Exception {
        // logs each step of a route
        application = QuarkusApplication.launch(
                scenario,
                Map.of(
                        "camel.main.tracing",
                        "true",
                        "camel.component.callautomation.contextHeadersKey",
                        CONTEXT_HEADERS_KEY));
        application.awaitReady();
        start = List.copyOf(application.log());
    }

    @AfterAll
    void stop() {
        if (application != null) {
            application.close();
        }
        scenario.close();
    }

    @Test
    void callersReachWhomTheyChoose() {
        scenario.announceCalls();
        scenario.all();

        assertThat(application.log())
                .filteredOn(line -> line.contains("to[callautomation:recognize"))
                .as("steps on event loops, or without the ids of their call")
                .isNotEmpty()
                .allMatch(line -> line.contains("CallAutomationConsumer)") && line.contains("camel.callConnectionId="));
        assertThat(application.log())
                .filteredOn(line -> line.contains("*-->") || line.contains("*<--"))
                .noneMatch(line -> line.contains("vert.x"));
    }

    @Test
    void startIsWithoutWarningsAndSecrets() {
        Map<String, String> settings = scenario.properties();
        String connection = settings.get("camel.component.callautomation.connectionString");

        assertThat(start)
                .noneMatch(line -> line.startsWith("WARN") || line.startsWith("ERROR"))
                .noneMatch(line -> line.contains(settings.get("camel.component.callautomation.eventGridSecret")))
                .anyMatch(line -> line.contains("contextHeadersKey = xxxxxx"))
                .noneMatch(line -> line.contains(CONTEXT_HEADERS_KEY))
                .noneMatch(line -> line.contains(connection.substring(connection.indexOf("accesskey="))));
    }

    @Test
    void readinessIncludesThatOfTheComponent() throws Exception {
        HttpResponse<String> ready = application.ready();

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("callautomation-callback", "callautomation-keys");
    }

    /** The body is never sent: a server that waited for it would not answer. */
    @Test
    void unauthenticatedDeliveryIsRefusedByItsHead() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), scenario.port());
                BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST /callautomation/events HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n")
                            .getBytes(US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 401 ");
        }
    }
}
