import assert from "node:assert/strict";
import { callerId, extensionUser, phone, teamsApp, teamsUser, user } from "../support/people.mjs";
import { endForEveryone, lists, rawId, refused, resulted } from "../support/world.mjs";

function added(target, invite = {}, options = {}) {
  return async (world) => {
    const existing = await world.connectedCall();
    const { call, inbox } = existing;
    const first = await inbox.events.next("ParticipantsUpdated");
    await world.behaviour(target, "answer");
    const result = await call.addParticipant({ targetParticipant: target, ...invite }, options);
    assert.match(result.invitationId, /^[0-9a-f-]{36}$/i);
    assert.equal(result.operationContext, options.operationContext);
    assert.equal(rawId(result.participant.identifier), rawId(target));
    const succeeded = await inbox.events.next("AddParticipantSucceeded");
    resulted(succeeded, 200, 0);
    assert.equal(rawId(succeeded.participant), rawId(target));
    assert.equal(succeeded.operationContext, options.operationContext);
    const updated = await inbox.events.next("ParticipantsUpdated", (event) => lists(event, target));
    assert.ok(updated.sequenceNumber > first.sequenceNumber);

    const participant = await call.getParticipant(target);
    assert.deepEqual({ ...participant.identifier, rawId: undefined }, { ...identifierAsRead(target), rawId: undefined });
    assert.equal(participant.isMuted, false);
    assert.equal(participant.isOnHold, false);
    await endForEveryone(existing);
    inbox.expectInAll(["CallConnected", "AddParticipantSucceeded", "CallDisconnected"]);
  };
}

/** What the SDK makes of an identifier the service sends back: members with defaults are filled in. */
function identifierAsRead(identifier) {
  if ("microsoftTeamsUserId" in identifier) {
    return { isAnonymous: false, cloud: "public", ...identifier };
  }
  if ("teamsAppId" in identifier || "tenantId" in identifier) {
    return { cloud: "public", ...identifier };
  }
  return { ...identifier };
}

function notAdded(behaviour, target, code, subCode, options = {}) {
  return async (world) => {
    const existing = await world.connectedCall();
    await world.behaviour(target, behaviour);
    const invite = { targetParticipant: target, ...("phoneNumber" in target && { sourceCallIdNumber: callerId }) };
    await existing.call.addParticipant(invite, { operationContext: "agent-1", ...options });
    const failed = await existing.inbox.events.next("AddParticipantFailed");
    resulted(failed, code, subCode);
    assert.equal(rawId(failed.participant), rawId(target));
    assert.equal(failed.operationContext, "agent-1");
    assert.equal((await existing.call.getCallConnectionProperties()).callConnectionState, "connected");
    await endForEveryone(existing);
    existing.inbox.expectInAll(["CallConnected", "AddParticipantFailed", "CallDisconnected"]);
  };
}

const sip = [
  { kind: "sipuui", key: "", value: "56a1e5f3;encoding=hex" },
  { kind: "sipx", key: "customer", value: "C-4711" },
];

export const participants = {
  "addParticipant of a user": added(user()),
  "addParticipant of a user with VoIP headers": added(
    user(),
    { customCallingContext: [{ kind: "voip", key: "customerId", value: "C-4711" }] },
    { operationContext: "agent-1" },
  ),
  "addParticipant of a phone number": added(
    phone(),
    { sourceCallIdNumber: callerId, sourceDisplayName: "Contact Center", customCallingContext: sip },
    { operationContext: "agent-1", invitationTimeoutInSeconds: 60 },
  ),
  "addParticipant of a Teams user": added(teamsUser()),
  "addParticipant of a Teams application": added(teamsApp()),
  "addParticipant of a Teams extension user": added(extensionUser()),
  "addParticipant of a Teams user in DoD": added(teamsUser("dod")),
  "addParticipant of a Teams user in GCC High": added(teamsUser("gcch")),
  "addParticipant of a Teams application in GCC High": added(teamsApp("gcch")),
  "addParticipant of a Teams extension user in GCC High": added(extensionUser("gcch")),
  "addParticipant of a user in DoD": added(user("dod-acs")),
  "addParticipant of a user in GCC High": added(user("gcch-acs")),

  "addParticipant with an operation callback": async (world) => {
    const existing = await world.connectedCall();
    const target = user();
    await world.behaviour(target, "answer");
    const options = { operationContext: "agent-1", operationCallbackUrl: existing.inbox.operationCallbackUrl };
    await existing.call.addParticipant({ targetParticipant: target }, options);
    const succeeded = await existing.inbox.operations.next("AddParticipantSucceeded");
    assert.equal(succeeded.operationContext, "agent-1");
    await existing.inbox.events.next("ParticipantsUpdated", (event) => lists(event, target));
    await endForEveryone(existing);
    existing.inbox.expectInAll(["CallConnected", "CallDisconnected"], ["AddParticipantSucceeded"]);
  },
  "addParticipant of a user who declines": notAdded("decline", user(), 487, 10024),
  "addParticipant of a phone number that declines": notAdded("decline", phone(), 403, 560403),
  "addParticipant of a busy phone number": notAdded("busy", phone(), 486, 560486),
  "addParticipant of a user who does not answer": notAdded("noAnswer", user(), 487, 10004, {
    invitationTimeoutInSeconds: 1,
  }),
  "addParticipant of a phone number that does not answer": notAdded("noAnswer", phone(), 480, 560480, {
    invitationTimeoutInSeconds: 1,
  }),
  "addParticipant of a phone number without a caller id is refused": async (world) => {
    const existing = await world.connectedCall();
    await refused(() => existing.call.addParticipant({ targetParticipant: phone() }), 400, "8523");
    await endForEveryone(existing);
  },
  "addParticipant with an invitation timeout out of range is refused": async (world) => {
    const existing = await world.connectedCall();
    const options = { invitationTimeoutInSeconds: 181 };
    await refused(() => existing.call.addParticipant({ targetParticipant: user() }, options), 400, "8523");
    await endForEveryone(existing);
  },
  "addParticipant before the call is established is refused": async (world) => {
    const inbox = world.receiver.inbox();
    const target = user();
    await world.behaviour(target, "manual");
    const { callConnection: call } = await world.client.createCall({ targetParticipant: target }, inbox.callbackUrl);
    await refused(() => call.addParticipant({ targetParticipant: user() }), 400, "8501");
    await world.control.answer(rawId(target));
    await inbox.events.next("CallConnected");
    await endForEveryone({ call, inbox });
  },

  "cancelAddParticipantOperation": async (world) => {
    const existing = await world.connectedCall();
    const { call, inbox } = existing;
    const target = user();
    await world.behaviour(target, "manual");
    const { invitationId } = await call.addParticipant({ targetParticipant: target });
    const result = await call.cancelAddParticipantOperation(invitationId, { operationContext: "nobody-free" });
    assert.equal(result.invitationId, invitationId);
    assert.equal(result.operationContext, "nobody-free");
    const cancelled = await inbox.events.next("CancelAddParticipantSucceeded");
    resulted(cancelled, 487, 5234);
    assert.equal(cancelled.invitationId, invitationId);
    assert.equal(cancelled.operationContext, "nobody-free");
    await endForEveryone(existing);
    inbox.expectInAll(["CallConnected", "CancelAddParticipantSucceeded", "CallDisconnected"]);
  },
  "cancelAddParticipantOperation with an operation callback": async (world) => {
    const existing = await world.connectedCall();
    const { call, inbox } = existing;
    const target = user();
    await world.behaviour(target, "manual");
    const { invitationId } = await call.addParticipant({ targetParticipant: target });
    await call.cancelAddParticipantOperation(invitationId, { operationCallbackUrl: inbox.operationCallbackUrl });
    resulted(await inbox.operations.next("CancelAddParticipantSucceeded"), 487, 5234);
    await endForEveryone(existing);
    inbox.expectInAll(["CallConnected", "CallDisconnected"], ["CancelAddParticipantSucceeded"]);
  },
  "cancelAddParticipantOperation after the participant joined": async (world) => {
    const existing = await world.connectedCall();
    const { call, inbox } = existing;
    const target = user();
    await world.behaviour(target, "answer");
    const { invitationId } = await call.addParticipant({ targetParticipant: target });
    await inbox.events.next("AddParticipantSucceeded");
    await call.cancelAddParticipantOperation(invitationId);
    assert.equal((await inbox.events.next("CancelAddParticipantFailed")).invitationId, invitationId);
    assert.equal(rawId((await call.getParticipant(target)).identifier), rawId(target));
    await endForEveryone(existing);
  },
};
