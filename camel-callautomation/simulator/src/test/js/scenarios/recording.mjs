import assert from "node:assert/strict";
import { asStorage, storageAt } from "../support/storage.mjs";
import { endForEveryone, rawId, refused } from "../support/world.mjs";
import { phone } from "../support/people.mjs";

const wav = { recordingContent: "audio", recordingChannel: "mixed", recordingFormat: "wav" };

async function serverCall({ call }) {
  return { kind: "serverCallLocator", id: (await call.getCallConnectionProperties()).serverCallId };
}

async function text(stream) {
  const chunks = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const recording = {
  "a recording from start to file": async (world) => {
    const existing = await world.connectedCall(phone());
    const recordings = world.newClient({ httpClient: storageAt(world.endpoint) }).getCallRecording();
    const states = world.receiver.inbox();
    const callLocator = await serverCall(existing);
    const started = await recordings.start({ callLocator, ...wav, recordingStateCallbackEndpointUrl: states.callbackUrl });
    assert.deepEqual([started.recordingState, started.recordingKind], ["active", "azureCommunicationServices"]);
    const { recordingId } = started;
    assert.equal((await states.events.next("RecordingStateChanged")).recordingState ?? "active", "active");
    await refused(() => recordings.start({ callLocator, ...wav }), 400, "8559");
    await world.control.press(rawId(existing.target), "5");
    await recordings.pause(recordingId);
    assert.equal((await recordings.getState(recordingId)).recordingState, "inactive");
    await refused(() => recordings.pause(recordingId), 409, "8571");
    await recordings.resume(recordingId);
    await recordings.stop(recordingId);
    await refused(() => recordings.getState(recordingId), 404, "8522");
    const file = await world.receiver.recordingFile(recordingId);
    const [chunk] = file.recordingStorageInfo.recordingChunks;
    const whole = await text(await recordings.downloadStreaming(asStorage(chunk.contentLocation)));
    assert.equal(whole.subarray(0, 4).toString(), "RIFF");
    const part = await text(await recordings.downloadStreaming(asStorage(chunk.contentLocation), { offset: 8, length: 4 }));
    assert.equal(part.toString(), "WAVE");
    const metadata = JSON.parse(await text(await recordings.downloadStreaming(asStorage(chunk.metadataLocation))));
    assert.equal(metadata.pauseResumeIntervals.length, 1);
    await recordings.delete(asStorage(chunk.deleteLocation));
    await assert.rejects(() => recordings.downloadStreaming(asStorage(chunk.contentLocation)), { status: 404 });
    await endForEveryone(existing);
    states.expectInAll(["RecordingStateChanged", "RecordingStateChanged", "RecordingStateChanged", "RecordingStateChanged"]);
  },
  "a recording of a connection's call that is recorded already": async (world) => {
    const existing = await world.connectedCall(phone());
    const recordings = world.client.getCallRecording();
    const states = world.receiver.inbox();
    const options = { callConnectionId: existing.call.callConnectionId ?? (await existing.call.getCallConnectionProperties()).callConnectionId, ...wav };
    await recordings.start(options);
    const { recordingId } = await recordings.start({ ...options, recordingStateCallbackEndpointUrl: states.callbackUrl });
    const failed = await states.events.next("StartRecordingFailed");
    assert.equal(failed.recordingId, recordingId);
    assert.equal(failed.resultInformation.subCode, 8553);
    await endForEveryone(existing);
  },
};
