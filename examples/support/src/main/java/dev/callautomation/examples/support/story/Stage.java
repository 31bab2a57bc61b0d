package dev.callautomation.examples.support.story;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.callautomation.examples.support.console.Happening;
import dev.callautomation.examples.support.console.TimelinePrinter;
import dev.callautomation.examples.support.play.Happenings;
import dev.callautomation.simulator.CallAutomationSimulator;

/** Plays stories one after another, prints what happens, and checks every moment. */
final class Stage {

    private static final Duration GLANCE = Duration.ofMillis(50);
    /** After a silence this long nothing more is to be told of a story. */
    private static final Duration SILENCE = Duration.ofMillis(300);

    private final CallAutomationSimulator simulator;
    private final TimelinePrinter printer;
    private final Path folder;
    private final Duration patience;
    private final Happenings happenings;

    Stage(CallAutomationSimulator simulator, TimelinePrinter printer, Path folder, Duration patience) {
        this.simulator = simulator;
        this.printer = printer;
        this.folder = folder;
        this.patience = patience;
        this.happenings = Happenings.of(simulator);
    }

    /** Says whether every moment of every story came. */
    boolean play(List<Story> stories) throws InterruptedException {
        List<Runnable> summaries = new ArrayList<>();
        boolean complete = true;
        for (Story story : stories) {
            printer.title(story.title());
            int came = play(story);
            List<String> names = story.moments().stream().map(Moment::name).toList();
            summaries.add(
                    () -> printer.checked(story.title(), names.subList(0, came), names.subList(came, names.size())));
            complete &= came == names.size();
        }
        printer.title("Checked against the call service's timeline, the phones and the files");
        summaries.forEach(Runnable::run);
        return complete;
    }

    /** A moment that does not come ends the story: nobody would know what to do next. */
    private int play(Story story) throws InterruptedException {
        Scene scene = new Scene(simulator, story.person(), folder);
        story.begin().accept(scene);
        int came = 0;
        for (Moment moment : story.moments()) {
            if (!comes(moment, scene)) {
                break;
            }
            moment.then().accept(scene);
            came++;
        }
        printUntilSilent();
        return came;
    }

    private void printUntilSilent() throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        Optional<Happening> next = happenings.next(SILENCE);
        while (next.isPresent() && Instant.now().isBefore(deadline)) {
            printer.print(next.get());
            next = happenings.next(SILENCE);
        }
    }

    private boolean comes(Moment moment, Scene scene) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (!moment.when().test(scene)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            happenings.next(GLANCE).ifPresent(printer::print);
        }
        return true;
    }
}
