package dev.callautomation.simulator.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.SignedClient;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.PhoneBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A call becomes a scenario, which passes when it is played again, and fails when the application has changed. */
class ScenarioExportTest {

    private static final String CALLER = "+14255550101";

    private final CallAutomationSimulator simulator =
            CallAutomationSimulator.start(SimulatorOptions.defaults().withVirtualTime(true));
    private MenuApplication application;

    @BeforeEach
    void start() throws IOException {
        application = new MenuApplication();
    }

    @AfterEach
    void stop() {
        simulator.close();
        application.close();
    }

    @Test
    void aCallThatWasRecordedInRealTimePassesWithVirtualTimeUntilTheApplicationChanges() throws Exception {
        String yaml;
        SimulatorOptions options =
                SimulatorOptions.defaults().withPlay(Duration.ofMillis(100)).withEventGrid();
        try (CallAutomationSimulator real = CallAutomationSimulator.start(options)) {
            application.connect(SignedClient.of(real));
            real.subscribe(EventGridSubscription.to(application.url() + "/events?code=secret"));
            real.phone(MenuApplication.SALES).behaviour(PhoneBehaviour.MANUAL);
            String call = real.phone(CALLER).call(MenuApplication.NUMBER, "Ada", Map.of("order", "4711"), Map.of());
            real.phone(CALLER).heard("press one");
            real.phone(CALLER).press("1");
            real.phone(MenuApplication.SALES).rings();
            real.phone(MenuApplication.SALES).decline();
            real.await(call).event("CallDisconnected");
            real.await(call).ended();
            yaml = get(real, "calls/" + call + "/scenario");
            assertThat(yaml).doesNotContain(call, "code=secret");
        }
        application.connect(SignedClient.of(simulator));

        ScenarioReport report = simulator.run(recorded(yaml));
        simulator.reset();
        application.saying("Press two for sales");
        ScenarioReport changed = catchThrowableOfType(
                        ScenarioFailure.class, () -> simulator.run(recorded(yaml + "answerMillis: 3000\n")))
                .report();

        assertThat(report.steps())
                .extracting(ScenarioReport.StepReport::text)
                .contains(CALLER + " calls " + MenuApplication.NUMBER, "+18005550199 declines", "no other requests");
        assertThat(yaml)
                .contains(
                        "displayName: \"Ada\"",
                        "order: \"4711\"",
                        "endpoint: \"${application}/events?${eventGridQuery}\"",
                        "incomingCallContext: \"*\"");
        assertThat(changed.problem())
                .isEqualTo("playPrompt/text/text: expected \"Press one for sales\", but was \"Press two for sales\"");
    }

    @Test
    void anOutboundCallNeedsTheAddressThatStartsIt() throws Exception {
        application.connect(SignedClient.of(simulator));
        simulator.run(Scenario.parse("a.yaml", """
                phones:
                  - {id: "+14255550101", ringMillis: 900}
                steps:
                  - http: {url: "%s/calls", body: {to: "+14255550101"}}
                  - expect: {heard: press one}
                  - say: {phone: "+14255550101", text: "What?"}
                  - hangUp: {phone: "+14255550101"}
                    afterMillis: 1500
                  - expect: {event: CallDisconnected}
                """.formatted(application.url()), Map.of()));

        String yaml = get(simulator, "calls/" + simulator.calls().get(0).callId() + "/scenario");

        assertThat(yaml)
                .contains(
                        "start: null",
                        "- http:\n    method: \"POST\"\n    url: \"${start}\"\n",
                        "ringMillis: 900",
                        "- say:\n    phone: \"+14255550101\"\n    text: \"What?\"\n",
                        "- hangUp:\n    phone: \"+14255550101\"\n  afterMillis: 1500\n");
        simulator.reset();
        Scenario again = Scenario.parse(
                "b.yaml",
                yaml.replace("url: \"${start}\"", "url: \"${start}\"\n    body: {to: \"+14255550101\"}"),
                Map.of("start", application.url() + "/calls"));
        assertThat(simulator.run(again).passed()).isTrue();
    }

    @Test
    void aCallBetweenPhonesAndARoomAreRecorded() throws Exception {
        simulator.phone("8:acs:resource_b").behaviour(PhoneBehaviour.BUSY);
        String call = simulator.phone("8:acs:resource_a").call("8:acs:resource_b");
        simulator.advance(Duration.ofSeconds(1));
        String room = simulator.phone("8:acs:resource_c").joinRoom("99466898241024408");

        String busy = get(simulator, "calls/" + call + "/scenario");
        String joined = get(simulator, "calls/" + room + "/scenario");

        assertThat(busy).contains("behaviour: \"busy\"\n  ringMillis: 200", "from: \"8:acs:resource_a\"");
        assertThat(joined).contains("- call:\n    from: \"8:acs:resource_c\"\n    roomId: \"99466898241024408\"\n");
        simulator.reset();
        assertThat(simulator.run(Scenario.parse("busy", busy, Map.of())).passed())
                .isTrue();
        assertThat(simulator.run(Scenario.parse("joined", joined, Map.of())).passed())
                .isTrue();
    }

    private Scenario recorded(String yaml) {
        return Scenario.parse("recorded.yaml", yaml, Map.of("eventGridQuery", "code=secret"));
    }

    private static String get(CallAutomationSimulator simulator, String path) throws Exception {
        URI uri = simulator.uri().resolve("/simulator/" + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
