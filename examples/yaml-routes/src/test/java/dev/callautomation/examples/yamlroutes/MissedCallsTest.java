package dev.callautomation.examples.yamlroutes;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.stage.LocalStage;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of a caller whom the agent does not take, with phones that the test operates. */
class MissedCallsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final BackOffice backOffice = BackOffice.start(0, 0, PhoneBook.CONTACTS);
    private final LocalStage stage = LocalStage.start(0, backOffice);
    private final SimulatedPhone agent = stage.simulator().phone(PhoneBook.AGENT);
    private final SimulatedPhone fallback = stage.simulator().phone(PhoneBook.FALLBACK);
    private URI application;
    private Main camel;

    @BeforeEach
    void start() throws Exception {
        application = YamlRoutes.freeAddress();
        run();
        stage.deliverIncomingCallsTo(application.resolve("/callautomation/events"));
    }

    @AfterEach
    void stop() {
        camel.stop();
        stage.close();
        backOffice.close();
    }

    @Test
    void aCallerWhomNobodyTakesIsNotLeftInSilenceAndGetsATicket() {
        agent.behaviour(PhoneBehaviour.DECLINE);
        fallback.behaviour(PhoneBehaviour.DECLINE);
        String call = call();

        awaitTicket("487/10024", "The transfer to +18005550199 failed", call);
        awaitEnd(call);
    }

    @Test
    void aCallerToWhomNoAgentCanBeAddedIsTransferredAndGetsATicket() {
        stage.simulator().setFaults(Fault.onOperation("addParticipant").status(403));
        String call = call();

        awaitTicket("HTTP status 403", "The caller is transferred", call);
    }

    @Test
    void aCallerWhoseTransferIsRefusedIsNotLeftInSilenceAndGetsATicket() {
        agent.behaviour(PhoneBehaviour.BUSY);
        stage.simulator().setFaults(Fault.onOperation("transferToParticipant").status(403));
        String call = call();

        awaitTicket("The transfer to +18005550199 failed", "HTTP status 403", call);
        awaitEnd(call);
    }

    @Test
    void aCallerWhoLeavesWhileTheAgentRingsGetsATicketThoughNobodyCanBeTransferred() {
        agent.behaviour(PhoneBehaviour.MANUAL);
        String call = call();
        awaitRinging(call, PhoneBook.AGENT);
        stage.simulator().phone(PhoneBook.ADA.phone()).hangUp();

        awaitTicket("The transfer to +18005550199 failed", call);
    }

    @Test
    void anAgentWhoAnswersAfterARestartTalksToTheCallerAndTheCallIsLogged() throws Exception {
        agent.behaviour(PhoneBehaviour.MANUAL);
        restartWhileRinging(PhoneBook.AGENT);
        agent.answer();

        await().atMost(DEADLINE).untilAsserted(() -> assertThat(backOffice.crm().tasks())
                .singleElement()
                .satisfies(log -> assertThat(log).containsEntry("WhoId", PhoneBook.ADA.id())));
    }

    @Test
    void aCallerWhoseAgentDeclinesAfterARestartIsTransferredAndGetsATicket() throws Exception {
        agent.behaviour(PhoneBehaviour.MANUAL);
        String call = restartWhileRinging(PhoneBook.AGENT);
        agent.decline();

        awaitTicket("487/10024", "The caller is transferred", call);
    }

    @Test
    void aCallerWhomTheFallbackTakesAfterARestartGetsATicketThatSaysSo() throws Exception {
        agent.behaviour(PhoneBehaviour.DECLINE);
        fallback.behaviour(PhoneBehaviour.MANUAL);
        String call = restartWhileRinging(PhoneBook.FALLBACK);
        fallback.answer();

        awaitTicket("487/10024", "The caller is transferred", call);
    }

    @Test
    void aCallerWhomNobodyTakesAfterARestartIsNotLeftInSilenceAndGetsATicket() throws Exception {
        agent.behaviour(PhoneBehaviour.DECLINE);
        fallback.behaviour(PhoneBehaviour.MANUAL);
        String call = restartWhileRinging(PhoneBook.FALLBACK);
        fallback.decline();

        awaitTicket("487/10024", "The transfer to +18005550199 failed", call);
        awaitEnd(call);
    }

    private void run() throws Exception {
        camel = YamlRoutes.camel(stage, application);
        camel.addOverrideProperty("camel.main.shutdownTimeout", "1");
        camel.start();
    }

    private String call() {
        return stage.simulator().phone(PhoneBook.ADA.phone()).call(PhoneBook.CONTACT_CENTER);
    }

    private String restartWhileRinging(String number) throws Exception {
        String call = call();
        awaitRinging(call, number);
        camel.stop();
        run();
        return call;
    }

    private void awaitRinging(String call, String number) {
        await().atMost(DEADLINE)
                .until(() ->
                        stage.simulator().call(call).orElseThrow().ringing().contains(Identifier.of(number)));
    }

    private void awaitEnd(String call) {
        await().atMost(DEADLINE).untilAsserted(() -> assertThat(
                        stage.simulator().call(call).orElseThrow().state())
                .isEqualTo(CallState.DISCONNECTED));
    }

    private void awaitTicket(String... texts) {
        await().atMost(DEADLINE).untilAsserted(() -> {
            List<Map<String, Object>> tickets = backOffice.tickets().incidents();
            assertThat(tickets).singleElement().satisfies(ticket -> assertThat(
                            ticket.get("description").toString())
                    .contains(texts));
        });
    }
}
