package dev.callautomation.camel.ingress;

/** Told how the handling of an event ended. */
@FunctionalInterface
public interface EventOutcome {

    void handled(boolean successfully);

    /** The receiver does not want the event after all, now; it may want it when it comes again. */
    default void passed() {
        handled(true);
    }
}
