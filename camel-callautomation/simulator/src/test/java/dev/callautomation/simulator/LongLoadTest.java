package dev.callautomation.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** An hour of prompts, by virtual time: what a call leaves behind does not grow with it. */
class LongLoadTest extends HttpScenario {

    private static final int ENTRIES = 1_000;

    private static final String PROMPT =
            json("{'playSources':[{'kind':'file','file':{'uri':'https://files.example/welcome.wav'}}]}");

    LongLoadTest() {
        super(SimulatorOptions.defaults()
                .withVirtualTime(true)
                .withTimelineEntries(ENTRIES)
                .withTimelineMegabytes(1));
    }

    @Test
    void anHourOfPromptsLeavesABoundedTimeline() {
        List<String> calls = new ArrayList<>();
        for (String phone : List.of(PHONE, CALLER, AGENT)) {
            calls.add(create(phone).text("callConnectionId"));
        }
        simulator.advance(Duration.ofSeconds(1));

        for (int minute = 0; minute < 60; minute++) {
            for (String call : calls) {
                for (int i = 0; i < 2; i++) {
                    assertThat(client.post(CALLS + "/" + call + ":play", PROMPT).status())
                            .isEqualTo(202);
                }
            }
            simulator.advance(Duration.ofMinutes(1));
        }

        for (String call : calls) {
            TimelineEntry first = simulator.timeline(call).get(0);
            assertThat(first.text()).endsWith("older entries were dropped");
            assertThat(Long.parseLong(first.detail("dropped"))).isPositive();
        }
        // deliveries that have just ended are still being written
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> kept(calls) == ENTRIES);
    }

    private int kept(List<String> calls) {
        return calls.stream()
                .mapToInt(call -> simulator.timeline(call).size() - 1)
                .sum();
    }
}
