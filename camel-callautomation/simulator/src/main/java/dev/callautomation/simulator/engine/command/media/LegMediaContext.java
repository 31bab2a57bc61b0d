package dev.callautomation.simulator.engine.command.media;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.media.MediaContext;
import dev.callautomation.simulator.engine.media.MediaResult;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.SoundSettings;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.model.Heard;
import dev.callautomation.simulator.model.Identifier;

/** A connection's media reaches its call through this, for the time of one command. */
final class LegMediaContext implements MediaContext {

    private final CommandContext context;
    private final Call call;
    private final Leg leg;
    private final List<Sent> sent = new ArrayList<>();
    private final List<SoundEvent> soundEvents = new ArrayList<>();

    LegMediaContext(CommandContext context, Call call, Leg leg) {
        this.context = context;
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
    List<SoundEvent> soundEvents() {
        return soundEvents;
    }

    @Override
    public SoundSettings sounds() {
        return context.settings().sounds();
    }

    @Override
    public void event(String type, MediaResult result, Map<String, Object> specific, OperationTag tag) {
        context.callback(
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
        context.schedule(call, delay, new MediaTimerExpired(leg.id(), operationId, round));
    }

    @Override
    public void fetch(String operationId, URI uri) {
        context.fetch(call, uri, sound -> new MediaFileFetched(leg.id(), operationId, sound));
    }

    @Override
    public void heard(List<Identifier> who, PlaySource source) {
        Instant begin = soundEvents.isEmpty()
                ? context.now()
                : soundEvents.get(soundEvents.size() - 1).until();
        soundEvents.add(SoundEvent.play(leg.self(call), source.label(), begin, sounds().lengthOf(source)));
        call.parties().stream()
                .filter(party -> party.isPhone() && !party.onHold())
                .map(Party::identifier)
                .filter(phone -> who.isEmpty() || who.contains(phone))
                .forEach(phone -> context.heard(call, phone, source));
    }

    @Override
    public void tones(Identifier who, List<Tone> tones) {
        call.party(who).filter(party -> !party.onHold()).ifPresent(party -> tones(party, tones));
    }

    private void tones(Party to, List<Tone> tones) {
        if (to.isPhone()) {
            context.heard(call, to.identifier(), Heard.Kind.TONES, Tone.keys(tones));
        } else {
            call.partyOf(leg)
                    .ifPresent(self -> tones.forEach(tone -> sent.add(new Sent(to.legId(), self.identifier(), tone))));
        }
    }
}
