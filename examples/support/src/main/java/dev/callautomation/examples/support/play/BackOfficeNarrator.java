package dev.callautomation.examples.support.play;

import java.util.Map;
import java.util.Optional;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.backoffice.Served;
import dev.callautomation.examples.support.console.Happening;
import dev.callautomation.examples.support.console.Happening.Mood;

/** Tells what the systems behind the contact centre were asked and what they said. */
final class BackOfficeNarrator {

    /**
     * A kind of request.
     *
     * @param what the application wants
     * @param answer where in the response the interesting part is, a JSON pointer
     * @param nothing what to say when it isn't there
     */
    private record Line(String what, String answer, String nothing) {}

    private static final Line WHO_CALLS = new Line("who calls?", "/records/0/Name", "nobody we know");
    private static final Line WHICH_LOG = new Line("which log belongs to this call?", "/records/0/Id", "none so far");
    private static final Map<String, Line> CRM = Map.of(
            "POST", new Line("log the call on the customer's record", "/id", ""),
            "PATCH", new Line("complete the call log", "", "Completed"));
    private static final Map<String, Line> TICKETS = Map.of(
            "POST", new Line("open a ticket", "/result/number", ""),
            "GET", new Line("which ticket belongs to this call?", "/result/0/sys_id", "none so far"),
            "PATCH", new Line("note the end of the call on the ticket", "/result/number", ""));

    private BackOfficeNarrator() {}

    /** Nothing for logging in and out, which is part of no call. */
    static Optional<Happening> crm(Served served) {
        if (served.path().contains("/oauth2/")) {
            return Optional.empty();
        }
        Line query = served.query().contains("FROM Contact") ? WHO_CALLS : WHICH_LOG;
        return Optional.of(happening("CRM", served, CRM.getOrDefault(served.method(), query)));
    }

    static Happening tickets(Served served) {
        return happening(
                "Ticket system", served, TICKETS.getOrDefault(served.method(), new Line(served.method(), "", "")));
    }

    private static Happening happening(String system, Served served, Line line) {
        boolean good = served.succeeded();
        String answer = good ? answer(served, line) : "refused with status " + served.status();
        return new Happening(
                served.time(),
                PhoneBook.name("application"),
                system,
                line.what(),
                answer,
                good ? Mood.PLAIN : Mood.BAD);
    }

    private static String answer(Served served, Line line) {
        return line.answer().isEmpty()
                ? line.nothing()
                : served.answer().at(line.answer()).asText(line.nothing());
    }
}
