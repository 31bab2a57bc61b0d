package dev.callautomation.camel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.apache.camel.Route;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.console.ComponentView;
import dev.callautomation.camel.internal.console.ComponentView.ConsumerView;
import dev.callautomation.camel.internal.console.Settings;
import dev.callautomation.camel.internal.support.IdentifierMask;
import dev.callautomation.camel.internal.support.UntrustedText;

/** What the dev console shows of a component. */
final class ConsoleView implements Supplier<ComponentView> {

    private final CallAutomationComponent component;
    private final String name;

    ConsoleView(CallAutomationComponent component, String name) {
        this.component = component;
        this.name = name;
    }

    @Override
    public ComponentView get() {
        IdentifierMask mask = IdentifierMask.of(component.getConfiguration());
        PropertyConfigurerGetter options = (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
        Map<String, Integer> lanes = component.lanes();
        return new ComponentView(
                name,
                component.node(),
                component.isCallbackEnabled() ? component.reception().callbackPath() : null,
                component.reception().callback(),
                component.reception().keys(),
                Settings.of(option -> options.getOptionValue(component, option, false), mask),
                component.getCamelContext().getRoutes().stream()
                        .filter(route -> RouteConsumers.endpoint(route, component) != null)
                        .map(route -> consumer(route, lanes, mask))
                        .toList(),
                component.callsInProgress(),
                component.pendingOperations().views(),
                component.counts(),
                mask);
    }

    private ConsumerView consumer(Route route, Map<String, Integer> lanes, IdentifierMask mask) {
        CallAutomationConfiguration options = Objects.requireNonNull(RouteConsumers.endpoint(route, component))
                .getConfiguration();
        return new ConsumerView(
                route.getRouteId(),
                String.valueOf(component.getCamelContext().getRouteController().getRouteStatus(route.getRouteId())),
                lanes.getOrDefault(route.getRouteId(), 0),
                filter(options, mask));
    }

    private static Map<String, String> filter(CallAutomationConfiguration options, IdentifierMask mask) {
        Map<String, String> filter = new LinkedHashMap<>();
        put(filter, "type", options.getType(), mask);
        put(filter, "callConnectionId", options.getCallConnectionId(), mask);
        put(filter, "operationContext", options.getOperationContext(), mask);
        put(filter, "from", options.getFrom(), mask);
        put(filter, "to", options.getTo(), mask);
        if (options.isOrphanedOnly()) {
            filter.put("orphanedOnly", "true");
        }
        if (options.isSkipStaleParticipants()) {
            filter.put("skipStaleParticipants", "true");
        }
        return filter;
    }

    private static void put(Map<String, String> filter, String option, @Nullable String value, IdentifierMask mask) {
        if (value != null) {
            filter.put(option, UntrustedText.singleLine(mask.in(value)));
        }
    }
}
