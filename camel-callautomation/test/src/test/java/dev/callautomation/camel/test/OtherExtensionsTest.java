package dev.callautomation.camel.test;

import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** In Spring, the annotation leaves the time at which the application starts, and what Spring injects, to Spring. */
class OtherExtensionsTest {

    @Nested
    @CallAutomationTest
    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    class WithAServerThatStartsBefore {

        private static final AtomicReference<String> ADDRESS = new AtomicReference<>();
        private static final AtomicReference<String> STARTED = new AtomicReference<>();

        @RegisterExtension
        static final BeforeAllCallback SERVER = context -> ADDRESS.set("http://localhost:1234");

        @BeforeAll
        static void start() {
            STARTED.set("yes");
        }

        @DynamicPropertySource
        static void address(DynamicPropertyRegistry registry) {
            String known = String.valueOf(ADDRESS.get());
            String started = String.valueOf(STARTED.get());
            registry.add("crm.address", () -> known);
            registry.add("crm.started", () -> started);
        }

        @Test
        void theApplicationKnowsTheServer(
                @Value("${crm.address}") String address,
                @Value("${crm.started}") String started,
                CallAutomationSimulator simulator) {
            assertThat(address).isEqualTo("http://localhost:1234");
            assertThat(started).isEqualTo("yes");
            assertThat(simulator.calls()).isEmpty();
        }
    }

    @Nested
    @CallAutomationTest
    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    @DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
    class WithAContextOfItsOwn {

        private static CallAutomationSimulator ofTheClass;

        @Test
        void theFieldOfTheClassHasTheSimulatorOfTheContext(@Autowired CallAutomationSimulator bean) {
            assertThat(ofTheClass).isSameAs(bean);
        }
    }

    @Nested
    @CallAutomationTest
    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    class WithADirtyContext {

        private static CallAutomationSimulator ofTheClass;

        @Test
        @DirtiesContext
        void a(@Autowired CallAutomationSimulator bean) {
            assertThat(ofTheClass).isSameAs(bean);
        }

        @Test
        void b(@Autowired CallAutomationSimulator bean) {
            assertThat(ofTheClass).isSameAs(bean);
        }
    }

    @Nested
    @CallAutomationTest
    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    class WithAnAutowiredConstructor {

        private final CallAutomationSimulator simulator;

        @Autowired
        WithAnAutowiredConstructor(CallAutomationSimulator simulator) {
            this.simulator = simulator;
        }

        @Test
        void springInjectsTheSimulator(CallAutomationSimulator same) {
            assertThat(simulator).isSameAs(same);
        }
    }

    @Nested
    @CallAutomationTest
    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    @TestConstructor(autowireMode = AutowireMode.ALL)
    class WithATestConstructor {

        private final CallAutomationSimulator simulator;

        WithATestConstructor(CallAutomationSimulator simulator) {
            this.simulator = simulator;
        }

        @Test
        void springInjectsTheSimulator(CallAutomationSimulator same) {
            assertThat(simulator).isSameAs(same);
        }
    }

    @Nested
    @CallAutomationTest
    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    class WithAnyConstructor {

        private final CallAutomationSimulator simulator;

        WithAnyConstructor(CallAutomationSimulator simulator) {
            this.simulator = simulator;
        }

        @Test
        void theSimulatorIsInjected(CallAutomationSimulator same) {
            assertThat(simulator).isSameAs(same);
        }
    }
}
