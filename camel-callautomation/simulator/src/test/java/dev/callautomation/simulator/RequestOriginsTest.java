package dev.callautomation.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which web pages may use the control API. PORT is the simulator's. */
class RequestOriginsTest {

    private static final CallAutomationSimulator LOCAL = CallAutomationSimulator.start(
            SimulatorOptions.defaults().withAllowedOrigins("http://localhost:3000", "https://Console.Example"));

    private static final CallAutomationSimulator REMOTE = CallAutomationSimulator.start(SimulatorOptions.defaults()
            .withAllowRemote(true)
            .withIssuer(URI.create("http://sim.example.com:8088"))
            .withAllowedOrigins("http://localhost:3000", "http://console.example"));

    @AfterAll
    static void stop() {
        LOCAL.close();
        REMOTE.close();
    }

    @ParameterizedTest(name = "Origin {0} to Host {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            http://localhost:PORT         | localhost:PORT | 200
            http://LOCALHOST:PORT         | localhost:PORT | 200
            HTTP://localhost:PORT         | LocalHost:PORT | 200
            http://127.0.0.1:PORT         | 127.0.0.1:PORT | 200
            http://localhost:PORT         | 127.0.0.1:PORT | 200
            http://[::1]:PORT             | [::1]:PORT     | 200
            http://[::1]:PORT             | localhost:PORT | 200
            http://localhost:9000         | localhost:9000 | 200
            http://localhost:3000         | localhost:PORT | 200
            http://LocalHost:3000         | localhost:PORT | 200
            https://console.example       | localhost:PORT | 200
            https://console.example:443   | localhost:PORT | 200
                                          | localhost:PORT | 200
            null                          | localhost:PORT | 403
            https://localhost:PORT        | localhost:PORT | 403
            http://localhost:3001         | localhost:PORT | 403
            http://localhost              | localhost:PORT | 403
            http://127.0.0.1:3000         | localhost:PORT | 403
            http://[::1]:3000             | localhost:PORT | 403
            https://localhost:3000        | localhost:PORT | 403
            http://console.example        | localhost:PORT | 403
            https://console.example:8443  | localhost:PORT | 403
            https://a.console.example     | localhost:PORT | 403
            https://console.example.evil  | localhost:PORT | 403
            http://evil.example           | localhost:PORT | 403
            http://evil.example:PORT      | evil.example:PORT | 403
            http://localhost.evil.example:PORT | localhost:PORT | 403
            http://localhost:PORT@evil.example | localhost:PORT | 403
            http://localhost:PORT/        | localhost:PORT | 403
            http://localhost:PORT http://evil.example | localhost:PORT | 403
            localhost:PORT                | localhost:PORT | 403
            *                             | localhost:PORT | 403
            file://                       | localhost:PORT | 403
            """)
    void aPageOfAnotherOriginIsRefused(String origin, String host, int status) {
        for (String request : new String[] {
            "GET /simulator/phones", "GET /simulator/", "GET /simulator", "GET /", "GET /simulator/openapi.json",
        }) {
            assertThat(send(LOCAL, request, host, header("Origin", origin))).startsWith("HTTP/1.1 " + status);
        }
        // what a page may send without a preflight request
        String simple = header("Origin", origin) + "Content-Type: text/plain\r\n";
        assertThat(send(LOCAL, "POST /simulator/reset", host, simple))
                .startsWith("HTTP/1.1 " + (status == 200 ? 204 : 403));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//simulator/phones", "/./simulator/phones", "/x/../simulator/phones", "/%73imulator/phones"})
    void anotherWayToWriteThePathDoesNotHelp(String path) {
        assertThat(send(LOCAL, "GET " + path, "localhost:PORT", header("Origin", "http://localhost:3001")))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void aSecondOriginIsRefused() {
        assertThat(send(
                        LOCAL,
                        "GET /simulator/phones",
                        "localhost:PORT",
                        header("Origin", "http://localhost:3000") + header("Origin", "http://evil.example")))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "cross-site, no-cors, 403",
        "same-site, no-cors, 403",
        "same-site, cors, 403",
        "same-origin, cors, 200",
        "none, navigate, 200",
        "cross-site, navigate, 200"
    })
    void anImageOrScriptOfAnotherPageIsRefusedAndALinkIsNot(String site, String mode, int status) {
        assertThat(send(
                        LOCAL,
                        "GET /simulator/phones",
                        "localhost:PORT",
                        header("Sec-Fetch-Site", site) + header("Sec-Fetch-Mode", mode)))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void anAllowedOriginHasCorsHeadersAlsoWithErrors() {
        String origin = header("Origin", "http://localhost:3000");

        assertThat(send(LOCAL, "GET /simulator/phones", "localhost:PORT", origin))
                .contains("access-control-allow-origin: http://localhost:3000\r\n")
                .containsIgnoringCase("vary: origin")
                .doesNotContain("access-control-allow-credentials");
        assertThat(send(LOCAL, "GET /simulator/calls/none", "localhost:PORT", origin))
                .startsWith("HTTP/1.1 404")
                .contains("access-control-allow-origin: http://localhost:3000\r\n");
        assertThat(send(LOCAL, "GET /simulator/phones", "localhost:PORT", "")).doesNotContain("access-control");
    }

    @Test
    void preflightRequestsOfAllowedOriginsAreAnswered() {
        String asks = header("Access-Control-Request-Method", "PUT")
                + header("Access-Control-Request-Headers", "content-type")
                + header("Access-Control-Request-Private-Network", "true");

        assertThat(send(
                        LOCAL,
                        "OPTIONS /simulator/faults",
                        "localhost:PORT",
                        header("Origin", "http://localhost:3000") + asks))
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("access-control-allow-origin: http://localhost:3000")
                .containsPattern("access-control-allow-methods: [A-Z,]*PUT")
                .containsIgnoringCase("content-type")
                .contains("access-control-allow-private-network: true");
        assertThat(send(
                        LOCAL,
                        "OPTIONS /simulator/faults",
                        "localhost:PORT",
                        header("Origin", "http://localhost:3001") + asks))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("access-control");
    }

    @ParameterizedTest(name = "Origin {0} to Host {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            http://10.1.2.3:PORT         | 10.1.2.3:PORT         | 204
            http://[fd00::1]:PORT        | [fd00::1]:PORT        | 204
            http://simulator:PORT        | simulator:PORT        | 204
            http://sim.example.com:PORT  | sim.example.com:PORT  | 204
            http://localhost:PORT        | localhost:PORT        | 204
            http://localhost:3000        | simulator:PORT        | 204
                                         | any.example:PORT      | 204
            http://evil.example:PORT     | evil.example:PORT     | 403
            http://evil.example          | simulator:PORT        | 403
            http://simulator:9000        | simulator:PORT        | 403
            null                         | simulator:PORT        | 403
            """)
    void withRemoteHostsAPageIsStillOfTheSimulatorOrAllowed(String origin, String host, int status) {
        assertThat(send(REMOTE, "POST /simulator/reset", host, header("Origin", origin)))
                .startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest(name = "{0} to Host {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            User-Agent: Mozilla/5.0     | rebound.example:PORT | 403
            Sec-Fetch-Site: same-origin | rebound.example:PORT | 403
            Sec-Fetch-Site: none        | rebound.example:PORT | 403
            User-Agent: curl/8.5.0      | rebound.example:PORT | 200
            User-Agent: Mozilla/5.0     | sim.example.com:PORT | 200
            User-Agent: Mozilla/5.0     | SIM.example.com      | 200
            User-Agent: Mozilla/5.0     | console.example:PORT | 200
            User-Agent: Mozilla/5.0     | localhost:PORT       | 200
            User-Agent: Mozilla/5.0     | simulator:PORT       | 200
            Sec-Fetch-Site: same-origin | 10.1.2.3:PORT        | 200
            Sec-Fetch-Site: same-origin | [fd00::1]:PORT       | 200
            """)
    void withRemoteHostsABrowserNeedsANameOfTheSimulatorAlsoWithoutOrigin(String header, String host, int status) {
        for (String request : new String[] {"GET /simulator/phones", "GET /simulator/"}) {
            assertThat(send(REMOTE, request, host, header + "\r\n")).startsWith("HTTP/1.1 " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "http://*",
                "http://*.example",
                "null",
                "localhost:3000",
                "http://localhost:3000/",
                "",
                "ws://a"
            })
    void anAllowedOriginIsExact(String origin) {
        assertThatThrownBy(() -> SimulatorOptions.defaults().withAllowedOrigins(origin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scheme, host and port");
    }

    private static String header(String name, String value) {
        return value == null ? "" : name + ": " + value + "\r\n";
    }

    /** A raw request, because clients do not let these headers be chosen. */
    private static String send(CallAutomationSimulator simulator, String request, String host, String headers) {
        int port = simulator.uri().getPort();
        String text = Stream.of(
                        request + " HTTP/1.1", "Host: " + host, "Connection: close", "Content-Length: 0", headers)
                .reduce("", (all, line) -> all + line + (line.isEmpty() || line.endsWith("\n") ? "" : "\r\n"))
                .replace("PORT", String.valueOf(port));
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
