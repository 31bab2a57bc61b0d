package dev.callautomation.camel.docs;

import java.lang.reflect.Method;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;

import dev.callautomation.camel.CallAutomationComponent;

/** The attributes and operations of the component's MBean. */
final class JmxTable {

    private JmxTable() {}

    static String asciidoc() {
        return Tables.table(
                "2,1,4",
                "| Name | Kind | Description",
                Stream.of(CallAutomationComponent.class.getMethods())
                        .map(JmxTable::row)
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .collect(Collectors.joining()));
    }

    private static String row(Method method) {
        ManagedAttribute attribute = method.getAnnotation(ManagedAttribute.class);
        if (attribute != null) {
            return "| `" + method.getName().substring("get".length()) + "` | attribute | " + attribute.description()
                    + "\n";
        }
        ManagedOperation operation = method.getAnnotation(ManagedOperation.class);
        return operation == null
                ? ""
                : "| `" + method.getName() + "()` | operation | " + operation.description() + "\n";
    }
}
