package dev.callautomation.simulator.engine.command.media;

import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Leg;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.media.MediaOperation;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/** What requests for media have in common. */
final class MediaRequests {

    private MediaRequests() {}

    /** Who is meant: a participant of the call, or, when none is named, the only other one. */
    static Identifier target(Call call, String legId, Identifier named) {
        if (named != null) {
            return present(call, named);
        }
        List<Identifier> others = call.parties().stream()
                .filter(party -> !legId.equals(party.legId()))
                .map(Party::identifier)
                .toList();
        if (others.size() != 1) {
            throw ServiceError.invalid(
                    "Invalid request: targetParticipant is required in a call of more than two participants.");
        }
        return others.get(0);
    }

    static Identifier present(Call call, Identifier who) {
        if (call.party(who).isEmpty()) {
            throw ServiceError.participantNotFound(who);
        }
        return who;
    }

    /** Text and SSML need the speech service of the call's setup. */
    static void checkSpeech(Leg leg, List<PlaySource> sources) {
        if (sources.stream().anyMatch(PlaySource::isSpoken)) {
            checkSpeech(leg);
        }
    }

    static void checkSpeech(Leg leg) {
        if (!leg.setup().speech()) {
            throw ServiceError.speechNotSetUp();
        }
    }

    /** Puts an operation into the queue of a connection, or refuses it. */
    static void queue(CommandContext context, Call before, String legId, MediaOperation operation, boolean interrupt) {
        Call call = interrupt ? MediaTransitions.change(context, before, before.leg(legId), Media::cancel) : before;
        if (call.leg(legId).media().isFull()) {
            throw ServiceError.throttled(Media.QUEUE_LIMIT
                    + " media operations of this connection run or wait: go on when one has ended, or cancel them.");
        }
        context.checkRoomFor(call, operation);
        if (!call.leg(legId).media().admits(operation)) {
            throw ServiceError.incompatibleMedia();
        }
        context.save(MediaTransitions.change(
                context, call, call.leg(legId), (media, mediaContext) -> media.take(operation, mediaContext)));
    }
}
