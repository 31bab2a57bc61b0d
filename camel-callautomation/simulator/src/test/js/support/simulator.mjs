import { spawn } from "node:child_process";
import { access } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const jar = fileURLToPath(new URL("../../../../target/callautomation-simulator.jar", import.meta.url));
const startDeadlineMillis = 20_000;

/** Starts the jar on a free port; resolves to its connection string and a way to stop it. */
export async function startSimulator(extraArguments = []) {
  await access(jar).catch(() => {
    throw new Error(`${jar} is missing: build it with mvn -pl camel-callautomation/simulator package`);
  });
  const java = process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : "java";
  const child = spawn(java, ["-jar", jar, "--port", "0", ...extraArguments], { stdio: ["ignore", "pipe", "pipe"] });
  const output = [];
  const stop = () =>
    new Promise((stopped) => {
      if (child.exitCode !== null || child.signalCode !== null) {
        stopped();
        return;
      }
      const force = setTimeout(() => child.kill("SIGKILL"), 5_000);
      child.once("exit", () => {
        clearTimeout(force);
        stopped();
      });
      child.kill("SIGTERM");
    });
  const connectionString = await new Promise((found, failed) => {
    const timer = setTimeout(() => failed(new Error("no connection string printed")), startDeadlineMillis);
    const read = (line) => {
      output.push(line);
      const match = /endpoint=[^;\s]+;accesskey=[^;\s]+/i.exec(line);
      if (match) {
        clearTimeout(timer);
        found(match[0]);
      }
    };
    createInterface({ input: child.stdout }).on("line", read);
    createInterface({ input: child.stderr }).on("line", (line) => output.push(line));
    child.once("error", failed);
    child.once("exit", (code) => {
      clearTimeout(timer);
      failed(new Error(`exited with ${code}`));
    });
  }).catch(async (cause) => {
    await stop();
    throw new Error(`The simulator did not start (${cause.message}): ${output.join("\n")}`);
  });
  return { connectionString, stop };
}

/** The phones and subscriptions of a running simulator. */
export class Control {
  #base;

  constructor(connectionString) {
    const endpoint = /endpoint=([^;]+)/i.exec(connectionString)?.[1];
    if (!endpoint) {
      throw new Error("A connection string looks like endpoint=http://localhost:8088/;accesskey=...");
    }
    this.#base = new URL("/simulator/", endpoint);
  }

  async #send(method, path, body) {
    const response = await fetch(new URL(path, this.#base), {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    }
    return text ? JSON.parse(text) : undefined;
  }

  subscribe(endpoint, schema) {
    return this.#send("POST", "eventgrid/subscriptions", { endpoint, schema, types: ["IncomingCall", "RecordingFileStatusUpdated"] });
  }

  behaviour(phone, behaviour, ringMillis = 30) {
    return this.#send("PUT", `phones/${encodeURIComponent(phone)}`, { behaviour, ringMillis });
  }

  /** The phone calls in; resolves to the ids of the simulated call. */
  call(phone, to, customContext) {
    return this.#send("POST", `phones/${encodeURIComponent(phone)}:call`, { to, ...(customContext && { customContext }) });
  }

  /** The phone enters a group call or a room, which its first caller starts. */
  join(phone, where) {
    return this.#send("POST", `phones/${encodeURIComponent(phone)}:call`, where);
  }

  answer(phone) {
    return this.#send("POST", `phones/${encodeURIComponent(phone)}:answer`, {});
  }

  press(phone, tones) {
    return this.#send("POST", `phones/${encodeURIComponent(phone)}:press`, { tones });
  }

  say(phone, text) {
    return this.#send("POST", `phones/${encodeURIComponent(phone)}:say`, { text });
  }

  async heardBy(phone) {
    return (await this.#send("GET", "phones")).find((one) => one.id === phone)?.heard;
  }

  hangUp(phone) {
    return this.#send("POST", `phones/${encodeURIComponent(phone)}:hangUp`, {});
  }
}
