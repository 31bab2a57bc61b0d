package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The menu of the page on operations does what the page says, in calls on the simulator. */
class MenuTest {

    private static final String CALLER = "+14255550123";
    private static final String SALES = "4:+18005550142";
    private static final String SUPPORT = "4:+18005550199";

    static Stream<Snippet> menus() {
        return Page.OPERATIONS.snippets().stream()
                .filter(snippet -> snippet.text().contains("operationContext=menu")
                        && snippet.text().contains("Sales or support?"));
    }

    @ParameterizedTest
    @CsvSource({"java", "yaml"})
    void theMenuIsThereInBothLanguages(String language) {
        assertThat(menus()).extracting(Snippet::language).contains(language);
    }

    @ParameterizedTest
    @MethodSource("menus")
    void aCallerGetsToSalesByKeyAndToSupportByVoice(Snippet routes, @TempDir Path classes) throws Exception {
        try (Telephony telephony = new Telephony().load(routes, classes).start()) {
            String call = asked(telephony);
            telephony.simulator().phone(CALLER).press("1");
            eventually(() -> assertThat(telephony.participants(call)).containsExactlyInAnyOrder("4:" + CALLER, SALES));
            telephony.simulator().phone(CALLER).hangUp();

            String another = asked(telephony);
            telephony.simulator().phone(CALLER).say("help");
            eventually(() ->
                    assertThat(telephony.participants(another)).containsExactlyInAnyOrder("4:" + CALLER, SUPPORT));
        }
    }

    @ParameterizedTest
    @MethodSource("menus")
    void aCallerWhoChoosesNothingHearsWhyTheCallEnds(Snippet routes, @TempDir Path classes) throws Exception {
        try (Telephony telephony = new Telephony().load(routes, classes).start()) {
            String call = asked(telephony);
            telephony.simulator().phone(CALLER).press("9");
            eventually(() -> assertThat(
                            telephony.simulator().call(call).orElseThrow().state())
                    .isEqualTo(CallState.DISCONNECTED));
            assertThat(telephony.simulator().phone(CALLER).heard())
                    .extracting(Heard::what)
                    .containsExactly("Sales or support?", "Please call again later");
        }
    }

    private static String asked(Telephony telephony) {
        String call = telephony.simulator().phone(CALLER).call(Telephony.NUMBER);
        eventually(() -> assertThat(telephony.simulator().phone(CALLER).heard())
                .extracting(Heard::callId, Heard::what)
                .contains(tuple(call, "Sales or support?")));
        return call;
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }
}
