package dev.callautomation.camel.kamelets;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;

import dev.callautomation.camel.test.CallAutomationTest;
import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** Pipes run in Spring Boot as they do elsewhere. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=classpath:pipes/recognize-digits.yaml",
            "camel.component.callautomation.cognitive-services-endpoint=https://ai.example.com/"
        })
@CallAutomationTest
class PipesInSpringBootTest {

    @Configuration
    @EnableAutoConfiguration
    static class PipeApplication {}

    @Test
    void aPipeRecognizesDigits(CallAutomationSimulator simulator) {
        String call = simulator.phone(Application.CALLER).call(Application.NUMBER);

        assertThat(simulator.expectRequest("recognize", call).text("playPrompt/text/text"))
                .isEqualTo("Please enter your number");
    }
}
