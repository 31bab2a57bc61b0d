package dev.callautomation.examples.support.play;

import java.util.List;
import java.util.stream.Stream;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.backoffice.Contact;
import dev.callautomation.simulator.model.PhoneBehaviour;

/**
 * One call from beginning to end.
 *
 * @param agent what the agent's phone does when it rings
 * @param talking what has to happen until the caller talks to a person
 * @param hangUp who hangs up then, in this order
 * @param afterwards what has to happen after that
 */
record CallScript(
        String title,
        Contact caller,
        PhoneBehaviour agent,
        List<Step> talking,
        List<String> hangUp,
        List<Step> afterwards) {

    private static final List<Step> ANSWERED = List.of(
            new Step("call announced", call -> call.delivered("IncomingCall")),
            new Step("customer looked up in the CRM", Evidence::customerLookedUp),
            new Step("call answered", call -> call.accepted("answerCall")),
            new Step("caller connected", call -> call.delivered("CallConnected")),
            new Step("agent invited", call -> call.accepted("addParticipant")));

    static final CallScript AGENT_ANSWERS = new CallScript(
            "Call 1: " + PhoneBook.ADA.name() + " calls, the agent answers",
            PhoneBook.ADA,
            PhoneBehaviour.ANSWER,
            with(
                    ANSWERED,
                    new Step("agent joined", call -> call.delivered("AddParticipantSucceeded")),
                    new Step("call logged on the customer's record", Evidence::callLogged)),
            List.of(PhoneBook.ADA.phone(), PhoneBook.AGENT),
            List.of(
                    new Step("call ended", call -> call.delivered("CallDisconnected")),
                    new Step("call log completed", Evidence::callLogCompleted)));

    static final CallScript AGENT_DECLINES = new CallScript(
            "Call 2: " + PhoneBook.BEN.name() + " calls, the agent declines",
            PhoneBook.BEN,
            PhoneBehaviour.DECLINE,
            with(
                    ANSWERED,
                    new Step("agent declined", call -> call.delivered("AddParticipantFailed")),
                    new Step("transfer requested", call -> call.accepted("transferToParticipant")),
                    new Step("transfer accepted", call -> call.delivered("CallTransferAccepted")),
                    new Step("ticket opened", Evidence::ticketOpened),
                    new Step("call handed over", call -> call.delivered("CallDisconnected")),
                    new Step("end noted on the ticket", Evidence::endNotedOnTicket)),
            List.of(PhoneBook.BEN.phone()),
            List.of());

    private static List<Step> with(List<Step> first, Step... then) {
        return Stream.concat(first.stream(), Stream.of(then)).toList();
    }
}
