package dev.callautomation.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

import dev.callautomation.simulator.auth.ServerCertificate;
import dev.callautomation.simulator.control.ControlApi;
import dev.callautomation.simulator.control.StateView;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.FaultCount;
import dev.callautomation.simulator.interception.Interception;
import dev.callautomation.simulator.interception.RequestInterceptor;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.SubscriptionStatus;
import dev.callautomation.simulator.model.TimelineContent;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.page.EventFeed;
import dev.callautomation.simulator.page.PageFiles;
import dev.callautomation.simulator.rest.OpenIdApi;
import dev.callautomation.simulator.scenario.Scenario;
import dev.callautomation.simulator.scenario.ScenarioFailure;
import dev.callautomation.simulator.scenario.ScenarioReport;
import dev.callautomation.simulator.timeline.ReceivedRequest;

/**
 * A running simulator of the Call Automation service. Thread-safe. Methods that wait must not be called from a
 * timeline listener.
 */
public final class CallAutomationSimulator implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration EVENTS_SENT = Duration.ofSeconds(2);
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Vertx vertx;
    private final SimulatorCore core;
    private final EventFeed eventFeed;
    private final Interceptors interceptors;
    private final SimulatorOptions options;
    private final ServerCertificate certificate;
    private URI uri;
    private URI issuer;
    private boolean closed;

    private CallAutomationSimulator(SimulatorOptions options) {
        this.options = options;
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
        this.core = new SimulatorCore(vertx, options);
        this.eventFeed = new EventFeed(vertx, core.timeline(), new StateView(core));
        this.interceptors = new Interceptors(vertx, core.tokens(), core::subscriptions);
        this.certificate = options.tls() ? ServerCertificate.create() : null;
    }

    /** Starts with {@link SimulatorOptions#defaults()}. */
    public static CallAutomationSimulator start() {
        return start(SimulatorOptions.defaults());
    }

    /**
     * Starts a simulator; when this returns it answers requests.
     *
     * @throws IllegalStateException with the reason, for example a port in use or an Event Grid endpoint that did not
     *     pass the handshake
     */
    public static CallAutomationSimulator start(SimulatorOptions options) {
        CallAutomationSimulator simulator = new CallAutomationSimulator(options);
        try {
            simulator.listen();
            options.eventGrid().forEach(simulator::subscribe);
            return simulator;
        } catch (RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    /** Where it listens, for example {@code http://localhost:8088/}; the control API is below {@code simulator/}. */
    public URI uri() {
        return uri;
    }

    /** For clients: {@code endpoint=http://localhost:8088/;accesskey=...}. Holds a secret. */
    public String connectionString() {
        return "endpoint=" + uri + ";accesskey=" + options.accessKey();
    }

    /** The immutable resource id, which is the audience of the tokens that it sends with callbacks. */
    public String resourceId() {
        return options.resourceId();
    }

    /**
     * Who issues its tokens, for example {@code http://localhost:8088}; the OpenID configuration is below
     * {@code /calling/.well-known/acsopenidconfiguration}.
     */
    public URI issuer() {
        return issuer;
    }

    /** The certificate of https in PEM, for clients that have to trust it; empty when it serves plain http. */
    public Optional<String> certificatePem() {
        return Optional.ofNullable(certificate).map(ServerCertificate::certificatePem);
    }

    /** The phone with this E.164 number or raw id; every phone exists and answers unless told otherwise. */
    public SimulatedPhone phone(String id) {
        return new SimulatedPhone(core, Identifier.of(id));
    }

    /**
     * Subscribes an endpoint to Event Grid events, after the validation handshake. A second subscription of the same
     * endpoint takes the place of the first.
     *
     * @throws IllegalStateException with the reason when the handshake fails
     */
    public void subscribe(EventGridSubscription subscription) {
        await(core.subscribe(subscription), "The Event Grid handshake");
    }

    /**
     * As {@link #subscribe(EventGridSubscription)}, for an application that may start later: the handshake is repeated
     * with a backoff of at most 5 s, in real time, for about ten minutes.
     *
     * @return the state after the first attempt
     */
    public SubscriptionStatus subscribeWithRetry(EventGridSubscription subscription) {
        return await(core.subscribeWithRetry(subscription), "The Event Grid handshake");
    }

    /** All Event Grid subscriptions with their state, oldest first. */
    public List<SubscriptionStatus> subscriptions() {
        return core.subscriptions();
    }

    /** The Event Grid subscription with this id. */
    public Optional<SubscriptionStatus> subscription(String id) {
        return subscriptions().stream().filter(status -> status.id().equals(id)).findFirst();
    }

    /**
     * Hands {@code listener} each subscription after a handshake and when its state changes, until the result is closed.
     * The listener must not block.
     */
    public AutoCloseable onSubscription(Consumer<SubscriptionStatus> listener) {
        return core.onSubscription(listener);
    }

    /** Ends the subscription of an endpoint; without one, nothing happens. */
    public void unsubscribe(URI endpoint) {
        core.unsubscribe(endpoint);
    }

    /**
     * Ends the subscription with this id.
     *
     * @return whether there was one
     */
    public boolean unsubscribe(String id) {
        return core.unsubscribe(id);
    }

    /** Waits for what happens in the call with this id, or with a call connection of this id. */
    public CallAwait await(String callOrConnectionId) {
        return new CallAwait(core, core.await(), callOrConnectionId, 1);
    }

    /** Waits for what happens in any call. */
    public CallAwait await() {
        return new CallAwait(core, core.await(), null, 1);
    }

    /**
     * Waits until the application has sent a request, in any call or, as createCall may be, in none.
     *
     * @param operation the service's name of it, for example {@code transferToParticipant}
     * @throws AssertionError with all timelines when it does not come in time
     */
    public ReceivedRequest expectRequest(String operation) {
        return await().request(operation);
    }

    /** As {@link #expectRequest(String)}, in a call. */
    public ReceivedRequest expectRequest(String operation, String callOrConnectionId) {
        return await(callOrConnectionId).request(operation);
    }

    /**
     * The requests it has executed or refused, in their order: those of all calls it remembers and the last 1,000 of no
     * call. Requests without a valid signature are not among them.
     */
    public List<ReceivedRequest> requests() {
        return core.timeline().requests();
    }

    /** The timelines of all calls as lines for people, empty when there is none. */
    public String timelines() {
        return core.timelines(null);
    }

    /** All calls it remembers, oldest first. */
    public List<CallSnapshot> calls() {
        return core.calls();
    }

    /** The call with this id, or with a call connection of this id. */
    public Optional<CallSnapshot> call(String callOrConnectionId) {
        return core.call(callOrConnectionId);
    }

    /** What happened in a call so far, empty for an unknown one; takes a call id or a call connection id. */
    public List<TimelineEntry> timeline(String callOrConnectionId) {
        return core.timeline(callOrConnectionId);
    }

    /**
     * What an entry of a timeline stands for: headers and body as they were sent, with secrets masked. Empty when that is
     * nothing that was sent, or no longer kept.
     *
     * @param number of the entry
     */
    public Optional<TimelineContent> timelineContent(String callOrConnectionId, long number) {
        return core.timelineContent(callOrConnectionId, number);
    }

    /**
     * Makes the file of a recording that goes on longer by so much silence, and thus as large as a test needs: a WAV
     * file grows by 32,000 bytes a second and channel. The file is made while it is downloaded and takes no memory.
     *
     * @throws IllegalStateException when the recording has ended or never was
     */
    public void padRecording(String recordingId, Duration silence) {
        try {
            core.padRecording(recordingId, silence);
        } catch (ServiceError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Hands {@code listener} every entry of every call from now on, on one thread, until the result is closed. */
    public AutoCloseable onTimeline(Consumer<TimelineEntry> listener) {
        return core.timeline().listen(listener);
    }

    /**
     * Passes all requests to the REST API to an interceptor, in place of the simulated service, until the result is closed.
     * Through it, events can be sent to the application.
     *
     * @throws IllegalStateException when requests are intercepted already
     */
    public Interception intercept(RequestInterceptor interceptor) {
        return interceptors.open(interceptor);
    }

    /**
     * Moves virtual time and runs what becomes due. Events that result are on their way when this returns.
     *
     * @throws UnsupportedOperationException when time is real
     */
    public void advance(Duration by) {
        core.advance(by);
    }

    /**
     * Replaces all faults; without arguments, removes them. A fault is injected once unless it says otherwise, and is
     * noted on the timeline of the call.
     *
     * @throws IllegalArgumentException saying which fault is wrong and why
     */
    public void setFaults(Fault... faults) {
        core.setFaults(List.of(faults));
    }

    /** The faults in their order, and how often each has matched. */
    public List<FaultCount> faultCounts() {
        return core.faults();
    }

    /**
     * Sets the phones and faults of a scenario, and subscribes its endpoints as {@link #subscribeWithRetry} does; its steps
     * are not played.
     */
    public void prepare(Scenario scenario) {
        core.scenarioRunner().prepare(scenario);
    }

    /**
     * Plays a scenario: sets its phones, waits for the handshakes of its subscriptions, which end with it, and plays its
     * steps. Calls go on when it has ended, and what its phones do stays. Blocks until it is over.
     *
     * @return how it went
     * @throws ScenarioFailure with the report when something is not as expected
     * @throws IllegalStateException when another scenario is being played, or when this one has {@code time: virtual} and
     *     this simulator has real time
     */
    public ScenarioReport run(Scenario scenario) {
        ScenarioReport report = core.scenarioRunner().play(scenario);
        if (!report.passed()) {
            throw new ScenarioFailure(report);
        }
        return report;
    }

    /**
     * Ends all calls, as when the other participants have left: applications receive {@code CallDisconnected}. Waits
     * until the events have been sent once, for at most 2 s.
     *
     * @return whether all have been sent
     */
    public boolean endCalls() {
        try {
            core.endCalls()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(EVENTS_SENT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Forgets calls, timelines, faults and behaviours; subscriptions and listeners stay. Later requests for the calls that
     * were forgotten are refused, and are not among {@link #requests()}.
     */
    public void reset() {
        core.reset();
    }

    /** Stops serving and ends every timer and thread. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            eventFeed.close();
            core.close();
            await(vertx.close(), "Closing the simulator");
        }
    }

    private void listen() {
        HttpServers front = new HttpServers(
                vertx,
                options,
                certificate,
                interceptors,
                core.restApi(),
                new OpenIdApi(core.tokens()),
                core.downloads(),
                new ControlApi(core),
                new PageFiles(),
                eventFeed);
        int port = await(front.listen(), "Listening on port " + options.port());
        uri = URI.create((options.tls() ? "https" : "http") + "://localhost:" + port + "/");
        issuer = options.issuer() == null ? address(port) : options.issuer();
        core.listensAt(uri, issuer);
    }

    /** As receivers write the address when they look for its tokens' issuer: without a port that goes without saying. */
    private URI address(int port) {
        boolean usual = port == (options.tls() ? HTTPS_PORT : HTTP_PORT);
        return URI.create((options.tls() ? "https" : "http") + "://localhost" + (usual ? "" : ":" + port));
    }

    private static <T> T await(Future<T> future, String what) {
        CompletionStage<T> stage = future.toCompletionStage();
        try {
            return stage.toCompletableFuture().get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            String reason = e.getCause() instanceof IllegalStateException ? "" : what + " failed: ";
            throw new IllegalStateException(reason + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(what + " took longer than " + DEADLINE.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what + " was interrupted", e);
        }
    }
}
