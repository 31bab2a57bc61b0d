package dev.callautomation.examples.camelk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.SimulatorSetup;
import dev.callautomation.examples.support.StubCrm;
import dev.callautomation.examples.support.StubTicketSystem;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes of the Integration {@code contact-center}, with the properties that it mounts. */
class ContactCenterTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String UNKNOWN = "+14255550177";

    private final Example example = new Example();
    private final StubCrm crm = StubCrm.start(0, PhoneBook.ADA);
    private final StubTicketSystem tickets = StubTicketSystem.start(0);
    private final CallAutomationSimulator simulator = CallAutomationSimulator.start(SimulatorOptions.defaults());
    private final SimulatedPhone agent = simulator.phone(PhoneBook.AGENT);
    private final SimulatedPhone fallback = simulator.phone(PhoneBook.FALLBACK);
    private final int port = SimulatorSetup.freePort();

    @TempDir
    Path folder;

    private Main camel;

    @BeforeEach
    void start() {
        startPod();
        simulator.subscribe(
                EventGridSubscription.to("http://localhost:" + port + "/callautomation/events?code=REPLACE-by-your-own")
                        .withTypes("IncomingCall"));
    }

    @AfterEach
    void stop() {
        camel.stop();
        simulator.close();
        tickets.close();
        crm.close();
    }

    @Test
    void aCustomerTalksToTheAgentAndTheCallIsLogged() {
        String call = call(PhoneBook.ADA.phone());

        await().atMost(DEADLINE)
                .untilAsserted(
                        () -> assertThat(crm.tasksOf(call)).singleElement().satisfies(task -> assertThat(task)
                                .containsEntry("WhoId", PhoneBook.ADA.id())
                                .containsEntry("Subject", "Call from Ada Summers, +14255550101")));
        assertThat(tickets.incidents()).isEmpty();
    }

    @Test
    void aCallerWhomTheCrmDoesNotKnowTalksToTheAgent() {
        String call = call(UNKNOWN);

        await().atMost(DEADLINE)
                .untilAsserted(
                        () -> assertThat(crm.tasksOf(call)).singleElement().satisfies(task -> assertThat(task)
                                .doesNotContainKey("WhoId")
                                .containsEntry("Subject", "Call from Unknown caller, " + UNKNOWN)));
    }

    @Test
    void aCustomerIsAnsweredWhileTheCrmIsNotAvailable() {
        crm.setAvailable(false);
        agent.behaviour(PhoneBehaviour.DECLINE);

        awaitTicket(call(PhoneBook.ADA.phone()), "Unknown caller", "The caller is transferred");
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINE", "BUSY"})
    void aCallerWhoseAgentDoesNotJoinIsTransferredAndGetsATicket(PhoneBehaviour behaviour) {
        agent.behaviour(behaviour);

        awaitTicket(call(PhoneBook.ADA.phone()), PhoneBook.ADA.id(), "The caller is transferred to +18005550199");
    }

    @Test
    void aCallerWhoseAgentTheServiceRefusesToInviteIsTransferredAndGetsATicket() {
        simulator.setFaults(Fault.onOperation("addParticipant").status(403));

        awaitTicket(call(UNKNOWN), "403", "not in the CRM", "The caller is transferred");
    }

    @Test
    void aCallThatNoOneTakesIsEndedAndGetsATicket() {
        agent.behaviour(PhoneBehaviour.DECLINE);
        fallback.behaviour(PhoneBehaviour.DECLINE);
        String call = call(PhoneBook.ADA.phone());

        awaitTicket(call, "The transfer failed");
        await().atMost(DEADLINE).until(() -> simulator.call(call).orElseThrow().state() == CallState.DISCONNECTED);
    }

    @Test
    void aCallContinuesInAnotherPodWhenTheAgentAnswers() {
        agent.behaviour(PhoneBehaviour.MANUAL);
        String call = callThatRings(PhoneBook.AGENT);

        replacePod();
        agent.answer();

        await().atMost(DEADLINE).untilAsserted(() -> assertThat(crm.tasksOf(call))
                .singleElement()
                .satisfies(task -> assertThat(task).containsEntry("WhoId", PhoneBook.ADA.id())));
    }

    @Test
    void aCallContinuesInAnotherPodWhenTheAgentDeclines() {
        agent.behaviour(PhoneBehaviour.MANUAL);
        String call = callThatRings(PhoneBook.AGENT);

        replacePod();
        agent.decline();

        awaitTicket(call, PhoneBook.ADA.id(), "10024", "The caller is transferred");
    }

    @Test
    void aCallContinuesInAnotherPodWhenTheTransferIsTaken() {
        agent.behaviour(PhoneBehaviour.DECLINE);
        fallback.behaviour(PhoneBehaviour.MANUAL);
        String call = callThatRings(PhoneBook.FALLBACK);

        replacePod();
        fallback.answer();

        awaitTicket(call, PhoneBook.ADA.id(), "10024", "The caller is transferred");
    }

    @Test
    void anInvitationUnderWayGoesOnWhenAnEventIsDeliveredAgain() throws Exception {
        agent.behaviour(PhoneBehaviour.MANUAL);
        String call = callThatRings(PhoneBook.AGENT);

        replacePod();
        deliverAgain("CallConnected", call);
        agent.answer();

        await().atMost(DEADLINE).until(() -> crm.tasksOf(call).size() == 1);
        assertThat(simulator.requests())
                .noneMatch(request -> request.operation().equals("transferToParticipant"));
    }

    @Test
    void aTransferUnderWayGoesOnWhenAnEventIsDeliveredAgain() throws Exception {
        agent.behaviour(PhoneBehaviour.DECLINE);
        fallback.behaviour(PhoneBehaviour.MANUAL);
        String call = callThatRings(PhoneBook.FALLBACK);

        replacePod();
        deliverAgain("AddParticipantFailed", call);
        fallback.answer();

        awaitTicket(call, "The caller is transferred");
    }

    @Test
    void anEventThatAnotherPodHasHandledOpensNoSecondTicket() throws Exception {
        agent.behaviour(PhoneBehaviour.DECLINE);
        String call = call(PhoneBook.ADA.phone());
        awaitTicket(call, "The caller is transferred");

        replacePod();
        deliverAgain("CallTransferAccepted", call);
        deliverAgain("AddParticipantFailed", call);

        awaitTicket(call, "The caller is transferred");
    }

    @Test
    void anEventThatAnotherPodHasHandledLogsTheCallOnce() throws Exception {
        String call = call(PhoneBook.ADA.phone());
        await().atMost(DEADLINE).until(() -> crm.tasksOf(call).size() == 1);

        replacePod();
        deliverAgain("AddParticipantSucceeded", call);

        assertThat(crm.tasksOf(call)).hasSize(1);
    }

    private void startPod() {
        camel = example.application(
                example.manifest("Integration", "contact-center"),
                Map.of(
                        "camel.component.callautomation.connectionString",
                        simulator.connectionString(),
                        "camel.component.callautomation.resourceId",
                        simulator.resourceId(),
                        "camel.component.callautomation.callbackUri",
                        "http://localhost:" + port,
                        "camel.component.salesforce.loginUrl",
                        crm.uri().toString(),
                        // a busy machine may delay the login
                        "camel.component.salesforce.httpRequestTimeout",
                        "60000",
                        "service-now.url",
                        tickets.uri().toString(),
                        "service-now.user",
                        StubTicketSystem.USER,
                        "service-now.password",
                        StubTicketSystem.PASSWORD),
                port,
                folder);
        camel.addInitialProperty(
                "camel.component.callautomation.callbackIssuer",
                simulator.issuer().toString());
        camel.start();
    }

    private void replacePod() {
        camel.stop();
        startPod();
    }

    private String call(String caller) {
        return simulator.phone(caller).call(PhoneBook.CONTACT_CENTER);
    }

    private String callThatRings(String phone) {
        String call = call(PhoneBook.ADA.phone());
        await().atMost(DEADLINE)
                .until(() -> simulator.call(call).orElseThrow().ringing().contains(Identifier.of(phone)));
        return call;
    }

    /** As the service does when a pod has not acknowledged an event: with another id, the pod cannot know it. */
    private void deliverAgain(String type, String call) throws Exception {
        String event = """
                [{"id": "again-%1$s", "source": "calling/callConnections/%2$s", "type": "Microsoft.Communication.%1$s",
                  "specversion": "1.0", "data": {"callConnectionId": "%2$s", "operationContext": "answer", "serverCallId": "c2VydmVy", "correlationId": "c1",
                  "resultInformation": {"code": 487, "subCode": 10024, "message": "declined"}}}]
                """.formatted(type, call);
        camel.getCamelTemplate().sendBody("callautomation:processEvents", event);
    }

    private void awaitTicket(String call, String... texts) {
        await().atMost(DEADLINE).untilAsserted(() -> assertThat(tickets.incidentsOf(call))
                .singleElement()
                .satisfies(ticket ->
                        assertThat(ticket.get("description").toString()).contains(texts)));
    }
}
