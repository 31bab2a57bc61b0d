package dev.callautomation.examples.yamlroutes;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.PhoneBook;
import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.console.Style;
import dev.callautomation.examples.support.console.TimelinePrinter;
import dev.callautomation.examples.support.stage.LocalStage;

/**
 * Starts what the routes in {@code camel/contact-center.camel.yaml} talk to, then Camel, then plays two calls. The exit code
 * is 0 if every expected step happened and 1 if one did not.
 */
public final class YamlRoutes {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private YamlRoutes() {}

    /**
     * With {@code --keep-running} the application stays up after the two calls and the phones are the reader's. With
     * {@code --azure} nothing is played: the routes take real calls until they are stopped.
     */
    public static void main(String[] args) throws Exception {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> arguments) throws Exception {
        try (BackOffice backOffice = BackOffice.start(0, 0, PhoneBook.CONTACTS)) {
            if (arguments.contains("--azure")) {
                Main camel = camel(backOffice);
                camel.setPropertyPlaceholderLocations("classpath:azure.properties,classpath:application.properties");
                return camel.run(new String[0]);
            }
            TimelinePrinter printer = new TimelinePrinter(System.out, Style.ofThisConsole());
            return play(backOffice, printer, PATIENCE, arguments.contains("--keep-running"));
        }
    }

    static int play(BackOffice backOffice, TimelinePrinter printer, Duration patience, boolean keepRunning)
            throws Exception {
        URI application = freeAddress();
        try (LocalStage stage = LocalStage.start(0, backOffice)) {
            Main camel = camel(stage, application);
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

    static Main camel(LocalStage stage, URI application) {
        Main camel = camel(stage.backOffice());
        camel.addInitialProperty("stand-in.connection-string", stage.connectionString());
        camel.addInitialProperty("stand-in.resource-id", stage.resourceId());
        camel.addInitialProperty("stand-in.authority", stage.authority().toString());
        camel.addInitialProperty("stand-in.event-grid-secret", stage.eventGridSecret());
        camel.addInitialProperty("stand-in.port", String.valueOf(application.getPort()));
        return camel;
    }

    /** The settings refer to the stand-ins by these properties. */
    private static Main camel(BackOffice backOffice) {
        Main camel = new Main();
        camel.addInitialProperty("stand-in.crm", backOffice.crm().uri().toString());
        camel.addInitialProperty("stand-in.tickets", backOffice.tickets().uri().toString());
        return camel;
    }

    /** The address is part of Camel's configuration, so it has to be known before the server listens. */
    static URI freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://localhost:" + socket.getLocalPort());
        }
    }
}
