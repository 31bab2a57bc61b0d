import { phone, user } from "../support/people.mjs";
import { rawId, refused, resulted } from "../support/world.mjs";

export const endings = {
  "hangUp of a call between two": async (world) => {
    const { call, inbox } = await world.connectedCall(phone());
    await call.hangUp(false);
    resulted(await inbox.events.next("CallDisconnected"), 200, 7000);
    inbox.expectInAll(["CallConnected", "CallDisconnected"]);
    await refused(() => call.hangUp(false), 404, "8522");
    await refused(() => call.hangUp(true), 404, "8522");
    await refused(() => call.addParticipant({ targetParticipant: user() }), 404, "8522");
    await refused(() => call.listParticipants(), 404, "8522");
  },
  "hangUp leaves a group to itself": async (world) => {
    const group = await world.groupCall(user(), user());
    await group.call.hangUp(false);
    resulted(await group.inbox.events.next("CallDisconnected"), 200, 7000);
    group.inbox.expectInAll(["CallConnected", "CallDisconnected"]);
  },
  "hangUp for everyone": async (world) => {
    const group = await world.groupCall(user(), phone());
    await group.call.hangUp(true);
    resulted(await group.inbox.events.next("CallDisconnected"), 200, 7000);
    group.inbox.expectInAll(["CallConnected", "CallDisconnected"]);
  },
  "hangUp before anybody answered": async (world) => {
    const target = user();
    const inbox = world.receiver.inbox();
    await world.behaviour(target, "manual");
    const { callConnection: call } = await world.client.createCall({ targetParticipant: target }, inbox.callbackUrl);
    await call.hangUp(true);
    await inbox.events.next("CallDisconnected");
    await refused(() => call.getCallConnectionProperties(), 404, "8522");
  },
  "the other party hangs up": async (world) => {
    const { inbox, target } = await world.connectedCall();
    await world.control.hangUp(rawId(target));
    await inbox.events.next("CallDisconnected");
    inbox.expectInAll(["CallConnected", "CallDisconnected"]);
  },
};
