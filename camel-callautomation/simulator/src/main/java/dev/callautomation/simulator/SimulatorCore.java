package dev.callautomation.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import dev.callautomation.simulator.auth.HmacVerifier;
import dev.callautomation.simulator.auth.Tokens;
import dev.callautomation.simulator.control.Controls;
import dev.callautomation.simulator.engine.CallEngine;
import dev.callautomation.simulator.engine.Command;
import dev.callautomation.simulator.engine.Directory;
import dev.callautomation.simulator.engine.EngineSettings;
import dev.callautomation.simulator.engine.Meeting;
import dev.callautomation.simulator.engine.PadRecording;
import dev.callautomation.simulator.engine.PhoneAnswers;
import dev.callautomation.simulator.engine.PhoneCalls;
import dev.callautomation.simulator.engine.PhoneDeclines;
import dev.callautomation.simulator.engine.PhoneHangsUp;
import dev.callautomation.simulator.engine.PhoneJoins;
import dev.callautomation.simulator.engine.PhonePresses;
import dev.callautomation.simulator.engine.PhoneSays;
import dev.callautomation.simulator.engine.PhoneSetting;
import dev.callautomation.simulator.engine.PhoneStatus;
import dev.callautomation.simulator.engine.SetPhone;
import dev.callautomation.simulator.engine.SetScript;
import dev.callautomation.simulator.engine.media.SoundSettings;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.media.Utterance;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.fault.Fault;
import dev.callautomation.simulator.fault.FaultCount;
import dev.callautomation.simulator.fault.Faults;
import dev.callautomation.simulator.fault.HeldAnswers;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CustomContext;
import dev.callautomation.simulator.model.EventGridSubscription;
import dev.callautomation.simulator.model.Identifier;
import dev.callautomation.simulator.model.PhoneBehaviour;
import dev.callautomation.simulator.model.Reaction;
import dev.callautomation.simulator.model.TimelineEntry;
import dev.callautomation.simulator.recording.Downloads;
import dev.callautomation.simulator.rest.RestApi;
import dev.callautomation.simulator.switchboard.RealClock;
import dev.callautomation.simulator.switchboard.SimulatorClock;
import dev.callautomation.simulator.switchboard.Switchboard;
import dev.callautomation.simulator.switchboard.VirtualClock;
import dev.callautomation.simulator.timeline.Timeline;
import dev.callautomation.simulator.wire.Loopback;

/** Everything behind the HTTP server, put together. */
final class SimulatorCore implements Controls, AutoCloseable {

    private final SimulatorClock clock;
    private final Timeline timeline = new Timeline();
    private final Faults faults = new Faults();
    private final Promise<String> issuer = Promise.promise();
    private final Tokens tokens;
    private final Outside outside;
    private final Switchboard switchboard;
    private final RestApi restApi;
    private final Downloads downloads;

    SimulatorCore(Vertx vertx, SimulatorOptions options) {
        clock = options.virtualTime() ? new VirtualClock() : new RealClock(vertx);
        tokens = new Tokens(vertx, issuer.future(), options.resourceId());
        HeldAnswers heldAnswers = new HeldAnswers(vertx, clock);
        outside = new Outside(vertx, clock, timeline, tokens, faults, heldAnswers, this::run);
        EngineSettings settings = new EngineSettings(
                options.resourceId(),
                options.ring(),
                options.ringTimeout(),
                new SoundSettings(options.play(), Loopback::isLoopback));
        switchboard = new Switchboard(new CallEngine(settings), clock, outside::carryOut, timeline::forget);
        HmacVerifier verifier = new HmacVerifier(options.accessKey());
        downloads = new Downloads(switchboard, clock, verifier, options.recordingRedirect(), options.resourceId());
        restApi = new RestApi(
                switchboard,
                clock,
                timeline,
                verifier,
                options.strictApiVersion(),
                options.participantsPageSize(),
                faults,
                heldAnswers);
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
        outside.listensAt(uri);
        issuer.complete(name.toString());
    }

    Timeline timeline() {
        return timeline;
    }

    @Override
    public PhoneSetting setPhone(Identifier phone, PhoneBehaviour behaviour, Duration ring) {
        return switchboard.run(new SetPhone(phone, behaviour, ring));
    }

    @Override
    public void script(Identifier phone, List<Reaction> script) {
        switchboard.run(new SetScript(phone, script));
    }

    @Override
    public String call(Identifier from, Identifier to, String displayName, CustomContext customContext) {
        return switchboard.run(new PhoneCalls(from, to, displayName, customContext));
    }

    @Override
    public String join(Identifier phone, Meeting meeting) {
        return switchboard.run(new PhoneJoins(phone, meeting));
    }

    @Override
    public String answer(Identifier phone) {
        return switchboard.run(new PhoneAnswers(phone));
    }

    @Override
    public String decline(Identifier phone) {
        return switchboard.run(new PhoneDeclines(phone));
    }

    @Override
    public String hangUp(Identifier phone) {
        return switchboard.run(new PhoneHangsUp(phone));
    }

    @Override
    public String press(Identifier phone, List<Tone> tones) {
        return switchboard.run(new PhonePresses(phone, tones));
    }

    @Override
    public String say(Identifier phone, Utterance utterance) {
        return switchboard.run(new PhoneSays(phone, utterance));
    }

    @Override
    public Map<Identifier, PhoneStatus> phones() {
        return switchboard.look(Directory::phones);
    }

    @Override
    public List<CallSnapshot> calls() {
        return switchboard.look(Directory::calls);
    }

    @Override
    public Optional<CallSnapshot> call(String callOrConnectionId) {
        return switchboard.look(directory -> directory.call(callOrConnectionId));
    }

    @Override
    public List<TimelineEntry> timeline(String callOrConnectionId) {
        return timeline.of(switchboard
                .look(directory -> directory.callIdOf(callOrConnectionId))
                .orElse(callOrConnectionId));
    }

    @Override
    public List<Recording> recordings(String callOrConnectionId) {
        return switchboard.look(directory -> directory
                .callIdOf(callOrConnectionId)
                .map(directory::recordings)
                .orElse(List.of()));
    }

    @Override
    public Recording padRecording(String recordingId, Duration silence) {
        return switchboard.run(new PadRecording(recordingId, silence));
    }

    @Override
    public Future<Void> subscribe(EventGridSubscription subscription) {
        return outside.subscribe(subscription);
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
    public void advance(Duration by) {
        clock.advance(by);
    }

    @Override
    public void reset() {
        faults.clear();
        // first nothing new comes, then what has come is given up
        switchboard.reset();
        outside.reset();
        restApi.reset();
        timeline.clear();
    }

    @Override
    public void close() {
        clock.close();
        outside.close();
        timeline.close();
    }

    private void run(Command<?> command) {
        switchboard.run(command);
    }
}
