package dev.callautomation.camel.internal.health;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

import dev.callautomation.camel.internal.exchange.ServiceProbe;
import dev.callautomation.camel.internal.support.Availability;

/** Whether the service accepts the requests of the producers that share a client. */
final class ServiceCheck extends ReadinessCheck {

    private final ServiceProbe service;
    private final Probes.Probe probe;

    ServiceCheck(String id, ServiceProbe service, Probes probes) {
        super(id);
        this.service = service;
        this.probe = probes.add(service::probe);
    }

    void probe() {
        probe.use();
    }

    void close() {
        probe.close();
    }

    @Override
    void check(HealthCheckResultBuilder result) {
        probe();
        Availability.Status status = service.status();
        detail(result, HealthCheck.ENDPOINT_URI, service.address());
        if (service.lastStatus() != 0) {
            result.detail(AbstractHealthCheck.SERVICE_STATUS_CODE, service.lastStatus());
        }
        switch (status.state()) {
            case AVAILABLE -> result.up();
            case UNAVAILABLE -> down(result, "The service does not accept requests: " + status.reason());
            case UNKNOWN -> down(result, "The service has not responded yet");
        }
    }
}
