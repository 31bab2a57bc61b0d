package dev.callautomation.simulator.engine;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.media.MediaResult;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.SoundSettings;
import dev.callautomation.simulator.engine.media.Stage;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.sound.Noise;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.Identifier;

/** A connection's media reaches its call through this, for the time of one command. */
final class LegStage implements Stage {

    private final Desk desk;
    private final Call call;
    private final Leg leg;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Noise> noises = new ArrayList<>();

    LegStage(Desk desk, Call call, Leg leg) {
        this.desk = desk;
        this.call = call;
        this.leg = leg;
    }

    /** A tone on its way to another application in the call. */
    record Sent(String legId, Identifier from, Tone tone) {}

    /** To be delivered when this connection's transition is done. */
    List<Sent> sent() {
        return sent;
    }

    /** What can be heard because of it, one after another. */
    List<Noise> noises() {
        return noises;
    }

    @Override
    public SoundSettings sounds() {
        return desk.settings().sounds();
    }

    @Override
    public void event(String type, MediaResult result, Map<String, Object> specific, OperationTag tag) {
        desk.callback(
                call,
                leg,
                type,
                specific,
                tag.context(),
                tag.callbackUri(),
                new ResultInformation(result.code(), result.subCode(), result.message()));
    }

    @Override
    public void timer(String operationId, int round, Duration delay) {
        desk.wake(call, delay, new MediaTimer(leg.id(), operationId, round));
    }

    @Override
    public void fetch(String operationId, URI uri) {
        desk.fetch(call, uri, sound -> new FileFetched(leg.id(), operationId, sound));
    }

    @Override
    public void heard(List<Identifier> who, PlaySource source) {
        Instant begin =
                noises.isEmpty() ? desk.now() : noises.get(noises.size() - 1).until();
        noises.add(Noise.play(leg.self(call), source.label(), begin, sounds().lengthOf(source)));
        call.parties().stream()
                .filter(party -> party.isPhone() && !party.onHold())
                .map(Party::identifier)
                .filter(phone -> who.isEmpty() || who.contains(phone))
                .forEach(phone -> desk.heard(call, phone, source));
    }

    @Override
    public void tones(Identifier who, List<Tone> tones) {
        call.party(who).filter(party -> !party.onHold()).ifPresent(party -> tones(party, tones));
    }

    private void tones(Party to, List<Tone> tones) {
        if (to.isPhone()) {
            desk.heard(call, to.identifier(), Heard.Kind.TONES, Tone.keys(tones));
        } else {
            call.partyOf(leg)
                    .ifPresent(self -> tones.forEach(tone -> sent.add(new Sent(to.legId(), self.identifier(), tone))));
        }
    }
}
