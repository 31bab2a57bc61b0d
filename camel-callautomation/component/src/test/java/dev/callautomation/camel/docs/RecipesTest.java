package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

/** The recipes, in calls on the simulator. */
class RecipesTest {

    private static final String CUSTOMER = "+14255550123";
    private static final String FRIEND = "+14255550124";

    @TempDir
    private Path classes;

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
    void aCustomerConfirmsByVoice() throws Exception {
        askCustomer();
        telephony.simulator().phone(CUSTOMER).say("yes");
        heardLast("Thank you, we look forward to seeing you.");
        everyCallIsOver();
    }

    private void askCustomer() throws Exception {
        runTalking("direct:ask");
        send("direct:ask", Map.of("customer", CUSTOMER));
        heardLast("Your appointment is tomorrow at nine. Say confirm or press one, or say cancel or press two.");
    }

    @Test
    void aCustomerWhoIsNotUnderstoodIsAskedAgainAndCancelsByKey() throws Exception {
        askCustomer();
        telephony.simulator().phone(CUSTOMER).press("9");
        heardLast("Sorry, I did not get that. Say confirm or cancel.");
        telephony.simulator().phone(CUSTOMER).press("2");
        heardLast("Your appointment is canceled.");
        everyCallIsOver();
    }

    @Test
    void aCustomerWhoIsNotUnderstoodTwiceKeepsTheAppointment() throws Exception {
        askCustomer();
        telephony.simulator().phone(CUSTOMER).press("9");
        heardLast("Sorry, I did not get that. Say confirm or cancel.");
        telephony.simulator().phone(CUSTOMER).press("9");
        heardLast("We keep your appointment as it is. Goodbye.");
        everyCallIsOver();
    }

    @Test
    void aReminderIsConfirmedByKey() throws Exception {
        run("direct:remind");
        send("direct:remind", Map.of("customer", CUSTOMER));
        heardLast("https://contact.example.com/prompts/reminder.wav");
        telephony.simulator().phone(CUSTOMER).press("1");
        heardLast("https://contact.example.com/prompts/confirmed.wav");
        everyCallIsOver();
    }

    @Test
    void aPhoneComesIntoARoom() throws Exception {
        runTalking("direct:bring-phone");
        String call = telephony.simulator().phone(Telephony.AGENT).joinRoom("99445276259151407");
        send("direct:bring-phone", Map.of("room", "99445276259151407", "phone", CUSTOMER));
        inCall(call, Telephony.AGENT, "4:" + CUSTOMER);
        heardLast("A caller has joined by phone.");
    }

    @Test
    void aCallerInTheLobbyIsAdmitted() throws Exception {
        runTalking("direct:admit");
        String agentCall = connected(Map.of(CallAutomationConstants.TARGET, Telephony.AGENT));
        telephony.simulator().phone(CUSTOMER).call(Telephony.NUMBER);
        try (ConsumerTemplate waiting = telephony.context().createConsumerTemplate()) {
            Exchange caller = waiting.receive("seda:waiting", 10_000);
            assertThat(caller).as("a waiting caller").isNotNull();
            heardLast("Please wait to be admitted");
            send(
                    "direct:admit",
                    Map.of(
                            "caller", caller.getMessage().getHeader("caller"),
                            "lobbyCall", caller.getMessage().getHeader("lobbyCall"),
                            "agentCall", agentCall));
        }
        inCall(agentCall, Telephony.AGENT, "4:" + CUSTOMER);
    }

    @Test
    void thoseWhoAnswerComeIntoTheMainCall() throws Exception {
        run("direct:gather");
        telephony.simulator().phone("+14255550125").behaviour(PhoneBehaviour.BUSY);
        String mainCall = connected(Map.of(CallAutomationConstants.TARGET, Telephony.AGENT));
        for (String party : List.of(CUSTOMER, FRIEND, "+14255550125")) {
            send("direct:gather", Map.of("mainCall", mainCall, "party", party));
        }
        inCall(mainCall, Telephony.AGENT, "4:" + CUSTOMER, "4:" + FRIEND);
    }

    /** With an Azure AI services resource. */
    private void runTalking(String entry) throws Exception {
        telephony
                .context()
                .getComponent("callautomation", CallAutomationComponent.class)
                .getConfiguration()
                .setCognitiveServicesEndpoint("https://contoso.cognitiveservices.azure.com");
        run(entry);
    }

    private void run(String entry) throws Exception {
        Snippet routes = Page.RECIPES.snippets().stream()
                .filter(snippet -> snippet.text().contains(entry))
                .findFirst()
                .orElseThrow();
        telephony.load(routes, classes).start();
    }

    private String connected(Map<String, Object> headers) {
        String call = send("callautomation:createCall", headers)
                .getMessage()
                .getHeader(CallAutomationConstants.CALL_CONNECTION_ID, String.class);
        eventually(
                () -> assertThat(telephony.simulator().call(call).orElseThrow().state())
                        .isEqualTo(CallState.CONNECTED));
        return call;
    }

    private Exchange send(String endpoint, Map<String, Object> headers) {
        Exchange exchange = telephony
                .context()
                .createProducerTemplate()
                .request(endpoint, message -> headers.forEach(message.getMessage()::setHeader));
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private void heardLast(String what) {
        eventually(() -> assertThat(telephony.simulator().phone(CUSTOMER).heard())
                .extracting(Heard::what)
                .endsWith(what));
    }

    private void inCall(String call, String... parties) {
        eventually(() -> assertThat(telephony.participants(call)).contains(parties));
    }

    private void everyCallIsOver() {
        eventually(() -> assertThat(telephony.simulator().calls())
                .isNotEmpty()
                .extracting(CallSnapshot::state)
                .containsOnly(CallState.DISCONNECTED));
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(assertion);
    }
}
