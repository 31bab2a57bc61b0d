package dev.callautomation.examples.support.play;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.backoffice.Contact;
import dev.callautomation.examples.support.backoffice.Served;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

/**
 * What was recorded of one call: the call service's timeline of it, and in the journals of the CRM and the ticket system
 * the requests that carry the call's id or the caller's number.
 *
 * @param callId of the simulated call, which is also the application's call connection id
 */
record Evidence(Contact caller, String callId, List<TimelineEntry> timeline, List<Served> crm, List<Served> tickets) {

    static Evidence of(Contact caller, String callId, CallAutomationSimulator simulator, BackOffice backOffice) {
        return new Evidence(
                caller,
                callId,
                simulator.timeline(callId),
                backOffice.crm().journal(),
                backOffice.tickets().journal());
    }

    /** The application asked for the operation and the service agreed. */
    boolean accepted(String operation) {
        return entries(Kind.RESPONSE, "operation", operation).anyMatch(Evidence::isSuccess);
    }

    /** The event was delivered and acknowledged. */
    boolean delivered(String event) {
        return entries(Kind.DELIVERY, "event", event).anyMatch(Evidence::isSuccess);
    }

    boolean customerLookedUp() {
        return served(crm, "GET", "/query")
                .anyMatch(query -> query.query().contains("FROM Contact")
                        && query.query().contains("'" + caller.phone() + "'")
                        && query.response().contains(caller.id()));
    }

    /** On the caller's record, not on just any. */
    boolean callLogged() {
        return logId().isPresent();
    }

    boolean callLogCompleted() {
        return updated(crm, logId(), update -> update.body().contains("Completed"));
    }

    /** With the caller's number and the call's id. */
    boolean ticketOpened() {
        return openedTicket().findAny().isPresent();
    }

    /** When the call ended for us, on the ticket. */
    boolean endNotedOnTicket() {
        return openedTicket().anyMatch(ticket -> ticket.body().contains("work_notes"));
    }

    private Optional<String> logId() {
        return served(crm, "POST", "/sobjects/Task")
                .filter(log -> log.body().contains(callId) && log.body().contains(caller.id()))
                .map(log -> log.answer().path("id").asText())
                .findFirst();
    }

    private Stream<Served> openedTicket() {
        return served(tickets, "POST", "/incident")
                .filter(ticket ->
                        ticket.body().contains(callId) && ticket.body().contains(caller.phone()));
    }

    private Stream<TimelineEntry> entries(Kind kind, String detail, String value) {
        return timeline.stream().filter(entry -> entry.kind() == kind && value.equals(entry.detail(detail)));
    }

    private static boolean updated(List<Served> journal, Optional<String> id, Predicate<Served> update) {
        return id.isPresent() && served(journal, "PATCH", "/" + id.get()).anyMatch(update);
    }

    private static Stream<Served> served(List<Served> journal, String method, String pathPart) {
        return journal.stream()
                .filter(served -> served.succeeded()
                        && served.method().equals(method)
                        && served.path().contains(pathPart));
    }

    private static boolean isSuccess(TimelineEntry entry) {
        return String.valueOf(entry.detail("status")).startsWith("2");
    }
}
