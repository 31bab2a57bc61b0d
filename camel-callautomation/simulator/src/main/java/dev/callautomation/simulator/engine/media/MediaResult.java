package dev.callautomation.simulator.engine.media;

/** How something with media ended, with the codes and messages recorded from the service or in its event tables. */
public record MediaResult(int code, int subCode, String message) {

    static final MediaResult SUCCESS = new MediaResult(200, 0, "Action completed successfully.");
    static final MediaResult CANCELED = new MediaResult(400, 8508, "Action failed, the operation was cancelled.");
    static final MediaResult PARTICIPANT_GONE =
            new MediaResult(400, 8558, "Action failed, the participant is not present in the call.");

    public static final MediaResult FILE_FORMAT_INVALID =
            new MediaResult(400, 8535, "Action failed, file format is invalid.");
    public static final MediaResult FILE_NOT_DOWNLOADED =
            new MediaResult(400, 8536, "Action failed, file could not be downloaded.");
    static final MediaResult NOTHING_TO_SAY =
            new MediaResult(400, 8582, "Action failed, play source text or SSML is empty.");

    static final MediaResult INITIAL_SILENCE =
            new MediaResult(400, 8510, "Action failed, initial silence timeout reached.");
    static final MediaResult PROMPT_FAILED =
            new MediaResult(500, 8511, "Action failed, encountered failure while trying to play the prompt.");
    static final MediaResult STOP_TONE = new MediaResult(200, 8514, "Action completed as stop tone was detected.");
    static final MediaResult MAX_TONES = new MediaResult(200, 8531, "Action completed, max digits received.");
    static final MediaResult INTER_TONE_SILENCE =
            new MediaResult(400, 8532, "Action failed, inter-digit silence timeout reached.");
    static final MediaResult TONE_MATCHED = new MediaResult(200, 8533, "Action completed, DTMF option matched.");
    static final MediaResult TONE_NOT_MATCHED = new MediaResult(500, 8534, "Action failed, incorrect tone entered.");
    static final MediaResult PHRASE_MATCHED =
            new MediaResult(200, 8545, "Action completed, Recognized phrase matches a valid option.");
    static final MediaResult PHRASE_NOT_MATCHED =
            new MediaResult(400, 8547, "Action failed, recognized phrase does not match a valid option.");
    static final MediaResult NOT_UNDERSTOOD =
            new MediaResult(400, 8563, "Action failed, speech could not be recognized.");
    static final MediaResult SPEECH = new MediaResult(200, 8569, "Action completed, speech was recognized.");
    static final MediaResult TONE_RECEIVED = new MediaResult(200, 0, "DTMF tone received successfully.");
}
