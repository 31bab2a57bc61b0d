package dev.callautomation.camel.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.docs.Page.Snippet;

import static org.assertj.core.api.Assertions.assertThat;

/** Events go by way of another transport as the page on events says. Directories are in the place of Kafka's topics. */
class TransportsTest {

    private static final String CALLER = "+14255550123";

    @TempDir
    private Path directory;

    private Telephony telephony;

    @BeforeEach
    void begin() throws Exception {
        telephony = new Telephony();
    }

    @AfterEach
    void end() throws Exception {
        telephony.close();
    }

    @Test
    void whatAReceiverHasSentOnComesToTheRoutesOfAWorker() throws Exception {
        telephony.load(snippet("rawEvent=true"), directory).start();
        telephony.simulator().phone(CALLER).call(Telephony.NUMBER);
        String event = only("calls");
        assertThat(event).contains("Microsoft.Communication.IncomingCall");
        telephony.close();

        telephony = new Telephony();
        MockEndpoint calls = worker();
        calls.assertIsSatisfied();
        assertThat(calls.getExchanges().get(0).getMessage().getBody(String.class))
                .contains(CALLER);
    }

    @Test
    void whatIsNoDeliveryIsPutAside() throws Exception {
        Files.writeString(Files.createDirectories(directory.resolve("calls")).resolve("1"), "no event");
        MockEndpoint calls = worker();
        assertThat(only("rejected")).isEqualTo("no event");
        assertThat(calls.getExchanges()).isEmpty();
    }

    private MockEndpoint worker() throws Exception {
        telephony.load(snippet("to(\"callautomation:processEvents\")"), directory);
        telephony.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall").to("mock:calls");
            }
        });
        telephony.start();
        MockEndpoint calls = telephony.context().getEndpoint("mock:calls", MockEndpoint.class);
        calls.expectedMessageCount(1);
        return calls;
    }

    /** The only file of a directory, as soon as it is there. */
    private String only(String name) {
        Path folder = directory.resolve(name);
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> contents(folder), contents -> contents.size() == 1)
                .get(0);
    }

    private static List<String> contents(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            String[] contents = new String[found.size()];
            for (int i = 0; i < contents.length; i++) {
                contents[i] = Files.readString(found.get(i));
            }
            return List.of(contents);
        }
    }

    private static Snippet snippet(String words) {
        return Page.EVENTS.snippets("java").stream()
                .filter(snippet -> snippet.text().contains(words))
                .findFirst()
                .orElseThrow();
    }
}
