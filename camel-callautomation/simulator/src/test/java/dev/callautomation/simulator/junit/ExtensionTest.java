package dev.callautomation.simulator.junit;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SimulatorOptions;

import static org.assertj.core.api.Assertions.assertThat;

class ExtensionTest {

    @Nested
    @ExtendWith(CallAutomationSimulatorExtension.class)
    class HandedIn {

        private static CallAutomationSimulator last;

        @RepeatedTest(2)
        void everyTestGetsTheSameSimulatorWithoutTheCallsOfTheOneBefore(CallAutomationSimulator simulator) {
            assertThat(simulator.calls()).isEmpty();
            simulator.phone("+15550001111").call("+18005550100");
            assertThat(simulator.calls()).hasSize(1);
            assertThat(last == null || last == simulator).isTrue();
            last = simulator;
        }
    }

    @Nested
    class WithOptions {

        @RegisterExtension
        static final CallAutomationSimulatorExtension SIMULATOR =
                new CallAutomationSimulatorExtension(SimulatorOptions.defaults().withVirtualTime(true));

        @Test
        void theOptionsAreTheSimulators() {
            CallAutomationSimulator simulator = SIMULATOR.simulator();
            String call = simulator.phone("+15550001111").call("+18005550100");

            simulator.advance(Duration.ofSeconds(30));

            assertThat(simulator.call(call).orElseThrow().state().wireName()).isEqualTo("disconnected");
        }
    }
}

@ExtendWith(CallAutomationSimulatorExtension.class)
class NestedClassesTest {

    private static final Set<URI> SEEN = new HashSet<>();

    @AfterAll
    static void allUsedOneSimulator() {
        assertThat(SEEN).hasSize(1);
    }

    @Test
    void around(CallAutomationSimulator simulator) {
        SEEN.add(simulator.uri());
        assertThat(simulator.calls()).isEmpty();
    }

    @Nested
    class First {

        @Test
        void inside(CallAutomationSimulator simulator) {
            SEEN.add(simulator.uri());
            assertThat(simulator.calls()).isEmpty();
        }
    }

    @Nested
    class Second {

        @Test
        void inside(CallAutomationSimulator simulator) {
            SEEN.add(simulator.uri());
            assertThat(simulator.calls()).isEmpty();
        }
    }
}
