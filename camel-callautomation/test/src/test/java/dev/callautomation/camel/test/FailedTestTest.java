package dev.callautomation.camel.test;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;

import dev.callautomation.simulator.CallAutomationSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

/** What is printed when a test fails, and what is not when it passes. */
@ExtendWith(OutputCaptureExtension.class)
class FailedTestTest {

    @Test
    void theTimelinesOfTheCallsOfAFailedTestArePrinted(CapturedOutput output) {
        run(Failing.class).testEvents().assertStatistics(tests -> tests.failed(1));

        assertThat(output.getErr())
                .contains("Calls of fails(CallAutomationSimulator) in the simulator:")
                .containsPattern("Call [0-9a-f-]{36}, ")
                .contains("event grid -> application: IncomingCall", "service -> application: CallConnected 200/0");
    }

    @Test
    void nothingIsPrintedForATestThatPasses(CapturedOutput output) {
        run(Passing.class).testEvents().assertStatistics(tests -> tests.succeeded(1));

        assertThat(output.getErr()).doesNotContain("in the simulator:");
    }

    @Test
    void aTestThatFailsBeforeItBeginsIsAFailedTestToo(CapturedOutput output) {
        run(FailingBefore.class).testEvents().assertStatistics(tests -> tests.failed(1));

        assertThat(output.getErr()).contains("Calls of neverRuns() in the simulator:", "There is no call.");
    }

    @Test
    void aFailedTestOfSpringWhoseContextIsClosedPrintsItsTimelines(CapturedOutput output) {
        run(FailingInSpring.class).testEvents().assertStatistics(tests -> tests.failed(1));

        assertThat(output.getErr()).contains("Calls of fails(CallAutomationSimulator)", "CallConnected 200/0");
    }

    @Test
    void aTestOfSpringWithoutAWebServerSaysWhatToWrite() {
        for (Class<?> test : new Class<?>[] {Mocked.class, WithoutWeb.class}) {
            run(test)
                    .allEvents()
                    .assertThatEvents()
                    .haveAtLeastOne(finishedWithFailure(
                            message(text -> text.contains("@SpringBootTest(webEnvironment = RANDOM_PORT)"))));
        }
    }

    @Test
    void classesThatRunAtTheSameTimeDoNotShareAnything() {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .selectors(selectClass(Passing.class), selectClass(PassingBeside.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.succeeded(2));
    }

    private static EngineExecutionResults run(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .execute();
    }

    private static void answeredCall(CallAutomationSimulator simulator) {
        String call = simulator.phone(MenuRoutes.CALLER).call(MenuRoutes.OUR_NUMBER);
        simulator.await(call).event("CallConnected");
        simulator.phone(MenuRoutes.CALLER).heard("for sales");
        assertThat(simulator.calls()).hasSize(1);
        simulator.phone(MenuRoutes.CALLER).hangUp();
    }

    @CallAutomationTest
    static class Passing extends CamelTestSupport {

        @Override
        protected RoutesBuilder createRouteBuilder() {
            return new MenuRoutes();
        }

        @Test
        void passes(CallAutomationSimulator simulator) {
            answeredCall(simulator);
        }
    }

    static class PassingBeside extends Passing {}

    @CallAutomationTest
    static class Failing extends CamelTestSupport {

        @Override
        protected RoutesBuilder createRouteBuilder() {
            return new MenuRoutes();
        }

        @Test
        void fails(CallAutomationSimulator simulator) {
            answeredCall(simulator);
            throw new AssertionError("as expected");
        }
    }

    @CallAutomationTest
    static class FailingBefore {

        @BeforeEach
        void fail() {
            throw new AssertionError("as expected");
        }

        @Test
        void neverRuns() {}
    }

    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    @CallAutomationTest
    @DirtiesContext
    static class FailingInSpring {

        @Test
        @DirtiesContext
        void fails(CallAutomationSimulator simulator) {
            answeredCall(simulator);
            throw new AssertionError("as expected");
        }
    }

    @SpringBootTest(classes = SpringApplication.class)
    @CallAutomationTest
    static class Mocked {

        @Test
        void neverRuns() {}
    }

    @SpringBootTest(classes = SpringApplication.class, webEnvironment = WebEnvironment.NONE)
    @CallAutomationTest
    static class WithoutWeb {

        @Test
        void neverRuns() {}
    }
}
