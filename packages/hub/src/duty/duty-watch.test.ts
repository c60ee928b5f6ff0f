import { type Instant, tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import type { Caller } from "../ports/caller.ts";
import type { Batch } from "../ports/write.ts";
import { createDutyWatch } from "./duty-watch.ts";

const tenant = tenantId("main");
const START = 1_764_000_000_000;
const who = { tenant, actor: "account:a", role: "dutyOfficer" } as Caller;

const open = () => {
  const told: string[] = [];
  const commit = async ({ writes }: Batch) => {
    for (const write of writes) if (write.kind === "audit") told.push(write.entry.act);
    return { puts: [], head: 0 };
  };
  const watch = createDutyWatch({ commit });
  const at = (ms: number) => (START + ms) as Instant;
  const beat = (ms: number, consoleId = "c1", isOn = true) =>
    watch.beat(who, { consoleId, isSoundOn: isOn, isVisible: true }, { now: at(ms), source: "", requestId: "r" });
  return { told, watch, at, beat };
};

test("EF-4.2: a desk is watched for 60 seconds after a beat, and no longer", async () => {
  const { watch, at, beat, told } = open();
  expect(watch.isWatched(tenant, at(0))).toBe(false);
  await beat(0);
  expect([watch.isWatched(tenant, at(60_000)), watch.isWatched(tenant, at(60_001))]).toEqual([true, false]);
  expect(watch.isWatched(tenantId("other"), at(0))).toBe(false);
  await watch.tick(at(60_000));
  expect(told).toEqual(["duty.watch"]);
  await watch.tick(at(60_001));
  await watch.tick(at(120_000));
  expect(told).toEqual(["duty.watch", "duty.unwatched"]);
  await beat(130_000);
  expect(told).toEqual(["duty.watch", "duty.unwatched", "duty.watch"]);
});

test("EF-4.2: thousands of consoles of one officer take bounded room, and the newest counts", async () => {
  const { watch, at, beat } = open();
  for (let n = 0; n < 3_000; n += 1) await beat(n, `c${n}`);
  expect(watch.watchers(at(3_000))).toBeLessThanOrEqual(1_001);
  expect(watch.isWatched(tenant, at(62_000))).toBe(true);
});

test("SEC-AUD-03: what cannot be written in the audit log is tried again", async () => {
  let isFull = false;
  const told: string[] = [];
  const watch = createDutyWatch({
    commit: async ({ writes }) => {
      if (isFull) throw new Error("full");
      for (const write of writes) if (write.kind === "audit") told.push(write.entry.act);
      return { puts: [], head: 0 };
    },
  });
  const at = (ms: number) => (START + ms) as Instant;
  await watch.beat(
    who,
    { consoleId: "c", isSoundOn: true, isVisible: true },
    { now: at(0), source: "", requestId: "" },
  );
  isFull = true;
  await expect(watch.tick(at(61_000))).rejects.toThrow("full");
  isFull = false;
  await watch.tick(at(62_000));
  expect(told).toEqual(["duty.watch", "duty.unwatched"]);
});
