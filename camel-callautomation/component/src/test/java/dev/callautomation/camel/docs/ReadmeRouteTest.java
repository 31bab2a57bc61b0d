package dev.callautomation.camel.docs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callautomation.camel.docs.Page.Snippet;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.TimelineEntry;

import static org.assertj.core.api.Assertions.assertThat;

/** The route of the README transfers the caller in every way in which the agent can fail to join the call. */
class ReadmeRouteTest {

    private static final String CALLER = "+14255550123";
    private static final String AGENT = "+18005550142";
    private static final String FALLBACK = "+18005550199";

    @TempDir
    private Path classes;

    /** Why the agent does not join the call. */
    enum Reason {
        DECLINED("AddParticipantFailed 403/560403") {
            @Override
            void arrange(Telephony telephony) {
                telephony.simulator().phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
            }
        },
        BUSY("busy") {
            @Override
            void arrange(Telephony telephony) {
                telephony.simulator().phone(AGENT).behaviour(PhoneBehaviour.BUSY);
            }
        },
        NO_ANSWER("AddParticipantFailed") {
            @Override
            void arrange(Telephony telephony) {
                telephony.simulator().phone(AGENT).behaviour(PhoneBehaviour.NO_ANSWER);
            }
        },
        REFUSED_BY_THE_SERVICE("answered with 400") {
            @Override
            void arrange(Telephony telephony) {
                telephony.inject(Fault.onOperation("addParticipant").status(400).code("8523"));
            }
        },
        NO_EVENT("AddParticipantFailed is not sent") {
            @Override
            void arrange(Telephony telephony) {
                telephony.simulator().phone(AGENT).behaviour(PhoneBehaviour.DECLINE);
                telephony.inject(Fault.onEvent("AddParticipantFailed").drop());
                // also limits answerCall, which has to complete within it on a busy machine, too
                telephony.configuration().setCompletionTimeout(Duration.ofSeconds(5));
            }
        };

        private final String trace;

        /** @param trace what the timeline of the call says of it */
        Reason(String trace) {
            this.trace = trace;
        }

        abstract void arrange(Telephony telephony);
    }

    static Stream<Arguments> reasons() {
        return Stream.of("java", "yaml")
                .flatMap(language -> Stream.of(Reason.values()).map(reason -> Arguments.of(language, reason)));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void theCallerIsTransferred(String language, Reason reason) throws Exception {
        try (Telephony telephony = Telephony.withVirtualTime()) {
            reason.arrange(telephony);
            telephony.load(route(language), classes).start();
            String call = telephony.simulator().phone(CALLER).call(Telephony.NUMBER);

            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                telephony.simulator().advance(Duration.ofSeconds(1));
                assertThat(telephony.participants(call)).containsExactlyInAnyOrder("4:" + CALLER, "4:" + FALLBACK);
                assertThat(telephony.context().getInflightRepository().size()).isZero();
            });
            assertThat(telephony.simulator().timeline(call))
                    .extracting(TimelineEntry::text)
                    .anySatisfy(text -> assertThat(text).contains(reason.trace));
        }
    }

    private static Snippet route(String language) {
        return Page.README.snippets(language).get(0);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theCallerIsNotTransferredWhenTheAgentJoins(String language) throws Exception {
        try (Telephony telephony = Telephony.withVirtualTime()) {
            telephony.load(route(language), classes).start();
            String call = telephony.simulator().phone(CALLER).call(Telephony.NUMBER);

            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                telephony.simulator().advance(Duration.ofSeconds(1));
                assertThat(telephony.participants(call)).contains("4:" + CALLER, "4:" + AGENT);
                assertThat(telephony.context().getInflightRepository().size()).isZero();
            });
            assertThat(telephony.simulator().timeline(call))
                    .extracting(TimelineEntry::text)
                    .noneSatisfy(text -> assertThat(text).startsWith("transferToParticipant"));
        }
    }

    static Stream<String> languages() {
        return Stream.of("java", "yaml");
    }
}
