package dev.callautomation.camel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests are judged by their heads, and what is read of a body is limited in size. */
class HeadBeforeBodyTest extends EventTestSupport {

    private static final int BODY_SIZE = 64 * 1024;
    private static final int CHUNK_SIZE = 4096;
    private static final String CHUNK = "1000\r\n" + " ".repeat(CHUNK_SIZE) + "\r\n";
    private static final String JSON = "Content-Type: application/json";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    private final List<RawSender> senders = new ArrayList<>();

    @Override
    void configure(CallAutomationComponent component) {
        component.setMaxBodySize(BODY_SIZE);
        // a busy machine may delay what is sent
        component.setBodyTimeout(60_000);
        component.setHeadTimeout(60_000);
        component.setIdleTimeout(60_000);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:events");
            }
        };
    }

    private RawSender sender() throws IOException {
        return sender(address());
    }

    private RawSender sender(URI address) throws IOException {
        RawSender sender = new RawSender(address);
        senders.add(sender);
        return sender;
    }

    private static String token() {
        return "Authorization: " + TOKENS.authorization();
    }

    @AfterEach
    void close() throws IOException {
        for (RawSender sender : senders) {
            sender.close();
        }
    }

    @Test
    void aDeliveryWithoutTokenIsRefusedBeforeItsBodyIsSent() throws Exception {
        RawSender sender = sender().post(JSON, "Content-Length: 1000").send("\r\n");
        assertThat(sender.status()).isEqualTo(401);
        assertThat(sender.isClosedByPeer()).isTrue();
    }

    @Test
    void aConnectionStaysOpenAfterARefusalWithoutBody() throws Exception {
        RawSender sender = sender();
        for (int i = 0; i < 3; i++) {
            assertThat(sender.post(JSON, "Content-Length: 0").send("\r\n").status())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain|Content-Length: 1000|415",
                "Content-Type: multipart/form-data; boundary=x|Content-Length: 1000|415",
                "Content-Type: application/x-www-form-urlencoded|Content-Length: 1000|415",
                JSON + "|Content-Encoding: gzip|Content-Length: 1000|415",
                JSON + "|Content-Length: 65537|413",
                JSON + "|Content-Length: 9999999999|413",
                JSON + "|Content-Length: 99999999999999999|413"
            })
    void anAuthenticatedDeliveryIsRefusedByItsHeadToo(String text) throws Exception {
        String[] parts = text.split("\\|");
        RawSender sender = sender().post(token());
        for (int i = 0; i < parts.length - 1; i++) {
            sender.send(parts[i] + "\r\n");
        }
        assertThat(sender.send("\r\n").status()).isEqualTo(Integer.parseInt(parts[parts.length - 1]));
    }

    @Test
    void aBodyIsAskedForAfterTheHeadWasAccepted() throws Exception {
        String body = callback("CallConnected", "1", "{}");
        RawSender sender = sender().post(token(), JSON, "Content-Length: " + body.length(), "Expect: 100-continue")
                .send("\r\n");
        assertThat(sender.status()).isEqualTo(100);
        assertThat(sender.send(body).status()).isEqualTo(200);
    }

    @Test
    void aBodyIsNotAskedForIfTheHeadIsRefused() throws Exception {
        RawSender sender = sender().post(JSON, "Content-Length: 1000", "Expect: 100-continue")
                .send("\r\n");
        assertThat(sender.status()).isEqualTo(401);
    }

    @Test
    void anEndlessBodyWithoutTokenIsNotRead() throws Exception {
        RawSender sender = sender().post(JSON, CHUNKED).send("\r\n");
        assertThat(sender.status()).isEqualTo(401);
        assertThat(sender.isClosedByPeer()).isTrue();
    }

    @Test
    void anEndlessBodyIsReadUpToTheLimit() throws Exception {
        RawSender sender = sender().post(token(), JSON, CHUNKED).send("\r\n");
        sender.flood(CHUNK, BODY_SIZE / CHUNK_SIZE + 1);
        assertThat(sender.status()).isEqualTo(413);
        assertThat(sender.isClosedByPeer()).isTrue();
    }

    @Test
    void aBodyOfTheLimitIsAccepted() throws Exception {
        String event = callback("CallConnected", "1", "{}");
        String body = event + " ".repeat(BODY_SIZE - event.length());
        assertThat(post(body).statusCode()).isEqualTo(200);
        assertThat(post(body + " ").statusCode()).isEqualTo(413);
    }

    @Test
    void aTokenInTheQueryIsNoToken() throws Exception {
        String token = TOKENS.authorization().replace(" ", "%20");
        URI address = URI.create(address() + "?Authorization=" + token);
        assertThat(sender(address)
                        .post(JSON, "Content-Length: 2")
                        .send("\r\n[]")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aHeaderThatIsSentTwiceIsNotRead() throws Exception {
        assertThat(sender().post(token(), token(), JSON, "Content-Length: 2")
                        .send("\r\n[]")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void otherMethodsAreNotAllowed() throws Exception {
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(address()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
    }

    @Test
    void deliveriesArriveByHttp2() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpResponse<String> answer = client.send(
                request()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(callback("CallConnected", "1", "{}")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void anUploadLeavesNoFile() throws Exception {
        Set<Path> before = temporaryFiles();
        String part =
                "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" + "y".repeat(CHUNK_SIZE);
        for (String authorization : List.of("X-None: 1", token())) {
            RawSender sender = sender().post(
                            authorization,
                            "Content-Type: multipart/form-data; boundary=x",
                            "Content-Length: " + part.length() * 2)
                    .send("\r\n" + part);
            assertThat(sender.status()).isIn(401, 415);
        }
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static Set<Path> temporaryFiles() throws IOException {
        Path camel = Path.of(System.getProperty("java.io.tmpdir"), "camel");
        if (!Files.exists(camel)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(camel)) {
            return new TreeSet<>(files.toList());
        }
    }

    @Test
    void abortedUploadsLeaveNoErrorsInTheLog() throws Exception {
        for (int i = 0; i < 20; i++) {
            sender().post(token(), JSON, "Content-Length: 1000").send("\r\n[").close();
            sender().post(JSON, CHUNKED).send("\r\n" + CHUNK).close();
            sender().post(JSON).close();
        }
        assertThat(post(callback("CallConnected", "1", "{}")).statusCode()).isEqualTo(200);
        assertThat(log.errors()).isEmpty();
    }
}
