package dev.callautomation.examples.contactcenter.local;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import dev.callautomation.examples.support.console.Style;
import dev.callautomation.examples.support.console.TimelinePrinter;
import dev.callautomation.examples.support.stage.LocalStage;

/** Plays the two calls once the application is up; with {@code --keep-running} it then leaves the phones to the reader. */
@Component
@Profile("!azure")
@ConditionalOnProperty("local.play")
public class LocalRun implements ApplicationRunner, ExitCodeGenerator {

    private final LocalStage stage;
    private final Environment environment;

    private int exitCode;

    LocalRun(LocalStage stage, Environment environment) {
        this.stage = stage;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        URI application = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        TimelinePrinter printer = new TimelinePrinter(System.out, Style.ofThisConsole());
        stage.deliverIncomingCallsTo(application.resolve("/callautomation/events"));
        exitCode = stage.playTwoCalls(printer, environment.getRequiredProperty("local.patience", Duration.class));
        if (arguments.containsOption("keep-running")) {
            stage.keepRunning(printer, application);
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
