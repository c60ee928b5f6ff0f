import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gb26875 } from "@dianan/codec";
import { type Instant, tenantId } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandEngine, openCommands } from "../src/command/open-commands.ts";
import { defaultDueDays } from "../src/core/alarm-life-state.ts";
import { createIdSupply } from "../src/core/uuid-v7.ts";
import { driversOf } from "../src/drivers/drivers.ts";
import { createGb26875Driver } from "../src/drivers/gb26875-driver.ts";
import { createFrameTap } from "../src/ingest/frame-tap.ts";
import type { Caller } from "../src/ports/caller.ts";
import type { CommandDraft } from "../src/ports/commands.ts";
import type { DownlinkListener } from "../src/ports/downlink.ts";
import type { Store } from "../src/ports/store.ts";
import { StoreError } from "../src/ports/store-error.ts";
import type { Batch } from "../src/ports/write.ts";
import { openSqliteStore } from "../src/store/sqlite-store.ts";

const main = tenantId("main");
const dataDir = mkdtempSync(join(tmpdir(), "dianan-command-durable-"));
const clock = (): Instant => Date.now() as Instant;
const nextId = createIdSupply(clock, (bytes) => crypto.getRandomValues(bytes));
const who: Caller = {
  ...{ tenant: main, actor: "account:chen", name: "陈伟", role: "dutyOfficer", scope: {}, scopes: null },
  ...{ by: "session", credential: "s1", factorAt: null },
};
const draft: CommandDraft = {
  ...{ device: { id: "d1", unitId: "u1", protocol: "gb26875", profileId: "" }, unitName: "单位", component: null },
  ...{ action: "read", parameters: {}, reason: "巡检", expiresInMs: 60_000, confirmName: null },
};

let store: Store;
let commands: CommandEngine;
let listener: DownlinkListener;
/** What is done before a commit reaches the disk. */ let gate: (batch: Batch) => Promise<void> = async () => {};
/** What is done once it is there, before anybody hears of it. */ let report: () => Promise<void> = async () => {};
/** What went on the wire. */ const sent: Uint8Array[] = [];
const logged: string[] = [];
beforeAll(async () => {
  const opening = await openSqliteStore({
    ...{ file: join(dataDir, "hub.db"), changes: 1_000, undecodable: 10, auditKey: new Uint8Array(32) },
    ...{ alarms: { platformCode: "JJLY01", due: defaultDueDays }, committed: () => {} },
  });
  ({ store } = opening);
  const link = {
    remote: "127.0.0.1:1",
    send: (bytes: Uint8Array) => void sent.push(bytes),
    isOpen: () => true,
    pause() {},
    resume() {},
  };
  commands = await openCommands({
    ...{
      tenant: main,
      access: opening.access,
      drivers: driversOf([createGb26875Driver(480)]),
      tap: createFrameTap(() => {}),
    },
    ...{ clock, nextId, answerMs: 60_000, log: (line: string) => void logged.push(line) },
    store: {
      commit: async (batch) => {
        await gate(batch);
        const receipt = await store.commit(batch);
        await report();
        return receipt;
      },
    },
    downlink: {
      lineOf: () => ({ protocol: "gb26875", wireAddress: "1", link }),
      expectedAt: () => null,
      addressOf: () => null,
      listen: (one) => {
        listener = one;
      },
    },
  });
});
afterAll(async () => {
  await commands.idle();
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = async () => {
  const asked = await commands.ask(who, draft, { now: clock(), source: "127.0.0.1", requestId: nextId() });
  if ("fault" in asked) throw new Error(asked.fault);
  return asked;
};
const answer = async (): Promise<void> => {
  const question = gb26875.decodeFrame(sent.at(-1) ?? new Uint8Array(), { direction: "down" });
  if (!question.ok) throw new Error("no question");
  const bytes = gb26875.encodeFrame(gb26875.deny(question.value, question.value.time));
  listener.answered("d1", { wireAddress: "1", bytes, evidence: null, remote: "127.0.0.1:1" });
  await commands.idle();
};

test("SEC-DEV-14: nothing of a command is on the wire before it and its audit entry are on the disk", async () => {
  let open = (): void => {};
  const batches: Batch[] = [];
  gate = (batch) => {
    batches.push(batch);
    return new Promise((resolve) => {
      open = resolve;
    });
  };
  const asking = ask();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([batches.length, sent.length]).toEqual([1, 0]);
  const kinds = batches.flatMap(({ writes }) =>
    writes.map((write) => (write.kind === "audit" ? write.entry.act : write.kind)),
  );
  expect(kinds.sort()).toEqual(["command.ask", "command.send", "item", "item"]);
  gate = async () => {};
  open();
  expect((await asking).state).toBe("sent");
  expect(sent).toHaveLength(1);
});

test("GB/T 26875.3 §6.5: a resend is counted on the disk before it leaves; while the disk refuses, none leaves, and none is lost", async () => {
  const refuse = async (): Promise<void> => {
    throw new StoreError("full", "no space left");
  };
  gate = refuse;
  await answer();
  expect(sent).toHaveLength(1);
  expect(logged.join()).toContain("no space left");
  await expect(ask()).rejects.toThrow("no space left");
  gate = async () => {};
  await answer();
  expect(sent).toHaveLength(2);
  const page = await commands.list(
    main,
    { from: null, to: null, deviceId: null, unitId: null, state: null },
    async () => true,
    null,
    10,
  );
  expect(page.items.map(({ state }) => state)).toEqual(["sent"]);
  for (let n = 0; n < 3; n += 1) await answer();
  const [last] = page.items;
  expect(sent).toHaveLength(4);
  expect(await commands.find(main, last?.id ?? "")).toMatchObject({ state: "refused" });
});

test("a commit that was written though the disk says no: the command goes on as it is stored, under one serial", async () => {
  const before = sent.length;
  report = async () => {
    throw new StoreError("failed", "nobody knows");
  };
  await expect(ask()).rejects.toThrow("nobody knows");
  expect(sent).toHaveLength(before);
  report = async () => {};
  commands.tick();
  await commands.idle();
  expect(sent).toHaveLength(before + 1);
  for (let n = 0; n < 3; n += 1) await answer();
  const query = { from: null, to: null, deviceId: null, unitId: null, state: null };
  const [last] = (await commands.list(main, query, async () => true, null, 1)).items;
  expect(last).toMatchObject({ state: "refused" });
  const serials = sent.slice(before).map((bytes) => (bytes[2] ?? 0) + 256 * (bytes[3] ?? 0));
  expect(new Set(serials).size).toBe(1);
});

test("SEC-AZ-01: another organisation finds, cancels and lists nothing of this one, and sends nothing to its devices", async () => {
  const mine = await ask();
  const other = { ...who, tenant: tenantId("other") };
  const at = { now: clock(), source: "", requestId: nextId() };
  const yes = async (): Promise<boolean> => true;
  expect(await commands.find(other.tenant, mine.id)).toBeNull();
  expect(await commands.approve(other, mine.id, yes, at)).toBe("absent");
  expect(await commands.cancel(other, mine.id, "x", yes, at)).toBe("absent");
  const query = { from: null, to: null, deviceId: null, unitId: null, state: null };
  expect((await commands.list(other.tenant, query, yes, null, 10)).items).toEqual([]);
  expect(await commands.ask(other, draft, at)).toMatchObject({ fault: "not-supported" });
});
