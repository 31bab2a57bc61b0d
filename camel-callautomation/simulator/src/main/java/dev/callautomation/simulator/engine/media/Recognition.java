package dev.callautomation.simulator.engine.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.simulator.model.Identifier;

/**
 * Plays a prompt and waits for a participant's tones or speech.
 *
 * @param round counts the times it has waited for, so that an old timer is known
 * @param tones collected so far
 * @param said so far, {@code null} for nothing
 */
record Recognition(
        String id,
        OperationTag tag,
        Listening listening,
        Prompt prompt,
        Phase phase,
        int round,
        List<Tone> tones,
        Utterance said)
        implements MediaOperation {

    enum Phase {
        PREPARING,
        PROMPTING,
        WAITING,
        COLLECTING,
        HEARING_SPEECH
    }

    static Recognition of(String id, OperationTag tag, Listening listening, List<PlaySource> prompt) {
        return new Recognition(id, tag, listening, Prompt.of(prompt), Phase.PREPARING, 0, List.of(), null);
    }

    @Override
    public long size() {
        return prompt.size() + listening.size();
    }

    @Override
    public boolean isOnSubLeg() {
        return listening.group();
    }

    @Override
    public boolean isOnlyFor(Identifier who) {
        return listening.target().equals(who);
    }

    @Override
    public Optional<MediaOperation> begin(MediaContext mediaContext) {
        return prepared(prompt.prepare(id, mediaContext), mediaContext);
    }

    @Override
    public Optional<MediaOperation> fetched(Sound sound, MediaContext mediaContext) {
        return phase == Phase.PREPARING
                ? prepared(prompt.fetched(sound, id, mediaContext), mediaContext)
                : Optional.of(this);
    }

    private Optional<MediaOperation> prepared(Prompt next, MediaContext mediaContext) {
        Recognition recognition = new Recognition(id, tag, listening, next, phase, round, tones, said);
        if (next.hasFailed()) {
            return failed(MediaResult.PROMPT_FAILED, next.failedSource(), mediaContext);
        }
        if (!next.isReady()) {
            return Optional.of(recognition);
        }
        next.sources().forEach(source -> mediaContext.heard(List.of(listening.target()), source));
        return next.sources().isEmpty()
                ? Optional.of(recognition.waiting(mediaContext))
                : Optional.of(recognition.in(Phase.PROMPTING, tones, said, next.length(), mediaContext));
    }

    @Override
    public Optional<MediaOperation> timeUp(int timer, MediaContext mediaContext) {
        if (timer != round) {
            return Optional.of(this);
        }
        return switch (phase) {
            case PREPARING, PROMPTING -> Optional.of(waiting(mediaContext));
            case WAITING -> failed(MediaResult.INITIAL_SILENCE, Map.of(), mediaContext);
            case COLLECTING -> collected(MediaResult.INTER_TONE_SILENCE, tones, mediaContext);
            case HEARING_SPEECH -> completed(MediaResult.SPEECH, "speech", "speechResult", speech(said), mediaContext);
        };
    }

    @Override
    public Optional<MediaOperation> tone(Identifier who, Tone tone, MediaContext mediaContext) {
        if (!hears(who) || phase == Phase.HEARING_SPEECH || !listening.hearsTones()) {
            return Optional.of(this);
        }
        return listening.tones() == null ? chosen(tone, mediaContext) : collect(tone, mediaContext);
    }

    private Optional<MediaOperation> chosen(Tone tone, MediaContext mediaContext) {
        return listening
                .choiceOf(tone)
                .map(choice -> completed(
                        MediaResult.TONE_MATCHED,
                        "choices",
                        "choiceResult",
                        Map.of("label", choice.label()),
                        mediaContext))
                .orElseGet(() -> failed(MediaResult.TONE_NOT_MATCHED, Map.of(), mediaContext));
    }

    private Optional<MediaOperation> collect(Tone tone, MediaContext mediaContext) {
        if (listening.tones().stopTones().contains(tone)) {
            return collected(MediaResult.STOP_TONE, tones, mediaContext);
        }
        List<Tone> more = new ArrayList<>(tones);
        more.add(tone);
        return more.size() == listening.tones().most()
                ? collected(MediaResult.MAX_TONES, more, mediaContext)
                : Optional.of(in(Phase.COLLECTING, more, said, listening.tones().interToneTimeout(), mediaContext));
    }

    @Override
    public Optional<MediaOperation> speech(Identifier who, Utterance utterance, MediaContext mediaContext) {
        if (!hears(who) || phase == Phase.COLLECTING || !listening.hearsSpeech()) {
            return Optional.of(this);
        }
        if (utterance.isNoise()) {
            return failed(MediaResult.NOT_UNDERSTOOD, Map.of(), mediaContext);
        }
        return listening.endSilence() == null ? chosen(utterance, mediaContext) : hear(utterance, mediaContext);
    }

    private Optional<MediaOperation> chosen(Utterance utterance, MediaContext mediaContext) {
        return listening
                .choiceOf(utterance)
                .map(choice -> completed(
                        MediaResult.PHRASE_MATCHED, "choices", "choiceResult", choice(choice, utterance), mediaContext))
                .orElseGet(() -> failed(MediaResult.PHRASE_NOT_MATCHED, Map.of(), mediaContext));
    }

    private Optional<MediaOperation> hear(Utterance utterance, MediaContext mediaContext) {
        Utterance all = said == null ? utterance : said.and(utterance);
        return Optional.of(in(Phase.HEARING_SPEECH, tones, all, listening.endSilence(), mediaContext));
    }

    @Override
    public void stop(MediaResult reason, MediaContext mediaContext) {
        String type = reason.equals(MediaResult.CANCELED) ? "RecognizeCanceled" : "RecognizeFailed";
        mediaContext.event(type, reason, Map.of(), tag);
    }

    private boolean hears(Identifier who) {
        boolean listens = phase == Phase.PROMPTING ? listening.interruptPrompt() : phase != Phase.PREPARING;
        return listens && listening.target().equals(who);
    }

    private Recognition waiting(MediaContext mediaContext) {
        return in(Phase.WAITING, tones, said, listening.initialSilence(), mediaContext);
    }

    private Recognition in(
            Phase next, List<Tone> heard, Utterance spoken, Duration timeout, MediaContext mediaContext) {
        mediaContext.timer(id, round + 1, timeout);
        return new Recognition(id, tag, listening, prompt, next, round + 1, List.copyOf(heard), spoken);
    }

    private Optional<MediaOperation> collected(MediaResult result, List<Tone> all, MediaContext mediaContext) {
        List<String> names = all.stream().map(Tone::wireName).toList();
        return completed(result, "dtmf", "dtmfResult", Map.of("tones", names), mediaContext);
    }

    private Optional<MediaOperation> completed(
            MediaResult result,
            String recognitionType,
            String member,
            Map<String, Object> what,
            MediaContext mediaContext) {
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("recognitionType", recognitionType);
        specific.put(member, what);
        mediaContext.event("RecognizeCompleted", result, specific, tag);
        return Optional.empty();
    }

    private Optional<MediaOperation> failed(
            MediaResult result, Map<String, Object> specific, MediaContext mediaContext) {
        mediaContext.event("RecognizeFailed", result, specific, tag);
        return Optional.empty();
    }

    private static Map<String, Object> choice(Choice choice, Utterance utterance) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("label", choice.label());
        result.put("recognizedPhrase", utterance.text());
        result.put("confidence", utterance.confidence());
        return result;
    }

    private static Map<String, Object> speech(Utterance utterance) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("speech", utterance.text());
        result.put("confidence", utterance.confidence());
        return result;
    }
}
