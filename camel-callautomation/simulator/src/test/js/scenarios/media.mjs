import assert from "node:assert/strict";
import { callerId, phone, user } from "../support/people.mjs";
import { cognitiveServices, endForEveryone, rawId, refused, resulted } from "../support/world.mjs";

const say = (text) => ({ kind: "textSource", text, voiceName: "en-US-NancyNeural" });
const readMe = { kind: "fileSource", url: "https://files.example/readme.txt" };

/** A call with a telephone whose keys and speech can be recognized. */
async function talkingCall(world) {
  const inbox = world.receiver.inbox();
  const target = phone();
  await world.behaviour(target, "answer");
  const invite = { targetParticipant: target, sourceCallIdNumber: callerId };
  const options = { callIntelligenceOptions: cognitiveServices };
  const { callConnection: call } = await world.client.createCall(invite, inbox.callbackUrl, options);
  await inbox.events.next("CallConnected");
  return { call, inbox, target, media: call.getCallMedia(), phone: rawId(target) };
}

async function started({ inbox }, operationContext) {
  const event = await inbox.events.next("PlayStarted");
  resulted(event, 200, 0);
  assert.equal(event.operationContext, operationContext);
}

export const media = {
  "play to all": async (world) => {
    const existing = await talkingCall(world);
    await existing.media.playToAll([say("Hi"), { kind: "ssmlSource", ssmlText: "<speak>there</speak>" }], { operationContext: "greet" });
    await started(existing, "greet");
    const completed = await existing.inbox.events.next("PlayCompleted");
    resulted(completed, 200, 0);
    assert.equal(completed.operationContext, "greet");
    await endForEveryone(existing);
    existing.inbox.expectInAll(["CallConnected", "PlayStarted", "PlayCompleted", "CallDisconnected"]);
  },
  "play to a participant with an operation callback": async (world) => {
    const existing = await talkingCall(world);
    await existing.media.play([say("Hi")], [existing.target], { operationCallbackUrl: existing.inbox.operationCallbackUrl });
    await existing.inbox.operations.next("PlayStarted");
    await refused(() => existing.media.play([say("Hi")], [existing.target]), 412, "8583");
    await existing.inbox.operations.next("PlayCompleted");
    await endForEveryone(existing);
    existing.inbox.expectInAll(["CallConnected", "CallDisconnected"], ["PlayStarted", "PlayCompleted"]);
  },
  "play of a file that cannot be played": async (world) => {
    const existing = await talkingCall(world);
    await existing.media.playToAll([say("Hi"), readMe]);
    const failed = await existing.inbox.events.next("PlayFailed");
    resulted(failed, 400, 8535);
    assert.equal(failed.failedPlaySourceIndex, 1);
    await endForEveryone(existing);
  },
  "play of text in a call without a speech service is refused": async (world) => {
    const existing = await world.connectedCall();
    await refused(() => existing.call.getCallMedia().playToAll([say("Hi")]), 405, "8522");
    await endForEveryone(existing);
  },
  "play to a stranger is refused": async (world) => {
    const existing = await talkingCall(world);
    await refused(() => existing.media.play([say("Hi")], [user()]), 404, "8522");
    await endForEveryone(existing);
  },
  "cancelAllOperations of a loop and what waits behind it": async (world) => {
    const existing = await talkingCall(world);
    await existing.media.playToAll([say("Please wait")], { loop: true, operationContext: "loop" });
    await started(existing, "loop");
    await existing.media.startRecognizing(existing.target, { kind: "callMediaRecognizeDtmfOptions" });
    await existing.media.cancelAllOperations();
    resulted(await existing.inbox.events.next("PlayCanceled"), 400, 8508);
    resulted(await existing.inbox.events.next("RecognizeCanceled"), 400, 8508);
    await endForEveryone(existing);
  },
  "play interrupts what is playing": async (world) => {
    const existing = await talkingCall(world);
    await existing.media.playToAll([say("Please wait")], { loop: true, operationContext: "loop" });
    await started(existing, "loop");
    await existing.media.playToAll([say("Hi")], { interruptCallMediaOperation: true, operationContext: "urgent" });
    assert.equal((await existing.inbox.events.next("PlayCanceled")).operationContext, "loop");
    await started(existing, "urgent");
    await existing.inbox.events.next("PlayCompleted");
    await endForEveryone(existing);
  },

  "recognize tones": async (world) => {
    const existing = await talkingCall(world);
    await existing.media.startRecognizing(existing.target, {
      kind: "callMediaRecognizeDtmfOptions",
      playPrompt: say("Your number, please"),
      interruptPrompt: true,
      maxTonesToCollect: 3,
      stopDtmfTones: ["pound"],
      operationContext: "number",
    });
    await world.control.press(existing.phone, "42#");
    const completed = await existing.inbox.events.next("RecognizeCompleted");
    resulted(completed, 200, 8514);
    assert.equal(completed.recognitionType, "dtmf");
    assert.deepEqual(completed.dtmfResult.tones, ["four", "two"]);
    assert.equal(completed.operationContext, "number");
    await endForEveryone(existing);
    existing.inbox.expectInAll(["CallConnected", "RecognizeCompleted", "CallDisconnected"]);
  },
  "recognize a choice by phrase and by tone": async (world) => {
    const existing = await talkingCall(world);
    const options = () => ({
      kind: "callMediaRecognizeChoiceOptions",
      choices: [
        { label: "Confirm", phrases: ["Confirm", "First"], tone: "one" },
        { label: "Cancel", phrases: ["Cancel"], tone: "two" },
      ],
      playPrompts: [say("Confirm"), say("or cancel?")],
      interruptPrompt: true,
    });
    await existing.media.startRecognizing(existing.target, options());
    await world.control.say(existing.phone, "first!");
    const spoken = await existing.inbox.events.next("RecognizeCompleted");
    resulted(spoken, 200, 8545);
    assert.equal(spoken.recognitionType, "choices");
    assert.equal(spoken.choiceResult.label, "Confirm");
    assert.equal(spoken.choiceResult.recognizedPhrase, "first!");
    await existing.media.startRecognizing(existing.target, options());
    await world.control.press(existing.phone, "2");
    const pressed = await existing.inbox.events.next("RecognizeCompleted");
    resulted(pressed, 200, 8533);
    assert.equal(pressed.choiceResult.label, "Cancel");
    await existing.media.startRecognizing(existing.target, options());
    await world.control.say(existing.phone, "neither");
    resulted(await existing.inbox.events.next("RecognizeFailed"), 400, 8547);
    await endForEveryone(existing);
  },
  "recognize speech": async (world) => {
    const existing = await talkingCall(world);
    await existing.media.startRecognizing(existing.target, { kind: "callMediaRecognizeSpeechOptions", endSilenceTimeoutInSeconds: 0.2 });
    await world.control.say(existing.phone, "My name is Ada");
    const completed = await existing.inbox.events.next("RecognizeCompleted");
    resulted(completed, 200, 8569);
    assert.equal(completed.recognitionType, "speech");
    assert.equal(completed.speechResult.speech, "My name is Ada");
    assert.equal(typeof completed.speechResult.confidence, "number");
    await endForEveryone(existing);
  },
  "recognize speech or tones": async (world) => {
    const existing = await talkingCall(world);
    await existing.media.startRecognizing(existing.target, { kind: "callMediaRecognizeSpeechOrDtmfOptions", maxTonesToCollect: 1 });
    await world.control.press(existing.phone, ["nine"]);
    const completed = await existing.inbox.events.next("RecognizeCompleted");
    resulted(completed, 200, 8531);
    assert.deepEqual(completed.dtmfResult.tones, ["nine"]);
    await endForEveryone(existing);
  },
  "recognize hears nothing": async (world) => {
    const existing = await talkingCall(world);
    await existing.media.startRecognizing(existing.target, { kind: "callMediaRecognizeDtmfOptions", initialSilenceTimeoutInSeconds: 1 });
    resulted(await existing.inbox.events.next("RecognizeFailed"), 400, 8510);
    await endForEveryone(existing);
  },
  "recognize with a prompt that cannot be played": async (world) => {
    const existing = await talkingCall(world);
    await existing.media.startRecognizing(existing.target, { kind: "callMediaRecognizeDtmfOptions", playPrompt: readMe });
    const failed = await existing.inbox.events.next("RecognizeFailed");
    resulted(failed, 500, 8511);
    assert.equal(failed.failedPlaySourceIndex, 0);
    await endForEveryone(existing);
  },
  "the end of the call cancels recognition": async (world) => {
    const { inbox, target, media: callMedia } = await talkingCall(world);
    await callMedia.startRecognizing(target, { kind: "callMediaRecognizeDtmfOptions" });
    await world.control.hangUp(rawId(target));
    resulted(await inbox.events.next("RecognizeCanceled"), 400, 8508);
    await inbox.events.next("CallDisconnected");
  },

  "continuous recognition of tones": async (world) => {
    const existing = await talkingCall(world);
    await existing.media.startContinuousDtmfRecognition(existing.target, { operationContext: "keys" });
    await world.control.press(existing.phone, "1#");
    for (const [sequenceId, tone] of [[1, "one"], [2, "pound"]]) {
      const received = await existing.inbox.events.next("ContinuousDtmfRecognitionToneReceived");
      assert.deepEqual([received.sequenceId, received.tone, received.operationContext], [sequenceId, tone, "keys"]);
    }
    await existing.media.stopContinuousDtmfRecognition(existing.target, {
      operationContext: "enough",
      operationCallbackUrl: existing.inbox.operationCallbackUrl,
    });
    assert.equal((await existing.inbox.operations.next("ContinuousDtmfRecognitionStopped")).operationContext, "enough");
    await endForEveryone(existing);
  },
  "sendDtmfTones": async (world) => {
    const existing = await talkingCall(world);
    const result = await existing.media.sendDtmfTones(["one", "asterisk"], existing.target, { operationContext: "dial" });
    assert.equal(result.operationContext, "dial");
    const completed = await existing.inbox.events.next("SendDtmfTonesCompleted");
    resulted(completed, 200, 0);
    assert.equal(completed.operationContext, "dial");
    assert.deepEqual((await world.control.heardBy(existing.phone)).map((sound) => sound.what), ["1*"]);
    await refused(() => existing.media.sendDtmfTones(Array(19).fill("one"), existing.target), 400, "8523");
    await endForEveryone(existing);
  },
  "hold and unhold": async (world) => {
    const existing = await talkingCall(world);
    const held = (expected) => (event) =>
      event.participants.some((one) => rawId(one.identifier) === existing.phone && one.isOnHold === expected);
    await existing.media.hold(existing.target, { playSource: say("Please hold"), operationContext: "wait" });
    await existing.inbox.events.next("ParticipantsUpdated", held(true));
    assert.equal((await existing.call.getParticipant(existing.target)).isOnHold, true);
    await existing.media.unhold(existing.target);
    await existing.inbox.events.next("ParticipantsUpdated", held(false));
    await existing.media.hold(existing.target, { playSource: readMe, operationContext: "wait" });
    const failed = await existing.inbox.events.next("HoldFailed");
    resulted(failed, 400, 8535);
    assert.equal(failed.operationContext, "wait");
    await endForEveryone(existing);
    existing.inbox.expectInAll(["CallConnected", "HoldFailed", "CallDisconnected"]);
  },
};
