// Ids in the shapes the service uses; none of them belongs to anybody.
const resourceId = "7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10";
const tenantId = "c2a9f0de-51b3-4c1e-8f0a-6a7d9be1a2f4";
const entraUserId = "8bd6a3f0-74f9-4f0c-9d60-2f0c8a3b6e91";
const teamsAppId = "e2a1b6c4-0d57-4c43-8a0f-54d1f7c9b3e8";

export const callbackUrl = "https://contact.example.com/callautomation/events";
export const operationCallbackUrl = "https://contact.example.com/callautomation/operations";
export const cognitiveServicesEndpoint = "https://contact-center.cognitiveservices.azure.com/";
export const customVoiceEndpointId = "5f7d1a0c-9b2e-4c68-a3d1-0e8b7c6f5a49";
export const speechModelEndpointId = "a259c255-1cd4-4ed7-a693-dd58563b6f6a";
export const websocketUrl = "wss://contact.example.com/media";

export const callConnectionId = "09004480-4ca5-4d8e-a2b3-6f1c7d9e0a42";
export const otherCallConnectionId = "09004480-77b1-43aa-9c0e-5b2d8e6f1c30";
export const invitationId = "3e8c5b1a-9d2f-4a67-b0c4-7f6e5d4c3b2a";
export const groupCallId = "b1d7e3c5-2f4a-4b68-8c9d-0e1f2a3b4c5d";
export const roomId = "99445276259151407";
export const serverCallId = Buffer.from(
  "https://api.flightproxy.skype.com/api/v2/cp/conv-uswe-02-prod-aks.conv.skype.com" +
    "/conv/kX0aYb1cZd2e?i=10-60-14-7&e=638000000000000000",
).toString("base64");
export const recordingId =
  "eyJQbGF0Zm9ybUVuZHBvaW50SWQiOiJkNDc4ZTdhYi0wYTFiIiwiUmVzb3VyY2VTcGVjaWZpY0lkIjoiN2Y0YjdhMmUifQ==";
export const recordingUrl = "https://us-storage.asm.skype.com/v1/objects/0-eus-d12-801b3f3fc462fe8a01e6810cbff729b8";
export const containerUrl = "https://contosorecordings.blob.core.windows.net/calls";
export const incomingCallContext =
  "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJjYyI6IkV4YW1wbGVDb250ZXh0IiwidXNlciI6ImV4YW1wbGUifQ.";

export const caller = { phoneNumber: "+18005550100" };
export const phone = { phoneNumber: "+18005550199" };
export const otherPhone = { phoneNumber: "+493023125017" };
export const assertedPhone = { ...phone, assertedId: "7d0c2b", rawId: "4:+18005550199_7d0c2b" };
export const user = { communicationUserId: `8:acs:${resourceId}_00000026-4b1d-2c3e-99c6-593a0d00c1d2` };
export const otherUser = { communicationUserId: `8:acs:${resourceId}_00000026-4b1d-7f80-11c6-593a0d00e3f4` };
export const sourceIdentity = { communicationUserId: `8:acs:${resourceId}_00000026-4b1c-aa10-42b7-593a0d00a7b8` };
export const dodUser = { communicationUserId: `8:dod-acs:${resourceId}_00000026-4b1d-2c3e-99c6-593a0d00c1d2` };
export const gcchUser = { communicationUserId: `8:gcch-acs:${resourceId}_00000026-4b1d-2c3e-99c6-593a0d00c1d2` };
export const teamsUser = { microsoftTeamsUserId: entraUserId };
export const teamsVisitor = { microsoftTeamsUserId: "visitor-4c7a", isAnonymous: true };
export const dodTeamsUser = { microsoftTeamsUserId: entraUserId, cloud: "dod" };
export const gcchTeamsUser = { microsoftTeamsUserId: entraUserId, cloud: "gcch" };
export const teamsApp = { teamsAppId };
export const gcchTeamsApp = { teamsAppId, cloud: "gcch" };
export const extensionUser = { userId: entraUserId, tenantId, resourceId };
export const gcchExtensionUser = { userId: entraUserId, tenantId, resourceId, cloud: "gcch" };
export const bot = { id: `28:acs:${resourceId}_00000026-4b1d-5f6e-10c6-593a0d00d9e0` };
