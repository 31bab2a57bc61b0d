import * as id from "./ids.mjs";
import { mediaCases } from "./media.mjs";
import { recordingCases } from "./recording.mjs";

const mediaStreamingOptions = {
  transportType: "websocket",
  transportUrl: `${id.websocketUrl}/audio`,
  contentType: "audio",
  audioChannelType: "unmixed",
  startMediaStreaming: true,
  enableBidirectional: true,
  audioFormat: "pcm24KMono",
  enableDtmfTones: true,
};
const transcriptionOptions = {
  transportType: "websocket",
  transportUrl: `${id.websocketUrl}/transcript`,
  locale: "en-US",
  speechModelEndpointId: id.speechModelEndpointId,
  startTranscription: true,
  enableIntermediateResults: true,
};
const callIntelligenceOptions = { cognitiveServicesEndpoint: id.cognitiveServicesEndpoint };
const allCallOptions = { callIntelligenceOptions, mediaStreamingOptions, transcriptionOptions };

const voipHeaders = [
  { kind: "voip", key: "customerId", value: "C-4711" },
  { kind: "voip", key: "reason", value: "billing question" },
];
const sipHeaders = [
  { kind: "sipuui", key: "", value: "56a1e5f3;encoding=hex" },
  { kind: "sipx", key: "customer", value: "C-4711" },
  { kind: "sipx", key: "queue", value: "billing", sipHeaderPrefix: "X-MS-Custom-" },
  { kind: "sipx", key: "priority", value: "high", sipHeaderPrefix: "X-" },
];
const teamsPhoneCallDetails = {
  kind: "TeamsPhoneCallDetails",
  teamsPhoneCallerDetails: {
    caller: id.phone,
    name: "Robin Example",
    phoneNumber: "+18005550199",
    recordId: "CRM-1001",
    screenPopUrl: "https://crm.example.com/records/CRM-1001",
    isAuthenticated: true,
    additionalCallerInformation: { tier: "gold", since: "2019" },
  },
  teamsPhoneSourceDetails: {
    source: id.teamsApp,
    language: "en-US",
    status: "queued",
    intendedTargets: { billing: id.teamsUser, fallback: id.user },
  },
  sessionId: "4f6d2b1e-0a9c-4e37-8b5d-6c7e8f901234",
  intent: "refund",
  callTopic: "Refund for order 1001",
  callContext: "The caller was charged twice and gave the order number.",
  transcriptUrl: "https://contact.example.com/transcripts/1001",
  callSentiment: "neutral",
  suggestedActions: "Check the second charge, then refund it.",
};
const operation = { operationContext: "order-1001", operationCallbackUrl: id.operationCallbackUrl };
const context = { operationContext: "order-1001" };

function create(name, target, invite = {}, options = {}) {
  return {
    name,
    operation: "createCall",
    run: ({ client }) => client.createCall({ targetParticipant: target, ...invite }, id.callbackUrl, options),
  };
}

function onClient(operationName, name, run) {
  return { name, operation: operationName, run: ({ client }) => run(client) };
}

function onCall(operationName, name, run) {
  return { name, operation: operationName, run: ({ client }) => run(client.getCallConnection(id.callConnectionId)) };
}

function add(name, target, invite = {}, options = {}) {
  return onCall("addParticipant", name, (call) =>
    call.addParticipant({ targetParticipant: target, ...invite }, options),
  );
}

function transfer(name, target, options = context) {
  return onCall("transfer", name, (call) => call.transferCallToParticipant(target, options));
}

function connect(name, locator, options = {}) {
  return onClient("connectCall", name, (client) => client.connectCall({ ...locator }, id.callbackUrl, options));
}

export const cases = [
  create("create-call-to-phone", id.phone, { sourceCallIdNumber: id.caller }),
  create(
    "create-call-to-phone-with-display-name-and-cognitive-services",
    id.phone,
    { sourceCallIdNumber: id.caller, sourceDisplayName: "Contact Center" },
    { ...context, callIntelligenceOptions },
  ),
  create("create-call-to-user", id.user),
  create("create-call-to-user-with-media-streaming-and-transcription", id.user, {}, { ...context, ...allCallOptions }),
  create("create-call-to-teams-user", id.teamsUser, { sourceDisplayName: "Contact Center" }),
  create("create-call-to-teams-extension-user", id.extensionUser),
  create("create-call-from-teams-app", id.phone, {}, { teamsAppSource: id.teamsApp }),
  {
    name: "create-call-from-source-identity",
    operation: "createCall",
    run: ({ clientWithSource }) => clientWithSource.createCall({ targetParticipant: id.user }, id.callbackUrl),
  },
  onClient("createCall", "create-group-call", (client) =>
    client.createGroupCall([id.phone, id.user, id.teamsUser], id.callbackUrl, {
      ...context,
      sourceCallIdNumber: id.caller,
      sourceDisplayName: "Contact Center",
    }),
  ),
  onClient("createCall", "create-group-call-from-teams-app", (client) =>
    client.createGroupCall([id.teamsUser, id.extensionUser], id.callbackUrl, { teamsAppSource: id.teamsApp }),
  ),

  onClient("answerCall", "answer-call", (client) => client.answerCall(id.incomingCallContext, id.callbackUrl)),
  onClient("answerCall", "answer-call-with-context-and-cognitive-services", (client) =>
    client.answerCall(id.incomingCallContext, id.callbackUrl, { ...context, callIntelligenceOptions }),
  ),
  onClient("answerCall", "answer-call-with-media-streaming-and-transcription", (client) =>
    client.answerCall(id.incomingCallContext, id.callbackUrl, { ...context, ...allCallOptions }),
  ),
  {
    name: "answer-call-as-source-identity",
    operation: "answerCall",
    run: ({ clientWithSource }) => clientWithSource.answerCall(id.incomingCallContext, id.callbackUrl, context),
  },

  onClient("rejectCall", "reject-call", (client) => client.rejectCall(id.incomingCallContext)),
  ...["none", "busy", "forbidden"].map((reason) =>
    onClient("rejectCall", `reject-call-${reason}`, (client) =>
      client.rejectCall(id.incomingCallContext, { callRejectReason: reason }),
    ),
  ),

  onClient("redirectCall", "redirect-call-to-user", (client) =>
    client.redirectCall(id.incomingCallContext, { targetParticipant: id.user }),
  ),
  onClient("redirectCall", "redirect-call-to-phone", (client) =>
    client.redirectCall(id.incomingCallContext, { targetParticipant: id.phone, sourceCallIdNumber: id.caller }),
  ),
  onClient("redirectCall", "redirect-call-to-teams-user", (client) =>
    client.redirectCall(id.incomingCallContext, { targetParticipant: id.teamsUser }),
  ),

  connect("connect-call-by-server-call-id", { kind: "serverCallLocator", id: id.serverCallId }),
  connect("connect-call-by-group-call-id", { kind: "groupCallLocator", id: id.groupCallId }, context),
  connect("connect-call-by-room-id", { kind: "roomCallLocator", id: id.roomId }, { ...context, ...allCallOptions }),

  transfer("transfer-to-user", id.user),
  transfer("transfer-to-user-with-voip-headers", id.user, { ...operation, customCallingContext: voipHeaders }),
  transfer("transfer-to-phone-with-sip-headers", id.phone, { ...context, customCallingContext: sipHeaders }),
  transfer("transfer-to-phone-with-caller-id", id.phone, { ...context, sourceCallIdNumber: id.caller }),
  transfer("transfer-user-out-of-group", id.user, { ...operation, transferee: id.otherUser }),
  transfer("transfer-phone-out-of-group", id.phone, { ...operation, transferee: id.otherPhone }),
  transfer("transfer-to-teams-user-with-call-details", id.teamsUser, {
    ...context,
    customCallingContext: [teamsPhoneCallDetails],
  }),
  transfer("transfer-to-teams-user-with-all-custom-context", id.teamsUser, {
    ...operation,
    customCallingContext: [...voipHeaders, ...sipHeaders, teamsPhoneCallDetails],
  }),
  transfer("transfer-to-teams-app", id.teamsApp),
  transfer("transfer-to-teams-extension-user", id.extensionUser),

  add("add-participant-user", id.user),
  add("add-participant-user-with-voip-headers", id.user, { customCallingContext: voipHeaders }, context),
  add(
    "add-participant-phone-with-all-options",
    id.phone,
    { sourceCallIdNumber: id.caller, sourceDisplayName: "Contact Center", customCallingContext: sipHeaders },
    { ...operation, invitationTimeoutInSeconds: 60 },
  ),
  add("add-participant-phone-with-asserted-id", id.assertedPhone, { sourceCallIdNumber: id.caller }),
  add("add-participant-teams-user", id.teamsUser),
  add("add-participant-teams-visitor", id.teamsVisitor),
  add("add-participant-teams-app", id.teamsApp),
  add("add-participant-teams-extension-user", id.extensionUser),
  add("add-participant-teams-user-dod", id.dodTeamsUser),
  add("add-participant-teams-user-gcch", id.gcchTeamsUser),
  add("add-participant-teams-app-gcch", id.gcchTeamsApp),
  add("add-participant-teams-extension-user-gcch", id.gcchExtensionUser),
  add("add-participant-user-dod", id.dodUser),
  add("add-participant-user-gcch", id.gcchUser),
  add("add-participant-unknown", id.bot),
  add("add-participant-teams-user-with-call-details", id.teamsUser, { customCallingContext: [teamsPhoneCallDetails] }),

  onCall("cancelAddParticipant", "cancel-add-participant", (call) =>
    call.cancelAddParticipantOperation(id.invitationId, context),
  ),
  onCall("cancelAddParticipant", "cancel-add-participant-with-operation-callback", (call) =>
    call.cancelAddParticipantOperation(id.invitationId, operation),
  ),
  onCall("removeParticipant", "remove-participant-user", (call) => call.removeParticipant(id.user, context)),
  onCall("removeParticipant", "remove-participant-phone-with-operation-callback", (call) =>
    call.removeParticipant(id.phone, operation),
  ),
  onCall("removeParticipant", "remove-participant-teams-user", (call) => call.removeParticipant(id.teamsUser, context)),
  onCall("muteParticipant", "mute-participant", (call) => call.muteParticipant(id.user)),
  onCall("muteParticipant", "mute-participant-with-context", (call) => call.muteParticipant(id.user, context)),
  onCall("moveParticipants", "move-participants", (call) =>
    call.moveParticipants([id.user], id.otherCallConnectionId, context),
  ),
  onCall("moveParticipants", "move-participants-with-operation-callback", (call) =>
    call.moveParticipants([id.user, id.phone], id.otherCallConnectionId, operation),
  ),
  onCall("hangUp", "hang-up", (call) => call.hangUp(false)),
  onCall("hangUp", "hang-up-for-everyone", (call) => call.hangUp(true)),
  onCall("getCallProperties", "get-call-properties", (call) => call.getCallConnectionProperties()),
  onCall("listParticipants", "list-participants", (call) => call.listParticipants()),
  onCall("getParticipant", "get-participant-user", (call) => call.getParticipant(id.user)),
  onCall("getParticipant", "get-participant-phone", (call) => call.getParticipant(id.phone)),
  onCall("getParticipant", "get-participant-teams-user", (call) => call.getParticipant(id.teamsUser)),
  onCall("getParticipant", "get-participant-teams-extension-user", (call) => call.getParticipant(id.extensionUser)),
  ...mediaCases,
  ...recordingCases,
];
