package dev.callautomation.simulator.engine.media;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.callautomation.simulator.model.Identifier;

/** Continuous recognition of a participant's tones. */
record ToneWatch(Identifier target, OperationTag tag, int received) {

    ToneWatch heard(Tone tone, MediaContext mediaContext) {
        Map<String, Object> specific = new LinkedHashMap<>();
        specific.put("sequenceId", received + 1);
        specific.put("tone", tone.wireName());
        mediaContext.event("ContinuousDtmfRecognitionToneReceived", MediaResult.TONE_RECEIVED, specific, tag);
        return new ToneWatch(target, tag, received + 1);
    }

    static void stopped(OperationTag tag, MediaContext mediaContext) {
        mediaContext.event("ContinuousDtmfRecognitionStopped", MediaResult.SUCCESS, Map.of(), tag);
    }
}
