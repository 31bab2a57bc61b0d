import assert from "node:assert/strict";
import { createServer } from "node:http";
import { parseCallAutomationEvent } from "@azure/communication-call-automation";

const eventDeadlineMillis = 20_000;
// Every delivery is answered at once, so a second one of the same event is a fault.
const seen = new Set();
const envelope = ["id", "source", "type", "data", "time", "specversion", "datacontenttype", "subject"];

/** What arrived at one address, in order, and whoever waits for it. */
class Channel {
  #arrived = [];
  #unseen = [];
  #waiting = new Set();

  constructor(name) {
    this.name = name;
  }

  push(event) {
    this.#arrived.push(event);
    this.#unseen.push(event);
    this.#waiting.forEach((check) => check());
  }

  /** The first event not yet taken that has this kind and passes the filter. */
  next(kind, filter = () => true) {
    const take = () => {
      const at = this.#unseen.findIndex((event) => event.kind === kind && filter(event));
      return at < 0 ? undefined : this.#unseen.splice(at, 1)[0];
    };
    return new Promise((found, failed) => {
      const check = () => {
        const event = take();
        if (event) {
          clearTimeout(timer);
          this.#waiting.delete(check);
          found(event);
        }
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        failed(new Error(`no such ${kind} at the ${this.name}; what arrived: ${JSON.stringify(this.#arrived)}`));
      }, eventDeadlineMillis);
      this.#waiting.add(check);
      check();
    });
  }

  kinds() {
    return this.#arrived.map((event) => event.kind);
  }
}

function assertFresh(key, type) {
  assert.ok(!seen.has(key), `a second ${type} with ${key}`);
  seen.add(key);
}

function checkDelivery(request, text) {
  assert.equal(request.method, "POST");
  assert.match(request.headers["content-type"] ?? "", /^application\/(json|cloudevents-batch\+json)/);
  const batch = JSON.parse(text);
  assert.ok(Array.isArray(batch) && batch.length === 1, "a delivery is an array of exactly one event");
  const [event] = batch;
  assert.deepEqual(Object.keys(event), envelope);
  assertFresh(event.id, event.type);
  if (event.data.sequenceNumber !== undefined) {
    assertFresh(`${event.data.callConnectionId}#${event.data.sequenceNumber}`, event.type);
  }
  if (event.data.recordingKind) {
    assert.equal(event.subject, `calling/recordings/${event.data.serverCallId}/recordingId/${event.data.recordingId}`);
    assert.equal(event.source, `${event.subject}/RecordingStateChanged`);
  } else {
    assert.equal(event.source, `calling/callConnections/${event.data.callConnectionId}`);
    assert.equal(event.subject, event.source);
  }
  assert.equal(event.specversion, "1.0");
  assert.equal(event.datacontenttype, "application/json");
  assert.equal(event.data.publicEventType, event.type);
  assert.match(event.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?\+00:00$/);
  assert.ok(!text.includes("+"), "a plus sign in a JSON string is escaped");
  for (const member of ["callConnectionId", "serverCallId", "correlationId"]) {
    assert.equal(typeof event.data[member], "string", `${event.type} without ${member}`);
  }
}

/** One scenario's own pair of addresses. */
class Inbox {
  #expectations = [];

  constructor(base, number) {
    this.callbackUrl = `${base}/calls/${number}/events`;
    this.operationCallbackUrl = `${base}/calls/${number}/operations`;
    this.events = new Channel("callback address");
    this.operations = new Channel("operation callback address");
  }

  /** States what arrives in all, apart from lists of participants; checked when every scenario is over. */
  expectInAll(events, operations = []) {
    this.#expectations.push({ events, operations });
  }

  verify() {
    for (const { events, operations } of this.#expectations) {
      const seen = (channel) => channel.kinds().filter((kind) => kind !== "ParticipantsUpdated").sort();
      assert.deepEqual(seen(this.events), [...events].sort());
      assert.deepEqual(seen(this.operations), [...operations].sort());
    }
  }
}

/** Receives callbacks and Event Grid events on loopback. */
export class Receiver {
  #server = createServer((request, response) => {
    this.#receive(request, response).catch((error) => {
      this.#failures.push(error);
      response.writeHead(500).end();
    });
  });
  #base;
  #inboxes = [];
  #channels = new Map();
  #incoming = { EventGridSchema: new Channel("Event Grid"), CloudEventSchemaV1_0: new Channel("Event Grid") };
  #failures = [];

  async start() {
    await new Promise((listening) => this.#server.listen(0, "127.0.0.1", listening));
    this.#base = `http://localhost:${this.#server.address().port}`;
    return this;
  }

  get eventGridUrl() {
    return `${this.#base}/eventgrid`;
  }

  inbox() {
    const inbox = new Inbox(this.#base, this.#inboxes.length + 1);
    this.#inboxes.push(inbox);
    this.#channels.set(new URL(inbox.callbackUrl).pathname, inbox.events);
    this.#channels.set(new URL(inbox.operationCallbackUrl).pathname, inbox.operations);
    return inbox;
  }

  /** The IncomingCall for this recipient, read from the same event in both schemas. */
  async incomingCall(toRawId) {
    const forUs = (event) => event.data.to.rawId === toRawId;
    const [eventGrid, cloudEvent] = await Promise.all([
      this.#incoming.EventGridSchema.next("IncomingCall", forUs),
      this.#incoming.CloudEventSchemaV1_0.next("IncomingCall", forUs),
    ]);
    assert.equal(eventGrid.subject, `/caller/${eventGrid.data.from.rawId}/recipient/${toRawId}`);
    assert.deepEqual(cloudEvent.data, eventGrid.data);
    return eventGrid.data;
  }

  /** The news of a recording's file, read from the same event in both schemas. */
  async recordingFile(recordingId) {
    const ours = (event) => event.subject.endsWith(`/recordingId/${recordingId}`);
    const [eventGrid, cloudEvent] = await Promise.all([
      this.#incoming.EventGridSchema.next("RecordingFileStatusUpdated", ours),
      this.#incoming.CloudEventSchemaV1_0.next("RecordingFileStatusUpdated", ours),
    ]);
    assert.deepEqual(cloudEvent.data, eventGrid.data);
    return eventGrid.data;
  }

  async #receive(request, response) {
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString();
    if (request.url.startsWith("/eventgrid/")) {
      this.#eventGrid(request, text, response);
      return;
    }
    const channel = this.#channels.get(request.url);
    assert.ok(channel, `a callback to an address nobody gave: ${request.url}`);
    checkDelivery(request, text);
    channel.push(parseCallAutomationEvent(text));
    response.writeHead(200).end();
  }

  #eventGrid(request, text, response) {
    if (request.method === "OPTIONS") {
      const origin = request.headers["webhook-request-origin"];
      assert.ok(origin, "the CloudEvents handshake names its origin");
      response.writeHead(200, { "WebHook-Allowed-Origin": origin, "WebHook-Allowed-Rate": "*" }).end();
      return;
    }
    const parsed = JSON.parse(text);
    if (request.headers["aeg-event-type"] === "SubscriptionValidation") {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ validationResponse: parsed[0].data.validationCode }));
      return;
    }
    const schema = request.url.slice("/eventgrid/".length);
    const event = Array.isArray(parsed) ? parsed[0] : parsed;
    const type = event.eventType ?? event.type;
    this.#incoming[schema].push({ ...event, kind: type.slice("Microsoft.Communication.".length) });
    response.writeHead(200).end();
  }

  /** Throws unless every delivery was well formed and each scenario got exactly the events it named. */
  verify() {
    assert.deepEqual(this.#failures.map((error) => error.message), []);
    this.#inboxes.forEach((inbox) => inbox.verify());
  }

  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
