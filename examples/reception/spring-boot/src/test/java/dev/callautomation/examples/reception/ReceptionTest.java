package dev.callautomation.examples.reception;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@DirtiesContext
class ReceptionTest {

    private static final ReceptionScenario SCENARIO = ReceptionScenario.start();

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        SCENARIO.properties().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("server.port", SCENARIO::port);
    }

    @AfterAll
    static void stop() {
        SCENARIO.close();
    }

    @Test
    void callersReachWhomTheyChoose() {
        SCENARIO.announceCalls();

        SCENARIO.all();
    }
}
