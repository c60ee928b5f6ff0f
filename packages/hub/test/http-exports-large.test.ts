import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Instant } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offsetTime } from "../src/core/offset-time.ts";
import type { Write } from "../src/ports/write.ts";
import { alarm, openTestHub, samples, until } from "./http-fixture.ts";
import { openTransferDoor, type TransferDoor } from "./transfer-fixture.ts";

const ROWS = 100_000;
/** What the rows would take if they were all in memory at once: 150 MB and more. */
const description = "剩余电流报警 ".repeat(70);
const MiB = 1024 * 1024;

let hub: TransferDoor;
beforeAll(async () => {
  hub = await openTransferDoor();
  const { store, tenant } = hub.door.deps;
  for (let from = 0; from < ROWS; from += 2_000) {
    const writes = Array.from({ length: 2_000 }, (_, i): Write => {
      const receivedAt = offsetTime(1_767_000_000_000 + (from + i) * 1_000, 480);
      const set = { ...alarm, description, receivedAt, state: "raised", class: "alarm" };
      return { kind: "put", record: "alarm", id: `al-${from + i}`, set, at: 1 as Instant, how: "create" };
    });
    await store.commit({ tenant, writes });
  }
}, 180_000);
afterAll(async () => {
  hub?.http.close();
  await hub?.door.end();
});

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What is held; what the collector has only not yet come to says nothing. */
const used = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

test.each(["csv", "xlsx", "parquet"])(
  "100,000 rows as %s take no more memory than a few pages, and the hub answers meanwhile",
  async (format) => {
    const before = used();
    let peak = 0;
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const made = await hub.call("POST", "/api/v1/exports", { dataset: "alarms", format });
    const done = await until(
      async () => {
        await setTimeout(200);
        peak = Math.max(peak, used() - before);
        return (await hub.call("GET", `/api/v1/exports/${made.body.id}`)).body;
      },
      ({ progress }) => !["queued", "running"].includes(progress.state),
      120_000,
    );
    delay.disable();
    expect(done).toMatchObject({ rows: ROWS, progress: { state: "done", doneItems: ROWS } });
    expect(peak / MiB).toBeLessThan(60);
    expect(delay.max / 1e6).toBeLessThan(1_000);
    if (process.env.EXPORT_FIGURES !== undefined)
      console.log(format, Math.round(peak / MiB), "MiB", Math.round(delay.max / 1e6), "ms", done.progress);
    expect((await hub.call("DELETE", `/api/v1/exports/${done.id}`)).status).toBe(204);
  },
  150_000,
);

test("a running export says how far it is, can be cancelled, and has no file before it is done", async () => {
  const made = await hub.call("POST", "/api/v1/exports", { dataset: "alarms", format: "csv" });
  const path = `/api/v1/exports/${made.body.id}`;
  const early = await hub.call("GET", `${path}/content`);
  expect([early.status, early.body.code]).toEqual([409, "not-ready"]);
  const running = await until(
    () => hub.call("GET", path),
    ({ body }) => body.progress.doneItems > 0,
  );
  expect(running.body).toMatchObject({ rows: null, fileId: null, progress: { state: "running", totalItems: null } });
  expect((await hub.call("DELETE", path)).status).toBe(204);
  expect((await hub.call("GET", path)).body).toMatchObject({ fileId: null, progress: { state: "cancelled" } });
  expect((await hub.call("GET", `${path}/content`)).status).toBe(404);
});

test("an export that the hub's end broke off is told as failed, with what to do", async () => {
  let own = await openTestHub();
  try {
    for (const plural of ["operators", "units"] as const)
      await own.call("POST", `/api/v1/${plural}`, { items: [samples[plural]] });
    const items = Array.from({ length: 500 }, (_, i) => ({ ...samples.devices, id: `d-${i}` }));
    await own.call("POST", "/api/v1/devices", { items });
    const ids: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const made = await own.call("POST", "/api/v1/exports", { dataset: "devices", format: "xlsx" });
      ids.push(((await made.json()) as { id: string }).id);
    }
    own = await own.restart();
    const states = await Promise.all(
      ids.map(async (id) => {
        const answer = (await (await own.call("GET", `/api/v1/exports/${id}`)).json()) as {
          readonly progress: { readonly state: string; readonly error: { readonly code: string } | null };
        };
        return `${answer.progress.state} ${answer.progress.error?.code ?? ""}`;
      }),
    );
    expect(states.at(-1)).toBe("failed interrupted");
    expect(states.every((state) => state === "done " || state === "failed interrupted")).toBe(true);
  } finally {
    await own.end();
  }
}, 60_000);
