package dev.callautomation.camel.internal.observation;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.internal.security.RefusalKind;

/** Passes everything on to several observers. */
public final class CompositeObservations implements Observations {

    private final CopyOnWriteArrayList<Observations> observers;
    private volatile boolean closed;

    public CompositeObservations(Observations... observers) {
        this.observers = new CopyOnWriteArrayList<>(observers);
    }

    public boolean isClosed() {
        return closed;
    }

    /** The observer is told what happens from now on, once however often it is added. */
    public void add(Observations observer) {
        observers.addIfAbsent(observer);
    }

    @Override
    public void requestRetried(CallAutomationOperation operation, int status) {
        observers.forEach(observer -> observer.requestRetried(operation, status));
    }

    @Override
    public void requestEnded(CallAutomationOperation operation, int status, long duration) {
        observers.forEach(observer -> observer.requestEnded(operation, status, duration));
    }

    @Override
    public void operationAccepted(CallAutomationOperation operation) {
        observers.forEach(observer -> observer.operationAccepted(operation));
    }

    @Override
    public void operationEnded(
            CallAutomationOperation operation, OperationOutcome outcome, Integer subCode, long duration) {
        observers.forEach(observer -> observer.operationEnded(operation, outcome, subCode, duration));
    }

    @Override
    public void deliveryAccepted() {
        observers.forEach(Observations::deliveryAccepted);
    }

    @Override
    public void deliveryRefused(RefusalKind kind) {
        observers.forEach(observer -> observer.deliveryRefused(kind));
    }

    @Override
    public void otherRefused(RefusalKind kind) {
        observers.forEach(observer -> observer.otherRefused(kind));
    }

    @Override
    public void eventReceived(EventEnvelope event) {
        observers.forEach(observer -> observer.eventReceived(event));
    }

    @Override
    public void eventDeduplicated() {
        observers.forEach(Observations::eventDeduplicated);
    }

    @Override
    public void eventRedelivered() {
        observers.forEach(Observations::eventRedelivered);
    }

    @Override
    public void eventUnmatched() {
        observers.forEach(Observations::eventUnmatched);
    }

    @Override
    public void eventOrphaned() {
        observers.forEach(Observations::eventOrphaned);
    }

    @Override
    public void eventRouted(EventEnvelope event, String routeId, long lag) {
        observers.forEach(observer -> observer.eventRouted(event, routeId, lag));
    }

    @Override
    public void consumerStarted(String routeId, IntSupplier depth) {
        observers.forEach(observer -> observer.consumerStarted(routeId, depth));
    }

    @Override
    public void consumerStopped(String routeId) {
        observers.forEach(observer -> observer.consumerStopped(routeId));
    }

    @Override
    public void routeRemoved(String routeId) {
        observers.forEach(observer -> observer.routeRemoved(routeId));
    }

    @Override
    public void close() {
        closed = true;
        observers.forEach(Observations::close);
    }
}
