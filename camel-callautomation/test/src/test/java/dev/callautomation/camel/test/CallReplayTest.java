package dev.callautomation.camel.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A call is recorded on the simulator, and replayed to the same route and to others. */
@CallAutomationTest
class CallReplayTest {

    private static final String ACCOUNT = "gold-4711";
    private static final String NAME = "Ben Winter";
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    static CallAutomationSimulator simulator;
    static String content;
    static RecordedCall call;
    static List<String> secrets;

    @BeforeAll
    static void record() throws IOException {
        DeskRoutes routes = new DeskRoutes();
        Path journal = directory.resolve("desk");
        try (DeskApplication application = DeskApplication.recording(routes, journal)) {
            simulator
                    .phone(DeskRoutes.CALLER)
                    .script(Reaction.hearing("for sales").press("1"));
            simulator.phone(DeskRoutes.AGENT).behaviour(PhoneBehaviour.DECLINE);
            String id = simulator
                    .phone(DeskRoutes.CALLER)
                    .call(DeskRoutes.OUR_NUMBER, NAME, Map.of("account", ACCOUNT), Map.of("X-Account", ACCOUNT));
            simulator.await(id).event("CallTransferAccepted");
            simulator.await(id).event("CallDisconnected");
            application.awaitIdle();
            secrets = Stream.of(
                            routes.contexts.stream(),
                            simulator.subscriptions().stream().map(status -> status.subscription()
                                    .endpoint()
                                    .getQuery()
                                    .replace("code=", "")),
                            Stream.of(
                                    simulator.connectionString().replaceFirst(".*accesskey=", ""),
                                    ACCOUNT,
                                    NAME,
                                    "INC-4711",
                                    "eyJ"))
                    .flatMap(each -> each)
                    .toList();
        }
        simulator.reset();
        try (Stream<Path> files = Files.list(journal)) {
            Path file = files.toList().get(0);
            content = Files.readString(file);
            call = withNumbers(RecordedCall.read(file));
        }
    }

    /** Those of the application, by which its routes filter and which they send; the caller's stays replaced. */
    private static RecordedCall withNumbers(RecordedCall recorded) {
        return recorded.with("+14255557002", DeskRoutes.OUR_NUMBER)
                .with("+14255557004", DeskRoutes.AGENT)
                .with("+14255557005", DeskRoutes.FALLBACK);
    }

    @Test
    void theFileHasNoSecretAndNoNumber() {
        assertThat(secrets).hasSizeGreaterThan(6).allSatisfy(secret -> {
            assertThat(secret).isNotEmpty();
            assertThat(content).doesNotContain(secret);
        });
        for (String number : List.of(DeskRoutes.OUR_NUMBER, DeskRoutes.CALLER, DeskRoutes.AGENT, DeskRoutes.FALLBACK)) {
            assertThat(content).doesNotContain(number.substring(1));
        }
        assertThat(content).doesNotContain("901820").contains("Welcome, or call 1425555");
        assertThat(content.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(5_000);
    }

    @Test
    void theFileHasTheOrderOfTheCall() {
        assertThat(call.toString().replaceAll("(?m)^ +\\d+ ms  ", ""))
                .containsSubsequence(
                        "event     IncomingCall",
                        "request   answerCall",
                        "response  answerCall 200",
                        "event     CallConnected",
                        "request   play",
                        "response  play 202",
                        "event     PlayCompleted",
                        "request   recognize",
                        "event     RecognizeCompleted",
                        "request   addParticipant",
                        "event     AddParticipantFailed",
                        "request   transfer",
                        "response  transfer 202",
                        "event     CallTransferAccepted");
    }

    @Test
    void theSameRoutePassesAsFastAsPossibleAndAgain() {
        DeskRoutes routes = new DeskRoutes();
        DeskApplication.run(routes, () -> {
            CallReplay.of(call).run(simulator);
            CallReplay.of(call).run(simulator);
        });
        assertThat(routes.contexts).hasSize(2).allMatch(context -> context.startsWith("replaced-"));
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void theSameRoutePassesAtTheRecordedTiming() {
        long pauses = IntStream.range(1, call.entries().size())
                .filter(index -> !(call.entries().get(index) instanceof RecordedEntry.Request))
                .mapToLong(index -> call.entries().get(index).at()
                        - call.entries().get(index - 1).at())
                .sum();
        long begin = System.nanoTime();
        DeskApplication.run(
                new DeskRoutes(), () -> CallReplay.of(call).atRecordedTiming().run(simulator));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(pauses));
    }

    private static void assertDifference(RouteBuilder routes, Duration timeout, String... lines) {
        DeskApplication.run(routes, () -> assertThatThrownBy(
                        () -> CallReplay.of(call).withTimeout(timeout).run(simulator))
                .isInstanceOf(AssertionError.class)
                .message()
                .satisfies(message -> assertThat(message.replaceAll("(?<=\n[> ]) +\\d+ ms  ", " "))
                        .containsSubsequence(lines)));
    }

    @Test
    void anotherTargetOfTheTransferIsADifference() {
        assertDifference(
                new DeskRoutes() {
                    @Override
                    String fallback() {
                        return "+18005550177";
                    }
                },
                LONG,
                "Another request came than the recorded one",
                "  recorded: transfer, POST ",
                "  targetParticipant/",
                "+18005550177\" instead of \"",
                "The recorded call ",
                "  event     AddParticipantFailed",
                "> request   transfer",
                "  response  transfer 202");
    }

    @Test
    void aCallThatIsNotAnsweredIsADifference() {
        assertDifference(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("callautomation:events?type=IncomingCall").to("log:ignored?level=OFF");
                    }
                },
                Duration.ofMillis(500),
                "The request answerCall did not come within 500 ms",
                "  recorded: POST /calling/callConnections:answer",
                "  event     IncomingCall",
                "> request   answerCall");
    }

    @Test
    void anotherOrderIsADifference() {
        assertDifference(
                new DeskRoutes() {
                    @Override
                    public void configure() {
                        from("callautomation:events?type=IncomingCall")
                                .to(answer())
                                .to("callautomation:transfer?awaitCompletion=true&operationContext=menu&target="
                                        + FALLBACK)
                                .to("callautomation:hangUp");
                    }
                },
                Duration.ofSeconds(5),
                "The request play did not come within 5000 ms",
                "  recorded: POST ",
                ":play",
                "  came before its turn: POST ",
                ":transferToParticipant",
                "> request   play");
    }

    @Test
    void aRequestThatWasNotRecordedIsADifference() {
        assertDifference(
                new DeskRoutes() {
                    @Override
                    public void configure() {
                        super.configure();
                        from("callautomation:events?type=CallConnected").to("callautomation:hangUp");
                    }
                },
                LONG,
                "Another request came than the recorded one",
                "  came:     DELETE ");
    }

    @Test
    void aCallThatTheApplicationStartsIsReplayedWithEventsBeforeTheResponse() throws IOException {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .to("callautomation:createCall?target=" + DeskRoutes.CALLER + "&sourceCallerIdNumber="
                                + DeskRoutes.OUR_NUMBER);
                from("callautomation:events?type=CallConnected").to("callautomation:hangUp?forEveryone=true");
            }
        };
        Path journal = directory.resolve("outbound");
        try (DeskApplication application = DeskApplication.recording(routes, journal)) {
            simulator.setFaults(Fault.onEvent("CallConnected").beforeResponse().times(1));
            application.call("direct:call");
            simulator.await().ended();
        }
        RecordedCall outbound;
        try (Stream<Path> files = Files.list(journal)) {
            outbound = RecordedCall.read(files.toList().get(0))
                    .with("+14255557001", DeskRoutes.CALLER)
                    .with("+14255557002", DeskRoutes.OUR_NUMBER);
        }
        assertThat(outbound.toString())
                .containsSubsequence("request   createCall", "event     CallConnected", "response  createCall 201");
        try (DeskApplication application = DeskApplication.start(routes);
                RunningReplay replay = CallReplay.of(outbound).start(simulator)) {
            application.call("direct:call");
            replay.await();
        }
    }

    @Test
    void aNumberThatIsNotInTheFileIsRefused() {
        assertThatThrownBy(() -> call.with("+14255557099", "+18005550100"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not contain +14255557099");
    }
}
