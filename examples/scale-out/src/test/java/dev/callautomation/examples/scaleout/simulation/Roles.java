package dev.callautomation.examples.scaleout.simulation;

import org.apache.camel.main.Main;

import dev.callautomation.examples.support.SimulatorSetup;

/** Roles of the example in the process of a test. */
final class Roles {

    private Roles() {}

    /** Has the properties of a role, and the environment that a cluster gives it; does not start it. */
    static Main configure(
            String role, String worker, int kafkaPort, int receiverPort, CallLog log, SimulatorSetup setup) {
        Main camel = new Main();
        camel.setPropertyPlaceholderLocations("classpath:" + role + ".properties");
        log.environment().forEach(camel::addInitialProperty);
        setup.properties().forEach(camel::addInitialProperty);
        camel.addInitialProperty("KAFKA", "127.0.0.1:" + kafkaPort);
        camel.addInitialProperty("PORT", String.valueOf(receiverPort));
        camel.addInitialProperty("WORKER", worker);
        camel.addInitialProperty("PUBLIC_URL", "http://localhost:" + receiverPort);
        camel.addInitialProperty("ACS_CONNECTION_STRING", "{{simulation.connection-string}}");
        camel.addInitialProperty("ACS_RESOURCE_ID", "{{simulation.resource-id}}");
        camel.addInitialProperty("CALLBACK_ISSUER", "{{simulation.issuer}}");
        camel.addInitialProperty("EVENT_GRID_SECRET", "{{simulation.event-grid-secret}}");
        camel.addInitialProperty("CONTEXT_HEADERS_KEY", "the-same-on-all-workers");
        return camel;
    }
}
