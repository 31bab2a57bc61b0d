package dev.callautomation.camel.internal.exchange;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.apache.camel.support.processor.DelegateSyncProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.support.CallIds;

/**
 * Fails the exchange of a step that throws, whatever it throws. Camel forgets the exchange of an asynchronous step that throws
 * an exception, and that of most steps that throw an error: the event would be in flight forever. After a synchronous
 * {@code process} step that throws an error it continues: the event would count as processed.
 *
 * <p>The lines that a step logs have the ids of its call, on whatever thread it runs.
 */
public final class StepErrorInterceptStrategy implements InterceptStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(StepErrorInterceptStrategy.class);

    private StepErrorInterceptStrategy() {}

    /** For all steps that are created from now on. */
    public static void addTo(CamelContext context) {
        List<InterceptStrategy> strategies = context.getCamelContextExtension().getInterceptStrategies();
        if (strategies.stream().noneMatch(StepErrorInterceptStrategy.class::isInstance)) {
            context.getCamelContextExtension().addInterceptStrategy(new StepErrorInterceptStrategy());
        }
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        return target instanceof AsyncProcessor step && !(target instanceof DelegateSyncProcessor)
                ? new AsyncGuard(step)
                : new SyncGuard(target);
    }

    private static final class SyncGuard extends DelegateSyncProcessor {

        SyncGuard(Processor step) {
            super(step);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            CallIds.Scope ids = CallIds.of(exchange).open();
            try {
                try {
                    process(exchange);
                } catch (Throwable e) {
                    exchange.setException(e);
                }
                callback.done(true);
            } finally {
                ids.close();
            }
            return true;
        }
    }

    private static final class AsyncGuard extends DelegateAsyncProcessor {

        AsyncGuard(AsyncProcessor step) {
            super(step);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            Step step = new Step(exchange, callback);
            CallIds.Scope ids = CallIds.of(exchange).open();
            try {
                return super.process(exchange, step);
            } catch (Throwable e) {
                if (step.compareAndSet(false, true)) {
                    exchange.setException(e);
                    callback.done(true);
                } else {
                    LOG.error("A step failed after its end", e);
                }
                return true;
            } finally {
                ids.close();
            }
        }
    }

    /** The end of an asynchronous step. True when it has ended. One object, as exchanges may wait. */
    private static final class Step extends AtomicBoolean implements AsyncCallback {

        private static final long serialVersionUID = 1L;

        private final transient Exchange exchange;
        private final transient AsyncCallback callback;

        Step(Exchange exchange, AsyncCallback callback) {
            this.exchange = exchange;
            this.callback = callback;
        }

        @Override
        public void done(boolean doneSync) {
            if (compareAndSet(false, true)) {
                // on another thread, perhaps, and of a call that the step has started
                CallIds.Scope continued = CallIds.of(exchange).open();
                try {
                    callback.done(doneSync);
                } finally {
                    continued.close();
                }
            }
        }
    }
}
