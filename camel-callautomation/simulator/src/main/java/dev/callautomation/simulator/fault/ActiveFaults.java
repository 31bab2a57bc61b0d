package dev.callautomation.simulator.fault;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** The faults that are set. The first one whose condition holds is returned; the caller injects it. Thread-safe. */
public final class ActiveFaults {

    private List<Armed> armed = List.of();

    /**
     * Puts these in the place of those before.
     *
     * @throws IllegalArgumentException saying which one is wrong and why; those before stay then
     */
    public synchronized void set(List<Fault> faults) {
        faults.forEach(Fault::check);
        EventNames.check(faults);
        armed = faults.stream().map(Armed::new).toList();
    }

    /** Forgets all. */
    public synchronized void clear() {
        armed = List.of();
    }

    /** All of them in their order, also those that are used up. */
    public synchronized List<FaultCount> counts() {
        return armed.stream()
                .map(each -> new FaultCount(each.fault, each.injected))
                .toList();
    }

    /** What happens to a request now; {@code ids} are those of its call and of its call connection, if it has any. */
    public Optional<OperationFault> ofOperation(String operation, Collection<String> ids) {
        return match(OperationFault.class, fault -> fault.when().concerns(operation, ids));
    }

    /** What happens to a callback now. */
    public Optional<EventFault> ofCallback(String type, Collection<String> ids) {
        return match(EventFault.class, fault -> !fault.early() && fault.when().concerns(type, ids));
    }

    /** What happens to an event of Event Grid now. */
    public Optional<EventFault> ofGridEvent(String type, Collection<String> ids) {
        return match(
                EventFault.class,
                fault -> fault.suitsEventGrid() && fault.when().concerns(type, ids));
    }

    /** The types of events, of which the answer to this operation, which has been accepted, has to wait for one now. */
    public Optional<Set<String>> awaitedBefore(String operation, Collection<String> ids) {
        Set<String> consequences = OperationEvents.of(operation);
        return match(
                        EventFault.class,
                        fault -> fault.early()
                                && consequences.stream()
                                        .anyMatch(type -> fault.when().concerns(type, ids)))
                .map(fault -> fault.when().name().equals(Trigger.ANY)
                        ? consequences
                        : Set.of(fault.when().name()));
    }

    private synchronized <F extends Fault> Optional<F> match(Class<F> kind, Predicate<F> fits) {
        // most simulators have none, and each request and event asks
        return armed.isEmpty()
                ? Optional.empty()
                : armed.stream()
                        .filter(each ->
                                kind.isInstance(each.fault) && fits.test(kind.cast(each.fault)) && each.isInjected())
                        .findFirst()
                        .map(each -> kind.cast(each.fault));
    }

    /** A fault, its random numbers and its count. */
    private static final class Armed {

        private final Fault fault;
        private final Random random;
        private long injected;

        private Armed(Fault fault) {
            this.fault = fault;
            Long seed = fault.when().seed();
            this.random = seed == null ? new Random() : new Random(seed);
        }

        private boolean isInjected() {
            boolean left = fault.times() == Fault.ALWAYS || injected < fault.times();
            boolean matched = left
                    && (fault.when().chance() == 1
                            || random.nextDouble() < fault.when().chance());
            injected += matched ? 1 : 0;
            return matched;
        }
    }
}
