package dev.callautomation.camel.springboot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The properties {@code camel.component.callautomation.*} of an application, in all spellings that Spring Boot accepts. They
 * are read as text and converted by Camel, so that a value means the same as in other runtimes of Camel.
 */
final class ComponentProperties {

    /** Those of the auto-configuration itself. */
    private static final Set<ConfigurationPropertyName> OTHERS =
            Set.of(ComponentOption.PREFIX.append("enabled"), ComponentOption.PREFIX.append("customizer.enabled"));

    private final List<ComponentOption> options;
    private final Environment environment;

    ComponentProperties(List<ComponentOption> options, Environment environment) {
        this.options = options;
        this.environment = environment;
    }

    /** Those that are set now, in an order in which the component can be configured. */
    List<ComponentProperty> all() {
        Binder binder = Binder.get(environment);
        return options.stream()
                // the object comes before its members
                .sorted((a, b) -> Boolean.compare(isConfiguration(b), isConfiguration(a)))
                .flatMap(option -> read(binder, option))
                .filter(property -> !property.isEmpty())
                .toList();
    }

    private static boolean isConfiguration(ComponentOption option) {
        return option.name().equals("configuration");
    }

    private Stream<ComponentProperty> read(Binder binder, ComponentOption option) {
        Stream<ComponentProperty> own = read(binder, option, option.property(), "").stream();
        if (!option.isObject()) {
            return own;
        }
        List<ComponentProperty> members = targets()
                .filter(target ->
                        target.option().equals(option) && !target.member().isEmpty())
                .distinct()
                .flatMap(target -> read(binder, option, target.name(), target.member()).stream())
                .toList();
        return Stream.concat(own, option.isMap() ? map(option, members) : members.stream());
    }

    /** The options, and the properties of objects, that are set in a source. */
    private Stream<OptionName> targets() {
        return sources().flatMap(source -> source.stream()
                .filter(ComponentOption.PREFIX::isAncestorOf)
                .flatMap(name -> target(source, name).stream()));
    }

    /** Under the name that is returned, the source has the value, too. */
    private Optional<OptionName> target(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return OptionName.of(options, name, isEnvironment(source))
                .filter(target -> source.getConfigurationProperty(target.name()) != null);
    }

    private static Stream<ComponentProperty> map(ComponentOption option, List<ComponentProperty> entries) {
        Map<String, Object> values = new LinkedHashMap<>();
        entries.forEach(entry -> values.putIfAbsent(entry.member(), entry.value()));
        return entries.stream()
                .limit(1)
                .map(first ->
                        new ComponentProperty(option, "", option.property().toString(), values, first.origin()));
    }

    private static Optional<ComponentProperty> read(
            Binder binder, ComponentOption option, ConfigurationPropertyName name, String member) {
        AtomicReference<Origin> origin = new AtomicReference<>();
        BindHandler remember = new BindHandler() {
            @Override
            public Object onSuccess(
                    ConfigurationPropertyName bound, Bindable<?> target, BindContext context, Object result) {
                origin.set(Origin.from(context.getConfigurationProperty()));
                return result;
            }
        };
        Object value = binder.bind(name, Bindable.of(Object.class), remember).orElse(null);
        return Optional.ofNullable(value)
                .map(found -> new ComponentProperty(option, member, name.toString(), text(found), origin.get()));
    }

    private static Object text(Object value) {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean
                ? value.toString()
                : value;
    }

    private Stream<IterableConfigurationPropertySource> sources() {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast);
    }

    /** Those that are not read. */
    List<ConfigurationProperty> unknown() {
        return sources()
                .flatMap(source -> source.stream()
                        .filter(ComponentOption.PREFIX::isAncestorOf)
                        .filter(name -> !OTHERS.contains(name))
                        .filter(name -> target(source, name).isEmpty())
                        .map(source::getConfigurationProperty))
                .toList();
    }

    private static boolean isEnvironment(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
    }
}
