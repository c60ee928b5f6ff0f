import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gb26875 } from "@dianan/codec";
import { type Instant, tenantId } from "@dianan/model";
import { afterEach, describe, expect, test } from "vitest";
import { defaultLimits, type HubLimits } from "../src/config.ts";
import { defaultDueDays } from "../src/core/alarm-life-state.ts";
import { createIdSupply } from "../src/core/uuid-v7.ts";
import { driversOf } from "../src/drivers/drivers.ts";
import { createGb26875Driver } from "../src/drivers/gb26875-driver.ts";
import { startEngine } from "../src/ingest/engine.ts";
import { createFeedHints } from "../src/ingest/feed-hints.ts";
import { createFigures } from "../src/ports/figures.ts";
import { pageOf } from "../src/ports/writes.contract.ts";
import { openSqliteStore } from "../src/store/sqlite-store.ts";
import { openTestHub, type TestHub, testLimits, until } from "./http-fixture.ts";
import { deviceBody, list, record, register } from "./registry.ts";
import { analogFrame, CONFIRM, DENY, frameOf, openWire, statusFrame, type Wire } from "./wire.ts";

let hub: TestHub | null = null;
const wires: Wire[] = [];
afterEach(async () => {
  for (const wire of wires.splice(0)) await wire.end();
  await hub?.end();
  hub = null;
});
const open = async (limits: Partial<HubLimits> = {}): Promise<TestHub> => {
  hub = await openTestHub({ limits: { ...testLimits, ...limits } });
  return hub;
};
const dial = async (test: TestHub, localAddress?: string): Promise<Wire> => {
  const wire = await openWire(test.hub.gb26875Port, localAddress);
  wires.push(wire);
  return wire;
};

describe("SEC-DEV-01: strangers", () => {
  test("1,000 unknown addresses: no record in any unit, alarms kept as unclaimed, the list bounded", async () => {
    const subject = await open({ strangers: 600 });
    await register(subject, [1]);
    const wire = await dial(subject);
    const verdicts = new Map<number, number>();
    for (let n = 0; n < 1_000; n += 1) {
      const bringsAlarm = n % 2 === 0;
      const answer = await wire.ask(bringsAlarm ? statusFrame(10_000 + n, 1, { fire: true }) : frameOf(10_000 + n, 1));
      verdicts.set(answer.command, (verdicts.get(answer.command) ?? 0) + 1);
    }
    const strangers = await list(subject, "unclaimed");
    expect(await list(subject, "alarms")).toEqual([]);
    expect(await list(subject, "components")).toEqual([]);
    expect((await list(subject, "devices")).map((one) => one.id)).toEqual(["d1"]);
    expect(await record(subject, "units/u1")).toMatchObject({ deviceCount: 1 });
    expect(strangers.length).toBeGreaterThan(0);
    expect(verdicts.get(CONFIRM)).toBe(600);
    expect(verdicts.get(DENY)).toBe(400);
  });

  test("the last tenth of the list is for addresses that bring an alarm, and nothing else takes it", async () => {
    const subject = await open({ strangers: 10 });
    const wire = await dial(subject);
    for (let n = 0; n < 9; n += 1) expect((await wire.ask(frameOf(100 + n, 1))).command).toBe(CONFIRM);
    expect((await wire.ask(frameOf(200, 1))).command).toBe(DENY);
    expect((await wire.ask(statusFrame(201, 1, { fire: true }))).command).toBe(CONFIRM);
    expect((await wire.ask(statusFrame(202, 1, { fire: true }))).command).toBe(DENY);
    expect((await wire.ask(frameOf(100, 2))).command).toBe(CONFIRM);
  });

  test("a stranger's later frames are counted, not kept, until one raises an alarm", async () => {
    const subject = await open();
    const wire = await dial(subject);
    for (let n = 0; n < 20; n += 1) await wire.ask(frameOf(300, n));
    await wire.ask(statusFrame(300, 99, { fire: true }));
    const [stranger] = await list(subject, "unclaimed");
    expect(stranger).toMatchObject({ frames: 21 });
    const evidence = (stranger?.alarms as { evidence: string }[] | undefined)?.[0]?.evidence;
    expect(await record(subject, `frames/${evidence}`)).toMatchObject({ hex: expect.stringMatching(/^4040/) });
  });
});

describe("SEC-DEV-08, SEC-DEV-09: limits before trust", () => {
  test("a connection without one valid frame is closed in its time, one that spoke stays", async () => {
    const subject = await open({ silentConnectionMs: 300 });
    const [silent, garbage, good] = [await dial(subject), await dial(subject), await dial(subject)];
    await good.ask(frameOf(1, 1));
    const timer = setInterval(() => garbage.send(Buffer.alloc(100, 0x55)), 50);
    await Promise.all([silent.closed, garbage.closed]);
    clearInterval(timer);
    expect((await good.ask(frameOf(1, 2))).command).toBe(CONFIRM);
  });

  test("a started frame that is not finished in its time closes the connection, also of one that spoke before", async () => {
    const subject = await open({ frameCompletionMs: 300 });
    const wire = await dial(subject);
    await wire.ask(frameOf(1, 1));
    wire.send(gb26875.encodeFrame(analogFrame(1, 2, 5)).subarray(0, 20));
    await wire.closed;
  });

  test("one connection more than the limit of its source is refused; another source is not", async () => {
    const subject = await open({ connectionsPerSource: 2 });
    const first = [await dial(subject, "127.0.0.9"), await dial(subject, "127.0.0.9")];
    await (await dial(subject, "127.0.0.9")).closed;
    for (const wire of [...first, await dial(subject, "127.0.0.10")])
      expect((await wire.ask(frameOf(1, 1))).command).toBe(CONFIRM);
  });

  test("one connection more than the total is refused, and a place that is freed is given again", async () => {
    const subject = await open({ connections: 1 });
    const first = await dial(subject);
    await first.ask(frameOf(1, 1));
    await (await dial(subject, "127.0.0.10")).closed;
    await first.end();
    await until(
      async () => {
        const wire = await dial(subject);
        return wire.ask(frameOf(1, 2)).then(
          (answer) => answer.command,
          () => null,
        );
      },
      (command) => command === CONFIRM,
    );
  });

  test("endless garbage is counted, and of it a bounded sample is kept", async () => {
    const subject = await open();
    const wire = await dial(subject);
    const garbage = Buffer.alloc(64 * 1024, 0x40);
    for (let n = 0; n < 40; n += 1) wire.send(garbage);
    wire.send(Buffer.concat([Buffer.alloc(2_000), gb26875.encodeFrame(frameOf(1, 9))]));
    expect(await wire.next()).toMatchObject({ serial: 9, command: CONFIRM });
    const rows = await until(
      () => list(subject, "undecodable"),
      (all) => all.length > 0,
    );
    expect(rows.length).toBeLessThanOrEqual(10);
    for (const row of rows) expect(String(row.hex).length).toBeLessThanOrEqual(512);
  });

  test("an announced length above 1024 is no frame: nothing is answered, and the next frame is taken", async () => {
    const subject = await open();
    const wire = await dial(subject);
    const oversize = gb26875.encodeFrame(frameOf(1, 1)).slice();
    oversize[24] = 0x01;
    oversize[25] = 0x04;
    wire.send(oversize);
    expect(await wire.ask(frameOf(1, 2))).toMatchObject({ serial: 2, command: CONFIRM });
  });

  test("a device that does not read its answers is closed at the send queue's limit, others go on", async () => {
    const subject = await open({ sendQueueBytes: 1_024 });
    const deaf = await dial(subject);
    deaf.socket.pause();
    const frame = gb26875.encodeFrame(frameOf(1, 1));
    const many = Buffer.concat(Array.from({ length: 2_000 }, () => frame));
    for (let n = 0; n < 20 && !deaf.socket.destroyed; n += 1) {
      deaf.send(many);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    deaf.socket.resume();
    await deaf.closed;
    expect((await (await dial(subject)).ask(frameOf(2, 1))).command).toBe(CONFIRM);
  });
});

describe("bounded between socket and disk", () => {
  test("a link with many frames on their way is paused, resumed when they are stored, and loses none", async () => {
    const subject = await open({ pendingFrames: 50 });
    await register(subject, [1]);
    const wire = await dial(subject);
    const frames = Array.from({ length: 3_000 }, (_, n) => gb26875.encodeFrame(analogFrame(1, n, n, Date.now() + n)));
    wire.send(Buffer.concat(frames));
    for (let n = 0; n < frames.length; n += 1) expect((await wire.next()).serial).toBe(n);
    const metrics = await (await subject.call("GET", "/metrics")).text();
    expect(metrics).toMatch(/paused\S* [1-9]/i);
  });

  test("EF-4.4.3: a full disk denies what is no alarm, loses nothing that was confirmed, and the engine recovers", async () => {
    const folder = mkdtempSync(join(tmpdir(), "dianan-full-"));
    const tenant = tenantId("t");
    const { store, access } = await openSqliteStore({
      file: join(folder, "hub.db"),
      changes: 1_000,
      undecodable: 10,
      auditKey: new Uint8Array(32),
      maxPages: 260,
    });
    const clock = () => Date.now() as Instant;
    const engine = await startEngine({
      tenant,
      platformCode: "JJLY01",
      utcOffsetMinutes: 480,
      expectedPeriodMs: 300_000,
      linkGraceMs: 60_000,
      dueDays: defaultDueDays,
      limits: defaultLimits,
      store,
      settings: access,
      drivers: driversOf([createGb26875Driver(480)]),
      hints: createFeedHints(() => {}),
      figures: createFigures(),
      clock,
      nextId: createIdSupply(clock, (bytes) => crypto.getRandomValues(bytes)),
      log: () => {},
    });
    const place = { operatorId: "op1", regionCode: "350582" };
    await engine.intake.apply([
      { kind: "upsert", record: "operator", id: "op1", body: {} },
      { kind: "upsert", record: "unit", id: "u1", body: place },
      { kind: "upsert", record: "device", id: "d1", body: deviceBody("d1", "1") },
    ]);
    const answers: Uint8Array[] = [];
    const reader = engine.doorOf("gb26875")({
      remote: "127.0.0.1:1",
      send: (bytes) => void answers.push(bytes),
      isOpen: () => true,
      pause: () => {},
      resume: () => {},
    });
    const ask = async (serial: number, frame = analogFrame(1, serial, 1)): Promise<number> => {
      answers.length = 0;
      reader.read(gb26875.encodeFrame(frame));
      await engine.idle();
      const decoded = gb26875.decodeFrame(answers[0] ?? new Uint8Array(0), { direction: "down" });
      if (!decoded.ok) throw new Error("no answer");
      return decoded.value.command;
    };
    const fill = (n: number) =>
      store.commit({
        tenant,
        writes: [{ kind: "deviceState", row: { key: `fill${n}`, state: { version: 1, text: "x".repeat(20_000) } } }],
      });
    let filled = 0;
    await expect(
      (async () => {
        for (;;) await fill(filled++);
      })(),
    ).rejects.toMatchObject({ code: "full" });

    let serial = 0;
    let confirmed = 0;
    const untilDenied = async (): Promise<void> => {
      let verdict = CONFIRM;
      while (verdict === CONFIRM && serial < 5_000) {
        serial += 1;
        verdict = await ask(serial);
        if (verdict === CONFIRM) confirmed += 1;
      }
      expect(verdict).toBe(DENY);
    };
    await untilDenied();
    // Alarms come last: this one has its room, and what it leaves of its pages is soon used up.
    serial += 1;
    expect(await ask(serial, statusFrame(1, serial, { fire: true }))).toBe(CONFIRM);
    const alarms = await store.page(tenant, pageOf("alarm"));
    expect(alarms.items.map(({ body }) => body.class)).toContain("alarm");
    await untilDenied();
    const readings = async () =>
      (await store.readings(tenant, { deviceId: "d1", from: null, to: null, after: null, limit: 10_000 })).items.length;
    expect(await readings()).toBe(confirmed);
    // Room again: the device resends what was denied, and it is stored once.
    await store.commit({
      tenant,
      writes: Array.from({ length: filled }, (_, n) => ({ kind: "dropState", key: `fill${n}` })),
    });
    expect(await ask(serial)).toBe(CONFIRM);
    expect(await ask(serial)).toBe(CONFIRM);
    expect(await readings()).toBe(confirmed + 1);
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
