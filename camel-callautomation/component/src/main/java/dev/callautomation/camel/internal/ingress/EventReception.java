package dev.callautomation.camel.internal.ingress;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.AcknowledgeMode;
import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.internal.ingress.ConfiguredReceivers.StoppedRoute;
import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.security.DeliveryAuthenticator;
import dev.callautomation.camel.internal.security.DeliveryAuthenticators;
import dev.callautomation.camel.internal.security.IssuerKeys;
import dev.callautomation.camel.internal.security.KeyStatus;
import dev.callautomation.camel.internal.security.SecuritySettings;
import dev.callautomation.camel.internal.support.OptionNames;
import dev.callautomation.camel.internal.support.ThreadPools;

/** The reception of events that all consumers of a component share. It is created when the first one starts. */
public final class EventReception {

    private static final Logger LOG = LoggerFactory.getLogger(EventReception.class);
    private static final int DELIVERY_THREADS = 8;
    private static final int REMEMBERED_EVENTS = 10_000;
    private static final Duration LONGEST_DELAY = Duration.ofMillis(250);

    private final CamelContext context;
    private final ReceptionSettings settings;
    private final EventCorrelator operations;
    private final ConfiguredReceivers configured;
    private final IssuerKeys issuerKeys;
    private final CallbackPath path;
    private final Observations observations;
    private final ScheduledExecutorService timer;
    private volatile DeliveryAuthenticators authenticators;
    private ExecutorService executor;
    private ExecutorService deliveries;
    private volatile EventDispatcher dispatcher;

    /**
     * @param configured the receivers that the routes of the context configure
     * @param issuerKeys the keys of token issuers
     * @param server     finds the HTTP server
     * @param timer      for the timeouts of deliveries
     * @param observations is told what happens to deliveries and events
     */
    public EventReception(
            CamelContext context,
            ReceptionSettings settings,
            EventCorrelator operations,
            ConfiguredReceivers configured,
            IssuerKeys issuerKeys,
            Callable<DeliveryServer> server,
            ScheduledExecutorService timer,
            Observations observations) {
        this.context = context;
        this.settings = settings;
        this.operations = operations;
        this.configured = configured;
        this.issuerKeys = issuerKeys;
        this.path = new CallbackPath(settings.callbackPath(), server, this::authenticator, this::handler);
        this.timer = timer;
        this.observations = observations;
    }

    /**
     * @throws IllegalArgumentException if the security options are wrong, or contradict those of another consumer
     */
    public synchronized void add(EventReceiver receiver, CallAutomationConfiguration options) throws Exception {
        EventDispatcher to = dispatcher();
        // the receiver first: the first delivery must reach it
        to.add(receiver);
        try {
            enter(receiver, receiver.name(), options);
        } catch (Exception e) {
            to.remove(receiver);
            throw e;
        }
    }

    /**
     * @param restarts whether one of the same name may be added later, so that the path remains open, and events are refused
     *                 until then, unless the receiver is released
     */
    public synchronized void remove(EventReceiver receiver, boolean restarts) {
        // a consumer that failed to start is stopped, too; a context that stops keeps refusing the events of its routes
        if (dispatcher == null || !dispatcher.contains(receiver) || context.isStopping()) {
            return;
        }
        dispatcher.remove(receiver);
        if (restarts) {
            path.stop(receiver, receiver.name());
        } else {
            path.leave(receiver);
        }
    }

    /**
     * Opens the callback path for receivers that are added later, so that events for them are refused until then.
     *
     * @param  name                     is to be released
     * @throws IllegalArgumentException if the security options are wrong
     */
    public synchronized void reserve(String name, CallAutomationConfiguration options) throws Exception {
        dispatcher();
        if (settings.callbackEnabled()) {
            path.reserve(name, SecuritySettings.of(options, OptionNames.in(context)));
        }
    }

    /** Ends a reservation. */
    public synchronized void release(String name) {
        if (!context.isStopping()) {
            path.release(name);
        }
    }

    /** A receiver that was removed is not added again. */
    public void release(EventReceiver receiver) {
        release(receiver.name());
    }

    /**
     * Operations are about to be sent that wait for events.
     *
     * @throws IllegalArgumentException if the security options are wrong, or contradict those of another
     */
    public synchronized void addWaiter(Object waiter, CallAutomationConfiguration options) throws Exception {
        EventDispatcher to = dispatcher();
        to.addWaiter();
        try {
            enter(waiter, null, options);
        } catch (Exception e) {
            to.removeWaiter();
            throw e;
        }
    }

    public synchronized void removeWaiter(Object waiter) {
        if (dispatcher != null) {
            dispatcher.removeWaiter();
            // while the context stops, deliveries are answered with 503, so that they are repeated, not with 404
            if (!context.isStopping()) {
                path.leave(waiter);
            }
        }
    }

    private void enter(Object user, String name, CallAutomationConfiguration options) throws Exception {
        if (settings.callbackEnabled()) {
            path.enter(user, name, SecuritySettings.of(options, OptionNames.in(context)));
        }
    }

    /** Whether the callback path is being served. */
    public boolean serves() {
        return path.isOpen();
    }

    /** Whether deliveries can be received. Does not block. */
    public CallbackStatus callback() {
        EventDispatcher to = dispatcher;
        List<EventReceiver> running = to == null ? List.of() : to.receivers();
        List<StoppedRoute> stopped = configured.stopped(running);
        if (!path.isWanted() && running.isEmpty() && stopped.isEmpty()) {
            return CallbackStatus.up(false);
        }
        if (!path.isOpen()) {
            return CallbackStatus.down("the callback path " + callbackPath() + " is not open");
        }
        if (!path.isServing()) {
            return CallbackStatus.down("the HTTP server of the callback path " + callbackPath() + " does not run");
        }
        if (configured.starting()) {
            return CallbackStatus.down(
                    "the routes of the context are being started; until then all events are refused");
        }
        List<String> refusing = refusing(running, stopped);
        return refusing.isEmpty()
                ? CallbackStatus.up(true)
                : CallbackStatus.down(
                        "events for the routes " + refusing + " are refused until these are started or resumed");
    }

    /**
     * The routes for which events are refused. One that the application starts itself counts only if there is no other: it may
     * be meant for rare events.
     */
    private static List<String> refusing(List<EventReceiver> running, List<StoppedRoute> stopped) {
        boolean receiving = running.stream().anyMatch(EventReceiver::accepting);
        return Stream.concat(
                        stopped.stream()
                                .filter(route -> route.autoStartup() || !receiving)
                                .map(StoppedRoute::id),
                        running.stream()
                                .filter(receiver -> !receiver.accepting())
                                .map(Object::toString))
                .distinct()
                .sorted()
                .toList();
    }

    /** Begins to fetch the keys that verify deliveries, unless that has been tried a moment ago. Does not block. */
    public void probeKeys() {
        DeliveryAuthenticators now = authenticators;
        if (now != null && path.isWanted()) {
            now.probeKeys();
        }
    }

    /**
     * Whether the keys that verify deliveries can be fetched, for each issuer; empty if there are no such keys, or no deliveries
     * are to be received. Does not block.
     */
    public List<KeyStatus> keys() {
        DeliveryAuthenticators now = authenticators;
        return now != null && path.isWanted() ? now.keys() : List.of();
    }

    /** The path of callback URIs: the one of the HTTP server, as far as it is known, and the callback path. */
    public String callbackPath() {
        return path.contextPath() + settings.callbackPath();
    }

    /** Dispatches the events of deliveries, by HTTP or otherwise. */
    public synchronized EventDispatcher dispatcher() throws Exception {
        if (dispatcher == null) {
            ProcessedEvents seen = seen();
            operations.open();
            executor = ThreadPools.unlimited(context, this, "CallAutomationConsumer");
            boolean routed = settings.acknowledge() == AcknowledgeMode.ROUTED;
            dispatcher = new EventDispatcher(
                    executor,
                    operations,
                    // what was not acknowledged is redelivered after a crash, and must not count as processed then
                    new DuplicateFilter(seen, routed),
                    configured,
                    settings.acknowledge(),
                    new EventRunner.Limits(settings.consumerThreads(), settings.maxPendingEvents(), delay()),
                    observations);
        }
        return dispatcher;
    }

    /** Shorter than the time after which the service would deliver again. */
    private Duration delay() {
        Duration half = settings.limits().responseTimeout().dividedBy(2);
        return half.compareTo(LONGEST_DELAY) < 0 ? half : LONGEST_DELAY;
    }

    /** How many events have not been passed to a receiver yet. */
    public int waiting(EventReceiver receiver) {
        EventDispatcher from = dispatcher;
        return from == null ? 0 : from.inFlight().waiting(receiver);
    }

    /** How many events a receiver has not ended. */
    public int inFlight(EventReceiver receiver) {
        EventDispatcher from = dispatcher;
        return from == null ? 0 : from.inFlight().size(receiver);
    }

    /** The receivers that were added. */
    public List<EventReceiver> receivers() {
        EventDispatcher from = dispatcher;
        return from == null ? List.of() : from.receivers();
    }

    private DeliveryHandler handler(CallbackPath of) {
        return new DeliveryHandler(
                settings.callbackPath(),
                settings.callbackSubPaths(),
                of::authenticator,
                dispatcher,
                settings.limits(),
                deliveries(),
                timer,
                observations);
    }

    private DeliveryAuthenticator authenticator(SecuritySettings wanted) throws Exception {
        if (wanted.open()) {
            LOG.warn(
                    "callbackAuthentication=NONE: any sender that can connect to {} can start routes with forged events",
                    settings.callbackPath());
            return DeliveryAuthenticator.OPEN;
        }
        OptionNames names = OptionNames.in(context);
        if (!wanted.takesCallbacks()) {
            LOG.info("Call events are refused: {} is not set", names.of("resourceId"));
        }
        if (!wanted.takesEventGrid()) {
            LOG.info(
                    "Event Grid events, such as IncomingCall, are refused: neither {} nor {} and {} are set",
                    names.of("eventGridSecret"),
                    names.of("eventGridTenantId"),
                    names.of("eventGridAudience"));
        }
        if (authenticators == null) {
            authenticators = new DeliveryAuthenticators(issuerKeys);
        }
        return authenticators.create(wanted);
    }

    /** Threads that parse deliveries and look duplicates up, which may take the time of a database. */
    private ExecutorService deliveries() {
        if (deliveries == null) {
            deliveries = ThreadPools.pool(context, this, "CallAutomationDelivery", DELIVERY_THREADS);
        }
        return deliveries;
    }

    private ProcessedEvents seen() {
        IdempotentRepository seen = settings.idempotentRepository();
        if (seen == null) {
            return ProcessedEvents.inMemory(REMEMBERED_EVENTS);
        }
        CamelContextAware.trySetCamelContext(seen, context);
        ServiceHelper.startService(seen);
        return ProcessedEvents.in(seen);
    }

    public synchronized void close() {
        if (executor != null) {
            path.close();
            authenticators = null;
            // the time that routes have to end is over; those that still run may be interrupted
            dispatcher.close();
            context.getExecutorServiceManager().shutdownGraceful(executor);
            if (deliveries != null) {
                context.getExecutorServiceManager().shutdownGraceful(deliveries);
                deliveries = null;
            }
            executor = null;
            dispatcher = null;
        }
    }
}
