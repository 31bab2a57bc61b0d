package dev.callautomation.simulator.engine.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.engine.sound.SoundEvent;
import dev.callautomation.simulator.model.Identifier;

/**
 * A recording, an immutable value: asked for, active and paused in turns, ended, its file deleted.
 *
 * @param documentId tells its file from others
 * @param legId the connection its events name
 * @param startedAt {@code null} until it begins
 * @param participants who was there while it was recorded, in the order of their channels
 * @param padding silence at the end of the file, to make it large
 * @param endedAt {@code null} while it goes on
 * @param endReason why it ended, in the words of RecordingFileStatusUpdated
 */
public record Recording(
        String id,
        String documentId,
        String legId,
        RecordingSettings settings,
        Instant startedAt,
        List<Segment> stretches,
        List<SoundEvent> soundEvents,
        List<Identifier> participants,
        Duration padding,
        Instant endedAt,
        String endReason,
        boolean deleted) {

    /** Files can be fetched for this long, by the service's page on call recording. */
    public static final Duration KEPT = Duration.ofHours(48);

    /** Beyond this many sounds a file goes on in silence. */
    static final int NOISES_KEPT = 2_000;

    /** Times that it may be paused and resumed. */
    private static final int STRETCHES_LIMIT = 1_000;

    public Recording {
        stretches = List.copyOf(stretches);
        soundEvents = List.copyOf(soundEvents);
        participants = List.copyOf(participants);
    }

    /** One that is about to begin. */
    public static Recording asked(String id, String documentId, String legId, RecordingSettings settings) {
        return new Recording(
                id,
                documentId,
                legId,
                settings,
                null,
                List.of(),
                List.of(),
                List.of(),
                Duration.ZERO,
                null,
                null,
                false);
    }

    public boolean hasBegun() {
        return startedAt != null;
    }

    public boolean isOver() {
        return endedAt != null;
    }

    /** Whether it records at the moment. */
    public boolean isActive() {
        return !stretches.isEmpty() && stretches.get(stretches.size() - 1).isOpen();
    }

    /** The name of the state used in JSON. */
    public String stateName() {
        return isActive() ? "active" : "inactive";
    }

    /** Whether its file can be fetched. */
    public boolean hasFile(Instant now) {
        return isOver() && !deleted && now.isBefore(endedAt.plus(KEPT));
    }

    public Recording begun(Instant now) {
        Recording begun = with(now, stretches, soundEvents, participants, padding, null, null, deleted);
        return settings.pauseOnStart() ? begun : begun.resumed(now);
    }

    public Recording paused(Instant now) {
        List<Segment> next = new ArrayList<>(stretches);
        next.set(next.size() - 1, next.get(next.size() - 1).closed(now));
        return with(startedAt, next, soundEvents, participants, padding, endedAt, endReason, deleted);
    }

    public Recording resumed(Instant now) {
        if (stretches.size() >= STRETCHES_LIMIT) {
            throw ServiceError.tooManyPauses(STRETCHES_LIMIT);
        }
        return with(
                startedAt,
                plus(stretches, new Segment(now, null)),
                soundEvents,
                participants,
                padding,
                endedAt,
                endReason,
                deleted);
    }

    public Recording ended(Instant now, String reason) {
        Recording quiet = isActive() ? paused(now) : this;
        return quiet.with(startedAt, quiet.stretches, soundEvents, participants, padding, now, reason, deleted);
    }

    public Recording withoutFile() {
        return with(startedAt, stretches, soundEvents, participants, padding, endedAt, endReason, true);
    }

    /** The same with so much more silence at the end. */
    public Recording padded(Duration more) {
        return with(startedAt, stretches, soundEvents, participants, padding.plus(more), endedAt, endReason, deleted);
    }

    /** A sound in the call. What begins in a pause is not kept. */
    public Recording heard(SoundEvent soundEvent) {
        return isActive() && soundEvents.size() < NOISES_KEPT
                ? with(
                        startedAt,
                        stretches,
                        plus(soundEvents, soundEvent.recorded()),
                        participants,
                        padding,
                        endedAt,
                        endReason,
                        deleted)
                : this;
    }

    /** These take part now. */
    public Recording attendedBy(List<Identifier> present) {
        if (!isActive() || participants.containsAll(present)) {
            return this;
        }
        List<Identifier> all = new ArrayList<>(participants);
        present.stream().filter(who -> !all.contains(who)).forEach(all::add);
        return with(startedAt, stretches, soundEvents, all, padding, endedAt, endReason, deleted);
    }

    /** How long the file plays: what was recorded and the silence after it. */
    public Duration length(Instant now) {
        return recorded(now).plus(padding);
    }

    /** The pauses between what was recorded, and the ones at both ends. */
    public List<Pause> pauses() {
        List<Pause> pauses = new ArrayList<>();
        Instant quietSince = startedAt;
        for (Segment stretch : stretches) {
            add(pauses, quietSince, stretch.from());
            quietSince = stretch.to();
        }
        if (quietSince != null && endedAt != null) {
            add(pauses, quietSince, endedAt);
        }
        return pauses;
    }

    /** The participant of each channel of the file. A mixed recording has one channel without a participant. */
    public Map<Integer, Identifier> channels() {
        return settings.unmixed() ? Channels.of(settings.inOrder(), participants) : Map.of();
    }

    /** The sounds in the file, each where it begins; one that reached into a pause is in two parts or cut. */
    public List<RecordedSound> sounds() {
        List<RecordedSound> sounds = new ArrayList<>();
        Duration before = Duration.ZERO;
        for (Segment stretch : stretches) {
            for (SoundEvent soundEvent : soundEvents) {
                Instant from = later(soundEvent.at(), stretch.from());
                Instant to = stretch.isOpen() ? soundEvent.until() : earlier(soundEvent.until(), stretch.to());
                if (from.isBefore(to)) {
                    sounds.add(new RecordedSound(
                            soundEvent,
                            before.plus(Duration.between(stretch.from(), from)),
                            before.plus(Duration.between(stretch.from(), to))));
                }
            }
            before = before.plus(stretch.isOpen() ? Duration.ZERO : stretch.length(stretch.to()));
        }
        return sounds;
    }

    private Duration recorded(Instant now) {
        return stretches.stream().map(stretch -> stretch.length(now)).reduce(Duration.ZERO, Duration::plus);
    }

    private Recording with(
            Instant started,
            List<Segment> nextStretches,
            List<SoundEvent> nextNoises,
            List<Identifier> nextParticipants,
            Duration nextPadding,
            Instant ended,
            String reason,
            boolean gone) {
        return new Recording(
                id,
                documentId,
                legId,
                settings,
                started,
                nextStretches,
                nextNoises,
                nextParticipants,
                nextPadding,
                ended,
                reason,
                gone);
    }

    private static void add(List<Pause> pauses, Instant from, Instant to) {
        if (from.isBefore(to)) {
            pauses.add(new Pause(from, Duration.between(from, to)));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
