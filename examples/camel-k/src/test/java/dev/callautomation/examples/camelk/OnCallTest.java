package dev.callautomation.examples.camelk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.CallAutomationDeliveryException;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The Pipe {@code on-call}, with the properties that it mounts. */
class OnCallTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** Until Event Grid's second delivery. */
    private static final Duration RETRY = Duration.ofSeconds(11);

    private static final String INCOMING_CALL = """
            [{"id": "again", "topic": "/acs", "subject": "/caller/x/recipient/y", "dataVersion": "1.0", "metadataVersion": "1",
              "eventType": "Microsoft.Communication.IncomingCall", "eventTime": "2026-01-01T00:00:00Z",
              "data": {"to": {"kind": "phoneNumber", "rawId": "4:+18005550100", "phoneNumber": {"value": "+18005550100"}},
                "from": {"kind": "phoneNumber", "rawId": "4:+14255550101", "phoneNumber": {"value": "+14255550101"}},
                "serverCallId": "c2VydmVy", "incomingCallContext": "context-that-was-used", "correlationId": "%s"}}]
            """;

    private final Example example = new Example();
    private final StubTicketSystem tickets = StubTicketSystem.start(0);
    private final CallAutomationSimulator simulator =
            CallAutomationSimulator.start(SimulatorOptions.defaults().withVirtualTime(true));
    private final int port = SimulatorSetup.freePort();

    @TempDir
    Path folder;

    private Main camel;

    @BeforeEach
    void start() {
        startPod(Map.of());
        simulator.subscribe(
                EventGridSubscription.to("http://localhost:" + port + "/callautomation/events?code=REPLACE-by-your-own")
                        .withTypes("IncomingCall"));
    }

    @AfterEach
    void stop() {
        camel.stop();
        simulator.close();
        tickets.close();
    }

    @Test
    void aCallReachesThePhoneOnCallAndATicketIsOpened() {
        simulator.phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE)
                .untilAsserted(
                        () -> assertThat(tickets.incidents()).singleElement().satisfies(ticket -> assertThat(ticket)
                                .containsEntry("short_description", "Redirected a call of +14255550101")
                                .hasEntrySatisfying("correlation_id", id -> assertThat(id.toString())
                                        .isNotEmpty())));
        simulator.expectRequest("redirectCall");
    }

    @Test
    void aCallIsRedirectedWhenTheTicketSystemIsAvailableAgain() {
        tickets.setAvailable(false);
        callThatFailsOnce();

        tickets.setAvailable(true);
        simulator.advance(RETRY);

        simulator.expectRequest("redirectCall");
        assertThat(tickets.incidents()).hasSize(1);
    }

    @Test
    void aCallerWhoHasHungUpGetsATicket() {
        simulator.setFaults(Fault.onOperation("redirectCall").status(404).times(10));

        simulator.phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE).until(() -> tickets.incidents().size() == 1);
    }

    /** The delivery was not answered, because the pod ended after its last step. */
    @Test
    void aCallThatAnotherPodHasRedirectedGetsNoSecondTicket() {
        simulator.phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);
        simulator.expectRequest("redirectCall");
        await().atMost(DEADLINE).until(() -> !tickets.incidents().isEmpty());
        String call = tickets.incidents().get(0).get("correlation_id").toString();

        camel.stop();
        startPod(Map.of());

        assertThatThrownBy(() -> camel.getCamelTemplate()
                        .sendBody("callautomation:processEvents", INCOMING_CALL.formatted(call)))
                .hasCauseInstanceOf(CallAutomationDeliveryException.class);
        // refused, as the call is redirected
        assertThat(simulator.requests())
                .filteredOn(request -> request.operation().equals("redirectCall"))
                .hasSize(2);
        assertThat(tickets.incidents()).hasSize(1);
    }

    @Test
    void aDescriptionIsNoCode() {
        String description = "\"It's\" ${1+1} $x";
        camel.stop();
        startPod(Map.of("camel.kamelet.tickets-action.description", description));

        simulator.phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE)
                .untilAsserted(
                        () -> assertThat(tickets.incidents()).singleElement().satisfies(ticket -> assertThat(ticket)
                                .containsEntry("short_description", description + " +14255550101")));
    }

    private void callThatFailsOnce() {
        String call = simulator.phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);
        await().atMost(DEADLINE).until(() -> simulator.timeline(call).stream()
                .anyMatch(entry -> entry.kind() == Kind.DELIVERY && !"200".equals(entry.detail("status"))));
    }

    private void startPod(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.putAll(Map.of(
                "camel.component.callautomation.connectionString",
                simulator.connectionString(),
                "camel.component.callautomation.resourceId",
                simulator.resourceId(),
                "camel.component.callautomation.callbackUri",
                "http://localhost:" + port,
                "service-now.url",
                tickets.uri().toString(),
                "service-now.user",
                StubTicketSystem.USER,
                "service-now.password",
                StubTicketSystem.PASSWORD));
        camel = example.application(example.manifest("Pipe", "on-call"), properties, port, folder);
        camel.addInitialProperty(
                "camel.component.callautomation.callbackIssuer",
                simulator.issuer().toString());
        camel.start();
    }
}
