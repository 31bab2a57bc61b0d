package dev.callautomation.camel.internal.observation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.security.RefusalKind;

/** Passes everything on to several observers. */
public final class CompositeObservations implements Observations {

    private final List<Observations> observers;
    private volatile boolean closed;

    public CompositeObservations(Observations... observers) {
        this.observers = new CopyOnWriteArrayList<>(observers);
    }

    public boolean isClosed() {
        return closed;
    }

    /** The observer is told what happens from now on. */
    public void add(Observations observer) {
        observers.add(observer);
    }

    @Override
    public void requestRetried(CallAutomationOperation operation, int status) {
        for (Observations observer : observers) {
            observer.requestRetried(operation, status);
        }
    }

    @Override
    public void requestEnded(CallAutomationOperation operation, int status, long duration) {
        for (Observations observer : observers) {
            observer.requestEnded(operation, status, duration);
        }
    }

    @Override
    public void operationAccepted(CallAutomationOperation operation) {
        for (Observations observer : observers) {
            observer.operationAccepted(operation);
        }
    }

    @Override
    public void operationEnded(
            CallAutomationOperation operation, OperationOutcome outcome, Integer subCode, long duration) {
        for (Observations observer : observers) {
            observer.operationEnded(operation, outcome, subCode, duration);
        }
    }

    @Override
    public void deliveryAccepted() {
        for (Observations observer : observers) {
            observer.deliveryAccepted();
        }
    }

    @Override
    public void deliveryRefused(RefusalKind kind) {
        for (Observations observer : observers) {
            observer.deliveryRefused(kind);
        }
    }

    @Override
    public void otherRefused(RefusalKind kind) {
        for (Observations observer : observers) {
            observer.otherRefused(kind);
        }
    }

    @Override
    public void eventReceived(EventEnvelope event) {
        for (Observations observer : observers) {
            observer.eventReceived(event);
        }
    }

    @Override
    public void eventDeduplicated() {
        for (Observations observer : observers) {
            observer.eventDeduplicated();
        }
    }

    @Override
    public void eventRedelivered() {
        for (Observations observer : observers) {
            observer.eventRedelivered();
        }
    }

    @Override
    public void eventUnmatched() {
        for (Observations observer : observers) {
            observer.eventUnmatched();
        }
    }

    @Override
    public void eventOrphaned() {
        for (Observations observer : observers) {
            observer.eventOrphaned();
        }
    }

    @Override
    public void eventRouted(EventEnvelope event, String routeId, long lag) {
        for (Observations observer : observers) {
            observer.eventRouted(event, routeId, lag);
        }
    }

    @Override
    public void consumerStarted(String routeId, IntSupplier depth) {
        for (Observations observer : observers) {
            observer.consumerStarted(routeId, depth);
        }
    }

    @Override
    public void consumerStopped(String routeId) {
        for (Observations observer : observers) {
            observer.consumerStopped(routeId);
        }
    }

    @Override
    public void routeRemoved(String routeId) {
        for (Observations observer : observers) {
            observer.routeRemoved(routeId);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Observations observer : observers) {
            observer.close();
        }
    }
}
