package dev.callautomation.camel.internal.health;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.camel.health.HealthCheckResultBuilder;

import dev.callautomation.camel.internal.ingress.EventReception;
import dev.callautomation.camel.internal.security.KeyStatus;
import dev.callautomation.camel.internal.support.Availability;

/** Whether the keys that verify deliveries can be fetched. */
final class KeysCheck extends ReadinessCheck {

    private final EventReception reception;
    private final Probes.Probe probe;

    KeysCheck(String id, EventReception reception, Probes probes) {
        super(id);
        this.reception = reception;
        this.probe = probes.add(reception::probeKeys);
    }

    @Override
    void check(HealthCheckResultBuilder result) {
        List<KeyStatus> keys = reception.keys();
        if (keys.isEmpty()) {
            result.message("No deliveries with tokens are to be verified").up();
            return;
        }
        probe.use();
        detail(result, "issuer", keys.stream().map(KeyStatus::issuer).collect(Collectors.joining(", ")));
        // of each, so that an issuer whose keys are old is not hidden by another one
        keys.forEach(
                key -> detail(result, "keys.fetched." + key.issuer(), key.fetched() == null ? "never" : key.fetched()));
        String problems = keys.stream()
                .filter(key -> key.status().state() != Availability.State.AVAILABLE)
                .map(KeysCheck::problem)
                .collect(Collectors.joining("; "));
        if (problems.isEmpty()) {
            result.up();
        } else {
            down(result, problems);
        }
    }

    private static String problem(KeyStatus key) {
        String problem = key.status().state() == Availability.State.UNKNOWN
                ? "The keys of " + key.issuer() + " are not fetched yet"
                : "The keys of " + key.issuer() + " cannot be fetched: "
                        + key.status().reason();
        return problem
                + (key.expires() == null
                        ? "; its deliveries are answered with 503"
                        : "; deliveries are verified with those fetched before, until "
                                + key.expires().truncatedTo(ChronoUnit.SECONDS));
    }
}
