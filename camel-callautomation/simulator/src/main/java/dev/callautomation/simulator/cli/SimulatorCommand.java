package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.scenario.Scenario;

/** The options and what they start. */
@Command(
        name = "callautomation-simulator",
        description = "A local stand-in for Azure Communication Services Call Automation.",
        versionProvider = ProgramVersion.class,
        footer = "Environment variables such as CALLAUTOMATION_SIMULATOR_RING_MILLIS set options, too; the command line"
                + " counts first, then variables, then the file of --config.",
        subcommands = {TestCommand.class, RunCommand.class},
        sortOptions = false)
final class SimulatorCommand implements Callable<Integer> {

    /** Known to everybody: it keeps nothing secret, it only lets a configuration survive a restart. */
    private static final String LOCAL_KEY = Base64.getEncoder()
            .encodeToString("callautomation-simulator-on-this-computer".getBytes(StandardCharsets.US_ASCII));

    /** So that a configuration survives a restart. */
    private static final String LOCAL_RESOURCE = "7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            scope = ScopeType.INHERIT,
            defaultValue = "8088",
            description = "Port; 0 picks a free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(names = "--scenario", paramLabel = "FILE", description = "YAML file with phones and subscriptions")
    private Path scenario;

    @Option(
            names = "--event-grid",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Subscribe this address to Event Grid events, as soon as the application answers there;"
                    + " may be repeated")
    private List<String> eventGrid = List.of();

    @Option(
            names = "--ring-millis",
            scope = ScopeType.INHERIT,
            defaultValue = "200",
            description = "How long a phone rings before it acts. Default: ${DEFAULT-VALUE}")
    private long ringMillis;

    @Option(
            names = "--play-millis",
            scope = ScopeType.INHERIT,
            description = "How long everything that is played takes. Default: as long as it would in reality")
    private Long playMillis;

    @Option(
            names = "--virtual-time",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Time stands still until POST /simulator/clock:advance")
    private Boolean virtualTime;

    @Option(
            names = "--recording-redirect",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Answer downloads of recordings with a redirect first")
    private boolean recordingRedirect;

    @Option(
            names = "--strict-api-version",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Refuse an api-version newer than known")
    private boolean strictApiVersion;

    @Option(
            names = "--tls",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Serve https with a certificate made at start")
    private boolean tls;

    @Option(
            names = "--tls-certificate-out",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Write the certificate there in PEM; implies --tls")
    private Path certificateOut;

    @Option(
            names = "--access-key",
            scope = ScopeType.INHERIT,
            paramLabel = "BASE64",
            description = "Default: the same on every start, or random with --allow-remote")
    private String accessKey;

    @Option(
            names = "--resource-id",
            scope = ScopeType.INHERIT,
            paramLabel = "GUID",
            defaultValue = LOCAL_RESOURCE,
            description = "Immutable resource id, the audience of callbacks' tokens. Default: ${DEFAULT-VALUE}")
    private String resourceId;

    @Option(
            names = "--issuer",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Issuer of callbacks' tokens: a URL by which receivers on other hosts reach this one."
                    + " Default: http://localhost:PORT")
    private URI issuer;

    @Option(
            names = "--allow-remote",
            scope = ScopeType.INHERIT,
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Accept requests from other hosts, not only from this one")
    private boolean allowRemote;

    @Option(
            names = "--allow-origin",
            scope = ScopeType.INHERIT,
            paramLabel = "ORIGIN",
            description = "Let web pages of this origin use the control API, for example http://localhost:3000;"
                    + " may be repeated")
    private List<String> allowedOrigins = List.of();

    @Mixin
    private MemoryOptions memory;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "YAML file with options in camel case, such as ringMillis: 500")
    private Path config;

    @Option(names = "--version", versionHelp = true, description = "Show the version and stop")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show this and stop")
    private boolean help;

    @Override
    public Integer call() throws InterruptedException {
        Scenario plan = scenario == null ? null : Scenario.read(scenario);
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start(options(false))) {
            announce(simulator, () -> prepare(simulator, plan));
            runUntilStopped(simulator);
        }
        return 0;
    }

    private void prepare(CallAutomationSimulator simulator, Scenario plan) {
        if (plan != null) {
            simulator.prepare(plan);
            if (plan.hasSteps()) {
                spec.commandLine()
                        .getErr()
                        .println(
                                scenario + " has steps, which --scenario does not play; the commands test and run do.");
            }
        }
    }

    /** Starts a simulator for scenarios and prints how it is reached. */
    CallAutomationSimulator start(boolean virtual) {
        CallAutomationSimulator simulator = CallAutomationSimulator.start(options(virtual));
        announce(simulator, () -> {});
        return simulator;
    }

    /** Whether time is virtual by an option, {@code null} when there is none. */
    Boolean virtualTime() {
        return virtualTime;
    }

    private void announce(CallAutomationSimulator simulator, Runnable preparation) {
        Path certificate = writeCertificate(simulator);
        EventGridConsole console = new EventGridConsole(spec.commandLine().getOut());
        simulator.onSubscription(console::changed);
        preparation.run();
        subscriptions().forEach(simulator::subscribeWithRetry);
        spec.commandLine()
                .getOut()
                .println("Simulator ready: " + simulator.connectionString() + " resourceId: "
                        + simulator.resourceId() + " control: " + simulator.uri()
                        + "simulator/");
        spec.commandLine().getOut().flush();
        if (certificate != null) {
            TrustInstructions.of(certificate).forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
        }
        console.ready();
    }

    /** Refuses values that cannot be used. */
    void check() {
        options(false);
        subscriptions();
    }

    private SimulatorOptions options(boolean virtual) {
        notNegative("--ring-millis", ringMillis);
        notNegative("--play-millis", playMillis);
        try {
            SimulatorOptions options = memory.applyTo(SimulatorOptions.defaults())
                    .withPort(port)
                    .withVirtualTime(virtualTime == null ? virtual : virtualTime)
                    .withStrictApiVersion(strictApiVersion)
                    .withRecordingRedirect(recordingRedirect)
                    .withTls(tls || certificateOut != null)
                    .withAllowRemote(allowRemote)
                    .withAllowedOrigins(allowedOrigins.toArray(String[]::new))
                    .withResourceId(resourceId)
                    .withIssuer(issuer)
                    .withRing(Duration.ofMillis(ringMillis))
                    .withPlay(playMillis == null ? null : Duration.ofMillis(playMillis));
            if (accessKey != null) {
                return options.withAccessKey(accessKey);
            }
            return allowRemote ? options : options.withAccessKey(LOCAL_KEY);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void notNegative(String option, Long millis) {
        if (millis != null && millis < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Invalid value for option '" + option + "': it must not be negative");
        }
    }

    private List<EventGridSubscription> subscriptions() {
        List<EventGridSubscription> all = new ArrayList<>();
        for (String url : eventGrid) {
            try {
                all.add(EventGridSubscription.to(url));
            } catch (IllegalArgumentException e) {
                throw new CommandLine.ParameterException(spec.commandLine(), "--event-grid: " + e.getMessage(), e);
            }
        }
        return all;
    }

    /** Where the certificate is, {@code null} when there is none. */
    private Path writeCertificate(CallAutomationSimulator simulator) {
        if (simulator.certificatePem().isEmpty()) {
            return null;
        }
        try {
            Path file = certificateOut == null ? temporaryFile() : certificateOut;
            return Files.writeString(file, simulator.certificatePem().get()).toAbsolutePath();
        } catch (IOException e) {
            throw new IllegalStateException("The certificate cannot be written to " + certificateOut + ": " + e, e);
        }
    }

    private static Path temporaryFile() throws IOException {
        Path file = Files.createTempFile("callautomation-simulator", ".pem");
        file.toFile().deleteOnExit();
        return file;
    }

    static void runUntilStopped(CallAutomationSimulator simulator) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "callautomation-simulator-stop"));
        new CountDownLatch(1).await();
    }
}
