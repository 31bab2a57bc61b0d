package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.fault.Fault;

/** The menu and the reminder. */
class MenuRecipeTest {

    private static final String CUSTOMER = "+14255550123";

    @TempDir
    private Path directory;

    private Recipe recipe;
    private SimulatedPhone customer;

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void aCustomerConfirmsByVoice() throws Exception {
        askCustomer();
        customer.say("yes");
        customer.heard("Thank you, we look forward to seeing you.");
        recipe.everyCallIsOver();
    }

    @Test
    void aCustomerWhoIsNotUnderstoodIsAskedAgainAndCancelsByKey() throws Exception {
        askCustomer();
        customer.press("9");
        customer.heard("Sorry, I did not get that. Say confirm or cancel.");
        customer.press("2");
        customer.heard("Your appointment is canceled.");
        recipe.everyCallIsOver();
    }

    @Test
    void aCustomerWhoIsNotUnderstoodTwiceKeepsTheAppointment() throws Exception {
        askCustomer();
        customer.press("9");
        customer.heard("Sorry, I did not get that. Say confirm or cancel.");
        customer.press("9");
        customer.heard("We keep your appointment as it is. Goodbye.");
        recipe.everyCallIsOver();
    }

    @Test
    void aReminderIsConfirmedByKey() throws Exception {
        start("direct:remind");
        customer.heard("https://contact.example.com/prompts/reminder.wav");
        customer.press("1");
        customer.heard("https://contact.example.com/prompts/confirmed.wav");
        recipe.everyCallIsOver();
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:ask", "direct:remind"})
    void aRefusedQuestionEndsTheCall(String entry) throws Exception {
        start(entry, Fault.onOperation("recognize").status(400));
        recipe.simulator().expectRequest("recognize");
        recipe.everyCallIsOver();
    }

    private void askCustomer() throws Exception {
        start("direct:ask");
        customer.heard("Your appointment is tomorrow at nine.");
    }

    private void start(String entry, Fault... faults) throws Exception {
        recipe = Recipe.start("uri: " + entry, directory, Map.of());
        recipe.simulator().setFaults(faults);
        customer = recipe.phone(CUSTOMER);
        recipe.send(entry, null, Map.of("customer", CUSTOMER));
    }
}
