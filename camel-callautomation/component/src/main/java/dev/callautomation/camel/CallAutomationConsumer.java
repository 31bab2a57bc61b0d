package dev.callautomation.camel;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.ingress.EventFilter;
import dev.callautomation.camel.ingress.EventOutcome;
import dev.callautomation.camel.ingress.EventReceiver;
import dev.callautomation.camel.ingress.ReceivedEvent;
import dev.callautomation.camel.ingress.StaleParticipants;

/** Runs its route for each event that its options let through. */
class CallAutomationConsumer extends DefaultConsumer implements EventReceiver, ShutdownAware, Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(CallAutomationConsumer.class);

    private final EventFilter filter;
    private final StaleParticipants stale;
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean shuttingDown;

    CallAutomationConsumer(CallAutomationEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        CallAutomationConfiguration options = endpoint.getConfiguration();
        filter = new EventFilter(
                options.getType(),
                options.getCallConnectionId(),
                options.getOperationContext(),
                options.getFrom(),
                options.getTo());
        stale = options.isSkipStaleParticipants() ? new StaleParticipants() : null;
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
                    "No event of the types {} is known; if they are not newer than this component, mend the option"
                            + " type of {}",
                    unknown,
                    IdentifierMask.of(getEndpoint().getConfiguration())
                            .in(getEndpoint().toString()));
        }
        shuttingDown = false;
        getEndpoint().getComponent().reception().add(this, getEndpoint().getConfiguration());
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        shuttingDown = false;
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().getComponent().reception().remove(this);
        super.doStop();
    }

    @Override
    public String name() {
        return getRouteId() == null ? getEndpoint().getEndpointUri() : getRouteId();
    }

    /** For logs: without the secrets and, if asked for, the people that an endpoint's address may hold. */
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
    public boolean accepting() {
        return !shuttingDown && isRunAllowed() && !isSuspendingOrSuspended();
    }

    @Override
    public void announce() {
        pending.incrementAndGet();
    }

    @Override
    public void withdraw() {
        pending.decrementAndGet();
    }

    @Override
    public void receive(ReceivedEvent event, EventOutcome done) {
        if (stale != null && stale.isStale(event.envelope())) {
            LOG.debug("{} is older than one that came before, and is skipped", event);
            pending.decrementAndGet();
            done.handled(true);
            return;
        }
        if (getEndpoint().getConfiguration().isNobodyWaited() && !event.nobodyWaited()) {
            pending.decrementAndGet();
            done.passed();
            return;
        }
        Exchange exchange = createExchange(false);
        try {
            EventMessage.fill(exchange, event.typed());
            if (event.nobodyWaited()) {
                exchange.getMessage().setHeader(CallAutomationConstants.NOBODY_WAITED, true);
            }
            if (getEndpoint().getConfiguration().isRaw()) {
                exchange.getMessage().setBody(event.delivered());
            }
            RequestLedger.begin(exchange, event.envelope());
            Settlement.set(exchange, () -> done.handled(true));
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            finish(exchange, done);
            return;
        }
        getAsyncProcessor().process(exchange, doneSync -> finish(exchange, done));
    }

    private void finish(Exchange exchange, EventOutcome done) {
        Exception failure = exchange.getException();
        try {
            if (failure != null) {
                getExceptionHandler().handleException("An event could not be handled", exchange, failure);
            }
        } finally {
            // a handler that fails itself must not keep the place that the event took
            pending.decrementAndGet();
            done.handled(failure == null && !exchange.isRollbackOnly() && !exchange.isRollbackOnlyLast());
            releaseExchange(exchange, false);
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        // events that were acknowledged wait here: the route goes on until they are handled, and gets no new ones
        shuttingDown = true;
        return true;
    }

    @Override
    public int getPendingExchangesSize() {
        return pending.get();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // nothing is held that would have to be let go
    }
}
