package dev.callautomation.camel.ingress;

/** Told how the handling of an event ended. */
@FunctionalInterface
public interface EventOutcome {

    void handled(boolean successfully);
}
