package dev.callautomation.camel;

import java.time.Duration;
import java.util.concurrent.ExecutorService;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.ingress.Acknowledge;
import dev.callautomation.camel.ingress.DuplicateFilter;
import dev.callautomation.camel.ingress.EventDispatcher;
import dev.callautomation.camel.ingress.EventIngress;
import dev.callautomation.camel.ingress.EventReceiver;
import dev.callautomation.camel.ingress.WaitingOperations;
import dev.callautomation.camel.security.DeliveryGuard;
import dev.callautomation.camel.security.SecurityOptions;
import dev.callautomation.camel.security.SecuritySettings;

/** What all consumers of a component share. Nothing of it exists before the first one starts. */
final class EventReception {

    private static final Logger LOG = LoggerFactory.getLogger(EventReception.class);
    private static final int REMEMBERED_EVENTS = 10_000;

    // the service's own patience with a delivery is not published; Event Grid's is 30 seconds
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CallAutomationComponent component;
    private final CamelContext context;
    private final WaitingOperations operations;
    private ExecutorService executor;
    private EventDispatcher dispatcher;
    private EventIngress ingress;
    private SecuritySettings security;

    EventReception(CallAutomationComponent component, WaitingOperations operations) {
        this.component = component;
        this.context = component.getCamelContext();
        this.operations = operations;
    }

    /**
     * @throws IllegalArgumentException if the security options are wrong, or differ from those of another consumer
     */
    synchronized void add(EventReceiver receiver, SecurityOptions options) throws Exception {
        EventDispatcher to = dispatcher();
        // first the receiver, then the door: the first delivery must find somebody
        to.add(receiver);
        try {
            open(options);
        } catch (Exception e) {
            to.remove(receiver);
            throw e;
        }
    }

    synchronized void remove(EventReceiver receiver) {
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
    synchronized void addWaiter(SecurityOptions options) throws Exception {
        EventDispatcher to = dispatcher();
        to.addWaiter();
        try {
            open(options);
        } catch (Exception e) {
            to.removeWaiter();
            throw e;
        }
    }

    synchronized void removeWaiter() {
        if (dispatcher != null) {
            dispatcher.removeWaiter();
            close(ingress);
        }
    }

    /** Where events go, whichever way they come in. */
    synchronized EventDispatcher dispatcher() throws Exception {
        if (dispatcher == null) {
            IdempotentRepository seen = seen();
            operations.open();
            executor = WorkerThreads.pool(context, this, "CallAutomationConsumer", component.getConsumerThreads());
            boolean routed = component.getAcknowledge() == Acknowledge.routed;
            dispatcher = new EventDispatcher(
                    executor,
                    operations,
                    // what was not acknowledged comes again after a crash, and must not be taken for handled then
                    new DuplicateFilter(seen, routed),
                    component.getAcknowledge(),
                    component.getMaxPendingEvents());
        }
        return dispatcher;
    }

    private void open(SecurityOptions options) throws Exception {
        if (!component.isOpenCallbackPath()) {
            return;
        }
        SecuritySettings wanted = SecuritySettings.of(options);
        if (ingress == null) {
            ingress = new EventIngress(
                    context,
                    component.getCallbackPath(),
                    guard(wanted),
                    dispatcher,
                    component.getMaxBodySize(),
                    component.getAcknowledgeTimeout());
            security = wanted;
        } else if (!security.equals(wanted)) {
            throw new IllegalArgumentException(
                    "All consumers of a component, and its operations that wait for events, share the path "
                            + component.getCallbackPath()
                            + " and must agree on who may deliver; set callbackSecurity, resourceId, eventGridSecret and the like"
                            + " on the component, not on endpoints");
        }
        ingress.open();
    }

    private static void close(EventIngress ingress) {
        if (ingress != null) {
            ingress.close();
        }
    }

    private DeliveryGuard guard(SecuritySettings settings) throws Exception {
        if (settings.open()) {
            LOG.warn(
                    "callbackSecurity=none: whoever reaches {} can start routes with made-up events",
                    component.getCallbackPath());
            return DeliveryGuard.OPEN;
        }
        if (!settings.takesCallbacks()) {
            LOG.info("The events of calls are refused: the option resourceId is not set");
        }
        if (!settings.takesEventGrid()) {
            LOG.info("The events of Event Grid, such as IncomingCall, are refused: neither eventGridSecret nor"
                    + " eventGridTenantId and eventGridAudience are set");
        }
        DeliveryGuard guard =
                DeliveryGuard.of(settings, component.clients().webClient(component.getConfiguration()), PATIENCE);
        guard.prepare();
        return guard;
    }

    private IdempotentRepository seen() {
        IdempotentRepository seen = component.getIdempotentRepository();
        if (seen == null) {
            seen = MemoryIdempotentRepository.memoryIdempotentRepository(REMEMBERED_EVENTS);
        }
        CamelContextAware.trySetCamelContext(seen, context);
        ServiceHelper.startService(seen);
        return seen;
    }

    synchronized void close() {
        if (executor != null) {
            if (ingress != null) {
                ingress.shut();
            }
            // routes have had their time; what goes on now may be interrupted
            dispatcher.close();
            context.getExecutorServiceManager().shutdownGraceful(executor);
            executor = null;
            dispatcher = null;
            ingress = null;
        }
    }
}
