package dev.callautomation.benchmark.event;

import org.apache.camel.main.Main;

/** An application on camel-main with the server of platform-http. */
final class CamelMain {

    /** What all applications serve. */
    static final String PATH = "/callautomation/events";

    private CamelMain() {}

    static Main create(int port) {
        Main main = new Main();
        main.addInitialProperty("camel.main.startupSummaryLevel", "Off");
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.host", "127.0.0.1");
        main.addInitialProperty("camel.server.port", String.valueOf(port));
        return main;
    }
}
