import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { StreamingData } from "@azure/communication-call-automation";

const acceptance = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const deadlineMillis = 20_000;
const text = 1;
const close = 8;

/** Takes the frames a client sends, which are masked (RFC 6455, 5.2), out of what has arrived. */
function* frames(state) {
  for (;;) {
    const { buffer } = state;
    if (buffer.length < 2) {
      return;
    }
    const short = buffer[1] & 0x7f;
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
    const head = 2 + lengthBytes + 4;
    if (buffer.length < head) {
      return;
    }
    const length = lengthBytes === 0 ? short : lengthBytes === 2 ? buffer.readUInt16BE(2) : Number(buffer.readBigUInt64BE(2));
    if (buffer.length < head + length) {
      return;
    }
    const mask = buffer.subarray(head - 4, head);
    const payload = Buffer.from(buffer.subarray(head, head + length).map((byte, at) => byte ^ mask[at % 4]));
    const opcode = buffer[0] & 0x0f;
    state.buffer = buffer.subarray(head + length);
    yield { opcode, payload };
  }
}

function textFrame(message) {
  const payload = Buffer.from(message);
  const head = payload.length < 126 ? Buffer.from([0x80 | text, payload.length]) : Buffer.from([0x80 | text, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}

/** An application's WebSocket server on loopback, which reads every frame with the SDK's own parser. */
export class StreamServer {
  #server = createServer();
  #sockets = new Set();
  #failures = [];
  received = [];
  headers;

  async start() {
    this.#server.on("upgrade", (request, socket) => {
      this.headers = request.headers;
      const accept = createHash("sha1").update(request.headers["sec-websocket-key"] + acceptance).digest("base64");
      socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
      this.#sockets.add(socket);
      const state = { buffer: Buffer.alloc(0) };
      socket.on("data", (chunk) => {
        state.buffer = Buffer.concat([state.buffer, chunk]);
        for (const frame of frames(state)) {
          this.#take(frame, socket);
        }
      });
      socket.on("close", () => this.#sockets.delete(socket));
      socket.on("error", () => this.#sockets.delete(socket));
    });
    await new Promise((listening) => this.#server.listen(0, "127.0.0.1", listening));
    return this;
  }

  get url() {
    return `ws://localhost:${this.#server.address().port}/stream`;
  }

  get connections() {
    return this.#sockets.size;
  }

  #take({ opcode, payload }, socket) {
    if (opcode === close) {
      socket.end(Buffer.from([0x80 | close, 0]));
    } else if (opcode === text) {
      try {
        const data = StreamingData.parse(payload.toString());
        this.received.push({ kind: StreamingData.getStreamingKind(), data });
      } catch (error) {
        this.#failures.push(error);
      }
    }
  }

  send(message) {
    this.#sockets.forEach((socket) => socket.write(textFrame(message)));
  }

  /** Resolves to the frames of a kind when there are enough that pass the filter. */
  async frames(kind, count = 1, filter = () => true) {
    const end = Date.now() + deadlineMillis;
    for (;;) {
      assert.deepEqual(this.#failures.map((error) => error.message), [], "every frame is read by the SDK");
      const found = this.received.filter((frame) => frame.kind === kind && filter(frame.data)).map((frame) => frame.data);
      if (found.length >= count) {
        return found;
      }
      assert.ok(Date.now() < end, `${found.length} of ${count} ${kind}`);
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  stop() {
    this.#sockets.forEach((socket) => socket.destroy());
    this.#server.close();
  }
}
