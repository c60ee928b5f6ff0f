import { spawnSync } from "node:child_process";
import { createServer, type Server, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { gb26875 } from "@dianan/codec";
import { afterEach, expect, test } from "vitest";
import { readAlarms } from "../bench/event-reader.ts";
import { withHub, withLinks } from "../bench/hub-parts.ts";

// A benchmark that goes on after something went wrong prints figures of something else.
const TIMEOUT = { timeout: 120_000 };
const open: Server[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
/** A server that does this with each frame that it is sent. */
const serve = (taken: (socket: Socket, bytes: Uint8Array, count: number) => void): Promise<number> =>
  new Promise((resolve) => {
    let count = 0;
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.on("data", (bytes) => {
        count += 1;
        taken(socket, bytes, count);
      });
    });
    open.push(server);
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
const answerTo = (bytes: Uint8Array, what: "confirm" | "deny"): Uint8Array => {
  const frame = gb26875.decodeFrame(bytes);
  if (!frame.ok) throw new Error(JSON.stringify(frame.error));
  return gb26875.encodeFrame(gb26875[what](frame.value, frame.value.time));
};

test("a connection that the other side closes is told, and its device is not settled", TIMEOUT, async () => {
  const port = await serve((socket, _, count) => {
    if (count === 2) socket.destroy();
    else socket.write(new Uint8Array(30));
  });
  const told = withLinks({ port, isFloor: true }, { connections: 3, withinMs: 8_000 }, (links) => links.ask("frames"));
  await expect(told).rejects.toThrow(/"unsettled":1,.*"closed":1/);
});

test("frames that are never answered end the wait, with how many devices are not settled", TIMEOUT, async () => {
  const port = await serve(() => {});
  const told = withLinks({ port }, { connections: 3, withinMs: 500 }, (links) => links.ask("frames"));
  await expect(told).rejects.toThrow(/"unsettled":3/);
});

test("a denied frame is counted and sent again until it is confirmed", TIMEOUT, async () => {
  const port = await serve(
    (socket, bytes, count) => void socket.write(answerTo(bytes, count <= 2 ? "deny" : "confirm")),
  );
  const figures = await withLinks({ port }, { connections: 3 }, (links) => links.ask("frames"));
  expect(figures).toMatchObject({ denied: 2, unsettled: 0, closed: 0 });
});

test("an answer to a frame that was not sent ends the run", TIMEOUT, async () => {
  const port = await serve((socket) => void socket.write(new Uint8Array(60)));
  const told = withLinks({ port, isFloor: true }, { connections: 1 }, (links) => links.ask("frames"));
  await expect(told).rejects.toThrow(/ended with 1/);
});

test("a reader without a key is refused, not left without events", TIMEOUT, async () => {
  await withHub({ devices: 1 }, async ({ httpUrl, key }) => {
    await expect(readAlarms(httpUrl, "da_wrong")).rejects.toThrow(/\/events: 401/);
    (await readAlarms(httpUrl, key)).stop();
  });
});

test.each([
  [["--only", "confirm,nothing"], /--only nothing.*there are: floor, confirm/],
  [["--only", "confirm", "--connections", "0"], /--connections 0.*above 0/],
  [["--only", "storm", "--runs", "many"], /--runs many.*above 0/],
  [["--fast"], /Unknown option '--fast'/],
])("pnpm bench hub %j is refused before anything is measured", (words, said) => {
  const file = fileURLToPath(new URL("../bench/hub.bench.ts", import.meta.url));
  const done = spawnSync(process.execPath, ["--conditions=@dianan/source", file, ...words], { encoding: "utf8" });
  expect(done.status).toBe(1);
  expect(done.stderr.replaceAll("\n", " ")).toMatch(said);
  expect(done.stdout).toBe("");
});
