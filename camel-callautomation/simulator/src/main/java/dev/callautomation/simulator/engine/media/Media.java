package dev.callautomation.simulator.engine.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.callautomation.simulator.model.Identifier;

/**
 * The media of one connection. The first operation of the queue is running, the others wait for their turn;
 * continuous recognition goes on beside them.
 */
public record Media(List<MediaOperation> queue, List<ToneWatch> watches) {

    /** Operations that run or wait; the service does not publish its own limit. */
    public static final int QUEUE_LIMIT = 100;

    public static final Media NONE = new Media(List.of(), List.of());

    public Media {
        queue = List.copyOf(queue);
        watches = List.copyOf(watches);
    }

    /** A play, for {@link #take}. */
    public static MediaOperation play(
            String id, OperationTag tag, List<Identifier> to, List<PlaySource> sources, boolean loop) {
        return new Play(id, tag, List.copyOf(to), Prompt.of(sources), loop);
    }

    /** A recognition, for {@link #take}. */
    public static MediaOperation recognition(
            String id, OperationTag tag, Listening listening, List<PlaySource> prompt) {
        return Recognition.of(id, tag, listening, prompt);
    }

    /** Tones to be sent, for {@link #take}. */
    public static MediaOperation tones(String id, OperationTag tag, Identifier to, List<Tone> tones) {
        return new ToneSending(id, tag, to, List.copyOf(tones));
    }

    /** Whether so many operations wait that another one is refused. */
    public boolean isFull() {
        return queue.size() >= QUEUE_LIMIT;
    }

    /** About how many bytes the texts of its operations take. */
    public long size() {
        long size = 0;
        for (MediaOperation operation : queue) {
            size += operation.size();
        }
        return size;
    }

    /** The service takes one operation on a sub leg at a time, running or queued; see its compatibility table. */
    public boolean admits(MediaOperation operation) {
        return !operation.isOnSubLeg() || admitsWatching();
    }

    /** Whether continuous recognition may begin: not beside an operation on a sub leg, though that may follow. */
    public boolean admitsWatching() {
        return queue.stream().noneMatch(MediaOperation::isOnSubLeg);
    }

    /** Queues an operation; it begins at once when nothing is running. */
    public Media take(MediaOperation operation, MediaContext mediaContext) {
        List<MediaOperation> longer = new ArrayList<>(queue);
        longer.add(operation);
        Media next = new Media(longer, watches);
        return queue.isEmpty() ? next.head(first -> first.begin(mediaContext), mediaContext) : next;
    }

    /** Cancels what is running and queued; continuous recognition goes on. */
    public Media cancel(MediaContext mediaContext) {
        queue.forEach(operation -> operation.stop(MediaResult.CANCELED, mediaContext));
        return new Media(List.of(), watches);
    }

    /** Stops everything. */
    public Media end(MediaContext mediaContext) {
        watches.forEach(watch -> ToneWatch.stopped(watch.tag(), mediaContext));
        return new Media(cancel(mediaContext).queue(), List.of());
    }

    /** A file an operation asked for has been looked at. */
    public Media fetched(String operationId, Sound sound, MediaContext mediaContext) {
        return running(operationId) ? head(first -> first.fetched(sound, mediaContext), mediaContext) : this;
    }

    /** A time an operation asked for is over. */
    public Media timeUp(String operationId, int round, MediaContext mediaContext) {
        return running(operationId) ? head(first -> first.timeUp(round, mediaContext), mediaContext) : this;
    }

    /** A participant pressed a key. */
    public Media tone(Identifier who, Tone tone, MediaContext mediaContext) {
        List<ToneWatch> heard = watches.stream()
                .map(watch -> watch.target().equals(who) ? watch.heard(tone, mediaContext) : watch)
                .toList();
        Media next = new Media(queue, heard);
        return queue.isEmpty() ? next : next.head(first -> first.tone(who, tone, mediaContext), mediaContext);
    }

    /** A participant said something. */
    public Media speech(Identifier who, Utterance utterance, MediaContext mediaContext) {
        return queue.isEmpty() ? this : head(first -> first.speech(who, utterance, mediaContext), mediaContext);
    }

    /** A participant has left while the call goes on: what was only for it fails. */
    public Media left(Identifier who, MediaContext mediaContext) {
        List<ToneWatch> stay = without(
                watches, watch -> watch.target().equals(who), watch -> ToneWatch.stopped(watch.tag(), mediaContext));
        boolean running = !queue.isEmpty() && queue.get(0).isOnlyFor(who);
        Media next = new Media(
                without(
                        queue,
                        operation -> operation.isOnlyFor(who),
                        operation -> operation.stop(MediaResult.PARTICIPANT_GONE, mediaContext)),
                stay);
        return running && !next.queue.isEmpty() ? next.head(first -> first.begin(mediaContext), mediaContext) : next;
    }

    /** Tells of every tone of a participant from now on. */
    public Media watch(Identifier who, OperationTag tag) {
        List<ToneWatch> more = new ArrayList<>(watches);
        more.removeIf(watch -> watch.target().equals(who));
        more.add(new ToneWatch(who, tag, 0));
        return new Media(queue, more);
    }

    /** Stops reporting a participant's tones; the stop is reported even if it never began. */
    public Media unwatch(Identifier who, OperationTag tag, MediaContext mediaContext) {
        ToneWatch.stopped(tag, mediaContext);
        return new Media(
                queue,
                watches.stream().filter(watch -> !watch.target().equals(who)).toList());
    }

    private boolean running(String operationId) {
        return !queue.isEmpty() && queue.get(0).id().equals(operationId);
    }

    /** Changes the running operation; when that ends, the next one begins, which may end at once, too. */
    private Media head(Function<MediaOperation, Optional<MediaOperation>> change, MediaContext mediaContext) {
        List<MediaOperation> rest = new ArrayList<>(queue);
        Optional<MediaOperation> first = change.apply(rest.remove(0));
        while (first.isEmpty() && !rest.isEmpty()) {
            first = rest.remove(0).begin(mediaContext);
        }
        first.ifPresent(operation -> rest.add(0, operation));
        return new Media(rest, watches);
    }

    private static <T> List<T> without(List<T> all, Predicate<T> gone, Consumer<T> farewell) {
        all.stream().filter(gone).forEach(farewell);
        return all.stream().filter(gone.negate()).toList();
    }
}
