import assert from "node:assert/strict";
import { getIdentifierRawId } from "@azure/communication-common";
import { CallAutomationClient } from "@azure/communication-call-automation";
import { callerId, phone, user } from "./people.mjs";

export const cognitiveServices = { cognitiveServicesEndpoint: "https://contact-center.cognitiveservices.azure.com/" };

/** What a scenario works with: the SDK's client, the simulator's phones, and addresses to be called back at. */
export class World {
  #connectionString;

  constructor(connectionString, control, receiver) {
    this.#connectionString = connectionString;
    this.control = control;
    this.receiver = receiver;
    this.client = this.newClient();
  }

  get endpoint() {
    return /endpoint=([^;]+)/i.exec(this.#connectionString)[1];
  }

  newClient(options = {}) {
    return new CallAutomationClient(this.#connectionString, { allowInsecureConnection: true, ...options });
  }

  newClientWithKey(accessKey) {
    const connectionString = this.#connectionString.replace(/accesskey=.*/i, `accesskey=${accessKey}`);
    return new CallAutomationClient(connectionString, { allowInsecureConnection: true });
  }

  behaviour(identifier, behaviour, ringMillis) {
    return this.control.behaviour(rawId(identifier), behaviour, ringMillis);
  }

  /** A call the application placed and somebody answered. */
  async connectedCall(target = user(), inbox = this.receiver.inbox()) {
    await this.behaviour(target, "answer");
    const invite = { targetParticipant: target, ...("phoneNumber" in target && { sourceCallIdNumber: callerId }) };
    const { callConnection } = await this.client.createCall(invite, inbox.callbackUrl);
    await inbox.events.next("CallConnected");
    return { call: callConnection, inbox, target };
  }

  /** A call with several people in it. */
  async groupCall(...targets) {
    const inbox = this.receiver.inbox();
    for (const target of targets) {
      await this.behaviour(target, "answer");
    }
    const options = { sourceCallIdNumber: callerId };
    const { callConnection } = await this.client.createGroupCall(targets, inbox.callbackUrl, options);
    await inbox.events.next("CallConnected");
    await inbox.events.next("ParticipantsUpdated", (event) => targets.every((target) => lists(event, target)));
    return { call: callConnection, inbox };
  }

  /** An incoming call, ringing: who calls whom, the context to answer it with, and the simulated call's ids. */
  async incomingCall(from = phone(), to = phone(), customContext) {
    const ids = await this.control.call(rawId(from), rawId(to), customContext);
    const incoming = await this.receiver.incomingCall(rawId(to));
    return { from, to, ids, incoming, incomingCallContext: incoming.incomingCallContext };
  }
}

export const rawId = getIdentifierRawId;

export function lists(event, identifier) {
  return event.participants.some((participant) => rawId(participant.identifier) === rawId(identifier));
}

/** Checks code and subcode of an event, and that its message names the same subcode where it names one. */
export function resulted(event, code, subCode) {
  assert.equal(`${event.resultInformation?.code}/${event.resultInformation?.subCode}`, `${code}/${subCode}`, event.kind);
  const diagnosed = /DiagCode: \d+#(\d+)\.@$/.exec(event.resultInformation.message);
  if (diagnosed) {
    assert.equal(Number(diagnosed[1]), subCode);
  }
}

/** Runs an action that the service refuses, and checks how. */
export async function refused(action, statusCode, code) {
  await assert.rejects(action, (error) => {
    assert.equal(`${error.statusCode} ${error.code}`, `${statusCode} ${code}`, error.message);
    assert.ok(error.message.length > 0, "an error says what is wrong");
    return true;
  });
}

/** Hangs up for everyone and waits for the end, so that the scenario's events are complete. */
export async function endForEveryone({ call, inbox }) {
  await call.hangUp(true);
  resulted(await inbox.events.next("CallDisconnected"), 200, 7000);
}
