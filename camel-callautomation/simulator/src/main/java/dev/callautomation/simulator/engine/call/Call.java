package dev.callautomation.simulator.engine.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/**
 * A call, an immutable value. Parties are in it, rings are invitations to it, legs are the applications' connections.
 *
 * @param conference the group call or room that phones join by themselves, {@code null} for a call from one to another
 * @param connectedAt when two parties were first connected, {@code null} while it is only ringing
 * @param rosterSequence number of the last ParticipantsUpdated
 * @param recordings what is and was recorded of it
 * @param over nothing can happen to it any more
 */
public record Call(
        String id,
        String serverCallId,
        String correlationId,
        Instant startedAt,
        Conference conference,
        Instant connectedAt,
        List<Party> parties,
        List<Ring> rings,
        List<Leg> legs,
        int rosterSequence,
        List<Recording> recordings,
        boolean over) {

    /** Of the simulator; the service does not publish its own. */
    private static final int RECORDINGS_LIMIT = 100;

    /** Of the service, by its page on limits; those who are invited count, too. */
    private static final int PARTICIPANTS_LIMIT = 350;

    public Call {
        parties = List.copyOf(parties);
        rings = List.copyOf(rings);
        legs = List.copyOf(legs);
        recordings = List.copyOf(recordings);
    }

    public static Call begin(CommandContext context, String id) {
        return begin(context, id, null);
    }

    public static Call begin(CommandContext context, String id, Conference conference) {
        return new Call(
                id,
                context.ids().serverCallId(),
                context.ids().guid(),
                context.now(),
                conference,
                null,
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                false);
    }

    public Call joinedBy(Party party) {
        return withParties(plus(parties, party));
    }

    public Call leftBy(Identifier who) {
        return withParties(
                parties.stream().filter(p -> !p.identifier().equals(who)).toList());
    }

    public Call withParty(Identifier who, UnaryOperator<Party> change) {
        return withParties(parties.stream()
                .map(p -> p.identifier().equals(who) ? change.apply(p) : p)
                .toList());
    }

    public Call ringing(Ring ring) {
        return withRings(plus(rings, ring));
    }

    public Call notRinging(Ring ring) {
        return withRings(rings.stream().filter(r -> !r.id().equals(ring.id())).toList());
    }

    public Call withRing(Ring changed) {
        return withRings(rings.stream()
                .map(r -> r.id().equals(changed.id()) ? changed : r)
                .toList());
    }

    public Call connectedTo(Leg leg) {
        return withLegs(plus(legs, leg));
    }

    public Call withLeg(Leg changed) {
        return withLegs(legs.stream()
                .map(l -> l.id().equals(changed.id()) ? changed : l)
                .toList());
    }

    public Call withoutLeg(String legId) {
        return withLegs(legs.stream().filter(l -> !l.id().equals(legId)).toList());
    }

    public Call withRosterSequence(int number) {
        return with(parties, rings, legs, number, over);
    }

    Call nextRoster() {
        return with(parties, rings, legs, rosterSequence + 1, over);
    }

    public Call ended() {
        return with(List.of(), List.of(), legs, rosterSequence, true);
    }

    /** Refuses one more recording when there are as many as a call may have, 429/8589. */
    public Call recordedBy(Recording recording) {
        if (recordings.size() >= RECORDINGS_LIMIT) {
            throw ServiceError.tooManyRecordings(RECORDINGS_LIMIT);
        }
        return withRecordings(plus(recordings, recording));
    }

    public Call notRecordedBy(String recordingId) {
        return withRecordings(recordings.stream()
                .filter(recording -> !recording.id().equals(recordingId))
                .toList());
    }

    /** Changes one recording. */
    public Call withRecording(String recordingId, UnaryOperator<Recording> change) {
        return withEachRecording(recording -> recording.id().equals(recordingId) ? change.apply(recording) : recording);
    }

    /** Changes all recordings. */
    Call withEachRecording(UnaryOperator<Recording> change) {
        return recordings.isEmpty()
                ? this
                : withRecordings(recordings.stream().map(change).toList());
    }

    /** Sets the time at which two parties were first connected. */
    Call connectedSince(Instant now) {
        return connectedAt != null || parties.size() < partiesToLive()
                ? this
                : new Call(
                        id,
                        serverCallId,
                        correlationId,
                        startedAt,
                        conference,
                        now,
                        parties,
                        rings,
                        legs,
                        rosterSequence,
                        recordings,
                        over);
    }

    /** With fewer parties a call ends; in a conference one may wait for others. */
    public int partiesToLive() {
        return conference == null ? 2 : 1;
    }

    public Optional<Party> party(Identifier who) {
        return parties.stream().filter(p -> p.identifier().equals(who)).findFirst();
    }

    public Optional<Party> partyOf(Leg leg) {
        return parties.stream().filter(p -> leg.id().equals(p.legId())).findFirst();
    }

    public Optional<Ring> ring(String ringId) {
        return rings.stream().filter(r -> r.id().equals(ringId)).findFirst();
    }

    public Optional<Ring> ringAt(Identifier target) {
        return rings.stream().filter(r -> r.target().equals(target)).findFirst();
    }

    /** Whether there is no room for another. */
    public boolean isFull() {
        return parties.size() + rings.size() >= PARTICIPANTS_LIMIT;
    }

    /** Whether this identifier takes part or is being called; it cannot be added a second time then. */
    public boolean hasOrCalls(Identifier who) {
        return party(who).isPresent() || ringAt(who).isPresent();
    }

    public Optional<Leg> findLeg(String legId) {
        // most calls have one leg, which needs no stream
        for (Leg leg : legs) {
            if (leg.id().equals(legId)) {
                return Optional.of(leg);
            }
        }
        return Optional.empty();
    }

    public Leg leg(String legId) {
        return findLeg(legId).orElseThrow();
    }

    public Optional<Recording> recording(String recordingId) {
        return recordings.stream().filter(r -> r.id().equals(recordingId)).findFirst();
    }

    public List<Leg> establishedLegs() {
        return legs.stream().filter(Leg::isEstablished).toList();
    }

    private Call withParties(List<Party> next) {
        return with(next, rings, legs, rosterSequence, over);
    }

    private Call withRings(List<Ring> next) {
        return with(parties, next, legs, rosterSequence, over);
    }

    private Call withRecordings(List<Recording> next) {
        return with(parties, rings, legs, rosterSequence, next, over);
    }

    private Call withLegs(List<Leg> next) {
        return with(parties, rings, next, rosterSequence, over);
    }

    private Call with(List<Party> nextParties, List<Ring> nextRings, List<Leg> nextLegs, int roster, boolean ended) {
        return with(nextParties, nextRings, nextLegs, roster, recordings, ended);
    }

    private Call with(
            List<Party> nextParties,
            List<Ring> nextRings,
            List<Leg> nextLegs,
            int roster,
            List<Recording> nextRecordings,
            boolean ended) {
        return new Call(
                id,
                serverCallId,
                correlationId,
                startedAt,
                conference,
                connectedAt,
                nextParties,
                nextRings,
                nextLegs,
                roster,
                nextRecordings,
                ended);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
