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
    public boolean isOnSubLeg() {
        return listening.group();
    }

    @Override
    public boolean isOnlyFor(Identifier who) {
        return listening.target().equals(who);
    }

    @Override
    public Optional<MediaOperation> begin(Stage stage) {
        return prepared(prompt.prepare(id, stage), stage);
    }

    @Override
    public Optional<MediaOperation> fetched(Sound sound, Stage stage) {
        return phase == Phase.PREPARING ? prepared(prompt.fetched(sound, id, stage), stage) : Optional.of(this);
    }

    private Optional<MediaOperation> prepared(Prompt next, Stage stage) {
        Recognition recognition = new Recognition(id, tag, listening, next, phase, round, tones, said);
        if (next.hasFailed()) {
            return failed(MediaResult.PROMPT_FAILED, next.failedSource(), stage);
        }
        if (!next.isReady()) {
            return Optional.of(recognition);
        }
        next.sources().forEach(source -> stage.heard(List.of(listening.target()), source));
        return next.sources().isEmpty()
                ? Optional.of(recognition.waiting(stage))
                : Optional.of(recognition.in(Phase.PROMPTING, tones, said, next.length(), stage));
    }

    @Override
    public Optional<MediaOperation> timeUp(int timer, Stage stage) {
        if (timer != round) {
            return Optional.of(this);
        }
        return switch (phase) {
            case PREPARING, PROMPTING -> Optional.of(waiting(stage));
            case WAITING -> failed(MediaResult.INITIAL_SILENCE, Map.of(), stage);
            case COLLECTING -> collected(MediaResult.INTER_TONE_SILENCE, tones, stage);
            case HEARING_SPEECH -> completed(MediaResult.SPEECH, "speech", "speechResult", speech(said), stage);
        };
    }

    @Override
    public Optional<MediaOperation> tone(Identifier who, Tone tone, Stage stage) {
        if (!hears(who) || phase == Phase.HEARING_SPEECH || !listening.hearsTones()) {
            return Optional.of(this);
        }
        return listening.tones() == null ? chosen(tone, stage) : collect(tone, stage);
    }

    private Optional<MediaOperation> chosen(Tone tone, Stage stage) {
        return listening
                .choiceOf(tone)
                .map(choice -> completed(
                        MediaResult.TONE_MATCHED, "choices", "choiceResult", Map.of("label", choice.label()), stage))
                .orElseGet(() -> failed(MediaResult.TONE_NOT_MATCHED, Map.of(), stage));
    }

    private Optional<MediaOperation> collect(Tone tone, Stage stage) {
        if (listening.tones().stopTones().contains(tone)) {
            return collected(MediaResult.STOP_TONE, tones, stage);
        }
        List<Tone> more = new ArrayList<>(tones);
        more.add(tone);
        return more.size() == listening.tones().most()
                ? collected(MediaResult.MAX_TONES, more, stage)
                : Optional.of(in(Phase.COLLECTING, more, said, listening.tones().interToneTimeout(), stage));
    }

    @Override
    public Optional<MediaOperation> speech(Identifier who, Utterance utterance, Stage stage) {
        if (!hears(who) || phase == Phase.COLLECTING || !listening.hearsSpeech()) {
            return Optional.of(this);
        }
        if (utterance.isNoise()) {
            return failed(MediaResult.NOT_UNDERSTOOD, Map.of(), stage);
        }
        return listening.endSilence() == null ? chosen(utterance, stage) : hear(utterance, stage);
    }

    private Optional<MediaOperation> chosen(Utterance utterance, Stage stage) {
        return listening
                .choiceOf(utterance)
                .map(choice -> completed(
                        MediaResult.PHRASE_MATCHED, "choices", "choiceResult", choice(choice, utterance), stage))
                .orElseGet(() -> failed(MediaResult.PHRASE_NOT_MATCHED, Map.of(), stage));
    }

    private Optional<MediaOperation> hear(Utterance utterance, Stage stage) {
        Utterance all = said == null ? utterance : said.and(utterance);
        return Optional.of(in(Phase.HEARING_SPEECH, tones, all, listening.endSilence(), stage));
    }

    @Override
    public void stop(MediaResult reason, Stage stage) {
        String type = reason.equals(MediaResult.CANCELED) ? "RecognizeCanceled" : "RecognizeFailed";
        stage.event(type, reason, Map.of(), tag);
    }

    private boolean hears(Identifier who) {
        boolean listens = phase == Phase.PROMPTING ? listening.interruptPrompt() : phase != Phase.PREPARING;
        return listens && listening.target().equals(who);
    }

    private Recognition waiting(Stage stage) {
        return in(Phase.WAITING, tones, said, listening.initialSilence(), stage);
    }

    private Recognition in(Phase next, List<Tone> heard, Utterance spoken, Duration patience, Stage stage) {
        stage.timer(id, round + 1, patience);
        return new Recognition(id, tag, listening, prompt, next, round + 1, List.copyOf(heard), spoken);
    }

    private Optional<MediaOperation> collected(MediaResult result, List<Tone> all, Stage stage) {
        List<String> names = all.stream().map(Tone::wireName).toList();
        return completed(result, "dtmf", "dtmfResult", Map.of("tones", names), stage);
    }

    private Optional<MediaOperation> completed(
            MediaResult result, String recognitionType, String member, Map<String, Object> what, Stage stage) {
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("recognitionType", recognitionType);
        specific.put(member, what);
        stage.event("RecognizeCompleted", result, specific, tag);
        return Optional.empty();
    }

    private Optional<MediaOperation> failed(MediaResult result, Map<String, Object> specific, Stage stage) {
        stage.event("RecognizeFailed", result, specific, tag);
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
