package dev.callautomation.camel.springboot;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

import dev.callautomation.camel.CallAutomationComponent;

/** The readiness checks of the components of this type, and of no other, in one health indicator. */
final class CallAutomationHealthIndicator extends AbstractHealthIndicator {

    private static final Set<String> SUBJECTS = Set.of("-callback", "-keys", "-relay");

    private final ListableBeanFactory application;

    CallAutomationHealthIndicator(ListableBeanFactory application) {
        super("The health checks of the Camel component callautomation have failed");
        this.application = application;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(Status.UP);
        application.getBeansOfType(CamelContext.class).values().stream()
                .flatMap(context -> results(context).stream())
                .forEach(result -> add(health, result));
    }

    /** Those of checks that Camel's configuration excludes are not among them. */
    private static Collection<HealthCheck.Result> results(CamelContext context) {
        Set<String> ids = components(context)
                .flatMap(component -> SUBJECTS.stream().map(subject -> component + subject))
                .collect(Collectors.toSet());
        return HealthCheckHelper.invoke(
                context,
                check -> Map.of(HealthCheck.CHECK_KIND, HealthCheck.Kind.READINESS),
                check -> !ids.contains(check.getId()),
                "full");
    }

    private static Stream<String> components(CamelContext context) {
        return context.getComponentNames().stream()
                .filter(name -> context.hasComponent(name) instanceof CallAutomationComponent);
    }

    private static void add(Health.Builder health, HealthCheck.Result result) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", result.getState().name());
        result.getDetails().forEach((name, value) -> {
            if (!HealthCheckHelper.isReservedKey(name)) {
                details.put(name, value);
            }
        });
        health.withDetail(result.getCheck().getId(), details);
        if (result.getState() == State.DOWN) {
            health.down();
        }
    }
}
