import { randomUUID } from "node:crypto";

const resourceId = "7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10";
let number = 0;

/** Fresh parties for each scenario, so that no scenario sees another's calls. The numbers are reserved for fiction. */
export function phone() {
  number += 1;
  return { phoneNumber: `+1${200 + number}5550100` };
}

export function user(cloud = "acs") {
  return { communicationUserId: `8:${cloud}:${resourceId}_00000026-${randomUUID().slice(9)}` };
}

export function teamsUser(cloud) {
  return { microsoftTeamsUserId: randomUUID(), ...(cloud && { cloud }) };
}

export function teamsApp(cloud) {
  return { teamsAppId: randomUUID(), ...(cloud && { cloud }) };
}

export function extensionUser(cloud) {
  return { userId: randomUUID(), tenantId: randomUUID(), resourceId, ...(cloud && { cloud }) };
}

export const callerId = { phoneNumber: "+18005550100" };
