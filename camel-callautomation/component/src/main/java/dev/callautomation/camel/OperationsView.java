package dev.callautomation.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.console.ConsoleSources;
import dev.callautomation.camel.internal.health.HealthChecks;
import dev.callautomation.camel.internal.observation.MeterBinding;
import dev.callautomation.camel.internal.observation.MeterValues;

/**
 * What shows a started component to operations under its name in the context: health checks, meters and the dev console. Camel
 * starts a component that is added to a started context before it knows its name.
 */
final class OperationsView {

    private final CallAutomationComponent component;
    private @Nullable String name;
    private @Nullable HealthChecks health;

    OperationsView(CallAutomationComponent component) {
        this.component = component;
    }

    /** The component has started, or its name has become known. */
    synchronized void open(HealthChecks.Subjects subjects, MeterValues meters) throws Exception {
        if (name != null) {
            return;
        }
        CamelContext context = component.getCamelContext();
        name = meters.component();
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry != null && registry.isEnabled() && !isDisabled(context)) {
            health = new HealthChecks(
                    context,
                    name,
                    registry,
                    new HealthChecks.Kinds(
                            component.isHealthCheckConsumerEnabled(), component.isHealthCheckProducerEnabled()),
                    subjects);
        }
        ConsoleSources.of(context).add(name, new ConsoleView(component, name));
        MeterBinding.add(context, meters);
    }

    /** With this property, camel-main leaves the registry as it is: enabled, if it is on the class path. */
    private static boolean isDisabled(CamelContext context) {
        return context.getPropertiesComponent()
                .resolveProperty("camel.health.enabled")
                .filter("false"::equalsIgnoreCase)
                .isPresent();
    }

    /** {@code null} if the application has no health checks, or has disabled them. */
    synchronized @Nullable HealthChecks health() {
        return health;
    }

    synchronized void close() {
        if (name != null) {
            ConsoleSources.of(component.getCamelContext()).remove(name);
            name = null;
        }
        if (health != null) {
            health.close();
            health = null;
        }
    }
}
