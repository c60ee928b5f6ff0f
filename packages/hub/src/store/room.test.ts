import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import type { Write } from "../ports/write.ts";
import { frame, put } from "../ports/writes.contract.ts";
import type { PackedWrite } from "./message.ts";
import { mayTakeReserve, pageBounds } from "./room.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const tenant = tenantId("t1");
const job = (...writes: PackedWrite[]) => ({ kind: "batch", tenant: "t1", writes }) as const;
const stateOf = (n: number): Write => ({
  kind: "deviceState",
  row: { key: `s${n}`, state: { version: 1, text: "x".repeat(8_000) } },
});
const alarm = (n: number): Write => put("alarm", `a${n}`, { deviceId: "d", class: "alarm", state: "raised" }, "create");

test.each([
  ["a bound of the file keeps a sixteenth", [160, 10, 1e12], { ordinary: 150, all: 160 }],
  ["a large one keeps 64 MiB", [10_000_000, 10, 1e12], { ordinary: 9_983_616, all: 10_000_000 }],
  [
    "a disk that is nearly full bounds what is no alarm",
    [0, 1_000, 4_096 * 600],
    { ordinary: 1_500, all: 4_294_967_294 },
  ],
  ["a full disk leaves nothing for what is no alarm", [0, 1_600, 0], { ordinary: 1_500, all: 4_294_967_294 }],
  ["of file and disk the nearer end counts", [200, 100, 4_096 * 60], { ordinary: 150, all: 200 }],
] as const)("room: %s", (_, [maxPages, pages, free], bounds) => {
  expect(pageBounds(maxPages, pages, free)).toEqual(bounds);
});

test("a batch with an alarm may take the reserve, a frame, a reading or another record alone may not", () => {
  const frameWrite: PackedWrite = ["frame", "i", "gb26875", "1", null, 1, "r", [0, 1]];
  const recordOf = (kind: string): PackedWrite => ["put", kind, "x", "{}", 1, "create", null, null, null];
  const strangerWith = (alarms: [string, string][]): PackedWrite => ["stranger", "gb26875", "1", 1, 1, alarms];
  expect(mayTakeReserve(job(frameWrite, ["state", "k", "{}"]))).toBe(false);
  expect(mayTakeReserve(job(recordOf("device")))).toBe(false);
  expect(mayTakeReserve(job(strangerWith([])))).toBe(false);
  expect(mayTakeReserve(job(frameWrite, recordOf("alarm")))).toBe(true);
  expect(mayTakeReserve(job(frameWrite, strangerWith([["a", "{}"]])))).toBe(true);
  expect(mayTakeReserve(job(["dropState", "k"]))).toBe(true);
  expect(mayTakeReserve(job(["item", "session", "s", "{}", null, null, null]))).toBe(true);
});

test("EF-4.4.3, SEC-BAK-07: when room ends, readings are refused first and alarms last; with room again all goes on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-room-"));
  const { store } = await openSqliteStore({
    ...{ file: join(folder, "hub.db"), changes: 1_000, undecodable: 10, auditKey: new Uint8Array(32) },
    maxPages: 600,
  });
  const commit = (...writes: Write[]) => store.commit({ tenant, writes });
  const full = expect.objectContaining({ name: "StoreError", code: "full" });
  const fillUntilFull = async (writesOf: (n: number) => Write[]): Promise<number> => {
    for (let n = 0; ; n += 1) {
      const refusal = await commit(...writesOf(n)).then(
        () => null,
        (error: unknown) => error,
      );
      if (refusal === null) continue;
      expect(refusal).toEqual(full);
      return n;
    }
  };
  const states = await fillUntilFull((n) => [stateOf(n)]);
  expect(states).toBeGreaterThan(20);
  await fillUntilFull((n) => [frame(n)]);

  // In one transaction with what is refused, the alarm and its frame are stored.
  const [refused, stored] = await Promise.allSettled([commit(stateOf(states)), commit(frame(90_000), alarm(0))]);
  expect(refused).toMatchObject({ status: "rejected", reason: full });
  expect(stored.status).toBe("fulfilled");
  expect((await store.record(tenant, "alarm", "a0"))?.body).toMatchObject({ state: "raised" });
  await expect(commit(stateOf(states))).rejects.toEqual(full);

  // The reserve has an end too: it is said, and nothing that was stored is lost.
  const alarms = await fillUntilFull((n) => [frame(91_000 + n), alarm(n + 1)]);
  expect(alarms).toBeGreaterThan(20);
  // An alarm without its frame needs less: some may still find room, and then none does.
  await fillUntilFull((n) => [alarm(10_000 + n)]);
  expect((await store.record(tenant, "alarm", `a${alarms}`))?.body).toMatchObject({ state: "raised" });

  await commit(...Array.from({ length: states }, (_, n): Write => ({ kind: "dropState", key: `s${n}` })));
  await commit(stateOf(1), frame(99_000));
  await commit(alarm(alarms + 1));
  expect((await store.deviceState(tenant, "s1"))?.state.text).toHaveLength(8_000);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
