package dev.callautomation.camel;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.event.CallDisconnected;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The dev console after calls against the simulator, as text and as JSON. */
class DevConsoleTest extends AwaitOnSimulatorSupport {

    private static final String CONTEXT_KEY = "secret-of-context-headers";
    private static final String CALLBACK_SECRET = "secret-of-callback-uris-0001";

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setNodeId("node-1");
        component.setContextHeadersKey(CONTEXT_KEY);
        component.getConfiguration().setCallbackSecret(CALLBACK_SECRET);
        component.getConfiguration().setProxyPassword("secret-of-proxy");
        component
                .getConfiguration()
                .setRecordingDestinationContainerUrl(
                        "https://user:secret-of-user@store.example.com/c?sig=secret-of-sas");
        component.getConfiguration().setSourceCallerIdNumber(APPLICATION);
        component.getConfiguration().setSipHeaders(Map.of("X-Customer", "secret-of-customer"));
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.setDevConsole(true);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall&to=" + APPLICATION + "&orphanedOnly=true")
                        .routeId("filtered")
                        .autoStartup(true)
                        .log("x");
            }
        });
        return context;
    }

    private static DevConsole console(CamelContext context) {
        DevConsole console = PluginHelper.getDevConsoleResolver(context).resolveDevConsole("callautomation");
        assertThat(console).isNotNull();
        return console;
    }

    private String text(Map<String, Object> options) {
        return (String) console(context).call(MediaType.TEXT, options);
    }

    private JsonNode json(Map<String, Object> options) throws Exception {
        JsonObject json = (JsonObject) console(context).call(MediaType.JSON, options);
        return new ObjectMapper().readTree(json.toJson());
    }

    private JsonNode component() throws Exception {
        JsonNode components = json(Map.of()).path("components");
        assertThat(components).hasSize(1);
        return components.get(0);
    }

    /** One call ends, an invitation is declined, one waits, and a delivery is refused. */
    private CompletableFuture<Exchange> scenario() throws Exception {
        awaited(CallDisconnected.class, "hangUp?forEveryone=true", in(call()));
        String call = call();
        simulator().phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
        failure(TO_AGENT, in(call));
        assertThat(send(unsigned().POST(BodyPublishers.ofString("[]"))).statusCode())
                .isEqualTo(401);
        simulator().phone(SUPERVISOR).behaviour(PhoneBehaviour.NO_ANSWER);
        CompletableFuture<Exchange> pending = template.asyncSend(
                "callautomation:addParticipant?completionTimeout=120000&awaitCompletion=true&target=" + SUPERVISOR,
                exchange -> exchange.getMessage().setHeaders(new HashMap<>(in(call))));
        await().until(() -> component.pendingOperations().size() == 1
                && component.pendingOperations().views().get(0).deadline() != null);
        await().untilAsserted(() -> assertThat(component.callsInProgress()).hasSize(1));
        return pending;
    }

    @Test
    void jsonHasWhatHappened() throws Exception {
        scenario();
        JsonNode shown = component();
        assertThat(shown.path("name").asText()).isEqualTo("callautomation");
        assertThat(shown.path("node").asText()).isEqualTo("node-1");
        assertThat(shown.at("/callback/path").asText()).isEqualTo("/callautomation/events");
        assertThat(shown.at("/callback/receiving").asBoolean()).isTrue();
        assertThat(shown.at("/keys/0/issuer").asText())
                .isEqualTo(simulator().issuer().toString());
        assertThat(shown.at("/keys/0/available").asBoolean()).isTrue();
        assertThat(shown.at("/consumers")).hasSize(2);
        JsonNode filtered = consumer(shown, "filtered");
        assertThat(filtered.path("status").asText()).isEqualTo("Started");
        assertThat(filtered.path("depth").asInt()).isZero();
        assertThat(filtered.at("/filter/type").asText()).isEqualTo("IncomingCall");
        assertThat(filtered.at("/filter/orphanedOnly").asText()).isEqualTo("true");
        assertThat(shown.path("callsInProgress").asInt()).isEqualTo(1);
        assertThat(shown.at("/calls/0/lastEvent").asText()).isNotEmpty();
        assertThat(shown.at("/calls/0/lastEventAge").asLong()).isNotNegative();
        assertThat(shown.path("pendingOperations").asInt()).isEqualTo(1);
        assertThat(shown.at("/pending/0/operation").asText()).isEqualTo("addParticipant");
        assertThat(shown.at("/pending/0/callConnectionId").asText())
                .isEqualTo(shown.at("/calls/0/callConnectionId").asText());
        assertThat(shown.at("/pending/0/remaining").asLong()).isBetween(1L, 120_000L);
        assertThat(shown.at("/pending/0/age").asLong()).isNotNegative();
        assertThat(shown.at("/operations/createCall/completed").asInt()).isEqualTo(2);
        assertThat(shown.at("/operations/hangUp/completed").asInt()).isEqualTo(1);
        assertThat(shown.at("/operations/addParticipant/accepted").asInt()).isEqualTo(2);
        assertThat(shown.at("/operations/addParticipant/failed").asInt()).isEqualTo(1);
        assertThat(shown.at("/operations/addParticipant/timedOut").asInt()).isZero();
        assertThat(shown.at("/operations/addParticipant/failedBySubCode")).hasSize(1);
        assertThat(shown.at("/deliveries/accepted").asInt()).isPositive();
        assertThat(shown.at("/deliveries/refusedByReason/no_credential").asInt())
                .isEqualTo(1);
        assertThat(shown.at("/events/receivedByType/CallConnected").asInt()).isEqualTo(2);
        assertThat(shown.at("/events/deduplicated").isInt()).isTrue();
        assertThat(shown.at("/events/orphaned").isInt()).isTrue();
    }

    private static JsonNode consumer(JsonNode component, String route) {
        for (JsonNode consumer : component.path("consumers")) {
            if (consumer.path("routeId").asText().equals(route)) {
                return consumer;
            }
        }
        throw new AssertionError(route);
    }

    @Test
    void textHasWhatHappened() throws Exception {
        scenario();
        String shown = text(Map.of());
        assertThat(shown)
                .contains("Component callautomation (node node-1)")
                .contains("Callback path: /callautomation/events, receiving")
                .contains("Keys of " + simulator().issuer() + ": available, fetched at ")
                .contains("Consumers: 2")
                .containsPattern("filtered +Started +0 +type=IncomingCall, to=\\" + APPLICATION + ", orphanedOnly=true")
                .contains("Calls in progress: 1")
                .contains("Pending operations: 1")
                .containsPattern("addParticipant +\\S+ +\\d+ s +in 1 min|addParticipant +\\S+ +\\d+ s +in 2 min")
                .containsPattern("Operation +Requests +Retries +Accepted +Completed +Failed +Timed out +Refused")
                .containsPattern("createCall +2 +0 +2 +2 +0 +0 +0 +0 +-")
                .containsPattern("addParticipant +2 +0 +2 +0 +1 +0 +0 +0 +\\d+=1")
                .contains("refused: no_credential (401) 1")
                .containsPattern("Events: received \\d+, deduplicated 0, unmatched 0, orphaned 0");
        String file = System.getProperty("console.picture");
        if (file != null) {
            Files.writeString(Path.of(file), shown);
        }
    }

    @Test
    void noSecretIsShown() throws Exception {
        scenario();
        String all = text(Map.of()) + json(Map.of());
        assertThat(all).contains("contextHeadersKey", "connectionString");
        assertThat(all)
                .doesNotContain("secret-of", SECRET, CONTEXT_KEY, CALLBACK_SECRET)
                .doesNotContain(simulator().connectionString().replaceFirst(".*(?i:accesskey)=", ""));
        assertThat(all).contains("https://store.example.com/c?...").contains("X-Customer");
    }

    @Test
    void identifiersAreMaskedIfSoConfigured() throws Exception {
        component.getConfiguration().setMaskIdentifiers(true);
        String all = text(Map.of()) + json(Map.of());
        assertThat(all).contains("+***00").doesNotContain(APPLICATION);
    }

    @Test
    void listsAreLimited() throws Exception {
        call();
        call();
        await().untilAsserted(() -> assertThat(component.callsInProgress()).hasSize(2));
        JsonNode limited = json(Map.of("limit", "1")).at("/components/0");
        assertThat(limited.path("calls")).hasSize(1);
        assertThat(limited.path("callsInProgress").asInt()).isEqualTo(2);
        assertThat(text(Map.of("limit", 1))).contains("Calls in progress: 2, of which 1 are shown");
        assertThat(text(Map.of("limit", "many"))).contains("Calls in progress: 2\n");
    }

    @Test
    void aStoppedRouteAndItsConsequenceAreShown() throws Exception {
        context.getRouteController().stopRoute("filtered");
        assertThat(component().at("/callback/receiving").asBoolean()).isFalse();
        assertThat(component().at("/callback/problem").asText()).contains("[filtered]");
        assertThat(consumer(component(), "filtered").path("status").asText()).isEqualTo("Stopped");
        assertThat(text(Map.of())).contains("/callautomation/events, events for the routes [filtered] are refused");
    }

    @Test
    void eachStartedComponentIsShown() throws Exception {
        CallAutomationComponent second = new CallAutomationComponent();
        second.setCallbackEnabled(false);
        context.addComponent("contact-center", second);
        List<String> names = new ArrayList<>();
        json(Map.of())
                .path("components")
                .forEach(shown -> names.add(shown.path("name").asText()));
        assertThat(names).containsExactly("callautomation", "contact-center");
        assertThat(text(Map.of())).contains("Component contact-center", "Callback path: disabled");
        second.stop();
        assertThat(json(Map.of()).path("components")).hasSize(1);
        component.stop();
        assertThat(text(Map.of())).isEqualTo("No component is started");
        component.start();
        assertThat(text(Map.of())).contains("Component callautomation");
    }
}
