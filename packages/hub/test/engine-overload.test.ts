// Links that bring more than the store takes, with a store that commits when the test says so.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Frame, gb26875 } from "@dianan/codec";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Engine } from "../src/ingest/engine.ts";
import type { LinkReader } from "../src/ports/device-link.ts";
import { pageOf } from "../src/ports/writes.contract.ts";
import type { SqliteStore } from "../src/store/sqlite-store.ts";
import { startClocked, tenant } from "./clocked-engine.ts";
import { deviceBody } from "./registry.ts";
import { analogFrame, CONFIRM, statusFrame } from "./wire.ts";

const NOW = 1_764_000_000_000;
const WINDOW = 4_000;
let folder: string;
let sqlite: SqliteStore;
let engine: Engine;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dianan-overload-"));
  ({ engine, sqlite } = await startClocked(folder, () => NOW));
  await engine.intake.apply([
    { kind: "upsert", record: "operator", id: "op1", body: {} },
    { kind: "upsert", record: "unit", id: "u1", body: { operatorId: "op1", regionCode: "350582" } },
    ...[1, 2, 3].map((n) => ({
      ...({ kind: "upsert", record: "device", id: `d${n}` } as const),
      body: deviceBody(`d${n}`, String(n)),
    })),
  ]);
});
afterEach(async () => {
  await engine.idle();
  await sqlite.store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A link as the transport has it: what comes while it is paused waits. */
const connect = () => {
  const world = {
    ...{ isPaused: false, pauses: 0, denied: 0, confirmed: [] as number[], held: [] as Uint8Array[] },
    answered: () => {},
  };
  const reader: LinkReader = engine.doorOf("gb26875")({
    remote: "192.0.2.1:9",
    send: (bytes) => {
      const frame = gb26875.decodeFrame(bytes, { direction: "down" });
      if (!frame.ok) throw new Error(frame.error.code);
      if (frame.value.command !== CONFIRM) world.denied += 1;
      else world.confirmed.push(frame.value.serial);
      world.answered();
    },
    isOpen: () => true,
    pause: () => {
      world.isPaused = true;
      world.pauses += 1;
    },
    resume: () => {
      world.isPaused = false;
      queueMicrotask(flow);
    },
  });
  const flow = (): void => {
    while (!world.isPaused && world.held.length > 0) reader.read(world.held.shift() as Uint8Array);
  };
  const send = (...frames: readonly Frame[]): void => {
    world.held.push(Buffer.concat(frames.map((frame) => gb26875.encodeFrame(frame))));
    flow();
  };
  return { world, reader, send };
};
const many = (source: number, count: number, from = 0): readonly Frame[] =>
  Array.from({ length: count }, (_, n) => analogFrame(source, from + n, from + n, NOW - 60_000 + from + n));
const serials = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);
const readingsOf = async (deviceId: string): Promise<number> =>
  (await sqlite.store.readings(tenant, { deviceId, from: null, to: null, after: null, limit: 20_000 })).items.length;

test("EF-4.4.3: more than is let in, in one chunk: the link is paused, and all is stored and confirmed in its order", async () => {
  const { world, send } = connect();
  send(...many(1, WINDOW + 1_000));
  expect(world.isPaused).toBe(true);
  await engine.idle();
  expect(world).toMatchObject({ isPaused: false, pauses: 1, confirmed: serials(WINDOW + 1_000) });
  expect(await readingsOf("d1")).toBe(WINDOW + 1_000);
});

test("EF-4.4.1: an alarm on its own link is confirmed long before what another link sent earlier", async () => {
  const flood = connect();
  const other = connect();
  for (let from = 0; from < 6_000; from += 500) flood.send(...many(1, 500, from));
  let confirmedBefore = Number.NaN;
  other.world.answered = () => {
    confirmedBefore = flood.world.confirmed.length;
  };
  other.send(statusFrame(2, 7, { fire: true }));
  await engine.idle();
  expect(other.world.confirmed).toEqual([7]);
  // What shared its commit, or the one that was under way.
  expect(confirmedBefore).toBeLessThan(200);
  expect(flood.world.confirmed).toEqual(serials(6_000));
  const alarms = await sqlite.store.page(tenant, pageOf("alarm"));
  expect(alarms.items.map(({ body }) => body.deviceId)).toEqual(["d2"]);
});

test("a link that closes while it waits: what has come of it is stored, and it is not read again", async () => {
  const { world, reader, send } = connect();
  send(...many(3, 900));
  expect(reader.isBusy()).toBe(true);
  reader.closed();
  await engine.idle();
  expect(await readingsOf("d3")).toBe(900);
  expect(reader.isBusy()).toBe(false);
  expect(world.isPaused).toBe(true);
});

test("what is no frame in the middle of many is denied, and the rest goes on in its turns", async () => {
  const { world, reader } = connect();
  const frames = many(1, 300).map((frame) => gb26875.encodeFrame(frame));
  const broken = (frames[150] as Uint8Array).slice();
  broken[broken.length - 3] = (broken[broken.length - 3] ?? 0) ^ 0xff;
  reader.read(Buffer.concat([...frames.slice(0, 150), broken, ...frames.slice(150)]));
  await engine.idle();
  expect(world).toMatchObject({ denied: 1, confirmed: serials(300) });
});
