package dev.callautomation.examples.yamlroutes;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.LocalStage;
import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.console.Style;
import dev.callautomation.examples.support.console.TimelinePrinter;

/**
 * Starts what the routes in {@code camel/contact-center.camel.yaml} talk to, then Camel, then plays two calls. The exit code
 * is 0 if every expected step happened and 1 if one did not.
 */
public final class YamlRoutes {

    private YamlRoutes() {}

    /** With {@code --keep-running} the application stays up after the two calls and the phones are the reader's. */
    public static void main(String[] args) throws Exception {
        TimelinePrinter printer = new TimelinePrinter(System.out, Style.ofThisConsole());
        System.exit(run(printer, List.of(args).contains("--keep-running")));
    }

    private static int run(TimelinePrinter printer, boolean keepRunning) throws Exception {
        try (BackOffice backOffice = BackOffice.start(0, 0, PhoneBook.CONTACTS)) {
            return run(backOffice, printer, Duration.ofSeconds(10), keepRunning);
        }
    }

    static int run(BackOffice backOffice, TimelinePrinter printer, Duration patience, boolean keepRunning)
            throws Exception {
        URI application = URI.create("http://localhost:" + freePort());
        try (LocalStage stage = LocalStage.start(0, backOffice)) {
            Main camel = camel(application, stage);
            camel.start();
            try {
                stage.deliverIncomingCallsTo(application.resolve("/callautomation/events"));
                int exitCode = stage.playTwoCalls(printer, patience);
                if (keepRunning) {
                    stage.keepRunning(printer, application);
                }
                return exitCode;
            } finally {
                camel.stop();
            }
        }
    }

    private static Main camel(URI application, LocalStage stage) {
        Main main = new Main();
        main.addInitialProperty("camel.server.port", String.valueOf(application.getPort()));
        main.addInitialProperty("camel.component.callautomation.connectionString", stage.connectionString());
        main.addInitialProperty("camel.component.callautomation.callbackUri", application.toString());
        main.addInitialProperty(
                "camel.component.salesforce.loginUrl",
                stage.backOffice().crm().uri().toString());
        main.addInitialProperty(
                "tickets.url", stage.backOffice().tickets().uri().toString());
        return main;
    }

    /** The address is part of Camel's configuration, so it has to be known before the server listens. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
