import * as id from "./ids.mjs";

const context = { operationContext: "order-1001" };
const operation = { ...context, operationCallbackUrl: id.operationCallbackUrl };

const welcome = { kind: "textSource", text: "Welcome to Contoso", voiceName: "en-US-NancyNeural" };
const file = { kind: "fileSource", url: "https://contact.example.com/prompts/welcome.wav" };
const spokenText = {
  kind: "textSource",
  text: "Guten Tag",
  sourceLocale: "de-DE",
  voiceKind: "female",
  customVoiceEndpointId: id.customVoiceEndpointId,
  playSourceCacheId: "greeting-1",
};
const ssml = {
  kind: "ssmlSource",
  ssmlText: '<speak version="1.0" xml:lang="en-US"><voice name="en-US-NancyNeural">Welcome</voice></speak>',
  customVoiceEndpointId: id.customVoiceEndpointId,
  playSourceCacheId: "greeting-2",
};
const choices = [
  { label: "sales", phrases: ["sales", "buy"], tone: "one" },
  { label: "support", phrases: ["support", "help"], tone: "two" },
  { label: "operator", phrases: ["operator"], tone: "zero" },
];
const spokenChoices = choices.map(({ label, phrases }) => ({ label, phrases }));

function onMedia(operationName, name, run) {
  return {
    name,
    operation: operationName,
    run: ({ client }) => run(client.getCallConnection(id.callConnectionId).getCallMedia()),
  };
}

function recognize(name, kind, options, target = id.phone) {
  return onMedia("recognize", name, (media) =>
    media.startRecognizing(target, { kind: `callMediaRecognize${kind}Options`, ...context, ...options }),
  );
}

export const mediaCases = [
  onMedia("play", "play-text-to-user", (media) => media.play([welcome], [id.user], context)),
  onMedia("play", "play-file-to-phone-in-a-loop", (media) =>
    media.play([file], [id.phone], { ...operation, loop: true }),
  ),
  onMedia("play", "play-text-with-all-options", (media) => media.play([spokenText], [id.user], operation)),
  onMedia("play", "play-ssml-to-several", (media) => media.play([ssml], [id.user, id.phone], context)),
  onMedia("play", "play-several", (media) => media.play([file, welcome, ssml], [id.teamsUser], context)),
  onMedia("play", "play-without-context", (media) => media.play([welcome], [id.user])),
  onMedia("play", "play-text-to-all", (media) => media.playToAll([welcome], context)),
  onMedia("play", "play-file-to-all-interrupting", (media) =>
    media.playToAll([file], { ...operation, loop: false, interruptCallMediaOperation: true }),
  ),
  onMedia("play", "play-file-to-all-in-a-loop", (media) =>
    media.playToAll([{ ...file, playSourceCacheId: "music" }], { ...context, loop: true }),
  ),

  recognize("recognize-dtmf", "Dtmf", { maxTonesToCollect: 4 }),
  recognize("recognize-dtmf-with-all-options", "Dtmf", {
    ...operation,
    playPrompt: welcome,
    interruptCallMediaOperation: true,
    interruptPrompt: true,
    initialSilenceTimeoutInSeconds: 10,
    interToneTimeoutInSeconds: 3,
    maxTonesToCollect: 6,
    stopDtmfTones: ["pound", "asterisk"],
  }),
  recognize("recognize-dtmf-until-a-stop-tone", "Dtmf", { stopDtmfTones: ["pound"] }, id.user),
  recognize("recognize-dtmf-after-several-prompts", "Dtmf", { playPrompts: [file, welcome], maxTonesToCollect: 1 }),
  recognize("recognize-choices", "Choice", { choices: spokenChoices }),
  recognize(
    "recognize-choices-with-all-options",
    "Choice",
    {
      ...operation,
      playPrompt: ssml,
      interruptCallMediaOperation: true,
      interruptPrompt: true,
      initialSilenceTimeoutInSeconds: 15,
      speechLanguage: "en-US",
      speechRecognitionModelEndpointId: id.speechModelEndpointId,
      choices,
    },
    id.user,
  ),
  recognize("recognize-speech", "Speech", {}),
  recognize("recognize-speech-with-all-options", "Speech", {
    ...operation,
    playPrompt: file,
    interruptCallMediaOperation: true,
    interruptPrompt: true,
    initialSilenceTimeoutInSeconds: 20,
    endSilenceTimeoutInSeconds: 1,
    speechLanguage: "de-DE",
    speechRecognitionModelEndpointId: id.speechModelEndpointId,
  }),
  recognize("recognize-speech-or-dtmf", "SpeechOrDtmf", { maxTonesToCollect: 4 }),
  recognize("recognize-speech-or-dtmf-with-all-options", "SpeechOrDtmf", {
    ...operation,
    playPrompt: spokenText,
    interruptCallMediaOperation: true,
    interruptPrompt: true,
    initialSilenceTimeoutInSeconds: 20,
    endSilenceTimeoutInSeconds: 3,
    interToneTimeoutInSeconds: 4,
    maxTonesToCollect: 6,
    stopDtmfTones: ["pound"],
    speechLanguage: "en-US",
    speechRecognitionModelEndpointId: id.speechModelEndpointId,
  }),

  onMedia("cancelAllMediaOperations", "cancel-all-media", (media) => media.cancelAllOperations()),

  onMedia("startContinuousDtmfRecognition", "start-continuous-dtmf", (media) => media.startContinuousDtmfRecognition(id.phone)),
  onMedia("startContinuousDtmfRecognition", "start-continuous-dtmf-with-context", (media) =>
    media.startContinuousDtmfRecognition(id.user, context),
  ),
  onMedia("stopContinuousDtmfRecognition", "stop-continuous-dtmf", (media) => media.stopContinuousDtmfRecognition(id.phone)),
  onMedia("stopContinuousDtmfRecognition", "stop-continuous-dtmf-with-operation-callback", (media) =>
    media.stopContinuousDtmfRecognition(id.phone, operation),
  ),
  onMedia("sendDtmfTones", "send-dtmf-tones", (media) => media.sendDtmfTones(["one", "two", "pound"], id.phone)),
  onMedia("sendDtmfTones", "send-dtmf-tones-with-operation-callback", (media) =>
    media.sendDtmfTones(["zero", "nine", "a", "d", "asterisk"], id.phone, operation),
  ),

  onMedia("hold", "hold", (media) => media.hold(id.user)),
  onMedia("hold", "hold-with-text-and-operation-callback", (media) =>
    media.hold(id.phone, { ...operation, playSource: welcome }),
  ),
  onMedia("hold", "hold-with-file", (media) => media.hold(id.user, { ...context, playSource: file })),
  onMedia("unhold", "unhold", (media) => media.unhold(id.user)),
  onMedia("unhold", "unhold-with-operation-callback", (media) => media.unhold(id.phone, operation)),

  onMedia("startTranscription", "start-transcription", (media) => media.startTranscription()),
  onMedia("startTranscription", "start-transcription-with-all-options", (media) =>
    media.startTranscription({
      ...operation,
      locale: "en-US",
      speechRecognitionModelEndpointId: id.speechModelEndpointId,
    }),
  ),
  onMedia("updateTranscription", "update-transcription", (media) => media.updateTranscription("fr-FR")),
  onMedia("updateTranscription", "update-transcription-with-all-options", (media) =>
    media.updateTranscription("fr-FR", {
      ...operation,
      speechRecognitionModelEndpointId: id.speechModelEndpointId,
    }),
  ),
  onMedia("stopTranscription", "stop-transcription", (media) => media.stopTranscription()),
  onMedia("stopTranscription", "stop-transcription-with-operation-callback", (media) =>
    media.stopTranscription(operation),
  ),
  onMedia("startMediaStreaming", "start-media-streaming", (media) => media.startMediaStreaming()),
  onMedia("startMediaStreaming", "start-media-streaming-with-operation-callback", (media) =>
    media.startMediaStreaming(operation),
  ),
  onMedia("stopMediaStreaming", "stop-media-streaming", (media) => media.stopMediaStreaming()),
  onMedia("stopMediaStreaming", "stop-media-streaming-with-operation-callback", (media) =>
    media.stopMediaStreaming(operation),
  ),
];
