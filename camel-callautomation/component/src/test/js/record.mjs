// Drives the official SDK against a recorder on loopback and writes each request it sends to a JSON file.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { CallAutomationClient } from "@azure/communication-call-automation";
import { createHttpHeaders } from "@azure/core-rest-pipeline";
import { cases } from "./cases.mjs";
import { callConnectionId, sourceIdentity } from "./ids.mjs";

const outputDirectory = join(dirname(fileURLToPath(import.meta.url)), "../resources/js-sdk-1.6.0");

// The SDK takes these statuses for success; anything else makes it throw before the case is over.
const answers = {
  createCall: [201, { callConnectionId }],
  answerCall: [200, { callConnectionId }],
  connectCall: [200, { callConnectionId }],
  rejectCall: [204],
  redirectCall: [204],
  hangUp: [204],
  muteParticipant: [200, {}],
  getCallProperties: [200, { callConnectionId }],
  getParticipant: [200, {}],
  listParticipants: [200, { value: [] }],
  transfer: [202, {}],
  addParticipant: [202, {}],
  removeParticipant: [202, {}],
  cancelAddParticipant: [202, {}],
  moveParticipants: [202, {}],
  play: [202],
  recognize: [202],
  cancelAllMediaOperations: [202],
  startContinuousDtmfRecognition: [200],
  stopContinuousDtmfRecognition: [200],
  sendDtmfTones: [202, {}],
  hold: [200],
  unhold: [200],
  startTranscription: [202],
  updateTranscription: [202],
  stopTranscription: [202],
  startMediaStreaming: [202],
  stopMediaStreaming: [202],
  startRecording: [200, {}],
  stopRecording: [204],
  pauseRecording: [202],
  resumeRecording: [202],
  getRecordingState: [200, {}],
  downloadRecording: [200],
  deleteRecording: [200],
};

let requests = [];
let answer;
const recorder = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  requests.push({ method: request.method, url: request.url, headers: request.headers, text: Buffer.concat(chunks).toString() });
  const [status, body] = answer;
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(body && JSON.stringify(body));
});

// Files of recordings are on hosts that are no recorder: here the request ends before the network.
const network = {
  async sendRequest(request) {
    const headers = request.headers.toJSON();
    const { host, pathname, search } = new URL(request.url);
    requests.push({ method: request.method, url: pathname + search, headers: { ...headers, "x-sent-to": host }, text: "" });
    const body = request.streamResponseStatusCodes ? { readableStreamBody: Readable.from([]) } : { bodyAsText: "" };
    return { request, status: answer[0], headers: createHttpHeaders(), ...body };
  },
};

// What is signed can be checked with the time and the key that it was signed with.
function signature(headers) {
  return {
    sentTo: headers["x-sent-to"],
    headers: Object.fromEntries(
      ["host", "x-ms-host", "x-ms-date", "x-ms-content-sha256", "authorization", "accept", "range"]
        .filter((name) => name in headers)
        .map((name) => [name, headers[name]]),
    ),
  };
}

function golden({ name, operation }, { method, url, headers, text }) {
  const [path, query] = url.split("?");
  const identified = "repeatability-request-id" in headers;
  if (identified !== "repeatability-first-sent" in headers) {
    throw new Error(`${name}: one repeatability header without the other`);
  }
  return {
    name,
    operation,
    method,
    path,
    query,
    repeatable: identified,
    ...("x-sent-to" in headers && signature(headers)),
    ...(headers["content-type"] && { contentType: headers["content-type"] }),
    ...(text && { body: JSON.parse(text) }),
  };
}

async function record(clients, one) {
  requests = [];
  answer = answers[one.operation];
  await one.run(clients);
  if (requests.length !== 1) {
    throw new Error(`${one.name}: ${requests.length} requests instead of one`);
  }
  const file = join(outputDirectory, `${one.name}.json`);
  await writeFile(file, `${JSON.stringify(golden(one, requests[0]), null, 2)}\n`);
}

await new Promise((listening) => recorder.listen(0, "127.0.0.1", listening));
try {
  await mkdir(outputDirectory, { recursive: true });
  for (const old of await readdir(outputDirectory)) {
    if (old.endsWith(".json")) {
      await rm(join(outputDirectory, old));
    }
  }
  const accessKey = Buffer.from("golden requests need no secret").toString("base64");
  const connectionString = `endpoint=http://localhost:${recorder.address().port}/;accesskey=${accessKey}`;
  const clients = {
    client: new CallAutomationClient(connectionString, { allowInsecureConnection: true }),
    clientOfResource: new CallAutomationClient(`endpoint=https://contoso.communication.azure.com/;accesskey=${accessKey}`, {
      httpClient: network,
    }),
    clientWithSource: new CallAutomationClient(connectionString, { allowInsecureConnection: true, sourceIdentity }),
  };
  for (const one of cases) {
    await record(clients, one);
  }
  console.log(`${cases.length} requests recorded in ${outputDirectory}`);
} finally {
  recorder.close();
  recorder.closeAllConnections();
}
