package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TicketRecipeTest {

    private static final String QUESTION = "Press 1 to take it";

    @TempDir
    private Path directory;

    private final List<String> outcomes = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusedReports = new AtomicInteger();
    private Recipe recipe;
    private SimulatedPhone first;
    private SimulatedPhone second;
    private SimulatedPhone third;

    @BeforeEach
    void start() throws Exception {
        recipe = Recipe.start(
                "id: ticket-in",
                directory,
                Map.of(
                        "ticket.source", "direct:tickets",
                        "ticket.accepted", "direct:accepted",
                        "ticket.unanswered", "direct:unanswered",
                        "ticket.silence", "300s",
                        "ticket.poll", "50"));
        outcomes(recipe);
        first = recipe.phone(recipe.setting("oncall.1"));
        second = recipe.phone(recipe.setting("oncall.2"));
        third = recipe.phone(recipe.setting("oncall.3"));
    }

    private void outcomes(Recipe node) throws Exception {
        node.telephony().context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:accepted")
                        .errorHandler(noErrorHandler())
                        .process(TicketRecipeTest.this::report)
                        .process(exchange -> outcomes.add(exchange.getMessage().getHeader("Ticket") + " "
                                + exchange.getMessage().getHeader("Person")));
                from("direct:unanswered")
                        .errorHandler(noErrorHandler())
                        .process(TicketRecipeTest.this::report)
                        .process(exchange -> outcomes.add(exchange.getMessage().getHeader("Ticket") + " -"));
            }
        });
    }

    private void report(Exchange exchange) {
        if (refusedReports.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
            throw new IllegalStateException("The ticket system is down");
        }
    }

    @AfterEach
    void close() {
        recipe.close();
    }

    @Test
    void theFirstOnCallTakesATicket() throws Exception {
        ticket(recipe, "INC0001", "P1");
        assertThat(first.heard(QUESTION).what()).contains("Ticket INC0001: The shop is down.");
        first.press("1");
        first.heard("The ticket is yours");
        assertThat(outcomes).containsExactly("INC0001 " + recipe.setting("oncall.1"));
        recipe.everyCallIsOver();
        assertThat(second.heard()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINE", "BUSY", "UNREACHABLE"})
    void theNextOneIsCalledWhenOneDoesNotAnswer(PhoneBehaviour behaviour) throws Exception {
        first.behaviour(behaviour);
        ticket(recipe, "INC0001", "P1");
        second.heard(QUESTION);
        second.press("1");
        second.heard("The ticket is yours");
        assertThat(outcomes).containsExactly("INC0001 " + recipe.setting("oncall.2"));
    }

    @Test
    void aVoicemailSystemTakesNoTicket() throws Exception {
        recipe.restart(Map.of("ticket.silence", "1s"));
        outcomes(recipe);
        first.behaviour(PhoneBehaviour.VOICEMAIL);
        second.script(Reaction.hearing(QUESTION).press("1"));
        ticket(recipe, "INC0001", "P1");
        second.heard("The ticket is yours");
        recipe.everyCallIsOver();
    }

    @Test
    void whenNoneTakesItTheTicketIsReportedOnce() throws Exception {
        first.script(Reaction.hearing(QUESTION).press("2"));
        second.script(Reaction.hearing(QUESTION).hangUp());
        third.behaviour(PhoneBehaviour.DECLINE);
        ticket(recipe, "INC0001", "P1");
        Recipe.eventually(() -> assertThat(outcomes).containsExactly("INC0001 -"));
        assertThat(recipe.rows("select level, accepted from ticket")).containsExactly("4,-");
        recipe.everyCallIsOver();
        assertThat(recipe.simulator().calls()).hasSize(3);
    }

    @Test
    void aTicketThatCannotBeReportedAsAcceptedGoesOn() throws Exception {
        refusedReports.set(1);
        ticket(recipe, "INC0001", "P1");
        first.heard(QUESTION);
        first.press("1");
        first.heard("The ticket system does not answer");
        recipe.everyCallIsOver();
        assertThat(outcomes).isEmpty();
        overdue();
        second.heard(QUESTION);
        second.press("1");
        second.heard("The ticket is yours");
        assertThat(outcomes).containsExactly("INC0001 " + recipe.setting("oncall.2"));
    }

    @Test
    void aTicketThatCannotBeReportedAsUnansweredIsReportedLater() throws Exception {
        refusedReports.set(1);
        for (SimulatedPhone phone : List.of(first, second, third)) {
            phone.behaviour(PhoneBehaviour.DECLINE);
        }
        ticket(recipe, "INC0001", "P1");
        Recipe.eventually(() -> assertThat(recipe.rows("select level, accepted is null from ticket"))
                .containsExactly("4,TRUE"));
        assertThat(outcomes).isEmpty();
        overdue();
        Recipe.eventually(() -> assertThat(outcomes).containsExactly("INC0001 -"));
    }

    @Test
    void aMessageThatFailsIsDeliveredAgainByItsSource() throws Exception {
        first.script(Reaction.hearing(QUESTION).press("1"));
        recipe.execute("alter table ticket rename to lost");
        assertThatThrownBy(() -> ticket(recipe, "INC0001", "P1")).isInstanceOf(Exception.class);
        recipe.execute("alter table lost rename to ticket");
        ticket(recipe, "INC0001", "P1");
        first.heard("The ticket is yours");
    }

    private void overdue() throws Exception {
        recipe.execute("update ticket set due = current_timestamp - interval '1' minute");
    }

    @Test
    void aRefusedCallLeadsToTheNextOne() throws Exception {
        recipe.simulator().setFaults(Fault.onOperation("createCall").status(400));
        ticket(recipe, "INC0001", "P1");
        second.heard(QUESTION);
    }

    @Test
    void otherPrioritiesCallNoOne() throws Exception {
        ticket(recipe, "INC0001", "P2");
        assertThat(recipe.rows("select id from ticket")).isEmpty();
        assertThat(recipe.simulator().calls()).isEmpty();
    }

    @Test
    void aTicketThatComesTwiceCallsOnceOnTwoNodes() throws Exception {
        try (Recipe other = recipe.anotherNode()) {
            first.script(Reaction.hearing(QUESTION).press("1"));
            ticket(recipe, "INC0001", "P1");
            ticket(other, "INC0001", "P1");
            ticket(recipe, "INC0001", "P1");
            first.heard("The ticket is yours");
            recipe.everyCallIsOver();
            assertThat(recipe.simulator().calls()).hasSize(1);
        }
    }

    @Test
    void aDuplicatedEventCallsOneMore() throws Exception {
        first.behaviour(PhoneBehaviour.DECLINE);
        third.script(Reaction.hearing(QUESTION).press("1"));
        recipe.simulator().setFaults(Fault.onEvent("CreateCallFailed").duplicate(2));
        ticket(recipe, "INC0001", "P1");
        second.heard(QUESTION);
        second.press("2");
        third.heard("The ticket is yours");
        recipe.everyCallIsOver();
        assertThat(recipe.simulator().calls()).hasSize(3);
    }

    @Test
    void aLateEventOfAnEarlierLevelCallsNoOne() throws Exception {
        first.behaviour(PhoneBehaviour.DECLINE);
        ticket(recipe, "INC0001", "P1");
        second.heard(QUESTION);
        recipe.send("direct:ticket-next", null, Map.of("Ticket", "INC0001", "Level", "1"));
        assertThat(recipe.rows("select level from ticket")).containsExactly("2");
        assertThat(recipe.simulator().calls()).hasSize(2);
    }

    @Test
    void aTicketWhoseEventIsLostGoesOn() throws Exception {
        first.behaviour(PhoneBehaviour.DECLINE);
        recipe.simulator().setFaults(Fault.onEvent("CreateCallFailed").drop());
        ticket(recipe, "INC0001", "P1");
        recipe.everyCallIsOver();
        overdue();
        second.heard(QUESTION);
    }

    @Test
    void aRestartWhileAPhoneRingsLosesNoTicket() throws Exception {
        first.behaviour(PhoneBehaviour.MANUAL);
        ticket(recipe, "INC0001", "P1");
        first.rings();
        recipe.restart(Map.of());
        outcomes(recipe);
        first.decline();
        second.heard(QUESTION);
    }

    @Test
    void theSecondWhoAcceptsHearsThatItIsTaken() throws Exception {
        ticket(recipe, "INC0001", "P1");
        first.heard(QUESTION);
        recipe.execute("update ticket set accepted = '+18005550199'");
        first.press("1");
        first.heard("The ticket is taken already");
        assertThat(outcomes).isEmpty();
    }

    private static void ticket(Recipe node, String id, String priority) throws Exception {
        node.send("direct:tickets", "{}", Map.of("Ticket", id, "Priority", priority, "Summary", "The shop is down"));
    }
}
