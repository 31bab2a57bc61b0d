package dev.callautomation.examples.contactcenter.local;

import java.net.URI;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import dev.callautomation.examples.support.LocalStage;
import dev.callautomation.examples.support.console.Style;
import dev.callautomation.examples.support.console.TimelinePrinter;

/** Plays the two calls once the application is up; with {@code --keep-running} it then leaves the phones to the reader. */
@Component
@Profile("!azure")
@ConditionalOnProperty("local.play")
public class LocalRun implements ApplicationRunner, ExitCodeGenerator {

    private final LocalStage stage;
    private final URI application;
    private final Duration patience;

    private int exitCode;

    LocalRun(
            LocalStage stage,
            @Value("http://localhost:${local.server.port}") URI application,
            @Value("${local.patience}") Duration patience) {
        this.stage = stage;
        this.application = application;
        this.patience = patience;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        TimelinePrinter printer = new TimelinePrinter(System.out, Style.ofThisConsole());
        stage.deliverIncomingCallsTo(application.resolve("/callautomation/events"));
        exitCode = stage.playTwoCalls(printer, patience);
        if (arguments.containsOption("keep-running")) {
            stage.keepRunning(printer, application);
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
