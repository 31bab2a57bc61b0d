package dev.callautomation.camel;

import java.util.concurrent.ExecutorService;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;

import dev.callautomation.camel.ingress.Acknowledge;
import dev.callautomation.camel.ingress.DuplicateFilter;
import dev.callautomation.camel.ingress.EventDispatcher;
import dev.callautomation.camel.ingress.EventIngress;
import dev.callautomation.camel.ingress.EventReceiver;

/** What all consumers of a component share. Nothing of it exists before the first one starts. */
final class EventReception {

    private static final int REMEMBERED_EVENTS = 10_000;

    private final CallAutomationComponent component;
    private final CamelContext context;
    private ExecutorService executor;
    private EventDispatcher dispatcher;
    private EventIngress ingress;

    EventReception(CallAutomationComponent component) {
        this.component = component;
        this.context = component.getCamelContext();
    }

    synchronized void add(EventReceiver receiver) throws Exception {
        if (ingress == null) {
            executor = WorkerThreads.pool(context, this, "CallAutomationConsumer", component.getConsumerThreads());
            boolean routed = component.getAcknowledge() == Acknowledge.routed;
            dispatcher = new EventDispatcher(
                    executor,
                    // what was not acknowledged comes again after a crash, and must not be taken for handled then
                    new DuplicateFilter(seen(), routed),
                    component.getAcknowledge(),
                    component.getMaxPendingEvents());
            ingress = new EventIngress(
                    context,
                    component.getCallbackPath(),
                    dispatcher,
                    component.getMaxBodySize(),
                    component.getAcknowledgeTimeout());
        }
        // first the receiver, then the door: the first delivery must find somebody
        dispatcher.add(receiver);
        try {
            ingress.open();
        } catch (Exception e) {
            dispatcher.remove(receiver);
            throw e;
        }
    }

    synchronized void remove(EventReceiver receiver) {
        // a consumer that failed to start is stopped, too
        if (dispatcher != null && dispatcher.remove(receiver)) {
            ingress.close();
        }
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
            ingress.shut();
            // routes have had their time; what goes on now may be interrupted
            dispatcher.close();
            context.getExecutorServiceManager().shutdownGraceful(executor);
            executor = null;
            dispatcher = null;
            ingress = null;
        }
    }
}
