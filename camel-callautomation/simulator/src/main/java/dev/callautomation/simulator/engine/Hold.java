package dev.callautomation.simulator.engine;

import java.util.Map;

import dev.callautomation.simulator.engine.media.MediaResult;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application puts somebody on hold, who then hears nothing but {@code music} and is not heard.
 *
 * @param target may be {@code null} in a call of two: the other participant
 * @param music {@code null} for none
 */
public record Hold(String legId, Identifier target, PlaySource music, OperationTag tag) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        Identifier who = MediaRequest.target(call, legId, target);
        if (call.party(who).filter(party -> legId.equals(party.legId())).isPresent()) {
            throw ServiceError.invalid("Invalid request: targetParticipant is the application itself.");
        }
        if (music != null && music.isSpoken()) {
            MediaRequest.checkSpeech(call.leg(legId));
        }
        Sound sound = music == null ? null : desk.settings().sounds().of(music);
        if (sound instanceof Sound.Elsewhere file) {
            desk.fetch(call, file.uri(), fetched -> new HoldMusicFetched(this, who, fetched));
        } else {
            settle(desk, call, who, sound);
        }
        return null;
    }

    /** Holds, or tells why not. */
    void settle(Desk desk, Call call, Identifier who, Sound sound) {
        if (sound instanceof Sound.Unplayable bad) {
            MediaResult reason = bad.reason();
            desk.callback(
                    call,
                    call.leg(legId),
                    "HoldFailed",
                    Map.of(),
                    tag.context(),
                    tag.callbackUri(),
                    new ResultInformation(reason.code(), reason.subCode(), reason.message()));
        } else if (!call.party(who).orElseThrow().onHold()) {
            desk.phoneNote(call, who, "is put on hold", null);
            if (music != null) {
                desk.heard(call, who, music);
            }
            desk.save(Roster.publish(desk, call.withParty(who, party -> party.held(true))));
        }
    }
}
