import * as id from "./ids.mjs";

const locator = { kind: "serverCallLocator", id: id.serverCallId };

function record(name, options) {
  return {
    name,
    operation: "startRecording",
    run: ({ client }) =>
      client.getCallRecording().start({ recordingStateCallbackEndpointUrl: id.callbackUrl, ...options }),
  };
}

function onRecording(operationName, name, run) {
  return { name, operation: operationName, run: ({ client }) => run(client.getCallRecording()) };
}

function onFile(operationName, name, run) {
  return { name, operation: operationName, run: ({ clientOfResource }) => run(clientOfResource.getCallRecording()) };
}

export const recordingCases = [
  record("start-recording-by-server-call-id", { callLocator: locator }),
  record("start-recording-by-group-call-id", { callLocator: { kind: "groupCallLocator", id: id.groupCallId } }),
  record("start-recording-by-room-id", { callLocator: { kind: "roomCallLocator", id: id.roomId } }),
  record("start-recording-by-call-connection-id", { callConnectionId: id.callConnectionId }),
  record("start-recording-paused-as-mp4", {
    callLocator: locator,
    recordingContent: "audioVideo",
    recordingChannel: "mixed",
    recordingFormat: "mp4",
    pauseOnStart: true,
  }),
  record("start-recording-unmixed-with-ordering", {
    callLocator: locator,
    recordingContent: "audio",
    recordingChannel: "unmixed",
    recordingFormat: "wav",
    audioChannelParticipantOrdering: [id.phone, id.user],
  }),
  record("start-recording-unmixed-with-affinity", {
    callLocator: locator,
    recordingContent: "audio",
    recordingChannel: "unmixed",
    recordingFormat: "wav",
    channelAffinity: [
      { channel: 0, targetParticipant: id.phone },
      { channel: 1, targetParticipant: id.teamsUser },
    ],
  }),
  record("start-recording-to-own-storage", {
    callLocator: locator,
    recordingStorage: {
      recordingStorageKind: "azureBlobStorage",
      recordingDestinationContainerUrl: id.containerUrl,
    },
  }),
  onRecording("stopRecording", "stop-recording", (recording) => recording.stop(id.recordingId)),
  onRecording("pauseRecording", "pause-recording", (recording) => recording.pause(id.recordingId)),
  onRecording("resumeRecording", "resume-recording", (recording) => recording.resume(id.recordingId)),
  onRecording("getRecordingState", "get-recording-state", (recording) => recording.getState(id.recordingId)),
  onFile("downloadRecording", "download-recording", (recording) =>
    recording.downloadStreaming(`${id.recordingUrl}/content/audio`),
  ),
  onFile("downloadRecording", "download-recording-with-query", (recording) =>
    recording.downloadStreaming(`${id.recordingUrl}/content/audio?part=1&of=2`),
  ),
  onFile("downloadRecording", "download-recording-from-offset", (recording) =>
    recording.downloadStreaming(`${id.recordingUrl}/content/audio`, { offset: 1000 }),
  ),
  onFile("downloadRecording", "download-recording-range", (recording) =>
    recording.downloadStreaming(`${id.recordingUrl}/content/audio`, { offset: 100, length: 50 }),
  ),
  onFile("deleteRecording", "delete-recording", (recording) => recording.delete(id.recordingUrl)),
];
