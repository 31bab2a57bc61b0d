package dev.callautomation.simulator.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SignedClient;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.scenario.ScenarioReport.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Scenarios of a menu in plain Java, with virtual time. */
class ScenarioRunTest {

    private static final String BEGIN = """
            eventGrid:
              - {endpoint: "${application}/events", types: [IncomingCall]}
            """;

    private static final String CALL = """
            steps:
              - call: {from: "+14255550101", to: "+18005550100"}
              - expect: {heard: "press one"}
            """;

    /** Long enough for a response on a busy machine. */
    private static final String UNMET_URL = """
            answerMillis: 3000
            steps:
            """;

    private final CallAutomationSimulator simulator =
            CallAutomationSimulator.start(SimulatorOptions.defaults().withVirtualTime(true));
    private MenuApplication application;

    @BeforeEach
    void start() throws IOException {
        application = new MenuApplication().connect(SignedClient.of(simulator));
    }

    @AfterEach
    void stop() {
        simulator.close();
        application.close();
    }

    @Test
    void anHourPassesByItself() {
        ScenarioReport report = run(CALL + """
              - press: {phone: "+14255550101", tones: [one]}
              - expect: {connected: ["+14255550101", "+18005550199"]}
              - hangUp: {phone: "+14255550101"}
                afterMillis: 3600000
              - expect: {event: ParticipantsUpdated}
            """);

        assertThat(report.steps())
                .extracting(ScenarioReport.StepReport::outcome)
                .containsOnly(Outcome.OK);
        assertThat(report.steps()).last().satisfies(step -> assertThat(step.millis())
                .isEqualTo(3_600_250));
    }

    @Test
    void timeDoesNotOvertakeAnApplicationThatIsSlowTheFirstTime() {
        application.reactingLate("CallConnected", Duration.ofMillis(400));

        run("""
                steps:
                  - call: {from: "+14255550101", to: "+18005550100"}
                  - expect: {event: CallConnected}
                  - press: {phone: "+14255550101", tones: [one]}
                    afterMillis: 4000
                  - expect: {event: RecognizeCompleted}
                """);
    }

    @Test
    void timeDoesNotOvertakeAnApplicationThatIsAsSlowAsBefore() {
        application.reactingLate("RecognizeFailed", Duration.ofMillis(600));

        run("settleMillis: 200\n" + CALL + """
              - expect: {event: RecognizeFailed}
              - expect: {event: RecognizeFailed}
              - press: {phone: "+14255550101", tones: [one]}
                afterMillis: 4000
              - expect: {event: RecognizeCompleted}
            """);
    }

    @Test
    void eachPromptOfTwoMinutesIsPlayed() {
        // longer than a busy machine delays a request
        run("settleMillis: 1000\n" + CALL + """
              - hangUp: {phone: "+14255550101"}
                afterMillis: 120000
              - expect: {event: CallDisconnected}
            """);

        // 1.266 s for the text and 5 s of silence each
        assertThat(simulator.requests())
                .filteredOn(request -> request.operation().equals("recognize"))
                .hasSize(20);
    }

    @Test
    void scriptedPhonesActByThemselves() {
        run("""
                phones:
                  - id: "+14255550101"
                    script: [{hears: press one, afterMillis: 400, say: Sales}, {hears: call you back, hangUp: true}]
                  - {id: "+18005550199", behaviour: busy}
                """ + CALL + """
                  - expect: {event: RecognizeCompleted, with: {choiceResult: {recognizedPhrase: Sales}}}
                  - expect: {rings: "+18005550199"}
                  - expect: {event: AddParticipantFailed, with: {resultInformation: {subCode: 560486}}}
                  - expect: {event: CallDisconnected}
                """);
    }

    @Test
    void anOutboundCallIsStartedByARequestToTheApplication() {
        run("""
                phones:
                  - {id: "+14255550101", behaviour: manual}
                steps:
                  - http: {url: "${application}/calls", body: {to: "+14255550101"}, status: 202}
                  - expect: {request: createCall, with: {targets: [{phoneNumber: {value: "*0101"}}]}, status: 201, as: out}
                  - answer: {phone: "+14255550101"}
                    afterMillis: 700
                  - expect: {event: CallConnected, call: "${out}", with: {callConnectionId: "${out}"}}
                  - expect: {heard: press one, withinMillis: 0}
                """);
    }

    @Test
    void phonesAndFaultsMayChange() {
        run("""
                faults:
                  - {when: {operation: recognize}, fault: {status: 429, code: "8516"}}
                phones:
                  - {id: "+18005550199", behaviour: decline}
                steps:
                  - call: {from: "+14255550101", to: "+18005550100", as: first}
                  - expect: {request: recognize, status: 429}
                  - hangUp: {phone: "+14255550101"}
                  - expect: {event: CallDisconnected, call: "${first}"}
                  - phones: [{id: "+18005550199"}]
                  - faults: [{when: {event: CallConnected}, fault: {duplicate: 2}}]
                  - call: {from: "+14255550101", to: "+18005550100", as: second}
                  - expect: {event: CallConnected, call: "${second}"}
                  - expect:
                      - {request: recognize, status: 202, call: "${second}"}
                      - {request: recognize, status: 202, call: "${second}"}
                  - press: {phone: "+14255550101", tones: "1"}
                  - expect: {connected: ["+14255550101", "+18005550199"]}
                """);
    }

    @Test
    void aPhoneThatCannotDoItFails() {
        ScenarioReport report = failure("""
                answerMillis: 3000
                steps:
                  - press: {phone: "+14255550101", tones: "1"}
                """);

        assertThat(report.problem()).startsWith("it is not possible: ").contains("+14255550101");
        assertThat(failed(report)).isEqualTo("+14255550101 presses 1");
    }

    @Test
    void whatCameBeforeAnActionIsNotTakenForItsResult() {
        String yaml = "answerMillis: 2000\n" + CALL + """
                  - press: {phone: "+14255550101", tones: "1"}
                  - expect: {event: CallConnected}
                """;

        assertThat(failure(yaml).problem())
                .isEqualTo("it did not come, but it came before the step before this one, at 50 ms");
        assertThat(run("order: loose\n" + yaml).passed()).isTrue();
    }

    @Test
    void whatComesLateIsReported() {
        ScenarioReport report = failure("answerMillis: 2000\n" + CALL + """
                  - expect: {event: RecognizeFailed, withinMillis: 1000}
                """);

        assertThat(report.problem()).isEqualTo("it did not come until 1050 ms");
    }

    @Test
    void aRefusalOfTheServiceIsNamedWhenSomethingIsMissing() {
        ScenarioReport report = failure("""
                answerMillis: 2000
                faults: [{when: {operation: answerCall}, fault: {status: 503}}]
                """ + CALL.replace("press one\"", "press one\", withinMillis: 1000"));

        assertThat(report.problem())
                .startsWith("it did not come until 1000 ms" + System.lineSeparator()
                        + "refused at 0 ms: answerCall -> 503/");
    }

    @Test
    void anotherRequestIsUnexpected() {
        ScenarioReport report = failure("expectNothingElse: [requests]\n" + CALL);

        assertThat(report.problem()).isEqualTo("unexpected: application -> service: answerCall");
        assertThat(failed(report)).isEqualTo("no other requests");
        assertThat(report.timeline()).contains("  >>        0 ms  application -> service: answerCall");
    }

    @Test
    void anEventThatIsNotAcknowledgedIsLost() {
        application.refusing("ParticipantsUpdated"::equals);

        ScenarioReport report = failure(CALL);
        ScenarioReport tolerant = run("nothingLost: false\n" + CALL);

        assertThat(report.problem()).isEqualTo("no receiver has acknowledged ParticipantsUpdated");
        assertThat(report.timeline()).contains("ParticipantsUpdated attempt 5 -> 500");
        assertThat(tolerant.passed()).isTrue();
    }

    @Test
    void anApplicationThatDoesNotAnswerIsNotWaitedForLong() {
        CountDownLatch end = new CountDownLatch(1);
        application.refusing(type -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        });

        ScenarioReport report = failure("answerMillis: 3000\n" + CALL);
        end.countDown();

        assertThat(report.problem())
                .isEqualTo("the application has not answered IncomingCall within 3000 ms of real time");
    }

    @Test
    void aResponseOfTheApplicationIsChecked() {
        ScenarioReport report = failure("""
                steps:
                  - http: {url: "${application}/calls", body: {to: "+14255550101"}, status: 201}
                  - expect: {event: CallConnected}
                """);

        assertThat(report.problem()).isEqualTo("status: expected 201, but was 202");
        assertThat(failed(report)).isEqualTo("POST " + application.url() + "/calls");
    }

    @Test
    void anotherSystemIsComparedMemberByMemberAndItsSecretsAreMasked() {
        application.serving("{\"tickets\":[],\"accessKey\":\"hidden\"}");

        ScenarioReport report = failure(UNMET_URL + """
                  - expect: {url: "${application}/document", with: {accessKey: hidden}}
                  - expect:
                      url: "${application}/document?key=secret"
                      with: {tickets: [{call: a}], next: "*", accessKey: other}
                """);

        assertThat(report.problem().lines())
                .containsExactly(
                        "tickets: expected an element {\"call\":\"a\"}, but was []",
                        "next: expected \"*\", but it is missing",
                        "accessKey: expected \"other\", but was \"***\"");
        assertThat(report.text()).doesNotContain("secret", "hidden");
    }

    @Test
    void aResponseOfAnotherSystemIsReadUpToOneMegabyte() {
        String yaml = UNMET_URL + """
                  - expect: {url: "${application}/document"}
                """;
        application.serving("x".repeat(1 << 20));
        assertThat(run(yaml).passed()).isTrue();

        application.serving("x".repeat((1 << 20) + 1));
        assertThat(failure(yaml).problem()).isEqualTo("the response is longer than 1048576 bytes");
    }

    @Test
    void nothingFailsWithoutChecks() {
        ScenarioReport report =
                simulator.run(scenario("answerMillis: 2000\n" + CALL + """
                  - expect: {event: CallTransferFailed, withinMillis: 100}
                  - hangUp: {phone: "+14255550101"}
                """).unchecked());

        assertThat(report.passed()).isTrue();
        assertThat(report.steps())
                .extracting(ScenarioReport.StepReport::outcome)
                .containsExactly(Outcome.OK, Outcome.OK, Outcome.MISSED, Outcome.OK);
    }

    @Test
    void virtualTimePassesAsRealTimeOnDemand() {
        ScenarioReport report = run("time: real\n" + CALL);

        assertThat(report.steps().get(1).millis()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void aSimulatorWithRealTimePlaysInRealTime() throws IOException {
        try (CallAutomationSimulator real =
                CallAutomationSimulator.start(SimulatorOptions.defaults().withPlay(Duration.ofMillis(50)))) {
            application.connect(SignedClient.of(real));

            assertThat(real.run(scenario(CALL)).passed()).isTrue();
            assertThatThrownBy(() -> real.run(scenario("time: virtual\n" + CALL)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("start it with virtual time");
        }
    }

    @Test
    void subscriptionsEndWithTheScenarioAndThoseOfOthersStay() {
        simulator.subscribe(
                EventGridSubscription.to(application.url() + "/other").withTypes("CallEnded"));

        run(CALL);

        assertThat(simulator.subscriptions())
                .extracting(status -> status.subscription().address())
                .isEqualTo(List.of(application.url() + "/other"));
    }

    private ScenarioReport run(String yaml) {
        return simulator.run(scenario(yaml));
    }

    private ScenarioReport failure(String yaml) {
        return catchThrowableOfType(ScenarioFailure.class, () -> run(yaml)).report();
    }

    private static String failed(ScenarioReport report) {
        return report.steps().stream()
                .filter(step -> step.outcome() == Outcome.FAILED)
                .map(ScenarioReport.StepReport::text)
                .findFirst()
                .orElseThrow();
    }

    private Scenario scenario(String yaml) {
        return Scenario.parse("menu.yaml", BEGIN + yaml, Map.of("application", application.url()));
    }
}
