import assert from "node:assert/strict";
import { callerId, extensionUser, phone, teamsApp, teamsUser, user } from "../support/people.mjs";
import { cognitiveServices, endForEveryone, lists, rawId, refused, resulted } from "../support/world.mjs";

async function placed(world, invite, options, check = () => {}) {
  const inbox = world.receiver.inbox();
  await world.behaviour(invite.targetParticipant, "answer");
  const { callConnection: call, callConnectionProperties } = await world.client.createCall(invite, inbox.callbackUrl, options);
  assert.equal(callConnectionProperties.callConnectionState, "connecting");
  assert.equal(callConnectionProperties.serverCallId, undefined, "a call has no server call id before it connects");
  assert.ok(callConnectionProperties.correlationId);
  assert.equal(callConnectionProperties.callbackUri, inbox.callbackUrl);
  assert.deepEqual(callConnectionProperties.targetParticipants.map(rawId), [rawId(invite.targetParticipant)]);
  check(callConnectionProperties);

  const connected = await inbox.events.next("CallConnected");
  assert.equal(connected.callConnectionId, call.callConnectionId);
  assert.equal(connected.correlationId, callConnectionProperties.correlationId);
  assert.equal(connected.operationContext, options?.operationContext);
  const updated = await inbox.events.next("ParticipantsUpdated");
  assert.ok(lists(updated, invite.targetParticipant));
  assert.ok(updated.sequenceNumber >= 1);

  const properties = await call.getCallConnectionProperties();
  assert.equal(properties.callConnectionState, "connected");
  assert.equal(properties.serverCallId, connected.serverCallId);
  await endForEveryone({ call, inbox });
  await refused(() => call.getCallConnectionProperties(), 404, "8522");
  inbox.expectInAll(["CallConnected", "CallDisconnected"]);
}

function fails(behaviour, target, code, subCode) {
  return async (world) => {
    const inbox = world.receiver.inbox();
    await world.behaviour(target, behaviour);
    const invite = { targetParticipant: target, ...("phoneNumber" in target && { sourceCallIdNumber: callerId }) };
    await world.client.createCall(invite, inbox.callbackUrl, { operationContext: "campaign-7" });
    const [failed, disconnected] = await Promise.all([
      inbox.events.next("CreateCallFailed"),
      inbox.events.next("CallDisconnected"),
    ]);
    resulted(failed, code, subCode);
    resulted(disconnected, code, subCode);
    assert.equal(failed.operationContext, "campaign-7");
    inbox.expectInAll(["CreateCallFailed", "CallDisconnected"]);
  };
}

const allStreams = {
  callIntelligenceOptions: cognitiveServices,
  mediaStreamingOptions: {
    transportType: "websocket",
    transportUrl: "wss://contact.example.com/audio",
    contentType: "audio",
    audioChannelType: "mixed",
  },
  transcriptionOptions: {
    transportType: "websocket",
    transportUrl: "wss://contact.example.com/transcript",
    locale: "en-US",
  },
};

export const outbound = {
  "createCall to a phone number": (world) =>
    placed(
      world,
      { targetParticipant: phone(), sourceCallIdNumber: callerId, sourceDisplayName: "Contact Center" },
      { operationContext: "campaign-7", callIntelligenceOptions: cognitiveServices },
      (properties) => {
        assert.equal(properties.sourceCallerIdNumber.phoneNumber, callerId.phoneNumber);
        assert.equal(properties.sourceDisplayName, "Contact Center");
      },
    ),
  "createCall to a communication user": (world) => placed(world, { targetParticipant: user() }),
  "createCall with media streaming and transcription": (world) =>
    placed(world, { targetParticipant: user() }, { operationContext: "streams", ...allStreams }),
  "createCall to a Teams user": (world) => placed(world, { targetParticipant: teamsUser() }),
  "createCall to a Teams extension user": (world) => placed(world, { targetParticipant: extensionUser() }),
  "createCall from a Teams application": (world) =>
    placed(world, { targetParticipant: teamsUser() }, { teamsAppSource: teamsApp() }),

  "createCall from a source identity": async (world) => {
    const source = user();
    const inbox = world.receiver.inbox();
    const target = user();
    await world.behaviour(target, "answer");
    const client = world.newClient({ sourceIdentity: source });
    const result = await client.createCall({ targetParticipant: target }, inbox.callbackUrl);
    assert.equal(rawId(result.callConnectionProperties.source), rawId(source));
    await inbox.events.next("CallConnected");
    await endForEveryone({ call: result.callConnection, inbox });
  },

  "createGroupCall to a phone number, a user and a Teams user": async (world) => {
    const everybody = [phone(), user(), teamsUser()];
    const { call, inbox } = await world.groupCall(...everybody);
    const { targetParticipants } = await call.getCallConnectionProperties();
    assert.deepEqual(targetParticipants.map(rawId).sort(), everybody.map(rawId).sort());
    await endForEveryone({ call, inbox });
    inbox.expectInAll(["CallConnected", "CallDisconnected"]);
  },

  "createGroupCall in which one declines": async (world) => {
    const [declines, answers] = [user(), user()];
    const inbox = world.receiver.inbox();
    await world.behaviour(declines, "decline");
    await world.behaviour(answers, "answer", 200);
    const { callConnection: call } = await world.client.createGroupCall([declines, answers], inbox.callbackUrl);
    await inbox.events.next("CallConnected");
    const updated = await inbox.events.next("ParticipantsUpdated", (event) => lists(event, answers));
    assert.ok(!lists(updated, declines));
    await endForEveryone({ call, inbox });
    inbox.expectInAll(["CallConnected", "CallDisconnected"]);
  },

  "createCall to a phone number that declines": fails("decline", phone(), 403, 560403),
  "createCall to a user who declines": fails("decline", user(), 200, 5002),
  "createCall to a busy phone number": fails("busy", phone(), 486, 560486),
  "createCall to a user who cannot be reached": fails("unreachable", user(), 480, 10078),

  "createCall to a phone number without a caller id is refused": async (world) => {
    const inbox = world.receiver.inbox();
    await refused(() => world.client.createCall({ targetParticipant: phone() }, inbox.callbackUrl), 400, "8523");
    inbox.expectInAll([]);
  },
  "createCall with a callback address that is neither https nor loopback is refused": (world) =>
    refused(() => world.client.createCall({ targetParticipant: user() }, "http://contact.example.com/events"), 400, "8523"),
  "createCall with a wrong access key is refused": async (world) => {
    const stranger = world.newClientWithKey(Buffer.from("another key").toString("base64"));
    await assert.rejects(
      () => stranger.createCall({ targetParticipant: user() }, world.receiver.inbox().callbackUrl),
      (error) => error.statusCode === 401 && typeof error.code === "string",
    );
  },
};
