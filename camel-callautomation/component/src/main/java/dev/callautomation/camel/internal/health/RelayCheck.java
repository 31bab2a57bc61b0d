package dev.callautomation.camel.internal.health;

import java.util.Optional;

import org.apache.camel.health.HealthCheckResultBuilder;

import dev.callautomation.camel.internal.completion.RelayedOperations;
import dev.callautomation.camel.internal.support.Availability;

/** Whether this node can send messages to all nodes, and they come back to it, as far as they are to. */
final class RelayCheck extends ReadinessCheck {

    private final RelayedOperations relay;
    private final Probes.Probe probe;

    RelayCheck(String id, RelayedOperations relay, Probes probes) {
        super(id);
        this.relay = relay;
        this.probe = probes.add(relay::probe);
    }

    void probe() {
        probe.use();
    }

    @Override
    void check(HealthCheckResultBuilder result) {
        Optional<Availability.Status> status = relay.status();
        if (status.isEmpty()) {
            result.message("No events are to be relayed").up();
            return;
        }
        probe();
        switch (status.get().state()) {
            case AVAILABLE -> result.up();
            case UNAVAILABLE ->
                down(
                        result,
                        "The relay between nodes does not work: " + status.get().reason());
            case UNKNOWN -> down(result, "No message of the relay between nodes has come back yet");
        }
    }
}
