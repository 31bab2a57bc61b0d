import assert from "node:assert/strict";
import { randomInt, randomUUID } from "node:crypto";
import { user } from "../support/people.mjs";
import { cognitiveServices, endForEveryone, lists, rawId, refused, resulted } from "../support/world.mjs";

async function connected(world, locator, options) {
  const inbox = world.receiver.inbox();
  const { callConnection: call, callConnectionProperties } = await world.client.connectCall(locator, inbox.callbackUrl, options);
  assert.ok(callConnectionProperties.callConnectionId);
  const event = await inbox.events.next("CallConnected");
  assert.equal(event.callConnectionId, call.callConnectionId);
  assert.equal(event.operationContext, options?.operationContext);
  return { call, inbox, updated: await inbox.events.next("ParticipantsUpdated") };
}

/** Two people meet in a group call or a room without an application, then one connects. */
async function joinedWhere(world, kind, member, id) {
  const people = [user(), user()];
  for (const one of people) {
    await world.control.join(rawId(one), { [member]: id });
  }
  const joined = await connected(world, { kind, id }, { operationContext: "supervisor" });
  people.forEach((one) => assert.ok(lists(joined.updated, one)));
  await endForEveryone(joined);
  joined.inbox.expectInAll(["CallConnected", "CallDisconnected"]);
}

/** Rooms have ids of 17 digits. */
function roomId() {
  return `99${String(randomInt(1e14)).padStart(15, "0")}`;
}

export const connect = {
  "connectCall by server call id": async (world) => {
    const existing = await world.connectedCall();
    const { serverCallId } = await existing.call.getCallConnectionProperties();
    const options = { operationContext: "supervisor", callIntelligenceOptions: cognitiveServices };
    const joined = await connected(world, { kind: "serverCallLocator", id: serverCallId }, options);
    assert.notEqual(joined.call.callConnectionId, existing.call.callConnectionId);
    assert.ok(lists(joined.updated, existing.target));
    await joined.call.hangUp(false);
    resulted(await joined.inbox.events.next("CallDisconnected"), 200, 7000);
    joined.inbox.expectInAll(["CallConnected", "CallDisconnected"]);
    assert.equal((await existing.call.getCallConnectionProperties()).callConnectionState, "connected");
    await endForEveryone(existing);
  },
  "connectCall by group call id": (world) => joinedWhere(world, "groupCallLocator", "groupCallId", randomUUID()),
  "connectCall by room id": (world) => joinedWhere(world, "roomCallLocator", "roomId", roomId()),
  "connectCall to a call that does not exist fails": async (world) => {
    const inbox = world.receiver.inbox();
    const nowhere = Buffer.from("https://localhost/conv/none").toString("base64");
    await refused(() => world.client.connectCall({ kind: "serverCallLocator", id: nowhere }, inbox.callbackUrl), 404, "8522");
    const nobodyThere = { kind: "groupCallLocator", id: randomUUID() };
    await refused(() => world.client.connectCall(nobodyThere, inbox.callbackUrl), 404, "8522");
  },
  "an application connected to a call can add to it": async (world) => {
    const existing = await world.connectedCall();
    const { serverCallId } = await existing.call.getCallConnectionProperties();
    const joined = await connected(world, { kind: "serverCallLocator", id: serverCallId });
    const target = user();
    await world.behaviour(target, "answer");
    await joined.call.addParticipant({ targetParticipant: target });
    await joined.inbox.events.next("AddParticipantSucceeded");
    await existing.inbox.events.next("ParticipantsUpdated", (event) => lists(event, target));
    existing.inbox.expectInAll(["CallConnected", "CallDisconnected"]);
    await endForEveryone(joined);
    await existing.inbox.events.next("CallDisconnected");
  },
};
