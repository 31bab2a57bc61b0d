package dev.callautomation.camel.internal.ingress;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

import io.vertx.ext.web.client.WebClient;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.AcknowledgeMode;
import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.internal.security.DeliveryAuthenticator;
import dev.callautomation.camel.internal.security.SecuritySettings;
import dev.callautomation.camel.internal.support.ThreadPools;

/** The reception of events that all consumers of a component share. It is created when the first one starts. */
public final class EventReception {

    private static final Logger LOG = LoggerFactory.getLogger(EventReception.class);
    private static final int REMEMBERED_EVENTS = 10_000;

    // shorter than the time that a sender waits for the answer to a delivery: 30 seconds for Event Grid
    private static final Duration KEY_TIMEOUT = Duration.ofSeconds(5);

    private final CamelContext context;
    private final ReceptionSettings settings;
    private final EventCorrelator operations;
    private final Callable<WebClient> keyClient;
    private ExecutorService executor;
    private volatile EventDispatcher dispatcher;
    private EventIngress ingress;
    private SecuritySettings security;

    /** @param keyClient creates the client that fetches the keys of token issuers */
    public EventReception(
            CamelContext context,
            ReceptionSettings settings,
            EventCorrelator operations,
            Callable<WebClient> keyClient) {
        this.context = context;
        this.settings = settings;
        this.operations = operations;
        this.keyClient = keyClient;
    }

    /**
     * @throws IllegalArgumentException if the security options are wrong, or differ from those of another consumer
     */
    public synchronized void add(EventReceiver receiver, CallAutomationConfiguration options) throws Exception {
        EventDispatcher to = dispatcher();
        // the receiver first: the first delivery must reach it
        to.add(receiver);
        try {
            open(options);
        } catch (Exception e) {
            to.remove(receiver);
            throw e;
        }
    }

    public synchronized void remove(EventReceiver receiver) {
        // a consumer that failed to start is stopped, too
        if (dispatcher != null && dispatcher.remove(receiver)) {
            close(ingress);
        }
    }

    /**
     * Operations are about to be sent that wait for events.
     *
     * @throws IllegalArgumentException if the security options are wrong, or differ from those of another
     */
    public synchronized void addWaiter(CallAutomationConfiguration options) throws Exception {
        EventDispatcher to = dispatcher();
        to.addWaiter();
        try {
            open(options);
        } catch (Exception e) {
            to.removeWaiter();
            throw e;
        }
    }

    public synchronized void removeWaiter() {
        if (dispatcher != null) {
            dispatcher.removeWaiter();
            close(ingress);
        }
    }

    /** Dispatches the events of deliveries, by HTTP or otherwise. */
    public synchronized EventDispatcher dispatcher() throws Exception {
        if (dispatcher == null) {
            IdempotentRepository seen = seen();
            operations.open();
            executor = ThreadPools.pool(context, this, "CallAutomationConsumer", settings.consumerThreads());
            boolean routed = settings.acknowledge() == AcknowledgeMode.ROUTED;
            dispatcher = new EventDispatcher(
                    executor,
                    operations,
                    // what was not acknowledged is redelivered after a crash, and must not count as processed then
                    new DuplicateFilter(seen, routed),
                    settings.acknowledge(),
                    settings.maxPendingEvents());
        }
        return dispatcher;
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

    private void open(CallAutomationConfiguration options) throws Exception {
        if (!settings.callbackEnabled()) {
            return;
        }
        SecuritySettings wanted = SecuritySettings.of(options);
        if (ingress == null) {
            ingress = new EventIngress(
                    context,
                    settings.callbackPath(),
                    authenticator(wanted),
                    dispatcher,
                    settings.maxBodySize(),
                    settings.acknowledgeTimeout());
            security = wanted;
        } else if (!security.equals(wanted)) {
            throw new IllegalArgumentException(
                    "All consumers of a component, and its operations that wait for events, share the path "
                            + settings.callbackPath()
                            + " and must agree on the authentication of deliveries; set callbackAuthentication, resourceId, eventGridSecret and the like"
                            + " on the component, not on endpoints");
        }
        ingress.open();
    }

    private static void close(EventIngress ingress) {
        if (ingress != null) {
            ingress.close();
        }
    }

    private DeliveryAuthenticator authenticator(SecuritySettings wanted) throws Exception {
        if (wanted.open()) {
            LOG.warn(
                    "callbackAuthentication=NONE: any sender that can connect to {} can start routes with forged events",
                    settings.callbackPath());
            return DeliveryAuthenticator.OPEN;
        }
        if (!wanted.takesCallbacks()) {
            LOG.info("Call events are refused: the option resourceId is not set");
        }
        if (!wanted.takesEventGrid()) {
            LOG.info("Event Grid events, such as IncomingCall, are refused: neither eventGridSecret nor"
                    + " eventGridTenantId and eventGridAudience are set");
        }
        DeliveryAuthenticator authenticator = DeliveryAuthenticator.of(wanted, keyClient.call(), KEY_TIMEOUT);
        authenticator.prepare();
        return authenticator;
    }

    private IdempotentRepository seen() {
        IdempotentRepository seen = settings.idempotentRepository();
        if (seen == null) {
            seen = MemoryIdempotentRepository.memoryIdempotentRepository(REMEMBERED_EVENTS);
        }
        CamelContextAware.trySetCamelContext(seen, context);
        ServiceHelper.startService(seen);
        return seen;
    }

    public synchronized void close() {
        if (executor != null) {
            if (ingress != null) {
                ingress.shut();
            }
            // the time that routes have to end is over; those that still run may be interrupted
            dispatcher.close();
            context.getExecutorServiceManager().shutdownGraceful(executor);
            executor = null;
            dispatcher = null;
            ingress = null;
        }
    }
}
