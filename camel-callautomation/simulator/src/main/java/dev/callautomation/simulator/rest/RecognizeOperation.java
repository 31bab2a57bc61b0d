package dev.callautomation.simulator.rest;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.callautomation.simulator.engine.command.media.Recognize;
import dev.callautomation.simulator.engine.media.Choice;
import dev.callautomation.simulator.engine.media.Listening;
import dev.callautomation.simulator.engine.media.PlaySource;

/** POST /calling/callConnections/{id}:recognize. Defaults and limits are those of the service's pages. */
final class RecognizeOperation extends Operation.MediaAction {

    private static final int INITIAL_SILENCE_SECONDS = 5;
    private static final int LONGEST_SILENCE_BEFORE_TONES = 300;
    private static final int LONGEST_SILENCE_BEFORE_SPEECH = 20;
    private static final int INTER_TONE_SECONDS = 2;
    private static final int LONGEST_INTER_TONE_SECONDS = 60;
    private static final int END_SILENCE_MILLIS = 500;
    private static final Set<String> TYPES = Set.of("dtmf", "speech", "speechOrDtmf", "choices");
    private static final Set<String> TONES = Set.of("dtmf", "speechOrDtmf");
    private static final Set<String> SPEECH = Set.of("speech", "speechOrDtmf");

    RecognizeOperation() {
        super("recognize", ":recognize");
    }

    @Override
    Reply handle(Request request) {
        Body body = request.body();
        String type = body.requiredText("recognizeInputType");
        if (!TYPES.contains(type)) {
            throw Body.invalid("recognizeInputType must be dtmf, speech, speechOrDtmf or choices, not '" + type + "'");
        }
        Body options = body.part("recognizeOptions");
        request.run(new Recognize(
                request.callConnectionId(),
                options.identifier("targetParticipant"),
                prompt(body),
                options.flag("interruptPrompt", true),
                initialSilence(type, options),
                TONES.contains(type) ? collecting(options.part("dtmfOptions")) : null,
                "choices".equals(type) ? choices(options) : List.of(),
                SPEECH.contains(type) ? endSilence(options.part("speechOptions")) : null,
                body.flag("interruptCallMediaOperation", false),
                MediaRequests.tag(body)));
        return Reply.of(202);
    }

    private static List<PlaySource> prompt(Body body) {
        List<PlaySource> several = MediaRequests.sources(body, "playPrompts");
        if (several.isEmpty() && body.has("playPrompt")) {
            return List.of(MediaRequests.source(body.part("playPrompt")));
        }
        return several;
    }

    private static Duration initialSilence(String type, Body options) {
        int longest = "dtmf".equals(type) ? LONGEST_SILENCE_BEFORE_TONES : LONGEST_SILENCE_BEFORE_SPEECH;
        return Duration.ofSeconds(
                options.number("initialSilenceTimeoutInSeconds", 0, longest, INITIAL_SILENCE_SECONDS));
    }

    private static Listening.Collecting collecting(Body options) {
        int pause = options.number("interToneTimeoutInSeconds", 1, LONGEST_INTER_TONE_SECONDS, INTER_TONE_SECONDS);
        return new Listening.Collecting(
                Duration.ofSeconds(pause),
                options.number("maxTonesToCollect", 1, Integer.MAX_VALUE, 0),
                MediaRequests.tones(options, "stopTones"));
    }

    private static Duration endSilence(Body options) {
        return Duration.ofMillis(options.number("endSilenceTimeoutInMs", 0, Integer.MAX_VALUE, END_SILENCE_MILLIS));
    }

    private static List<Choice> choices(Body options) {
        List<Choice> choices = options.parts("choices").stream()
                .map(RecognizeOperation::choice)
                .toList();
        if (choices.isEmpty()) {
            throw Body.invalid("recognizeOptions.choices must hold at least one");
        }
        long withTone = choices.stream().filter(choice -> choice.tone() != null).count();
        if (withTone != 0 && withTone != choices.size()) {
            throw Body.invalid("recognizeOptions.choices must have a tone each, or none at all");
        }
        return choices;
    }

    private static Choice choice(Body choice) {
        List<String> phrases = choice.texts("phrases");
        if (phrases.isEmpty()) {
            throw Body.invalid("the phrases of a choice must hold at least one");
        }
        String tone = choice.text("tone");
        return new Choice(
                choice.requiredText("label"), phrases, tone == null ? null : MediaRequests.tone(tone, "choices.tone"));
    }
}
