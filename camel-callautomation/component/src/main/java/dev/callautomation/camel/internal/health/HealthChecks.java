package dev.callautomation.camel.internal.health;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.WritableHealthCheckRepository;

import dev.callautomation.camel.internal.completion.PendingOperations;
import dev.callautomation.camel.internal.completion.RelayedOperations;
import dev.callautomation.camel.internal.connection.Clients;
import dev.callautomation.camel.internal.connection.ServiceClient;
import dev.callautomation.camel.internal.ingress.EventReception;
import dev.callautomation.camel.internal.journal.CallJournal;
import dev.callautomation.camel.internal.observation.Counters;
import dev.callautomation.camel.internal.support.ThreadPools;

/** The health checks of a component, registered until they are closed. */
public final class HealthChecks {

    private static final String PRODUCERS = "producers";

    private final CamelContext context;
    private final HealthCheckRegistry registry;
    private final ScheduledExecutorService timer;
    private final ExecutorService threads;
    private final List<HealthCheck> checks = new ArrayList<>();
    private final ServiceChecks services;

    /**
     * What the checks of a component are about.
     *
     * @param callback whether the component receives deliveries by HTTP
     * @param relay    {@code null} if there is none
     * @param clients  those of the producers
     * @param journal  {@code null} if calls are not recorded
     */
    public record Subjects(
            EventReception reception,
            boolean callback,
            PendingOperations operations,
            RelayedOperations relay,
            Clients clients,
            Counters counters,
            CallJournal journal) {}

    /**
     * Which checks are wanted.
     *
     * @param consumers those of the reception of events
     * @param producers those of the service
     */
    public record Kinds(boolean consumers, boolean producers) {}

    /**
     * Registers the checks of a component.
     *
     * @param name     of the component, with which the ids of its checks begin
     * @param registry of the context
     */
    public HealthChecks(
            CamelContext context, String name, HealthCheckRegistry registry, Kinds kinds, Subjects subjects) {
        this.context = context;
        this.registry = registry;
        this.timer = ThreadPools.timer(context, subjects, "CallAutomationHealthTimer");
        // each probe has one attempt at a time
        this.threads = ThreadPools.unlimited(context, subjects, "CallAutomationHealth");
        Probes probes = new Probes(timer, threads, registry::isEnabled, System::nanoTime);
        if (kinds.consumers()) {
            addChecks(name, probes, subjects);
        }
        // Camel has those of producers in a repository that is disabled by default
        WritableHealthCheckRepository repository = kinds.producers()
                ? HealthCheckHelper.getHealthCheckRepository(context, PRODUCERS, WritableHealthCheckRepository.class)
                : null;
        this.services = repository == null ? null : new ServiceChecks("producer:" + name, repository, probes);
        if (services != null) {
            subjects.clients().whenClosed(services::remove);
        }
    }

    private void addChecks(String name, Probes probes, Subjects subjects) {
        if (subjects.callback()) {
            checks.add(new CallbackCheck(name + "-callback", subjects));
            checks.add(new KeysCheck(name + "-keys", subjects.reception(), probes));
        }
        if (subjects.relay() != null) {
            RelayCheck check = new RelayCheck(name + "-relay", subjects.relay(), probes);
            if (!registry.isExcluded(check)) {
                // the first invocation finds a result
                check.probe();
            }
            checks.add(check);
        }
        checks.forEach(registry::register);
    }

    /** A producer uses a client. */
    public void use(ServiceClient client) {
        if (services != null) {
            services.add(client);
        }
    }

    public void close() {
        checks.forEach(registry::unregister);
        if (services != null) {
            services.close();
        }
        context.getExecutorServiceManager().shutdownNow(timer);
        context.getExecutorServiceManager().shutdownNow(threads);
    }
}
