package dev.callautomation.camel.event;

/** Told how the handling of an event ended. */
@FunctionalInterface
public interface EventOutcome {

    void handled(boolean successfully);
}
