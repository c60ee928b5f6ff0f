import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAlerts } from "../src/audit/alerts.ts";
import { createCourierWatch } from "../src/courier-watch.ts";
import type { OutboxLane } from "../src/ports/outbox.ts";
import type { Write } from "../src/ports/write.ts";
import { destinationWrite } from "../src/share/destination-item.ts";
import { openSqliteStore, type SqliteStore } from "../src/store/sqlite-store.ts";

const tenant = tenantId("main");
const other = tenantId("other");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 27) as Instant;
const LANES: readonly OutboxLane[] = ["alarms", "records"];
const kinds = ["operator", "unit", "device", "component", "alarm"] as const;
const settings = {
  ...{ name: "市级平台", url: "https://city.example", kinds, form: "dianan", coordinateSystem: "CGCS2000" },
  ...{ periodSeconds: 3_600, personalData: "masked", isConfigured: false, pausedReason: null, sealed: "" },
};

const folder = mkdtempSync(join(tmpdir(), "dianan-couriers-"));
let sqlite: SqliteStore;
let now = START as number;
let steady = 0;
const clock = (): Instant => now as Instant;
const wait = (ms: number): void => {
  now += ms;
  steady += ms;
};
const commit = (of: typeof tenant, ...writes: Write[]) => sqlite.store.commit({ tenant: of, writes });
const put = (record: "alarm" | "unit", id: string): Write => ({
  ...{ kind: "put", record, id, set: { name: id }, at: clock(), how: "create" },
});
const set = (id: string, more: object = {}): Promise<unknown> =>
  commit(tenant, destinationWrite(id, { ...settings, ...more } as never, 0));
/** Something has got through, or was refused for good. */
const settle = async (of: typeof tenant, name: string, lanes: readonly OutboxLane[] = LANES): Promise<void> => {
  for (const lane of lanes) {
    const rows = await sqlite.outbox.next(of, name, lane, 100, clock());
    const results = rows.map((row) => ({ row, outcome: "sent", error: null }) as const);
    await commit(of, { kind: "outbox", write: { act: "settle", name, at: clock(), results, answered: lane } });
  }
};
const open = async (of = tenant) => {
  const page = await createAlerts({ store: sqlite.store, access: sqlite.access }, () => {}).list(of, {
    ...{ after: null, from: null, to: null, limit: 100 },
  });
  return page.items.filter(({ state }) => state === "open").map(({ rule, subject, count }) => [rule, subject, count]);
};
const watch = () =>
  createCourierWatch({
    ...{ access: sqlite.access, outbox: sqlite.outbox, webhooks: sqlite.webhooks, tenant, clock },
    alerts: createAlerts({ store: sqlite.store, access: sqlite.access }, () => {}),
    steady: () => steady,
  });

beforeAll(async () => {
  const auditKey = new Uint8Array(32);
  sqlite = await openSqliteStore({ file: join(folder, "hub.db"), changes: 1_000, undecodable: 10, auditKey });
  const destination = (name: string) => ({ name, url: settings.url, kinds });
  await sqlite.outbox.setDestinations(tenant, [destination("city-1"), destination("paused")], clock());
  await set("city-1");
  await set("paused", { pausedReason: "对方检修" });
});
afterAll(async () => {
  await sqlite.store.close();
  rmSync(folder, { recursive: true, force: true });
});

test("EF-N.5: a city that gets no alarm for a quarter of an hour is an alarm of the hub about itself, until one gets through", async () => {
  const couriers = watch();
  await settle(tenant, "city-1");
  await commit(tenant, put("alarm", "a1"), put("unit", "u1"));
  wait(15 * MINUTE);
  for (let n = 0; n < 2; n += 1) await couriers.look();
  expect([await open(), couriers.troubles()]).toEqual([[], []]);
  wait(MINUTE);
  await couriers.look();
  // A clock set forward for a moment would look the same.
  expect(await open()).toEqual([]);
  wait(MINUTE);
  await couriers.look();
  expect(await open()).toEqual([["courierStuck", "destination:city-1 alarms", 1]]);
  expect(couriers.troubles()).toEqual([expect.stringMatching(/city-1 的告警已有 17 分钟.* for 17 minutes/)]);
  // It is told once a day, not with each look.
  wait(HOUR);
  await couriers.look();
  expect(await open()).toEqual([["courierStuck", "destination:city-1 alarms", 1]]);
  wait(24 * HOUR);
  await couriers.look();
  // Its records are told apart: they have not got through either.
  await couriers.look();
  expect((await open()).sort()).toEqual([
    ["courierStuck", "destination:city-1 alarms", 2],
    ["courierStuck", "destination:city-1 records", 1],
  ]);
  await settle(tenant, "city-1");
  await couriers.look();
  expect(couriers.troubles()).toEqual([]);
});

test("EF-N.5: records wait for their period and two hours, alarms are looked at apart", async () => {
  const couriers = watch();
  await commit(tenant, put("unit", "u2"));
  wait(3 * HOUR);
  for (let n = 0; n < 2; n += 1) await couriers.look();
  expect(couriers.troubles()).toEqual([]);
  wait(MINUTE);
  await couriers.look();
  expect(couriers.troubles()).toEqual([expect.stringContaining("city-1")]);
  await settle(tenant, "city-1");
});

test("EF-N.5: a city that takes alarms and fails on records is told of for its records, until one of them gets through", async () => {
  const couriers = watch();
  await commit(tenant, put("unit", "u3"));
  for (let n = 0; n < 19; n += 1) {
    await commit(tenant, put("alarm", `b${n}`));
    await settle(tenant, "city-1", ["alarms"]);
    wait(10 * MINUTE);
    await couriers.look();
  }
  expect(couriers.troubles()).toEqual([expect.stringMatching(/city-1 的记录已有 190 分钟.* No record but alarms /)]);
  await settle(tenant, "city-1", ["records"]);
  await couriers.look();
  expect(couriers.troubles()).toEqual([]);
});

test("SEC-OUT-05: a webhook that fails is told to the organisation whose it is; one that was switched off is not", async () => {
  const couriers = watch();
  const item = (id: string, isDisabled: boolean): Write => ({
    kind: "item",
    item: { kind: "webhook", id, body: { url: "https://x.example", isDisabled }, lookup: null, expiresAt: null },
    ifVersion: 0,
  });
  const failing = (id: string): readonly Write[] => [
    { kind: "webhook", id, act: { do: "open", position: 0, at: clock() } },
    { kind: "webhook", id, act: { do: "set", set: { fails: 3, failingSince: clock() } } },
  ];
  const book = { kind: "tenant", id: "other", body: {}, lookup: null, expiresAt: null } as const;
  await commit(other, { kind: "item", item: book, ifVersion: 0 });
  await commit(other, item("wh-1", false), ...failing("wh-1"), item("wh-2", true), ...failing("wh-2"));
  await commit(tenant, item("wh-3", false), ...failing("wh-3"));
  await commit(tenant, { kind: "webhook", id: "wh-3", act: { do: "set", set: { endedBecause: "gone" } } });
  const ownBefore = await open();
  wait(16 * MINUTE);
  for (let n = 0; n < 2; n += 1) await couriers.look();
  expect(await open(other)).toEqual([["courierStuck", "webhook:wh-1", 1]]);
  expect(await open()).toEqual(ownBefore);
  // Of another organisation's trouble the hub's own overview says nothing.
  expect(couriers.troubles()).toEqual([]);
});
