package dev.callautomation.camel;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.UnitOfWorkHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.exchange.EventAcknowledgement;
import dev.callautomation.camel.internal.exchange.EventMessage;
import dev.callautomation.camel.internal.exchange.RequestLedger;
import dev.callautomation.camel.internal.ingress.EventFilter;
import dev.callautomation.camel.internal.ingress.EventReceiver;
import dev.callautomation.camel.internal.ingress.InFlightEvent;
import dev.callautomation.camel.internal.ingress.ReceivedEvent;
import dev.callautomation.camel.internal.ingress.StaleParticipants;
import dev.callautomation.camel.internal.observation.EventLag;
import dev.callautomation.camel.internal.observation.Observations;
import dev.callautomation.camel.internal.support.CallIds;
import dev.callautomation.camel.internal.support.IdentifierMask;

/** Runs its route for each event that matches its options. */
final class CallAutomationConsumer extends DefaultConsumer implements EventReceiver, ShutdownAware, Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(CallAutomationConsumer.class);

    private static final long POLL_MILLIS = 100;

    private final EventFilter filter;
    private final @Nullable StaleParticipants stale;
    private volatile boolean added;
    private volatile boolean shuttingDown;

    CallAutomationConsumer(CallAutomationEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        filter = filter(endpoint.getConfiguration());
        stale = endpoint.getConfiguration().isSkipStaleParticipants() ? new StaleParticipants() : null;
    }

    static EventFilter filter(CallAutomationConfiguration options) {
        return new EventFilter(
                options.getType(),
                options.getCallConnectionId(),
                options.getOperationContext(),
                options.getFrom(),
                options.getTo());
    }

    @Override
    public CallAutomationEndpoint getEndpoint() {
        return (CallAutomationEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        List<String> unknown =
                EventFilter.unknownTypes(getEndpoint().getConfiguration().getType());
        if (!unknown.isEmpty()) {
            LOG.warn(
                    "The event types {} are unknown; unless they are newer than this component, correct the option"
                            + " type of {}",
                    unknown,
                    IdentifierMask.of(getEndpoint().getConfiguration())
                            .in(getEndpoint().toString()));
        }
        shuttingDown = false;
        getEndpoint().getComponent().reception().add(this, getEndpoint().current());
        added = true;
        if (getRouteId() != null) {
            observations()
                    .consumerStarted(
                            getRouteId(),
                            () -> getEndpoint().getComponent().reception().inFlight(this));
        }
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        shuttingDown = false;
    }

    @Override
    protected void doStop() throws Exception {
        // a route that is started again does so with a new consumer
        getEndpoint().getComponent().reception().remove(this, getRoute() != null);
        if (getRouteId() != null) {
            observations().consumerStopped(getRouteId());
        }
        super.doStop();
    }

    /** The route is removed from the context. */
    @Override
    protected void doShutdown() throws Exception {
        if (added) {
            getEndpoint().getComponent().reception().release(this);
            if (getRouteId() != null) {
                observations().routeRemoved(getRouteId());
            }
        }
        super.doShutdown();
    }

    private Observations observations() {
        return getEndpoint().getComponent().observations();
    }

    /** The consumer of another component, such as that of a cluster's leader, has no route of its own. */
    private String routeLabel() {
        return getRouteId() == null ? "none" : getRouteId();
    }

    @Override
    public String name() {
        return getRouteId() == null ? getEndpoint().getEndpointUri() : getRouteId();
    }

    /** For logs: without the secrets and, if so configured, the identifiers that an endpoint's address may hold. */
    @Override
    public String toString() {
        return getRouteId() == null
                ? IdentifierMask.of(getEndpoint().getConfiguration()).in(super.toString())
                : getRouteId();
    }

    @Override
    public EventFilter filter() {
        return filter;
    }

    @Override
    public boolean orphanedOnly() {
        return getEndpoint().getConfiguration().isOrphanedOnly();
    }

    @Override
    public boolean accepting() {
        return !shuttingDown && isRunAllowed() && !isSuspendingOrSuspended();
    }

    /** Ends the event once, whatever happens in the route. */
    @Override
    public void receive(InFlightEvent inFlight) {
        ReceivedEvent event = inFlight.event();
        if (stale != null && stale.isStale(event.envelope())) {
            LOG.debug("{} is older than one received before, and is skipped", event);
            inFlight.processed();
            return;
        }
        if (orphanedOnly() && !event.orphaned()) {
            inFlight.skip();
            return;
        }
        Exchange exchange = createExchange(false);
        Passage passage = new Passage(exchange, inFlight);
        try {
            EventMessage.set(exchange, event, getEndpoint().getComponent().contextHeaderPolicy());
            if (event.orphaned()) {
                exchange.getMessage().setHeader(CallAutomationConstants.ORPHANED, true);
            }
            if (getEndpoint().getConfiguration().isRawEvent()) {
                exchange.getMessage().setBody(event.delivered());
            }
            RequestLedger.begin(exchange, event.envelope());
            EventAcknowledgement.attach(exchange, passage::acknowledge);
            exchange.getExchangeExtension().addOnCompletion(passage);
            observations().eventRouted(event.envelope(), routeLabel(), EventLag.of(event.envelope()));
            getAsyncProcessor().process(exchange, passage);
        } catch (Throwable e) {
            // also checked exceptions, which processors in other languages throw undeclared
            if (passage.finished.get()) {
                LOG.error("The end of the exchange of {} failed", event, e);
            } else {
                exchange.setException(e);
                endUnitOfWork(exchange);
                passage.done(true);
            }
        }
    }

    /**
     * An event in the route: what is called at the end of its exchange, by Camel's consumers and units of work. One object, as
     * there is one for each event and consumer.
     */
    private final class Passage extends SynchronizationAdapter implements AsyncCallback {

        private final Exchange exchange;
        /** {@code null} when it is acknowledged. */
        private volatile @Nullable InFlightEvent event;

        private final AtomicBoolean finished = new AtomicBoolean();

        Passage(Exchange exchange, InFlightEvent event) {
            this.exchange = exchange;
            this.event = event;
        }

        /** Ends the event, and does not keep it: the route may wait for long, and an incoming call has 8 KB or more. */
        void acknowledge() {
            InFlightEvent acknowledged = event;
            if (acknowledged != null) {
                acknowledged.acknowledge();
                event = null;
            }
        }

        @Override
        public void done(boolean doneSync) {
            if (finished.compareAndSet(false, true)) {
                // on the thread on which the route has ended, and perhaps of a call that it has answered
                CallIds.Scope ids = CallIds.of(exchange).open();
                try {
                    finish(exchange, event);
                } finally {
                    ids.close();
                }
            }
        }

        /** Fails the event of an exchange that ends with its unit of work, without its callback: see {@code RouteThreads}. */
        @Override
        public void onFailure(Exchange failed) {
            InFlightEvent failing = event;
            if (failing != null) {
                failing.fail();
            }
        }

        @Override
        public boolean allowHandover() {
            // the failure of a copy of the exchange, in another route, is not that of the event
            return false;
        }
    }

    /** What Camel does at the end of an exchange. Without it, the exchange would count as one that a stopping route waits for. */
    private void endUnitOfWork(Exchange exchange) {
        UnitOfWork unit = exchange.getUnitOfWork();
        if (unit != null) {
            UnitOfWorkHelper.doneUow(unit, exchange);
            getEndpoint().getCamelContext().getInflightRepository().remove(exchange, getRouteId());
        }
    }

    /** @param inFlight {@code null} if it was acknowledged before */
    private void finish(Exchange exchange, @Nullable InFlightEvent inFlight) {
        Exception failure = exchange.getException();
        boolean processed = failure == null && !exchange.isRollbackOnly() && !exchange.isRollbackOnlyLast();
        try {
            if (failure != null) {
                getExceptionHandler().handleException("An event could not be processed", exchange, failure);
            }
        } finally {
            // also when the exception handler fails
            try {
                if (inFlight != null && processed) {
                    inFlight.processed();
                } else if (inFlight != null) {
                    inFlight.fail();
                }
            } finally {
                releaseExchange(exchange, false);
            }
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        // the route goes on until the acknowledged events are processed, and accepts no more
        shuttingDown = true;
        return true;
    }

    /** Those that are no exchanges yet, which Camel counts itself. */
    @Override
    public int getPendingExchangesSize() {
        return getEndpoint().getComponent().reception().waiting(this);
    }

    /**
     * Camel has read its own count of exchanges before that of the events that are none yet. An event that became an exchange
     * in between is in neither count, and the route has to wait for it.
     */
    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        try {
            // a timeout of the shutdown stops the consumer, or interrupts
            while (!suspendOnly && !forced && isRunAllowed() && isBusy()) {
                Thread.sleep(POLL_MILLIS);
            }
            // before routes of Camel's direct component stop, through which a relay may send: not in the second call,
            // which follows when all consumers have stopped
            if (!suspendOnly
                    && isRunAllowed()
                    && getEndpoint().getCamelContext().isStopping()) {
                getEndpoint().getComponent().announceStop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBusy() {
        // in this order: an event is in flight until Camel counts its exchange, or longer
        int events = getEndpoint().getComponent().reception().inFlight(this);
        return events + getEndpoint().getCamelContext().getInflightRepository().size(getRouteId()) > 0;
    }
}
