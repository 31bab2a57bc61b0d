import assert from "node:assert/strict";
import { createOutboundAudioData, createOutboundStopAudioData } from "@azure/communication-call-automation";
import { callerId, phone } from "../support/people.mjs";
import { StreamServer } from "../support/stream.mjs";
import { endForEveryone, rawId, refused, resulted } from "../support/world.mjs";

async function streamedCall(world, options) {
  const inbox = world.receiver.inbox();
  const target = phone();
  await world.behaviour(target, "answer");
  const invite = { targetParticipant: target, sourceCallIdNumber: callerId };
  const { callConnection: call } = await world.client.createCall(invite, inbox.callbackUrl, options);
  await inbox.events.next("CallConnected");
  return { call, inbox, target, media: call.getCallMedia(), phone: rawId(target) };
}

/** Runs a scenario with a WebSocket server of its own. */
const withServer = (run) => async (world) => {
  const server = await new StreamServer().start();
  try {
    await run(world, server);
  } finally {
    server.stop();
  }
};

const audio = (server, more = {}) => ({
  mediaStreamingOptions: { transportType: "websocket", transportUrl: server.url, contentType: "audio", audioChannelType: "mixed", ...more },
});

const words = (server, more = {}) => ({
  transcriptionOptions: { transportType: "websocket", transportUrl: server.url, locale: "en-US", ...more },
});

export const streaming = {
  "sound, keys and sound that comes back": withServer(async (world, server) => {
    const options = audio(server, { startMediaStreaming: true, enableDtmfTones: true, enableBidirectional: true, audioFormat: "pcm24KMono" });
    const existing = await streamedCall(world, options);
    const started = await existing.inbox.events.next("MediaStreamingStarted");
    resulted(started, 200, 0);
    assert.equal(started.mediaStreamingUpdate.mediaStreamingStatus, "mediaStreamingStarted");
    const [metadata] = await server.frames("AudioMetadata");
    assert.deepEqual([metadata.encoding, metadata.sampleRate, metadata.channels], ["PCM", 24_000, 1]);
    await world.control.press(existing.phone, "3");
    assert.equal((await server.frames("DtmfData"))[0].data, "3");
    const [loud] = await server.frames("AudioData", 1, (frame) => !frame.isSilent);
    assert.equal(Buffer.from(loud.data, "base64").length, 960);
    server.send(createOutboundAudioData(Buffer.alloc(480).toString("base64")));
    server.send(createOutboundStopAudioData());
    await existing.media.stopMediaStreaming({ operationContext: "enough" });
    assert.equal((await existing.inbox.events.next("MediaStreamingStopped")).mediaStreamingUpdate.mediaStreamingStatus, "mediaStreamingStopped");
    await refused(() => existing.media.stopMediaStreaming(), 400, "8500");
    await endForEveryone(existing);
  }),
  "speech in words": withServer(async (world, server) => {
    const existing = await streamedCall(world, words(server, { enableIntermediateResults: true }));
    await existing.media.startTranscription({ operationContext: "listen" });
    const started = await existing.inbox.events.next("TranscriptionStarted");
    assert.equal(started.operationContext, "listen");
    await world.control.say(existing.phone, "Hello out there");
    const [half] = await server.frames("TranscriptionData", 1, (data) => data.resultState === "Intermediate");
    const [whole] = await server.frames("TranscriptionData", 1, (data) => data.resultState === "Final");
    assert.equal(half.text, "Hello out");
    assert.equal(whole.text, "Hello out there");
    assert.deepEqual(whole.words.map((word) => word.text), ["hello", "out", "there"]);
    assert.equal(rawId(whole.participant), existing.phone);
    await existing.media.updateTranscription("de-DE");
    await existing.inbox.events.next("TranscriptionUpdated");
    await existing.media.stopTranscription({ operationContext: "enough" });
    assert.equal((await existing.inbox.events.next("TranscriptionStopped")).operationContext, "enough");
    await endForEveryone(existing);
  }),
  "streams nobody listens to": withServer(async (world, server) => {
    const nowhere = { url: "ws://localhost:1/" };
    const existing = await streamedCall(world, { ...audio(nowhere), ...words(nowhere) });
    await existing.media.startMediaStreaming();
    resulted(await existing.inbox.events.next("MediaStreamingFailed"), 400, 8603);
    await existing.media.startTranscription();
    resulted(await existing.inbox.events.next("TranscriptionFailed"), 400, 8578);
    assert.equal(server.connections, 0);
    await endForEveryone(existing);
  }),
  "streams that were not set up are refused": async (world) => {
    const existing = await world.connectedCall();
    await refused(() => existing.call.getCallMedia().startMediaStreaming(), 405, "8522");
    await refused(() => existing.call.getCallMedia().startTranscription(), 405, "8522");
    await endForEveryone(existing);
  },
};
