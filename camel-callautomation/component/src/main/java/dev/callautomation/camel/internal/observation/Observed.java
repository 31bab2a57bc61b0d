package dev.callautomation.camel.internal.observation;

import java.util.List;

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
        this(new CompositeObservations(counters, lanes), counters, calls, lanes);
    }

    /** Records calls from now on. They are for the dev console alone, and recording takes 2 to 4% of the CPU of an event. */
    public void recordCalls() {
        observations.add(calls);
    }

    /** The calls in progress. If they have not been recorded, they are from now on. */
    public List<CallInProgress> callsInProgress() {
        recordCalls();
        return calls.list();
    }
}
