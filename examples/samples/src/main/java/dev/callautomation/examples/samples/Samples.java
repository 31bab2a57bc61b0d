package dev.callautomation.examples.samples;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.console.Style;
import dev.callautomation.examples.support.console.TimelinePrinter;
import dev.callautomation.examples.support.story.Story;
import dev.callautomation.examples.support.story.Theatre;

/**
 * Starts a simulated call service, Camel with the routes in {@code camel/}, and people on the phone. The exit code is 0 if
 * everything happened that was to, and 1 otherwise.
 */
public final class Samples {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path FOLDER = Path.of("target", "samples");

    private Samples() {}

    /** With {@code --azure} nobody is played: the routes make and take real calls until they are stopped. */
    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--azure")) {
            Main camel = new Main();
            camel.setPropertyPlaceholderLocations("classpath:azure.properties,classpath:application.properties");
            System.exit(camel.run(new String[0]));
        }
        TimelinePrinter printer = new TimelinePrinter(System.out, Style.ofThisConsole());
        List<Story> stories = Stream.of(OutboundCall.STORIES, AppointmentReminder.STORIES, Lobby.STORIES)
                .flatMap(List::stream)
                .toList();
        System.exit(play(stories, printer, FOLDER, PATIENCE) ? 0 : 1);
    }

    static boolean play(List<Story> stories, TimelinePrinter printer, Path folder, Duration patience) throws Exception {
        return new Theatre(printer, folder, patience, "IncomingCall").play(stories, settings -> {
            Main camel = new Main();
            settings.forEach(camel::addInitialProperty);
            camel.start();
            return camel::stop;
        });
    }
}
