package dev.callautomation.camel.docs;

import java.nio.file.Path;

import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.docs.Page.Snippet;

import static org.assertj.core.api.Assertions.assertThat;

/** The route on the page about waiting chooses topics by the node that a message of the relay names. */
class RelayTopicsTest {

    @Test
    void aMessageForOneNodeGoesToTheTopicOfThatNode(@TempDir Path directory) throws Exception {
        Snippet route = Page.WAITING.snippets("java").stream()
                .filter(snippet -> snippet.text().contains("direct:call-relay"))
                .findFirst()
                .orElseThrow();
        try (Telephony telephony = new Telephony().load(route, directory).start()) {
            telephony.context().createProducerTemplate().sendBody("direct:call-relay", "for all");
            telephony
                    .context()
                    .createProducerTemplate()
                    .sendBodyAndHeader("direct:call-relay", "for one", CallAutomationConstants.RELAY_NODE, "b");
            MockEndpoint relay = telephony.context().getEndpoint("mock:relay", MockEndpoint.class);
            assertThat(relay.getExchanges())
                    .extracting(RelayTopicsTest::topic)
                    .containsExactly("for all null", "for one call-relay-b");
        }
    }

    private static String topic(Exchange exchange) {
        return exchange.getMessage().getBody() + " " + exchange.getMessage().getHeader("kafka.OVERRIDE_TOPIC");
    }
}
