// Presence in the engine with a clock that the test sets, on a real store: stalls, restarts, storms, sleepers.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gb26875 } from "@dianan/codec";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { Engine } from "../src/ingest/engine.ts";
import type { LinkReader } from "../src/ports/device-link.ts";
import type { SqliteStore } from "../src/store/sqlite-store.ts";
import { startClocked, tenant } from "./clocked-engine.ts";
import { deviceBody } from "./registry.ts";
import { frameOf } from "./wire.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DEVICES = 60;

let folder: string;
let sqlite: SqliteStore;
let engine: Engine;
let now: number;
let serial = 0;
const start = async (): Promise<void> => {
  ({ engine, sqlite } = await startClocked(folder, () => now));
};
const stop = async (): Promise<void> => {
  await engine.idle();
  await sqlite.store.close();
};
beforeEach(async () => {
  now = 1_764_000_000_000;
  folder = mkdtempSync(join(tmpdir(), "dianan-presence-"));
  await start();
  await engine.intake.apply([
    { kind: "upsert", record: "operator", id: "op1", body: {} },
    { kind: "upsert", record: "unit", id: "u1", body: { operatorId: "op1", regionCode: "350582" } },
    ...Array.from({ length: DEVICES }, (_, n) => {
      const body = deviceBody(`d${n + 1}`, String(n + 1));
      return { kind: "upsert", record: "device", id: body.id, body } as const;
    }),
  ]);
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

const link = (): LinkReader =>
  engine.doorOf("gb26875")({
    remote: "127.0.0.1:1",
    send: () => {},
    isOpen: () => true,
    pause: () => {},
    resume: () => {},
  });
const send = (reader: LinkReader, address: number): void => {
  serial += 1;
  // A device's label has no year before 2000.
  const time = gb26875.timeLabelOf(Math.max(now, Date.UTC(2000, 0, 2)), 480);
  reader.read(gb26875.encodeFrame(frameOf(address, serial, { time })));
};
const speak = async (reader: LinkReader, address: number): Promise<void> => {
  send(reader, address);
  await engine.idle();
};
/** Time passes with a look each second, as in service. */
const pass = async (ms: number): Promise<void> => {
  for (const end = now + ms; now < end; ) {
    now += SECOND;
    engine.tick();
    await engine.idle();
  }
};
const presence = async (address = 1): Promise<unknown> =>
  (await sqlite.store.record(tenant, "device", `d${address}`))?.body.presence;
const offline = async (): Promise<number> =>
  (await sqlite.store.presenceCounts(tenant))
    .filter((one) => one.presence !== "online" && !one.neverHeard)
    .reduce((sum, { devices }) => sum + devices, 0);

test("a hub that was stopped for hours makes no device offline for that; one that stays silent it finds", async () => {
  const reader = link();
  await speak(reader, 1);
  await pass(MINUTE);
  now += 3 * HOUR;
  await pass(18 * MINUTE);
  expect(await presence()).toBe("online");
  // Three periods, and one in which its upload may have been missed.
  await pass(2 * MINUTE);
  expect(await presence()).toBe("offline");
});

test("a hub that was down for hours, and one that goes down again and again, counts the silence between", async () => {
  await speak(link(), 1);
  await pass(MINUTE);
  await stop();
  now += 2 * HOUR;
  await start();
  await pass(10 * MINUTE);
  expect(await presence()).toBe("online");
  for (let round = 0; round < 5; round += 1) {
    await stop();
    now += 30 * SECOND;
    await start();
    await pass(4 * MINUTE);
  }
  expect(await presence()).toBe("offline");
});

test("EF-4.1: one device that loses the link that it keeps is offline after the grace, one that sleeps is not", async () => {
  const [kept, sleeps] = [link(), link()];
  await speak(kept, 1);
  await pass(6 * MINUTE);
  await speak(kept, 1);
  await speak(sleeps, 2);
  await pass(10 * SECOND);
  kept.closed();
  sleeps.closed();
  await pass(MINUTE + 2 * SECOND);
  expect([await presence(1), await presence(2)]).toEqual(["offline", "online"]);
});

test("a network storm: all links end at once, none is offline while it comes back; who does not is found by its silence", async () => {
  const readers = Array.from({ length: DEVICES }, link);
  for (const [n, reader] of readers.entries()) await speak(reader, n + 1);
  await pass(6 * MINUTE);
  for (const [n, reader] of readers.entries()) await speak(reader, n + 1);
  await pass(MINUTE);
  for (const reader of readers) reader.closed();
  await pass(5 * MINUTE);
  expect(await offline()).toBe(0);
  for (let n = 1; n < DEVICES; n += 1) await speak(link(), n);
  await pass(10 * MINUTE);
  expect([await offline(), await presence(DEVICES)]).toEqual([1, "offline"]);
}, 20_000);

test("EF-4.4.2: silent for more than 6 h it is timed-out, and the account of it is kept", async () => {
  await speak(link(), 1);
  await pass(6 * HOUR + SECOND);
  expect(await presence()).toBe("timedOut");
  const query = { deviceId: "d1", unitId: null, presence: null, from: null, to: null, after: null, limit: 10 };
  const { items } = await sqlite.store.presenceChanges(tenant, query);
  expect(items.map((one) => `${one.before} ${one.presence}`)).toEqual([
    ...["offline timedOut", "online offline", "offline online"],
  ]);
}, 20_000);

const YEARS = 73 * 365 * 24 * HOUR;
test.each([
  ["an hour forward", HOUR],
  ["an hour back", -HOUR],
  ["to 2099", YEARS],
  ["to 1970", -1_764_000_000_000 + HOUR],
])(
  "a clock that is set %s makes no device offline, and who falls silent after that is found in time",
  async (_, step) => {
    for (const address of [1, 2]) await speak(link(), address);
    await pass(MINUTE);
    now += step;
    await pass(2 * MINUTE);
    await speak(link(), 1);
    await pass(10 * MINUTE);
    expect(await offline()).toBe(0);
    await speak(link(), 1);
    await pass(11 * MINUTE);
    expect([await presence(1), await presence(2)]).toEqual(["online", "offline"]);
  },
);

test("a clock that was ahead and was put right, running or between two starts, blinds the hub for nobody", async () => {
  for (const isRestarted of [false, true]) {
    now += YEARS;
    for (const address of [1, 2]) await speak(link(), address);
    await pass(MINUTE);
    if (isRestarted) await stop();
    now -= YEARS;
    if (isRestarted) await start();
    await pass(MINUTE);
    for (const address of [1, 2]) await speak(link(), address);
    await pass(14 * MINUTE);
    await speak(link(), 1);
    expect(await presence(2)).toBe("online");
    await pass(7 * MINUTE);
    expect([await presence(1), await presence(2)]).toEqual(["online", "offline"]);
  }
});

test("a frame that is being stored while the clock is set back counts as heard then, not an hour later", async () => {
  const reader = link();
  await speak(reader, 1);
  await pass(MINUTE);
  send(reader, 1);
  now -= HOUR;
  engine.tick();
  await engine.idle();
  await pass(16 * MINUTE);
  expect(await presence()).toBe("offline");
});

/** The next commit of a frame: it fails, and whether it was written all the same nobody knows. */
const nextCommitFails = (isWritten: boolean): void => {
  const { store } = sqlite;
  const { commitThen } = store;
  store.commitThen = (commit, then) => {
    store.commitThen = commitThen;
    const failed = (): void => then(new Error("disk"), undefined as never);
    if (isWritten) commitThen(commit, failed);
    else failed();
  };
};

test("EF-4.4.2: a device whose frame was denied, and whose link then ends, is still found silent", async () => {
  const reader = link();
  await speak(reader, 1);
  await pass(MINUTE);
  nextCommitFails(false);
  await speak(reader, 1);
  reader.closed();
  await pass(13 * MINUTE);
  expect(await presence()).toBe("online");
  await pass(2 * MINUTE);
  expect(await presence()).toBe("offline");
});

test("EF-4.4.2: a frame that was stored though its commit failed makes a device online, and its silence is found again", async () => {
  await speak(link(), 1);
  await pass(6 * HOUR + SECOND);
  expect(await presence()).toBe("timedOut");
  nextCommitFails(true);
  await speak(link(), 1);
  expect(await presence()).toBe("online");
  await pass(16 * MINUTE);
  expect(await presence()).toBe("offline");
}, 20_000);

test("SEC-DEV-06: a hub that is killed knows what it had heard and which frames it has, though their states were not written", async () => {
  const reader = link();
  await speak(reader, 1);
  const frames = async (): Promise<number> => {
    const query = { deviceId: "d1", protocol: null, from: null, to: null, after: null, limit: 100 };
    return (await sqlite.store.frames(tenant, query)).items.length;
  };
  const sent: Uint8Array[] = [];
  for (let n = 0; n < 5; n += 1) {
    now += SECOND;
    serial += 1;
    const bytes = gb26875.encodeFrame(frameOf(1, serial, { time: gb26875.timeLabelOf(now, 480) }));
    sent.push(bytes);
    reader.read(bytes);
  }
  await engine.idle();
  const heardAt = now;
  expect(await frames()).toBe(6);
  const written = (await sqlite.store.deviceState(tenant, "gb26875/1"))?.state as { presence: { heardAt: number } };
  expect(written.presence.heardAt).toBe(heardAt - 5 * SECOND);
  // As after a kill: nothing is finished.
  await sqlite.store.close();
  await start();
  const again = link();
  for (const bytes of sent) again.read(bytes);
  await engine.idle();
  expect(await frames()).toBe(6);
  await engine.finish();
  const known = (await sqlite.store.deviceState(tenant, "gb26875/1"))?.state as { presence: { heardAt: number } };
  expect(known.presence.heardAt).toBe(heardAt);
});
