// Records how the SDK's own parser reads the frames in ../resources/frames.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { getIdentifierRawId } from "@azure/communication-common";
import { StreamingData } from "@azure/communication-call-automation";

const frames = new URL("../resources/frames/", import.meta.url);
const results = new URL("js-sdk-1.6.0/", frames);

await mkdir(results, { recursive: true });
for (const name of (await readdir(frames)).filter((file) => file.endsWith(".json"))) {
  const read = StreamingData.parse(await readFile(new URL(name, frames), "utf8"));
  const participant = read.participant && { participant: getIdentifierRawId(read.participant) };
  const result = { kind: StreamingData.getStreamingKind(), frame: { ...read, ...participant } };
  await writeFile(new URL(name, results), JSON.stringify(result, null, 2) + "\n");
}
