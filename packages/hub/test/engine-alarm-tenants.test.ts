// Alarms of a tenant for which nobody has written anything since the hub started.
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import { newLife } from "../src/core/alarm-life-state.ts";
import type { JsonObject } from "../src/ports/records.ts";
import type { Write } from "../src/ports/write.ts";
import { openSqliteStore } from "../src/store/sqlite-store.ts";
import { openTestHub, until } from "./http-fixture.ts";

test("EF-4.2: a shelf of another tenant ends in time after a restart, though nobody writes anything there", async () => {
  const hub = await openTestHub();
  await hub.hub.close();
  const options = { file: join(hub.dataDir, "hub.db"), changes: 1_000, undecodable: 10, auditKey: new Uint8Array(32) };
  const tenant = tenantId("quiet");
  const at = Date.now() as Instant;
  const life = { ...newLife(at, null, null), shelf: { until: at + 500, reason: "施工" } };
  const body: JsonObject = { deviceId: "d", unitId: "u", class: "alarm", type: "smokeAlarm", state: "raised" };
  const put: Write = {
    ...{ kind: "put", record: "alarm", id: "a", set: body, at, how: "create" },
    handling: { life, entries: [] },
  };
  const named = { name: "安静的机构", platformCode: "QUIET1", createdAt: at, createdBy: "hub", isDisabled: false };
  const item = { kind: "tenant", id: "quiet", body: named, lookup: null, expiresAt: null } as const;
  const before = await openSqliteStore(options);
  await before.store.commit({ tenant, writes: [put, { kind: "item", item, ifVersion: 0 }] });
  await before.store.close();

  const again = await hub.restart();
  try {
    const look = await openSqliteStore(options);
    const stage = await until(
      async () => (await look.store.record(tenant, "alarm", "a"))?.life?.shelf,
      (shelf) => shelf === null,
    ).finally(() => look.store.close());
    expect(stage).toBe(null);
  } finally {
    await again.end();
  }
}, 20_000);
