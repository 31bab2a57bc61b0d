package dev.callautomation.examples.contactcenter.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubCrm.Contact;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes of a call with the settings for Azure, and phones that the test operates. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "CONTEXT_HEADERS_KEY=of-a-test-with-enough-characters",
            "camel.main.shutdown-timeout=1",
            "server.address=127.0.0.1"
        })
@ActiveProfiles("azure")
@CallAutomationTest
class CallRouteTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @Autowired
    private CallAutomationSimulator simulator;

    @Autowired
    private StubCrm crm;

    @Autowired
    private StubTicketSystem tickets;

    @BeforeEach
    void reset() {
        crm.setAvailable(true);
        tickets.setAvailable(true);
    }

    @Test
    void anUnknownCallerIsServedAndLoggedWithoutACustomer() {
        String call = caller("+14255559999").call(PhoneBook.CONTACT_CENTER);
        await().atMost(DEADLINE).until(() -> logsOf(call).size() == 1);
        hangUp(call, "+14255559999");

        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(logsOf(call)).singleElement().satisfies(log -> assertThat(log)
                        .containsEntry("Subject", "Call from Unknown caller, +14255559999")
                        .containsEntry("Status", "Completed")
                        .doesNotContainKey("WhoId")));
    }

    @Test
    void aCallerWithoutANumberIsServed() {
        String call = caller("4:anonymous").call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(logsOf(call)).singleElement().satisfies(log -> assertThat(log)
                        .containsEntry("Subject", "Call from Unknown caller, number withheld")));
    }

    @Test
    void aCallerWhoHangsUpWhileTheAgentsPhoneRingsGetsATicket() {
        simulator.phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.MANUAL);
        String call = caller(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);
        simulator.phone(PhoneBook.AGENT).rings();
        caller(PhoneBook.ADA.phone()).hangUp();

        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(ticketsOf(call)).singleElement().satisfies(ticket -> assertThat(
                                ticket.get("description").toString())
                        .contains(PhoneBook.ADA.name(), "The transfer to +18005550199 failed", "8522")));
        assertThat(logsOf(call)).isEmpty();
    }

    @Test
    void anUnknownCallerWhoseAgentIsBusyGetsATicketWithTheNumber() {
        simulator.phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.BUSY);
        String call = caller("+14255559999").call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(ticketsOf(call)).singleElement().satisfies(ticket -> assertThat(
                                ticket.get("description").toString())
                        .contains("+14255559999", "not in the CRM", call)));
    }

    @ParameterizedTest
    @CsvSource({"DECLINE, 10024", "BUSY, 486"})
    void aCallerWhoseAgentDoesNotJoinIsTransferredAndGetsATicket(PhoneBehaviour behaviour, String reason) {
        simulator.phone(PhoneBook.AGENT).behaviour(behaviour);
        String call = caller(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE).untilAsserted(() -> assertTransferred(call, reason));
    }

    @Test
    void aCallWithoutAgentAndFallbackIsEndedAndGetsATicket() {
        simulator.phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.DECLINE);
        simulator.phone(PhoneBook.FALLBACK).behaviour(PhoneBehaviour.DECLINE);
        String call = caller(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE).until(() -> isOver(call));
        assertThat(events(call, Kind.EVENT)).contains("CallTransferFailed");
        await().atMost(DEADLINE).untilAsserted(() -> assertThat(ticketsOf(call)).hasSize(1));
    }

    @Test
    void aCallerWhoHangsUpBeforeTheAnswerLeavesNoRecordAndTheNextIsServed() {
        simulator.setFaults(Fault.onEvent("IncomingCall").delayMillis(500));
        String gone = caller(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);
        caller(PhoneBook.ADA.phone()).hangUp();
        assertThat(simulator.expectRequest("answerCall", gone).status()).isEqualTo(404);

        String call = caller(PhoneBook.BEN.phone()).call(PhoneBook.CONTACT_CENTER);
        await().atMost(DEADLINE).until(() -> logsOf(call).size() == 1);
        assertThat(logsOf(gone)).isEmpty();
        assertThat(ticketsOf(gone)).isEmpty();
    }

    @Test
    void aCallerWhoHangsUpWhileTheFallbackRingsGetsATicketWithoutATransfer() {
        simulator.phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.DECLINE);
        simulator.phone(PhoneBook.FALLBACK).behaviour(PhoneBehaviour.MANUAL);
        String call = caller(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);
        simulator.phone(PhoneBook.FALLBACK).rings();
        caller(PhoneBook.ADA.phone()).hangUp();

        await().atMost(DEADLINE).untilAsserted(() -> assertNotTransferred(call, "10024"));
        assertThat(logsOf(call)).isEmpty();
    }

    @Test
    void aCallerWhoseAgentTheServiceRefusesToInviteIsTransferredAndGetsATicket() {
        simulator.setFaults(Fault.onOperation("addParticipant").status(403));
        String call = caller(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE).untilAsserted(() -> assertTransferred(call, "403"));
    }

    @Test
    void aCallWhoseTransferIsRefusedIsEndedAndGetsATicket() {
        simulator.phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.DECLINE);
        simulator.setFaults(Fault.onOperation("transferToParticipant").status(403));
        String call = caller(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE).until(() -> isOver(call));
        await().atMost(DEADLINE).untilAsserted(() -> assertNotTransferred(call, "403"));
    }

    @Test
    void aCallWithoutAgentAndFallbackIsEndedWhileTheTicketSystemIsNotAvailable() {
        tickets.setAvailable(false);
        simulator.phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.DECLINE);
        simulator.phone(PhoneBook.FALLBACK).behaviour(PhoneBehaviour.DECLINE);
        String call = caller(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        await().atMost(DEADLINE).until(() -> isOver(call));
        assertThat(events(call, Kind.EVENT)).contains("CallTransferFailed");
    }

    @Test
    void anAgentTalksToTheCallerWhenTheCallCannotBeLogged() {
        crm.setAvailable(false);
        String call = caller(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);

        simulator.await(call).event("AddParticipantSucceeded");
        hangUp(call, PhoneBook.ADA.phone());
        await().atMost(DEADLINE).until(() -> isOver(call));
        assertThat(events(call, Kind.EVENT)).doesNotContain("CallTransferAccepted", "CallTransferFailed");
        assertThat(ticketsOf(call)).isEmpty();
    }

    @Test
    void twentyCallsAtOnceGetRecordsOfTheirOwnCallers() {
        SimulatedPhone agent = simulator.phone(PhoneBook.AGENT).behaviour(PhoneBehaviour.MANUAL);
        List<Contact> customers = IntStream.range(0, 20)
                .mapToObj(i -> new Contact(
                        "0038d00000CST%02dAAA".formatted(i), "Customer " + i, "+142555502%02d".formatted(i)))
                .toList();
        customers.forEach(crm::add);

        Map<String, Contact> calls = customers.parallelStream()
                .collect(Collectors.toMap(
                        customer -> caller(customer.phone()).call(PhoneBook.CONTACT_CENTER), Function.identity()));
        List<String> taken = new ArrayList<>();
        List<String> declined = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            agent.rings();
            boolean take = i % 2 == 0;
            (take ? taken : declined).add(take ? agent.answer() : agent.decline());
        }
        await().atMost(DEADLINE)
                .until(() -> taken.stream().allMatch(call -> logsOf(call).size() == 1));
        taken.forEach(call -> hangUp(call, calls.get(call).phone()));
        await().atMost(DEADLINE).until(() -> calls.keySet().stream().allMatch(this::isOver));

        assertThat(taken).doesNotHaveDuplicates().hasSize(10);
        assertThat(declined).doesNotHaveDuplicates().hasSize(10).doesNotContainAnyElementsOf(taken);
        await().atMost(DEADLINE).untilAsserted(() -> {
            assertThat(taken).allSatisfy(call -> assertLogged(call, calls.get(call)));
            assertThat(declined).allSatisfy(call -> assertTicketed(call, calls.get(call)));
        });
        assertThat(calls.keySet()).allSatisfy(call -> assertThat(events(call, Kind.DELIVERY))
                .as("every event was delivered, once")
                .containsExactlyInAnyOrderElementsOf(events(call, Kind.EVENT)));
    }

    private SimulatedPhone caller(String number) {
        return simulator.phone(number);
    }

    /** The caller leaves, then the agent leaves one of the calls that are left to the agent alone. */
    private void hangUp(String call, String caller) {
        assertThat(caller(caller).hangUp()).isEqualTo(call);
        simulator.phone(PhoneBook.AGENT).hangUp();
    }

    /** The application has left the call; a transferred caller may still be in it. */
    private boolean isOver(String call) {
        CallSnapshot snapshot = simulator.call(call).orElseThrow();
        return snapshot.connections().stream().allMatch(leg -> leg.state() == CallState.DISCONNECTED)
                && events(call, Kind.DELIVERY).contains("CallDisconnected");
    }

    private List<String> events(String call, Kind kind) {
        return simulator.timeline(call).stream()
                .filter(entry -> entry.kind() == kind && entry.to() != null)
                .map(entry -> entry.detail("event"))
                .toList();
    }

    private List<Map<String, Object>> logsOf(String call) {
        return crm.tasksOf(call);
    }

    private List<Map<String, Object>> ticketsOf(String call) {
        return tickets.incidentsOf(call);
    }

    private void assertLogged(String call, Contact customer) {
        assertThat(logsOf(call)).singleElement().satisfies(log -> assertThat(log)
                .containsEntry("WhoId", customer.id())
                .containsEntry("Subject", "Call from %s, %s".formatted(customer.name(), customer.phone()))
                .containsEntry("Status", "Completed"));
        assertThat(ticketsOf(call)).isEmpty();
    }

    private void assertNotTransferred(String call, String reason) {
        assertThat(ticketsOf(call)).singleElement().satisfies(ticket -> assertThat(ticket)
                .doesNotContainKey("work_notes")
                .hasEntrySatisfying("description", text -> assertThat(text.toString())
                        .contains("The transfer to +18005550199 failed", reason)));
    }

    private void assertTransferred(String call, String reason) {
        assertThat(ticketsOf(call)).singleElement().satisfies(ticket -> assertThat(ticket)
                .containsKey("work_notes")
                .hasEntrySatisfying("description", text -> assertThat(text.toString())
                        .contains("The caller is transferred", reason)));
    }

    private void assertTicketed(String call, Contact customer) {
        assertThat(ticketsOf(call)).singleElement().satisfies(ticket -> assertThat(ticket)
                .containsEntry("short_description", "Call back %s, %s".formatted(customer.name(), customer.phone()))
                .containsKey("work_notes")
                .hasEntrySatisfying(
                        "description", text -> assertThat(text.toString()).contains(customer.id(), call)));
        assertThat(logsOf(call)).isEmpty();
    }
}
