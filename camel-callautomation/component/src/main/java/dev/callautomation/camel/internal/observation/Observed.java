package dev.callautomation.camel.internal.observation;

/**
 * The observers of a component.
 *
 * @param observations is told what happens, and tells all observers
 */
public record Observed(CompositeObservations observations, Counters counters, CallsInProgress calls, Lanes lanes) {

    public Observed() {
        this(new Counters(), new CallsInProgress(), new Lanes());
    }

    private Observed(Counters counters, CallsInProgress calls, Lanes lanes) {
        this(new CompositeObservations(counters, calls, lanes), counters, calls, lanes);
    }
}
