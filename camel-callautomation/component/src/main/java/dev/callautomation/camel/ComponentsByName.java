package dev.callautomation.camel;

import java.util.Map;
import java.util.TreeMap;

import org.apache.camel.CamelContext;

/** The components of this type in a context. */
final class ComponentsByName {

    private ComponentsByName() {}

    static Map<String, CallAutomationComponent> of(CamelContext context) {
        Map<String, CallAutomationComponent> components = new TreeMap<>();
        for (String name : context.getComponentNames()) {
            if (context.hasComponent(name) instanceof CallAutomationComponent component) {
                components.put(name, component);
            }
        }
        return components;
    }
}
