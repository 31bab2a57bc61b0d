import assert from "node:assert/strict";
import { phone, teamsUser, user } from "../support/people.mjs";
import { endForEveryone, lists, rawId, refused, resulted } from "../support/world.mjs";

export const roster = {
  "removeParticipant from a group": async (world) => {
    const [stays, alsoStays, leaves] = [user(), phone(), phone()];
    const group = await world.groupCall(stays, alsoStays, leaves);
    const result = await group.call.removeParticipant(leaves, { operationContext: "rude" });
    assert.equal(result.operationContext, "rude");
    const removed = await group.inbox.events.next("RemoveParticipantSucceeded");
    resulted(removed, 200, 0);
    assert.equal(rawId(removed.participant), rawId(leaves));
    assert.equal(removed.operationContext, "rude");
    await group.inbox.events.next("ParticipantsUpdated", (event) => lists(event, stays) && !lists(event, leaves));
    await refused(() => group.call.getParticipant(leaves), 404, "8522");
    await endForEveryone(group);
    group.inbox.expectInAll(["CallConnected", "RemoveParticipantSucceeded", "CallDisconnected"]);
  },
  "removeParticipant with an operation callback": async (world) => {
    const [stays, alsoStays, leaves] = [user(), phone(), teamsUser()];
    const group = await world.groupCall(stays, alsoStays, leaves);
    await group.call.removeParticipant(leaves, { operationCallbackUrl: group.inbox.operationCallbackUrl });
    assert.equal(rawId((await group.inbox.operations.next("RemoveParticipantSucceeded")).participant), rawId(leaves));
    await endForEveryone(group);
    group.inbox.expectInAll(["CallConnected", "CallDisconnected"], ["RemoveParticipantSucceeded"]);
  },
  "removeParticipant of the only other party ends the call": async (world) => {
    const { call, inbox, target } = await world.connectedCall();
    await call.removeParticipant(target);
    await inbox.events.next("RemoveParticipantSucceeded");
    resulted(await inbox.events.next("CallDisconnected"), 200, 5002);
    inbox.expectInAll(["CallConnected", "RemoveParticipantSucceeded", "CallDisconnected"]);
  },
  "removeParticipant of somebody who is not in the call": async (world) => {
    const existing = await world.connectedCall();
    const stranger = user();
    await existing.call.removeParticipant(stranger, { operationContext: "who" });
    const failed = await existing.inbox.events.next("RemoveParticipantFailed");
    resulted(failed, 404, 8522);
    assert.equal(rawId(failed.participant), rawId(stranger));
    await endForEveryone(existing);
    existing.inbox.expectInAll(["CallConnected", "RemoveParticipantFailed", "CallDisconnected"]);
  },

  "listParticipants": async (world) => {
    const everybody = [user(), phone(), teamsUser(), user(), user(), phone()];
    const group = await world.groupCall(...everybody);
    const { values } = await group.call.listParticipants();
    const listed = values.map((participant) => rawId(participant.identifier));
    everybody.forEach((one) => assert.ok(listed.includes(rawId(one)), `${rawId(one)} is listed`));
    assert.equal(new Set(listed).size, listed.length, "nobody is listed twice");
    await endForEveryone(group);
  },
  "listParticipants of more people than fit on a page": async (world) => {
    const everybody = Array.from({ length: 110 }, () => user());
    const inbox = world.receiver.inbox();
    const { callConnection: call } = await world.client.createGroupCall(everybody, inbox.callbackUrl);
    await inbox.events.next("ParticipantsUpdated", (event) => everybody.every((one) => lists(event, one)));
    const { values } = await call.listParticipants();
    const listed = new Set(values.map((participant) => rawId(participant.identifier)));
    assert.equal(listed.size, values.length, "nobody is on two pages");
    everybody.forEach((one) => assert.ok(listed.has(rawId(one))));
    await endForEveryone({ call, inbox });
  },
  "getParticipant of a phone number": async (world) => {
    const existing = await world.connectedCall(phone());
    const { identifier, isMuted, isOnHold } = await existing.call.getParticipant(existing.target);
    assert.equal(identifier.phoneNumber, existing.target.phoneNumber);
    assert.equal(identifier.rawId, rawId(existing.target));
    assert.deepEqual([isMuted, isOnHold], [false, false]);
    await endForEveryone(existing);
  },
  "getParticipant of a stranger is refused": async (world) => {
    const existing = await world.connectedCall();
    await refused(() => existing.call.getParticipant(user()), 404, "8522");
    await endForEveryone(existing);
  },
  "getCallConnectionProperties of an unknown call is refused": (world) =>
    refused(() => world.client.getCallConnection("00000000-0000-4000-8000-000000000000").getCallConnectionProperties(), 404, "8522"),

  "muteParticipant": async (world) => {
    const existing = await world.connectedCall();
    const result = await existing.call.muteParticipant(existing.target, { operationContext: "noise" });
    assert.equal(result.operationContext, "noise");
    const muted = (event) => event.participants.some((one) => one.isMuted && rawId(one.identifier) === rawId(existing.target));
    await existing.inbox.events.next("ParticipantsUpdated", muted);
    assert.equal((await existing.call.getParticipant(existing.target)).isMuted, true);
    await endForEveryone(existing);
    existing.inbox.expectInAll(["CallConnected", "CallDisconnected"]);
  },
  "muteParticipant of a phone number is refused": async (world) => {
    const existing = await world.connectedCall(phone());
    await refused(() => existing.call.muteParticipant(existing.target), 400, "8523");
    await endForEveryone(existing);
  },

  "moveParticipants": async (world) => {
    const [from, to] = [await world.groupCall(user(), user()), await world.connectedCall()];
    const moved = user();
    await world.behaviour(moved, "answer");
    await from.call.addParticipant({ targetParticipant: moved });
    await from.inbox.events.next("AddParticipantSucceeded");
    const options = { operationContext: "to-conference", operationCallbackUrl: to.inbox.operationCallbackUrl };
    const result = await to.call.moveParticipants([moved], from.call.callConnectionId, options);
    assert.equal(result.operationContext, "to-conference");
    assert.deepEqual(result.participants.map((one) => rawId(one.identifier)), [rawId(moved)]);
    const succeeded = await to.inbox.operations.next("MoveParticipantSucceeded");
    resulted(succeeded, 200, 0);
    assert.equal(succeeded.fromCall, from.call.callConnectionId);
    assert.equal(rawId(succeeded.participant), rawId(moved));
    assert.equal(succeeded.operationContext, "to-conference");
    await to.inbox.events.next("ParticipantsUpdated", (event) => lists(event, moved));
    await from.inbox.events.next("ParticipantsUpdated", (event) => !lists(event, moved));
    await endForEveryone(from);
    await endForEveryone(to);
  },
  "moveParticipants of somebody who is not in the other call": async (world) => {
    const [from, to] = [await world.connectedCall(), await world.connectedCall()];
    await to.call.moveParticipants([user()], from.call.callConnectionId, { operationContext: "to-conference" });
    const failed = await to.inbox.events.next("MoveParticipantFailed");
    assert.equal(failed.fromCall, from.call.callConnectionId);
    assert.equal(failed.operationContext, "to-conference");
    await endForEveryone(from);
    await endForEveryone(to);
  },
};
