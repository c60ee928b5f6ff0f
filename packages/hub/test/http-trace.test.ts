import { gb26875 } from "@dianan/codec";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createHttpApp, type HttpApp } from "../src/http/app.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";
import { device, operator, unit, until } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";
import { analogFrame, statusFrame } from "./wire.ts";

type Told = { readonly event: string; readonly data: Record<string, unknown> };
/** A reader of the stream: what it was told so far. */
type Reader = {
  readonly told: readonly Told[];
  readonly frames: () => Record<string, unknown>[];
  end(): Promise<void>;
};

let door: DoorDeps;
let http: HttpApp;
let platform = "";
let engineer = "";
let scoped = "";
let readers: Reader[] = [];
const get = (query: string, as: string) =>
  http.app.request(`/api/v1/trace${query}`, { headers: { authorization: `Bearer ${as}` } });

const follow = async (query = "", as = engineer): Promise<Reader> => {
  const response = await get(query, as);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
  const body = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const told: Told[] = [];
  let text = "";
  const read = async (): Promise<void> => {
    for (;;) {
      const chunk = await body?.read();
      if (chunk === undefined || chunk.done) return;
      text += chunk.value;
      const parts = text.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) {
        const [, event = "", data = ""] = /^event: (\S+)\ndata: (.*)$/.exec(part) ?? [];
        checkAnswer("GET", "/api/v1/trace", 200, JSON.parse(data));
        told.push({ event, data: JSON.parse(data) });
      }
    }
  };
  const reading = read();
  const reader: Reader = {
    told,
    frames: () => told.filter(({ event }) => event === "frame").map(({ data }) => data),
    end: async () => {
      await body?.cancel();
      await reading;
    },
  };
  readers.push(reader);
  await until(
    () => told.length,
    (count) => count > 0,
  );
  return reader;
};
const speak = async (...frames: readonly Uint8Array[]): Promise<void> => {
  const link = door.accept({
    remote: "127.0.0.1:7",
    send: () => {},
    isOpen: () => true,
    pause: () => {},
    resume: () => {},
  });
  for (const frame of frames) link.read(frame);
  await door.idle();
};
const encode = (frame: ReturnType<typeof statusFrame>): Uint8Array => gb26875.encodeFrame(frame);
const addressOf = (one: Record<string, unknown>) => (one.frame as { wireAddress: string | null }).wireAddress;

beforeAll(async () => {
  door = await openDoorDeps();
  http = createHttpApp({ ...door.deps, requestRateFactor: 1_000 }, { beatMs: 200, streamsMax: 10, stallMs: 5_000 });
  platform = await door.addKey();
  engineer = await door.addKey({ role: "vendorEngineer" });
  scoped = await door.addKey({ role: "vendorEngineer", scope: { units: ["unit-0001"] } });
  const post = (kind: string, items: readonly unknown[]) =>
    http.app.request(`/api/v1/${kind}`, {
      method: "POST",
      headers: { authorization: `Bearer ${platform}`, "content-type": "application/json" },
      body: JSON.stringify({ items }),
    });
  await post("operators", [operator]);
  await post("units", [unit, { ...unit, id: "unit-2" }]);
  const at = { protocol: "gb26875" };
  await post("devices", [
    { ...device, ...at, id: "t-1", wireAddress: "601" },
    { ...device, ...at, id: "t-2", wireAddress: "602", unitId: "unit-2" },
  ]);
}, 20_000);
afterEach(async () => {
  for (const reader of readers) await reader.end();
  readers = [];
});
afterAll(async () => {
  http?.close();
  await door?.end();
});

test("EF-N.2: frames and their answers are shown as they pass, with words, and the frame's id is that of its evidence", async () => {
  const reader = await follow();
  await speak(encode(statusFrame(601, 1, { fire: true })), encode(analogFrame(601, 2, 305)));
  const frames = await until(reader.frames, (list) => list.length === 4);
  expect(frames.map((one) => [one.direction, one.verdict, one.text])).toEqual([
    ["up", "good", expect.stringContaining("剩余电流")],
    ["down", "good", "平台应答 answer"],
    ["up", "good", "30.5 °C"],
    ["down", "good", "平台应答 answer"],
  ]);
  expect(frames[0]?.ackMs).toBeTypeOf("number");
  const [id = ""] = frames.map((one) => (one.frame as { id: string }).id);
  expect(await door.deps.store.frame(door.deps.tenant, id)).toMatchObject({ deviceId: "t-1" });
});

test("EF-N.2: bytes that do not decode are shown as refused; filters leave out the others", async () => {
  const [all, one, other] = [await follow(), await follow("?deviceId=t-2"), await follow("?protocol=ykc")];
  const broken = encode(statusFrame(601, 3, { fire: true }));
  broken[broken.length - 3] = (broken.at(-3) ?? 0) ^ 1;
  await speak(broken, encode(statusFrame(602, 1, {})), encode(statusFrame(603, 1, {})));
  const frames = await until(all.frames, (list) => list.length === 6);
  // Frames of two devices are stored in either order.
  const told = frames.map((frame) => [addressOf(frame), frame.verdict]);
  expect([...told.slice(0, 2), ...told.slice(2).sort()]).toEqual([
    ...[
      [null, "refused"],
      [null, "good"],
    ],
    ...[
      ["602", "good"],
      ["602", "good"],
    ],
    ...[
      ["603", "good"],
      ["603", "good"],
    ],
  ]);
  expect(one.frames().map(addressOf)).toEqual(["602", "602"]);
  expect(other.frames()).toEqual([]);
});

test("SEC-AZ-02, SEC-AZ-03: who sees one unit is shown its devices' frames, of others and of strangers not even a number", async () => {
  const reader = await follow("", scoped);
  const many = Array.from({ length: 300 }, (_, n) => encode(statusFrame(602, 100 + n, {})));
  await speak(...many, encode(statusFrame(603, 9, { fire: true })));
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await speak(encode(statusFrame(601, 9, {})));
  await until(reader.frames, (list) => list.length === 2);
  expect(new Set(reader.frames().map(addressOf))).toEqual(new Set(["601"]));
  expect(reader.told.filter(({ event }) => event === "left-out")).toEqual([]);
});

test("SEC-API-13: a flood is sampled and the rest counted; what was shown and left out is all there was", async () => {
  const reader = await follow();
  await speak(...Array.from({ length: 400 }, (_, n) => encode(analogFrame(601, 1_000 + n, n))));
  const sum = () =>
    reader.frames().length +
    reader.told.reduce((count, { data }) => count + (typeof data.leftOut === "number" ? data.leftOut : 0), 0);
  await until(sum, (count) => count === 800);
  expect(reader.frames().length).toBeLessThan(400);
});

test("SEC-AZ-05, SEC-API-06: it is for those who integrate; a filter that is none is refused; a closed trace costs nothing", async () => {
  for (const [query, as, status, code] of [
    ["", platform, 403, "forbidden"],
    ["", "da_nobody", 401, "unauthorized"],
    ["?deviceId=*", engineer, 422, "invalid"],
    ["?protocol=%20", engineer, 422, "invalid"],
    ["?after=1", engineer, 422, "invalid"],
  ] as const) {
    const response = await get(query, as);
    const body = (await response.json()) as { code: string };
    checkAnswer("GET", "/api/v1/trace", response.status, body);
    expect([response.status, body.code], query).toEqual([status, code]);
  }
  await until(
    () => door.deps.tap.isWatched(),
    (isWatched) => !isWatched,
  );
  const reader = await follow();
  expect(door.deps.tap.isWatched()).toBe(true);
  await reader.end();
  expect(door.deps.tap.isWatched()).toBe(false);
});
