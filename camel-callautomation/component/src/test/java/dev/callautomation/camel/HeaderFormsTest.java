package dev.callautomation.camel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.internal.support.InheritedHeaders;
import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.CommunicationUserIdentifier;

import static java.net.URLDecoder.decode;
import static org.assertj.core.api.Assertions.assertThat;

/** What headers can hold for inputs that go into the path. */
class HeaderFormsTest extends WireTestSupport {

    @TempDir
    Path folder;

    private Exchange participant(Object target) {
        answer(200, "{\"identifier\":{\"rawId\":\"" + USER + "\"}}");
        return template.request("callautomation:getParticipant", exchange -> {
            // as the language jq leaves it
            exchange.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, TextNode.valueOf(CALL));
            exchange.getMessage().setHeader(CallAutomationConstants.TARGET, target);
        });
    }

    static Stream<Object> forms() {
        return Stream.of(
                USER,
                TextNode.valueOf(USER),
                CommunicationIdentifier.of(USER),
                new CommunicationUserIdentifier(USER),
                Map.of("rawId", USER),
                MAPPER.createObjectNode()
                        .set("communicationUser", MAPPER.createObjectNode().put("id", USER)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aParticipantIsAskedForInAnyFormOfAnIdentifier(Object target) {
        assertThat(participant(target).getException()).isNull();
        assertThat(decode(onlyRequest().getUrl(), StandardCharsets.UTF_8))
                .startsWith("/calling/callConnections/" + CALL + "/participants/" + USER + "?");
    }

    @Test
    void aHeaderThatWasSetFromAFileIsTheFilesText() throws Exception {
        Files.writeString(folder.resolve("who.txt"), USER);
        Exchange file = consumer.receive("file:" + folder, 5_000);
        assertThat(participant(file.getMessage().getBody()).getException()).isNull();
        assertThat(decode(onlyRequest().getUrl(), StandardCharsets.UTF_8)).contains("/participants/" + USER + "?");
        consumer.doneUoW(file);
    }

    @Test
    void anInvalidParticipantIsRefusedWithTheOptionAndTheHeader() {
        assertThat(participant("nobody").getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'nobody' is neither a phone number nor a raw id")
                .hasMessageContaining("set the option target or the header CamelCallAutomationTarget");
        assertThat(requests()).isEmpty();
    }

    @Test
    void aDumpOfTheExchangesPropertiesShowsNoSecret() {
        Exchange exchange = context.getEndpoint("direct:any").createExchange();
        InheritedHeaders.set(exchange, Map.of(CallAutomationConstants.INCOMING_CALL_CONTEXT, "bearer-of-the-call"));
        assertThat(exchange.getProperties().toString())
                .contains(CallAutomationConstants.INCOMING_CALL_CONTEXT)
                .doesNotContain("bearer-of-the-call");
    }
}
