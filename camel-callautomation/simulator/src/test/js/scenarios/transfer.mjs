import assert from "node:assert/strict";
import { callerId, extensionUser, phone, teamsApp, teamsUser, user } from "../support/people.mjs";
import { endForEveryone, lists, rawId, refused, resulted } from "../support/world.mjs";

const voip = { kind: "voip", key: "customerId", value: "C-4711" };
const sip = [
  { kind: "sipuui", key: "", value: "56a1e5f3;encoding=hex" },
  { kind: "sipx", key: "customer", value: "C-4711" },
  { kind: "sipx", key: "priority", value: "high", sipHeaderPrefix: "X-" },
];

async function accepted(channel, target, transferee, operationContext) {
  const event = await channel.next("CallTransferAccepted");
  resulted(event, 200, 7015);
  assert.equal(event.transferTarget.rawId, rawId(target));
  assert.equal(event.transferee.rawId, rawId(transferee));
  if (operationContext) {
    assert.equal(event.operationContext, operationContext);
  }
}

function oneToOne(from, target, options = {}) {
  return async (world) => {
    const { call, inbox } = await world.connectedCall(from);
    await world.behaviour(target, "answer");
    const result = await call.transferCallToParticipant(target, options);
    assert.ok(result.operationContext, "the SDK sends a context of its own when it is given none");
    await accepted(inbox.events, target, from, result.operationContext);
    resulted(await inbox.events.next("CallDisconnected"), 200, 7015);
    await refused(() => call.getCallConnectionProperties(), 404, "8522");
    inbox.expectInAll(["CallConnected", "CallTransferAccepted", "CallDisconnected"]);
  };
}

function failed(behaviour, target, code, subCode) {
  return async (world) => {
    const existing = await world.connectedCall();
    await world.behaviour(target, behaviour);
    await existing.call.transferCallToParticipant(target, { operationContext: "to-desk-2" });
    const event = await existing.inbox.events.next("CallTransferFailed");
    resulted(event, code, subCode);
    assert.equal(event.operationContext, "to-desk-2");
    assert.equal((await existing.call.getCallConnectionProperties()).callConnectionState, "connected");
    await endForEveryone(existing);
    existing.inbox.expectInAll(["CallConnected", "CallTransferFailed", "CallDisconnected"]);
  };
}

export const transfer = {
  "transferCallToParticipant to a user": oneToOne(user(), user(), { operationContext: "to-desk-2" }),
  "transferCallToParticipant without a context": oneToOne(user(), user()),
  "transferCallToParticipant to a phone number": oneToOne(phone(), phone(), { customCallingContext: sip }),
  "transferCallToParticipant with a source caller id": oneToOne(user(), phone(), { sourceCallIdNumber: callerId }),
  "transferCallToParticipant to a Teams user": oneToOne(phone(), teamsUser()),
  "transferCallToParticipant to a Teams application": oneToOne(phone(), teamsApp()),
  "transferCallToParticipant to a Teams extension user": oneToOne(phone(), extensionUser()),

  "transferCallToParticipant with Teams phone call details": (world) => {
    const [customer, agent] = [phone(), teamsUser()];
    const teamsPhoneCallDetails = {
      kind: "TeamsPhoneCallDetails",
      teamsPhoneCallerDetails: {
        caller: customer,
        name: "Robin Example",
        phoneNumber: customer.phoneNumber,
        isAuthenticated: true,
        additionalCallerInformation: { tier: "gold" },
      },
      teamsPhoneSourceDetails: { source: teamsApp(), language: "en-US", status: "queued", intendedTargets: { billing: agent } },
      sessionId: "4f6d2b1e-0a9c-4e37-8b5d-6c7e8f901234",
      intent: "refund",
      callTopic: "Refund for order 1001",
    };
    return oneToOne(customer, agent, { customCallingContext: [voip, ...sip, teamsPhoneCallDetails] })(world);
  },

  "transferCallToParticipant with an operation callback": async (world) => {
    const { call, inbox, target: from } = await world.connectedCall();
    const target = user();
    const options = { operationContext: "to-desk-2", operationCallbackUrl: inbox.operationCallbackUrl };
    const result = await call.transferCallToParticipant(target, options);
    assert.equal(result.operationContext, "to-desk-2");
    await accepted(inbox.operations, target, from, "to-desk-2");
    resulted(await inbox.events.next("CallDisconnected"), 200, 7015);
    inbox.expectInAll(["CallConnected", "CallDisconnected"], ["CallTransferAccepted"]);
  },

  "transferCallToParticipant carries custom context to the target": async (world) => {
    const { call, inbox } = await world.connectedCall();
    const application = user();
    await world.behaviour(application, "application");
    await call.transferCallToParticipant(application, { customCallingContext: [voip, ...sip] });
    const { customContext, incomingCallContext } = await world.receiver.incomingCall(rawId(application));
    assert.equal(customContext.voipHeaders.customerId, "C-4711");
    assert.equal(customContext.sipHeaders["X-MS-Custom-customer"], "C-4711");
    assert.equal(customContext.sipHeaders["X-priority"], "high");
    const userToUser = Object.entries(customContext.sipHeaders).find(([key]) => /^user-?to-?user$/i.test(key));
    assert.equal(userToUser[1], "56a1e5f3;encoding=hex");
    const answerInbox = world.receiver.inbox();
    await world.client.answerCall(incomingCallContext, answerInbox.callbackUrl);
    await inbox.events.next("CallTransferAccepted");
    await answerInbox.events.next("CallConnected");
  },

  "transferCallToParticipant of one participant of a group": async (world) => {
    const [stays, leaves, target] = [user(), phone(), phone()];
    const group = await world.groupCall(stays, leaves);
    await world.behaviour(target, "answer");
    await group.call.transferCallToParticipant(target, { transferee: leaves, operationContext: "to-desk-2" });
    await accepted(group.inbox.events, target, leaves, "to-desk-2");
    await group.inbox.events.next("ParticipantsUpdated", (event) => lists(event, stays) && !lists(event, leaves));
    const { values } = await group.call.listParticipants();
    assert.ok(!values.some((participant) => rawId(participant.identifier) === rawId(leaves)));
    await endForEveryone(group);
    group.inbox.expectInAll(["CallConnected", "CallTransferAccepted", "CallDisconnected"]);
  },

  "transferCallToParticipant of somebody who is not in the call is refused": async (world) => {
    const group = await world.groupCall(user(), user());
    await refused(() => group.call.transferCallToParticipant(user(), { transferee: user() }), 404, "8522");
    await endForEveryone(group);
  },

  "transferCallToParticipant with more SIP headers than allowed is refused": async (world) => {
    const existing = await world.connectedCall();
    const customCallingContext = [1, 2, 3, 4, 5, 6].map((n) => ({ kind: "sipx", key: `key${n}`, value: "value" }));
    await refused(() => existing.call.transferCallToParticipant(user(), { customCallingContext }), 400, "8523");
    await endForEveryone(existing);
    existing.inbox.expectInAll(["CallConnected", "CallDisconnected"]);
  },
  "transferCallToParticipant with an operation context that is too long is refused": async (world) => {
    const existing = await world.connectedCall();
    const operationContext = "x".repeat(5001);
    await refused(() => existing.call.transferCallToParticipant(user(), { operationContext }), 400, "8523");
    await endForEveryone(existing);
  },
  "transferCallToParticipant with an operation callback that is neither https nor loopback is refused": async (world) => {
    const existing = await world.connectedCall();
    const operationCallbackUrl = "http://contact.example.com/operations";
    await refused(() => existing.call.transferCallToParticipant(user(), { operationCallbackUrl }), 400, "8523");
    await endForEveryone(existing);
  },

  "transferCallToParticipant to a user who declines": failed("decline", user(), 487, 10024),
  "transferCallToParticipant to a busy phone number": failed("busy", phone(), 486, 560486),
  "transferCallToParticipant to a user who cannot be reached": failed("unreachable", user(), 480, 10078),
};
