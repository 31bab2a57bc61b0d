package dev.callautomation.examples.reception;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatedPhone;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry.Kind;

/**
 * A simulator, and callers of an application that runs the routes of {@code reception.camel.yaml}. It reaches the application by
 * HTTP alone, so that the application can be of any runtime, in this process or another one:
 *
 * <pre>{@code
 * try (ReceptionScenario scenario = ReceptionScenario.start()) {
 *     // start the application with scenario.properties(), its HTTP server on scenario.port()
 *     scenario.announceCalls();
 *     scenario.all();
 * }
 * }</pre>
 *
 * <p>The time of the simulator is virtual, and goes on only when the application has done what is expected: a scenario takes no
 * longer than the application. Each caller fails with an {@link AssertionError} and the timeline of the calls.
 */
public final class ReceptionScenario implements AutoCloseable {

    private static final String NUMBER = "+18005550100";
    private static final String SALES = "+18005550142";
    private static final String SUPPORT = "+18005550143";
    private static final String FALLBACK = "+18005550199";
    private static final String CALLER = "+14255550101";
    private static final String EVENT_GRID_SECRET = "secret-of-the-scenario";

    /** Longer than a phone rings, and than what follows at the service. */
    private static final Duration RINGING = Duration.ofSeconds(1);

    /** Longer than the prompt and the time to press a key. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final CallAutomationSimulator simulator;
    private final int port;

    private ReceptionScenario(CallAutomationSimulator simulator, int port) {
        this.simulator = simulator;
        this.port = port;
    }

    /** Starts the simulator. */
    public static ReceptionScenario start() {
        return new ReceptionScenario(
                CallAutomationSimulator.start(SimulatorOptions.defaults().withVirtualTime(true)), freePort());
    }

    /** A TCP port that is free now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A free port, at which the HTTP server of the application is expected. */
    public int port() {
        return port;
    }

    public CallAutomationSimulator simulator() {
        return simulator;
    }

    /** The settings of the application by their names in {@code application.properties}, without that of its port. */
    public Map<String, String> properties() {
        String component = "camel.component.callautomation.";
        return new TreeMap<>(Map.of(
                "reception.number",
                NUMBER,
                "reception.sales",
                SALES,
                "reception.support",
                SUPPORT,
                "reception.fallback",
                FALLBACK,
                component + "connectionString",
                simulator.connectionString(),
                component + "callbackUri",
                "http://localhost:" + port,
                component + "resourceId",
                simulator.resourceId(),
                component + "callbackIssuer",
                simulator.issuer().toString(),
                component + "eventGridSecret",
                EVENT_GRID_SECRET,
                component + "cognitiveServicesEndpoint",
                "https://ai.example.com/"));
    }

    /** Subscribes the application, which has to be running, to incoming calls. */
    public void announceCalls() {
        simulator.subscribe(EventGridSubscription.to(
                        "http://localhost:" + port + "/callautomation/events?code=" + EVENT_GRID_SECRET)
                .withTypes("IncomingCall"));
    }

    /** All callers, one after the other. */
    public void all() {
        callerOfSales();
        callerOfSupportWhoPressesAnotherKeyFirst();
        silentCaller();
        callerOfSalesWhoDeclines();
        callerWhomNoOneTakes();
        callerWhoseTransferIsRefused();
        callerWhoseTransferIsUnderWay();
        callerWhoseMenuIsRefused();
        callerWhoHangsUpDuringTheMenu();
        callerOfAnotherNumber();
    }

    public void callerOfSales() {
        String call = callIn();

        caller().press("1");
        transferred(call, 1, SALES);
    }

    public void callerOfSupportWhoPressesAnotherKeyFirst() {
        String call = callIn();

        caller().press("9");
        asked(call, 2);
        caller().press("2");
        transferred(call, 1, SUPPORT);
    }

    public void silentCaller() {
        String call = callIn();

        simulator.advance(SILENCE);
        asked(call, 2);
        simulator.advance(SILENCE);
        transferred(call, 1, FALLBACK);
    }

    public void callerOfSalesWhoDeclines() {
        simulator.phone(SALES).behaviour(PhoneBehaviour.DECLINE);
        String call = callIn();

        caller().press("1");
        answered(call, "transferToParticipant", 1);
        simulator.advance(RINGING);
        transferred(call, 2, FALLBACK);
        simulator.phone(SALES).behaviour(PhoneBehaviour.ANSWER);
    }

    /** Neither sales nor the fallback takes the call: the caller hears a goodbye. */
    public void callerWhomNoOneTakes() {
        simulator.phone(SALES).behaviour(PhoneBehaviour.BUSY);
        simulator.phone(FALLBACK).behaviour(PhoneBehaviour.DECLINE);
        String call = callIn();

        caller().press("1");
        answered(call, "transferToParticipant", 1);
        simulator.advance(RINGING);
        answered(call, "transferToParticipant", 2);
        simulator.advance(RINGING);
        answered(call, "play", 1);
        simulator.advance(SILENCE);
        answered(call, "terminateCall", 1);
        simulator.await(call).ended();
        simulator.phone(SALES).behaviour(PhoneBehaviour.ANSWER);
        simulator.phone(FALLBACK).behaviour(PhoneBehaviour.ANSWER);
    }

    /** The service refuses to transfer the caller to sales, as if the number was wrong. */
    public void callerWhoseTransferIsRefused() {
        simulator.setFaults(Fault.onOperation("transferToParticipant").status(400));
        String call = callIn();

        caller().press("1");
        transferred(call, 2, FALLBACK);
    }

    /**
     * The choice was delivered again while the phone of sales rings: the service refuses a second transfer, and the first goes on.
     */
    public void callerWhoseTransferIsUnderWay() {
        simulator.setFaults(
                Fault.onOperation("transferToParticipant").status(409).code("8607"));
        String call = callIn();

        caller().press("1");
        answered(call, "transferToParticipant", 1);
        caller().hangUp();
        simulator.await(call).ended();
        callerOfSales();
        if (count(call, "transferToParticipant") > 1 || count(call, "terminateCall") > 0) {
            throw new AssertionError("A transfer under way was disturbed");
        }
    }

    /** As without an Azure AI services resource. The call does not go on in silence. */
    public void callerWhoseMenuIsRefused() {
        simulator.setFaults(Fault.onOperation("recognize").status(405).code("8522"));
        String call = callIn();

        answered(call, "terminateCall", 1);
        simulator.await(call).ended();
    }

    /** The next caller finds the application as usual. */
    public void callerWhoHangsUpDuringTheMenu() {
        String call = callIn();

        caller().hangUp();
        simulator.advance(SILENCE);
        simulator.await(call).ended();
        simulator.await(call).event("CallDisconnected");
        callerOfSales();
    }

    /** A call to a number that is not the reception's is not answered. */
    public void callerOfAnotherNumber() {
        String other = simulator.phone("+14255550102").call("+18005550101");
        callerOfSales();
        simulator.advance(SILENCE);
        simulator.await(other).ended();
        if (count(other, "answerCall") > 0) {
            throw new AssertionError("A call to another number was answered");
        }
    }

    private SimulatedPhone caller() {
        return simulator.phone(CALLER);
    }

    /** A caller who is asked for a choice. */
    private String callIn() {
        String call = caller().call(NUMBER);
        answered(call, "answerCall", 1);
        simulator.advance(RINGING);
        asked(call, 1);
        return call;
    }

    private void asked(String call, int times) {
        answered(call, "recognize", times);
    }

    private void transferred(String call, int times, String target) {
        answered(call, "transferToParticipant", times);
        simulator.advance(RINGING);
        simulator.await(call).event("CallTransferAccepted");
        simulator.await().until("the caller talks to " + target, other -> other.participants().stream()
                .anyMatch(participant -> participant.identifier().equals(Identifier.of(target))));
        simulator.endCalls();
    }

    /** Waits until the service has answered an operation, so that what follows from it is due later than now. */
    private void answered(String call, String operation, int times) {
        simulator
                .await(call)
                .until(operation + " is answered (" + times + " times)", any -> count(call, operation) >= times);
    }

    private long count(String call, String operation) {
        return simulator.timeline(call).stream()
                .filter(entry -> entry.kind() == Kind.RESPONSE && operation.equals(entry.detail("operation")))
                .count();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
