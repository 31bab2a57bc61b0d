package dev.callautomation.examples.support.stage;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import dev.callautomation.examples.support.backoffice.BackOffice;
import dev.callautomation.examples.support.console.TimelinePrinter;
import dev.callautomation.examples.support.play.Happenings;
import dev.callautomation.examples.support.play.OpenStage;
import dev.callautomation.examples.support.play.TwoCalls;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;

/**
 * Everything around a contact centre on one machine: a simulated call service with phones, a CRM and a ticket system.
 * Closing it closes the call service; the back office belongs to whoever made it.
 */
public final class LocalStage implements AutoCloseable {

    private final CallAutomationSimulator simulator;
    private final BackOffice backOffice;
    private final Happenings happenings;
    private final String eventGridSecret = UUID.randomUUID().toString();

    private LocalStage(CallAutomationSimulator simulator, BackOffice backOffice) {
        this.simulator = simulator;
        this.backOffice = backOffice;
        this.happenings = Happenings.of(simulator, backOffice);
    }

    /**
     * Starts the call service.
     *
     * @param simulatorPort 0 for any free one
     * @param backOffice already started
     */
    public static LocalStage start(int simulatorPort, BackOffice backOffice) {
        return new LocalStage(
                CallAutomationSimulator.start(SimulatorOptions.defaults().withPort(simulatorPort)), backOffice);
    }

    public CallAutomationSimulator simulator() {
        return simulator;
    }

    /** For the call service's clients, as the real one's. */
    public String connectionString() {
        return simulator.connectionString();
    }

    /** The id that tokens of the call service are made out for. */
    public String resourceId() {
        return simulator.resourceId();
    }

    /** Who issues the tokens of the call service. */
    public URI authority() {
        return simulator.issuer();
    }

    /** What Event Grid shows to be known, another one at each start. */
    public String eventGridSecret() {
        return eventGridSecret;
    }

    public BackOffice backOffice() {
        return backOffice;
    }

    /**
     * Announces incoming calls to this address, by an Event Grid subscription with the secret.
     *
     * @throws IllegalStateException with the reason, if nobody there answers the subscription's handshake
     */
    public void deliverIncomingCallsTo(URI webhook) {
        simulator.subscribe(
                EventGridSubscription.to(webhook + "?code=" + eventGridSecret).withTypes("IncomingCall"));
    }

    /**
     * Plays the two calls and prints and checks them.
     *
     * @param patience how long a call may take to the next point where the script goes on
     * @return the exit code of a process: 0 if every step happened, 1 if one did not
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public int playTwoCalls(TimelinePrinter printer, Duration patience) throws InterruptedException {
        return new TwoCalls(simulator, backOffice, happenings, printer, patience).play();
    }

    /**
     * Says how to operate the phones and prints what happens, until the thread is interrupted.
     *
     * @param application where the contact centre listens
     */
    public void keepRunning(TimelinePrinter printer, URI application) {
        new OpenStage(happenings, printer).run(application, simulator.uri(), backOffice);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
