package dev.callautomation.examples.reception;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceptionTest {

    private final ReceptionScenario scenario = ReceptionScenario.start();
    private final Main camel = new Main();

    @BeforeEach
    void start() {
        scenario.properties().forEach(camel::addOverrideProperty);
        camel.addOverrideProperty("camel.server.port", String.valueOf(scenario.port()));
        camel.start();
        scenario.announceCalls();
    }

    @AfterEach
    void stop() {
        camel.stop();
        scenario.close();
    }

    @Test
    void callersReachWhomTheyChoose() {
        scenario.all();
    }
}
