package dev.callautomation.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import dev.callautomation.simulator.auth.HmacVerifier;
import dev.callautomation.simulator.auth.Tokens;
import dev.callautomation.simulator.control.Controls;
import dev.callautomation.simulator.delivery.PendingDeliveries;
import dev.callautomation.simulator.engine.CallDirectory;
import dev.callautomation.simulator.engine.CallEngine;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.Conference;
import dev.callautomation.simulator.engine.call.EngineSettings;
import dev.callautomation.simulator.engine.command.call.EndCalls;
import dev.callautomation.simulator.engine.command.phone.PhoneAnswers;
import dev.callautomation.simulator.engine.command.phone.PhoneCalls;
import dev.callautomation.simulator.engine.command.phone.PhoneDeclines;
import dev.callautomation.simulator.engine.command.phone.PhoneHangsUp;
import dev.callautomation.simulator.engine.command.phone.PhoneJoins;
import dev.callautomation.simulator.engine.command.phone.PhonePresses;
import dev.callautomation.simulator.engine.command.phone.PhoneSays;
import dev.callautomation.simulator.engine.command.phone.SetPhone;
import dev.callautomation.simulator.engine.command.phone.SetScript;
import dev.callautomation.simulator.engine.command.recording.PadRecording;
import dev.callautomation.simulator.engine.media.SoundSettings;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.phone.PhoneSetting;
import dev.callautomation.simulator.engine.phone.PhoneStatus;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.execution.CommandExecutor;
import dev.callautomation.simulator.execution.OpenRequests;
import dev.callautomation.simulator.execution.SimulatorClock;
import dev.callautomation.simulator.execution.SystemClock;
import dev.callautomation.simulator.execution.VirtualClock;
import dev.callautomation.simulator.fault.ActiveFaults;
import dev.callautomation.simulator.fault.DelayedResponses;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.FaultCount;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;
import dev.callautomation.simulator.model.SubscriptionStatus;
import dev.callautomation.simulator.model.TimelineContent;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.recording.Downloads;
import dev.callautomation.simulator.rest.RestApi;
import dev.callautomation.simulator.scenario.Scenario;
import dev.callautomation.simulator.scenario.ScenarioRunner;
import dev.callautomation.simulator.timeline.Timeline;
import dev.callautomation.simulator.timeline.TimelineLimits;
import dev.callautomation.simulator.timeline.TimelineText;
import dev.callautomation.simulator.wire.Loopback;

/** Creates and connects all parts behind the HTTP servers. */
final class SimulatorCore implements Controls, AutoCloseable {

    private static final long MEGABYTE = 1024L * 1024;

    private final SimulatorClock clock;
    private final Timeline timeline;
    private final ActiveFaults faults = new ActiveFaults();
    private final Promise<String> issuer = Promise.promise();
    private final Tokens tokens;
    private final EffectRunner effectRunner;
    private final CommandExecutor executor;
    private final RestApi restApi;
    private final Duration await;
    private final Downloads downloads;
    private final ScenarioRunner scenarioRunner;

    SimulatorCore(Vertx vertx, SimulatorOptions options) {
        SimulatorMemory memory = options.memory();
        timeline = new Timeline(TimelineLimits.of(memory.timelineEntries(), memory.timelineMegabytes()));
        clock = options.virtualTime() ? new VirtualClock() : new SystemClock(vertx);
        tokens = new Tokens(vertx, issuer.future(), options.resourceId());
        DelayedResponses delayedResponses = new DelayedResponses(vertx, clock);
        OpenRequests open = new OpenRequests();
        PendingDeliveries pending = new PendingDeliveries(memory.pendingDeliveries());
        effectRunner = new EffectRunner(vertx, clock, timeline, tokens, faults, delayedResponses, pending, this::run);
        EngineSettings settings = new EngineSettings(
                options.resourceId(),
                options.ring(),
                options.ringTimeout(),
                new SoundSettings(options.play(), Loopback::isLoopback),
                memory.activeCalls(),
                memory.endedCalls(),
                memory.mediaMegabytes() * MEGABYTE);
        executor = new CommandExecutor(new CallEngine(settings), clock, effectRunner::run, timeline::forget);
        await = options.await();
        HmacVerifier verifier = new HmacVerifier(options.accessKey());
        downloads = new Downloads(executor, clock, verifier, options.recordingRedirect(), options.resourceId());
        restApi = new RestApi(
                executor,
                clock,
                timeline,
                verifier,
                options.strictApiVersion(),
                options.participantsPageSize(),
                faults,
                delayedResponses,
                open,
                pending::isFull);
        scenarioRunner = new ScenarioRunner(this, clock, timeline, pending, open);
    }

    /** Plays scenarios. */
    ScenarioRunner scenarioRunner() {
        return scenarioRunner;
    }

    Tokens tokens() {
        return tokens;
    }

    RestApi restApi() {
        return restApi;
    }

    Downloads downloads() {
        return downloads;
    }

    /** Says where it listens, where documents of recordings are, and under which name tokens are issued. */
    void listensAt(URI uri, URI name) {
        effectRunner.listensAt(uri);
        issuer.complete(name.toString());
    }

    Timeline timeline() {
        return timeline;
    }

    /** For methods that wait as long as the options say. */
    Duration await() {
        return await;
    }

    /** The timelines of calls as lines for people, of one or, for {@code null}, of all; empty when there is none. */
    String timelines(String callOrConnectionId) {
        List<CallSnapshot> wanted = callOrConnectionId == null
                ? calls()
                : call(callOrConnectionId).stream().toList();
        return wanted.stream()
                .map(call -> "Call " + call.callId() + ", " + call.state().wireName() + System.lineSeparator()
                        + TimelineText.of(timeline.of(call.callId())))
                .collect(Collectors.joining());
    }

    @Override
    public PhoneSetting setPhone(Identifier phone, PhoneBehaviour behaviour, Duration ring) {
        return executor.run(new SetPhone(phone, behaviour, ring));
    }

    @Override
    public void script(Identifier phone, List<Reaction> script) {
        executor.run(new SetScript(phone, script));
    }

    @Override
    public String call(Identifier from, Identifier to, String displayName, CustomContext customContext) {
        return executor.run(new PhoneCalls(from, to, displayName, customContext));
    }

    @Override
    public String join(Identifier phone, Conference meeting) {
        return executor.run(new PhoneJoins(phone, meeting));
    }

    @Override
    public String answer(Identifier phone) {
        return executor.run(new PhoneAnswers(phone));
    }

    @Override
    public String decline(Identifier phone) {
        return executor.run(new PhoneDeclines(phone));
    }

    @Override
    public String hangUp(Identifier phone) {
        return executor.run(new PhoneHangsUp(phone));
    }

    @Override
    public String press(Identifier phone, List<Tone> tones) {
        return executor.run(new PhonePresses(phone, tones));
    }

    @Override
    public String say(Identifier phone, Utterance utterance) {
        return executor.run(new PhoneSays(phone, utterance));
    }

    @Override
    public Map<Identifier, PhoneStatus> phones() {
        return executor.look(directory -> directory.phones());
    }

    @Override
    public Map<Identifier, PhoneStatus> phones(int limit) {
        return executor.look(directory -> directory.phones(limit));
    }

    @Override
    public PhoneStatus phone(Identifier phone) {
        return executor.look(directory -> directory.phone(phone));
    }

    @Override
    public List<CallSnapshot> calls() {
        return executor.look(CallDirectory::calls);
    }

    @Override
    public List<CallSnapshot> newestCalls(int limit) {
        return executor.look(directory -> directory.newestCalls(limit));
    }

    @Override
    public Optional<CallSnapshot> call(String callOrConnectionId) {
        return executor.look(directory -> directory.call(callOrConnectionId));
    }

    @Override
    public List<TimelineEntry> timeline(String callOrConnectionId) {
        return timeline.of(callIdOf(callOrConnectionId));
    }

    @Override
    public Optional<TimelineContent> timelineContent(String callOrConnectionId, long number) {
        return timeline.content(callIdOf(callOrConnectionId), number);
    }

    @Override
    public boolean hasTimelineContent(String callId, long number) {
        return timeline.hasContent(callId, number);
    }

    private String callIdOf(String callOrConnectionId) {
        return executor.look(directory -> directory.callIdOf(callOrConnectionId))
                .orElse(callOrConnectionId);
    }

    @Override
    public List<Recording> recordings(String callOrConnectionId) {
        return executor.look(directory -> directory
                .callIdOf(callOrConnectionId)
                .map(directory::recordings)
                .orElse(List.of()));
    }

    @Override
    public Recording padRecording(String recordingId, Duration silence) {
        return executor.run(new PadRecording(recordingId, silence));
    }

    @Override
    public Future<SubscriptionStatus> subscribe(EventGridSubscription subscription) {
        return effectRunner.eventGrid().subscribe(subscription);
    }

    @Override
    public Future<SubscriptionStatus> subscribeWithRetry(EventGridSubscription subscription) {
        return effectRunner.eventGrid().subscribeWithRetry(subscription);
    }

    @Override
    public List<SubscriptionStatus> subscriptions() {
        return effectRunner.eventGrid().subscriptions();
    }

    @Override
    public boolean unsubscribe(String id) {
        return effectRunner.eventGrid().unsubscribe(id);
    }

    /** Ends the subscription of an endpoint. */
    void unsubscribe(URI endpoint) {
        effectRunner.eventGrid().unsubscribe(endpoint);
    }

    AutoCloseable onSubscription(Consumer<SubscriptionStatus> listener) {
        return effectRunner.eventGrid().listen(listener);
    }

    @Override
    public void setFaults(List<Fault> wanted) {
        RestApi.checkOperations(wanted);
        faults.set(wanted);
    }

    @Override
    public List<FaultCount> faults() {
        return faults.counts();
    }

    @Override
    public Future<JsonNode> playScenario(String file, String yaml, Map<String, String> variables) {
        Scenario scenario = Scenario.parse(file, yaml, variables);
        Promise<JsonNode> report = Promise.promise();
        // it blocks until the scenario is over
        Thread thread = new Thread(
                () -> {
                    try {
                        report.complete(scenarioRunner.play(scenario).json());
                    } catch (RuntimeException e) {
                        report.fail(e);
                    }
                },
                "callautomation-simulator-scenario");
        thread.setDaemon(true);
        thread.start();
        return report.future();
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public boolean virtualTime() {
        return clock instanceof VirtualClock;
    }

    @Override
    public void advance(Duration by) {
        clock.advance(by);
    }

    /** Ends all calls; completes when their callbacks have been tried once. */
    Future<Void> endCalls() {
        executor.run(new EndCalls());
        return effectRunner.callbacksTried();
    }

    @Override
    public void reset() {
        faults.clear();
        // first nothing new comes, then what has come is given up
        executor.reset();
        effectRunner.reset();
        restApi.reset();
        timeline.clear();
    }

    @Override
    public void close() {
        clock.close();
        effectRunner.close();
        timeline.close();
    }

    private void run(Command<?> command) {
        executor.run(command);
    }
}
