package dev.callautomation.camel.internal.console;

import java.time.Instant;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;

/** Shows the components of a context. The option {@code limit} is the maximum number of entries of a list. */
@DevConsole(
        name = CallAutomationDevConsole.ID,
        displayName = "Call Automation",
        description = "Calls, operations and events of Azure Communication Services Call Automation")
public final class CallAutomationDevConsole extends AbstractDevConsole {

    static final String ID = "callautomation";
    private static final String LIMIT = "limit";
    private static final int DEFAULT_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1_000;

    public CallAutomationDevConsole() {
        super(
                "camel",
                ID,
                "Call Automation",
                "Calls, operations and events of Azure Communication Services Call Automation");
    }

    /** Whether it is enabled in the context or, as Camel Quarkus does without that, has been loaded. */
    public static boolean isUsed(CamelContext context) {
        DevConsoleRegistry loaded = context.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        return Boolean.TRUE.equals(context.isDevConsole())
                || loaded != null && loaded.getConsole(ID).isPresent();
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return new TextReport(limit(options), Instant.now())
                .of(ConsoleSources.of(getCamelContext()).views());
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        return new JsonReport(limit(options), Instant.now())
                .of(ConsoleSources.of(getCamelContext()).views());
    }

    private static int limit(Map<String, Object> options) {
        Object limit = options.get(LIMIT);
        return limit != null && limit.toString().matches("\\d{1,6}")
                ? Math.min(HIGHEST_LIMIT, Integer.parseInt(limit.toString()))
                : DEFAULT_LIMIT;
    }
}
