package dev.callautomation.camel.internal.support;

import org.apache.camel.CamelContext;

/**
 * The names under which an application sets options of the component. A runtime with other names than Camel's own adds an
 * instance to the registry.
 */
@FunctionalInterface
public interface OptionNames {

    /** Prefix of the properties of the component, in each runtime that has properties. */
    String PREFIX = "camel.component.callautomation.";

    /**
     * What to set, for messages.
     *
     * @param option the name of the option in camel case
     */
    String of(String option);

    /** Those of the runtime of a context. Camel Main is also what the Camel CLI and Quarkus use. */
    static OptionNames in(CamelContext context) {
        OptionNames provided = context.getRegistry().findSingleByType(OptionNames.class);
        if (provided != null) {
            return provided;
        }
        return readsProperties(context) ? option -> PREFIX + option : option -> "the option " + option;
    }

    private static boolean readsProperties(CamelContext context) {
        // Camel Main is known only by what it adds to a context
        return context.getClass().getName().contains(".quarkus.")
                || context.getLifecycleStrategies().stream()
                        .anyMatch(strategy -> strategy.getClass().getName().startsWith("org.apache.camel.main."));
    }
}
