package dev.callautomation.camel.test;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.web.embedded.undertow.UndertowServletWebServerFactory;
import org.springframework.boot.web.servlet.server.ServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;

import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** Each application context has a simulator of its own. */
class SpringContextsTest {

    private static final Set<CallAutomationSimulator> USED = Collections.newSetFromMap(new IdentityHashMap<>());

    private static void answeredCall(CallAutomationSimulator simulator) {
        String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);
        simulator.await(call).event("CallConnected");
        simulator.phone(MenuRoutes.CALLER).heard("for sales");
        simulator.phone(MenuRoutes.CALLER).hangUp();
    }

    @Nested
    @SpringBootTest(
            classes = SpringApplication.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "server.servlet.context-path=/office",
                "spring.mvc.servlet.path=/app/",
                "spring.main.lazy-initialization=true"
            })
    @CallAutomationTest
    class WithAContextPath {

        @Test
        void callsAreAnswered(CallAutomationSimulator simulator) {
            answeredCall(simulator);
            assertThat(simulator.expectRequest("answerCall").text("callbackUri"))
                    .matches("http://localhost:\\d+/office/app/callautomation/events");
        }
    }

    @Nested
    @SpringBootTest(
            classes = {SpringApplication.class, OnUndertow.Server.class},
            webEnvironment = WebEnvironment.RANDOM_PORT)
    @CallAutomationTest
    class OnUndertow {

        static class Server {

            @Bean
            ServletWebServerFactory webServer() {
                return new UndertowServletWebServerFactory();
            }
        }

        @Test
        void callsAreAnswered(CallAutomationSimulator simulator) {
            answeredCall(simulator);
        }
    }

    @Nested
    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    @CallAutomationTest(eventGrid = "IncomingCall")
    class AfterAContextWasClosed {

        private CallAutomationSimulator simulator;

        @RepeatedTest(2)
        @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
        void before() {
            assertThat(USED.add(simulator)).isTrue();
            answeredCall(simulator);
        }

        @RepeatedTest(2)
        @DirtiesContext
        void after(RepetitionInfo repetition) {
            assertThat(USED.add(simulator) || repetition.getCurrentRepetition() == 1)
                    .isTrue();
            answeredCall(simulator);
        }
    }
}
