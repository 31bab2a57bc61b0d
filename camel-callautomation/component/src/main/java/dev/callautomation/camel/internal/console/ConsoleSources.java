package dev.callautomation.camel.internal.console;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/** The started components of a context. */
public final class ConsoleSources {

    private final Map<String, Supplier<ComponentView>> components = new ConcurrentSkipListMap<>();

    private ConsoleSources() {}

    public static ConsoleSources of(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        synchronized (extension) {
            ConsoleSources sources = extension.getContextPlugin(ConsoleSources.class);
            if (sources == null) {
                sources = new ConsoleSources();
                extension.addContextPlugin(ConsoleSources.class, sources);
            }
            return sources;
        }
    }

    public void add(String name, Supplier<ComponentView> component) {
        components.put(name, component);
    }

    public void remove(String name) {
        components.remove(name);
    }

    List<ComponentView> views() {
        return components.values().stream().map(Supplier::get).toList();
    }
}
