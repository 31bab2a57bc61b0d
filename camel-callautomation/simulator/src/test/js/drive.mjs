// Runs the official JavaScript SDK, unchanged, through every call-control, media, recording and streaming action against the simulator.
import { connect } from "./scenarios/connect.mjs";
import { endings } from "./scenarios/endings.mjs";
import { inbound } from "./scenarios/inbound.mjs";
import { media } from "./scenarios/media.mjs";
import { outbound } from "./scenarios/outbound.mjs";
import { participants } from "./scenarios/participants.mjs";
import { recording } from "./scenarios/recording.mjs";
import { roster } from "./scenarios/roster.mjs";
import { streaming } from "./scenarios/streaming.mjs";
import { transfer } from "./scenarios/transfer.mjs";
import { Receiver } from "./support/receiver.mjs";
import { Control, startSimulator } from "./support/simulator.mjs";
import { World } from "./support/world.mjs";

const scenarios = Object.entries({ ...outbound, ...inbound, ...connect, ...transfer, ...participants, ...roster, ...media, ...recording, ...streaming, ...endings });

async function attempt(name, action) {
  try {
    await action();
    console.log(`ok      ${name}`);
    return true;
  } catch (error) {
    const place = /scenarios\/\w+\.mjs:\d+/.exec(error.stack)?.[0];
    console.log(`FAILED  ${name}: ${error.message}${place ? ` (${place})` : ""}`);
    return false;
  }
}

async function drive(connectionString) {
  const control = new Control(connectionString);
  const receiver = await new Receiver().start();
  try {
    for (const schema of ["EventGridSchema", "CloudEventSchemaV1_0"]) {
      await control.subscribe(`${receiver.eventGridUrl}/${schema}`, schema);
    }
    const world = new World(connectionString, control, receiver);
    let passed = 0;
    for (const [name, run] of scenarios) {
      passed += await attempt(name, () => run(world));
    }
    const complete = await attempt("every event arrived once, where it belongs, and nothing else did", () => receiver.verify());
    console.log(`${passed} of ${scenarios.length} scenarios passed`);
    return complete && passed === scenarios.length;
  } finally {
    receiver.stop();
  }
}

async function main([given]) {
  const simulator = given ? { connectionString: given, stop: async () => {} } : await startSimulator();
  try {
    return await drive(simulator.connectionString);
  } finally {
    await simulator.stop();
  }
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
