package dev.callautomation.examples.support.console;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.callautomation.examples.support.console.Happening.Mood;

import static org.assertj.core.api.Assertions.assertThat;

class TimelinePrinterTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void columnsAreAlignedAndTimeStartsWithTheFirstHappening() {
        TimelinePrinter printer = new TimelinePrinter(out, Style.PLAIN);
        printer.title("A call");
        printer.print(new Happening(START, "Ada", "Contact centre", "calls", "", Mood.PLAIN));
        printer.print(
                new Happening(START.plusMillis(1250), "Contact centre", "CRM", "who calls?", "Ada Summers", Mood.GOOD));

        assertThat(lines())
                .containsExactly(
                        "",
                        "A call",
                        "  0.000 s  Ada            -> Contact centre  calls",
                        "  1.250 s  Contact centre -> CRM             who calls?                              Ada Summers");
    }

    @Test
    void onATerminalAFailureIsRed() {
        new TimelinePrinter(out, new Style(true, true))
                .print(new Happening(
                        START, "Call service", "Contact centre", "AddParticipantFailed", "declined", Mood.BAD));

        assertThat(lines().get(0)).contains("→").endsWith("\u001b[31mdeclined\u001b[0m");
    }

    @Test
    void theSummaryNamesEachStepThatDidNotHappen() {
        new TimelinePrinter(out, Style.PLAIN)
                .checked("Call 1", List.of("call answered"), List.of("agent joined", "call logged"));

        assertThat(lines())
                .containsExactly(
                        "!! Call 1: 1 of 3 steps",
                        "    call answered",
                        "    !! did not happen: agent joined",
                        "    !! did not happen: call logged");
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
