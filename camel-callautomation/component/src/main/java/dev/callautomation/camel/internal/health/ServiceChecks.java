package dev.callautomation.camel.internal.health;

import java.util.HashMap;
import java.util.Map;

import org.apache.camel.health.WritableHealthCheckRepository;

import dev.callautomation.camel.internal.connection.ServiceClient;
import dev.callautomation.camel.internal.exchange.ServiceProbe;

/**
 * The checks of the service: one for each client, however many producers share it, until the client is closed some time after
 * the last of them.
 */
final class ServiceChecks {

    private final String prefix;
    private final WritableHealthCheckRepository repository;
    private final Probes probes;
    private final Map<ServiceClient, ServiceCheck> checks = new HashMap<>();

    /** @param prefix of the ids of checks */
    ServiceChecks(String prefix, WritableHealthCheckRepository repository, Probes probes) {
        this.prefix = prefix;
        this.repository = repository;
        this.probes = probes;
    }

    /** The client is in use, if only by a producer that Camel does not cache. */
    synchronized void add(ServiceClient client) {
        checks.computeIfAbsent(client, this::create);
    }

    private ServiceCheck create(ServiceClient client) {
        ServiceProbe service = new ServiceProbe(client);
        ServiceCheck check = new ServiceCheck(id(service.address().replaceFirst(".*://", "")), service, probes);
        if (repository.isEnabled()) {
            // the first invocation finds a result
            check.probe();
        }
        repository.addHealthCheck(check);
        return check;
    }

    /** Clients of the same resource may differ in their credentials. */
    private String id(String host) {
        String id = prefix + "-" + host;
        int number = 1;
        while (isTaken(number == 1 ? id : id + "-" + number)) {
            number++;
        }
        return number == 1 ? id : id + "-" + number;
    }

    private boolean isTaken(String id) {
        return checks.values().stream().anyMatch(check -> check.getId().equals(id));
    }

    /** The client is closed. */
    synchronized void remove(ServiceClient client) {
        ServiceCheck check = checks.remove(client);
        if (check != null) {
            end(check);
        }
    }

    synchronized void close() {
        checks.values().forEach(this::end);
        checks.clear();
    }

    private void end(ServiceCheck check) {
        repository.removeHealthCheck(check);
        check.close();
    }
}
