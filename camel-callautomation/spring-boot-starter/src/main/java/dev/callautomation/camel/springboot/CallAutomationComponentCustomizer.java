package dev.callautomation.camel.springboot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.TypeConversionException;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.PropertyBindingSupport;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;

import dev.callautomation.camel.CallAutomationComponent;
import dev.callautomation.camel.CallAutomationComponentConfigurer;
import dev.callautomation.camel.CallAutomationConstants;
import dev.callautomation.camel.springboot.InvalidComponentPropertiesException.Problem;

/**
 * Sets the properties of the application on the component {@code callautomation}. They are checked when the application
 * starts, whether or not a route uses the component, and read again when the component is created: addresses such as
 * {@code ${local.server.port}} are known only then.
 */
final class CallAutomationComponentCustomizer implements ComponentCustomizer, SmartInitializingSingleton {

    private final ApplicationContext application;
    private final CamelContext camel;
    private final ComponentProperties properties;
    private final PropertyConfigurer configurer = new CallAutomationComponentConfigurer();

    CallAutomationComponentCustomizer(ApplicationContext application, CamelContext camel) {
        this.application = application;
        this.camel = camel;
        this.properties = new ComponentProperties(ComponentOption.all(), application.getEnvironment());
    }

    /** Components of other names, for further resources, have a bean, which the properties must not change. */
    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof CallAutomationComponent
                && name.equals(CallAutomationConstants.SCHEME)
                && HierarchicalPropertiesEvaluator.evaluate(
                        application, "camel.component.customizer", ComponentOption.PREFIX + ".customizer");
    }

    @Override
    public void afterSingletonsInstantiated() {
        Component scratch = new CallAutomationComponent(camel);
        failOn(Stream.concat(
                        properties.unknown().stream().map(Problem::unknown),
                        properties.all().stream()
                                .filter(property -> !property.isLate())
                                .flatMap(property -> set(scratch, property).stream()))
                .toList());
    }

    @Override
    public void configure(String name, Component target) {
        List<Problem> problems = new ArrayList<>();
        for (ComponentProperty property : properties.all()) {
            set(target, property).ifPresent(problems::add);
        }
        failOn(problems);
    }

    private static void failOn(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidComponentPropertiesException(problems);
        }
    }

    private Optional<Problem> set(Component target, ComponentProperty property) {
        if (property.unsetVariable().isPresent()) {
            return property.unsetVariable()
                    .map(variable -> Problem.invalid(property, "The variable " + variable + " is not set"));
        }
        if (property.unsetPlaceholder().isPresent()) {
            return property.unsetPlaceholder()
                    .map(name -> Problem.invalid(
                            property, "The value has a placeholder ${" + name + "} of a property that is not set"));
        }
        if (property.isReference() || !property.member().isEmpty()) {
            return bind(target, property, property.value());
        }
        Object value;
        try {
            value = resolved(property.value());
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    Problem.invalid(property, "The value has a placeholder {{...}} of a property that is not set"));
        }
        return value instanceof String text && property.option().isObject()
                ? bind(target, property, text.startsWith("#") ? text : "#bean:" + text)
                : convert(target, property, property.option().isText() ? value : trimmed(value));
    }

    private Object resolved(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> resolved = new HashMap<>();
            map.forEach((name, entry) -> resolved.put(name, resolved(entry)));
            return resolved;
        }
        return value instanceof String text ? camel.resolvePropertyPlaceholders(text) : value;
    }

    /** In a file of properties, a value may have spaces at its end that cannot be seen. */
    private static Object trimmed(Object value) {
        return value instanceof String text ? text.trim() : value;
    }

    private Optional<Problem> convert(Component target, ComponentProperty property, Object value) {
        try {
            property.option().checkForm(camel, value);
            configurer.configure(camel, target, property.option().name(), value, true);
            return Optional.empty();
        } catch (TypeConversionException | IllegalArgumentException e) {
            // a secret is a text or an object; the exception would contain it
            return Optional.of(Problem.invalid(
                    property,
                    (property.option().isObject() ? "The value" : "'" + value + "'") + " is not "
                            + property.option().expected()));
        } catch (LinkageError e) {
            return Optional.of(Problem.invalid(property, RootCause.of(e).describe(property)));
        }
    }

    private Optional<Problem> bind(Component target, ComponentProperty property, Object value) {
        try {
            PropertyBindingSupport.build()
                    .withConfigurer(configurer)
                    .withIgnoreCase(true)
                    .withMandatory(true)
                    .bind(camel, target, property.path(), value);
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            // constructors and setters of the application throw what they like
            String cause = RootCause.of(e).describe(property);
            return Optional.of(
                    Problem.invalid(property, cause.isEmpty() ? reason(property) : reason(property) + ". " + cause));
        }
    }

    private static String reason(ComponentProperty property) {
        if (!property.member().isEmpty()) {
            return "A " + property.option().javaType() + " has no such property, or not of this type";
        }
        // without #, it may be anything that was put in by mistake
        String reference = property.isReference() ? property.value().toString() : "The value";
        return reference + " does not refer to a " + property.option().javaType()
                + "; write #bean: and the name of a bean, or #class: and the name of a class";
    }
}
