import assert from "node:assert/strict";
import { KnownCallRejectReason } from "@azure/communication-call-automation";
import { callerId, phone, user } from "../support/people.mjs";
import { cognitiveServices, endForEveryone, lists, rawId, refused, resulted } from "../support/world.mjs";

async function answered(world, client, options, check = () => {}) {
  const { from, to, ids, incoming, incomingCallContext } = await world.incomingCall();
  assert.equal(incoming.from.rawId, rawId(from));
  const inbox = world.receiver.inbox();
  const { callConnection: call, callConnectionProperties } = await client.answerCall(
    incomingCallContext,
    inbox.callbackUrl,
    options,
  );
  assert.equal(call.callConnectionId, ids.callConnectionId);
  assert.equal(callConnectionProperties.correlationId, incoming.correlationId);
  assert.equal(callConnectionProperties.answeredFor?.phoneNumber, to.phoneNumber);
  check(callConnectionProperties);
  const connected = await inbox.events.next("CallConnected");
  assert.equal(connected.operationContext, options?.operationContext);
  assert.equal(connected.serverCallId, incoming.serverCallId);
  assert.ok(lists(await inbox.events.next("ParticipantsUpdated"), from));
  await refused(() => client.answerCall(incomingCallContext, inbox.callbackUrl), 404, "8522");
  await endForEveryone({ call, inbox });
  inbox.expectInAll(["CallConnected", "CallDisconnected"]);
}

/** Our own call to an application of ours: both ends of the call are under test. */
async function ringing(world) {
  const application = user();
  await world.behaviour(application, "application");
  const inbox = world.receiver.inbox();
  const { callConnection: call } = await world.client.createCall({ targetParticipant: application }, inbox.callbackUrl);
  const { incomingCallContext, correlationId } = await world.receiver.incomingCall(rawId(application));
  return { application, inbox, call, incomingCallContext, correlationId };
}

function rejects(reason, check = () => {}) {
  return async (world) => {
    const { inbox, incomingCallContext } = await ringing(world);
    await world.client.rejectCall(incomingCallContext, reason && { callRejectReason: reason });
    const [failed] = await Promise.all([inbox.events.next("CreateCallFailed"), inbox.events.next("CallDisconnected")]);
    check(failed);
    await refused(() => world.client.answerCall(incomingCallContext, inbox.callbackUrl), 404, "8522");
    await refused(() => world.client.rejectCall(incomingCallContext), 404, "8522");
    inbox.expectInAll(["CreateCallFailed", "CallDisconnected"]);
  };
}

export const inbound = {
  "answerCall": (world) => answered(world, world.client),
  "answerCall with operation context and cognitive services": (world) =>
    answered(world, world.client, { operationContext: "desk-1", callIntelligenceOptions: cognitiveServices }),
  "answerCall with media streaming and transcription": (world) =>
    answered(world, world.client, {
      operationContext: "desk-1",
      mediaStreamingOptions: {
        transportType: "websocket",
        transportUrl: "wss://contact.example.com/audio",
        contentType: "audio",
        audioChannelType: "unmixed",
        startMediaStreaming: false,
      },
      transcriptionOptions: {
        transportType: "websocket",
        transportUrl: "wss://contact.example.com/transcript",
        locale: "en-US",
        startTranscription: false,
      },
    }),
  "answerCall as a source identity": (world) => {
    const source = user();
    return answered(world, world.newClient({ sourceIdentity: source }), undefined, (properties) =>
      assert.equal(rawId(properties.answeredby), rawId(source)),
    );
  },
  "answerCall of a call between two applications": async (world) => {
    const { inbox, call, incomingCallContext, correlationId } = await ringing(world);
    const calleeInbox = world.receiver.inbox();
    const { callConnection: callee } = await world.client.answerCall(incomingCallContext, calleeInbox.callbackUrl);
    const [callerConnected, calleeConnected] = await Promise.all([
      inbox.events.next("CallConnected"),
      calleeInbox.events.next("CallConnected"),
    ]);
    assert.notEqual(callee.callConnectionId, call.callConnectionId);
    assert.equal(calleeConnected.correlationId, correlationId);
    assert.equal(callerConnected.correlationId, correlationId);
    assert.equal(callerConnected.serverCallId, calleeConnected.serverCallId);
    await callee.hangUp(true);
    resulted(await calleeInbox.events.next("CallDisconnected"), 200, 7000);
    resulted(await inbox.events.next("CallDisconnected"), 200, 5001);
  },
  "hangUp of one of two applications leaves the other alone": async (world) => {
    const { inbox, incomingCallContext } = await ringing(world);
    const calleeInbox = world.receiver.inbox();
    const { callConnection: callee } = await world.client.answerCall(incomingCallContext, calleeInbox.callbackUrl);
    await Promise.all([inbox.events.next("CallConnected"), calleeInbox.events.next("CallConnected")]);
    await callee.hangUp(false);
    resulted(await calleeInbox.events.next("CallDisconnected"), 200, 7000);
    resulted(await inbox.events.next("CallDisconnected"), 200, 5010);
  },
  "answerCall with a context nobody gave out is refused": (world) =>
    assert.rejects(
      () => world.client.answerCall("eyJhbGciOiJub25lIn0.e30.", world.receiver.inbox().callbackUrl),
      (error) => error.statusCode >= 400 && error.statusCode < 500 && /^\d+$/.test(error.code),
    ),
  "IncomingCall carries the caller's custom context": async (world) => {
    const { incoming, incomingCallContext } = await world.incomingCall(user(), user(), {
      voipHeaders: { customerId: "C-4711" },
    });
    assert.equal(incoming.customContext.voipHeaders.customerId, "C-4711");
    await world.client.rejectCall(incomingCallContext);
  },

  "rejectCall": rejects(undefined, (failed) => resulted(failed, 200, 5002)),
  "rejectCall none": rejects(KnownCallRejectReason.None, (failed) => resulted(failed, 200, 5002)),
  "rejectCall busy": rejects(KnownCallRejectReason.Busy),
  "rejectCall forbidden": rejects(KnownCallRejectReason.Forbidden),

  "redirectCall to a user": async (world) => {
    const { inbox, call, incomingCallContext } = await ringing(world);
    const target = user();
    await world.behaviour(target, "answer");
    await world.client.redirectCall(incomingCallContext, { targetParticipant: target });
    await refused(() => world.client.redirectCall(incomingCallContext, { targetParticipant: user() }), 404, "8522");
    await inbox.events.next("CallConnected");
    await inbox.events.next("ParticipantsUpdated", (event) => lists(event, target));
    await endForEveryone({ call, inbox });
    inbox.expectInAll(["CallConnected", "CallDisconnected"]);
  },
  "redirectCall to a phone number": async (world) => {
    const { inbox, call, incomingCallContext } = await ringing(world);
    const target = phone();
    await world.behaviour(target, "answer");
    await world.client.redirectCall(incomingCallContext, { targetParticipant: target, sourceCallIdNumber: callerId });
    await inbox.events.next("CallConnected");
    await inbox.events.next("ParticipantsUpdated", (event) => lists(event, target));
    await endForEveryone({ call, inbox });
  },
  "redirectCall to another application": async (world) => {
    const { from, incomingCallContext } = await world.incomingCall();
    const target = user();
    await world.behaviour(target, "application");
    await world.client.redirectCall(incomingCallContext, { targetParticipant: target });
    const second = await world.receiver.incomingCall(rawId(target));
    assert.equal(second.from.rawId, rawId(from));
    const inbox = world.receiver.inbox();
    const { callConnection: call } = await world.client.answerCall(second.incomingCallContext, inbox.callbackUrl);
    await inbox.events.next("CallConnected");
    await endForEveryone({ call, inbox });
  },
};
