import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, type TenantId, tenantId } from "@dianan/model";
import { afterEach, expect, test } from "vitest";
import { createKeyRing } from "../src/access/key-ring.ts";
import { createSeals } from "../src/access/seal.ts";
import { openCentres } from "../src/centre/open-centres.ts";
import { createOutbound } from "../src/outbound/outbound.ts";
import { createResolve } from "../src/outbound/resolve.ts";
import type { Caller, Circumstance } from "../src/ports/caller.ts";
import { openSharing } from "../src/share/open-sharing.ts";
import { openSqliteStore } from "../src/store/sqlite-store.ts";
import { noMapper } from "./courier-fixture.ts";
import { operator, until } from "./http-fixture.ts";
import { draft, lastOf, openReceiver, openSharingHub } from "./sharing-fixture.ts";

const SLOW = 60_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const home = tenantId("main");
const other = tenantId("other");
const who = (tenant: TenantId): Caller => ({
  ...{ tenant, actor: "account:a1", name: "示例", role: "systemAdministrator", scope: {}, scopes: null },
  ...{ by: "session", credential: "s1", factorAt: null },
});
const at = (): Circumstance => ({ now: Date.now() as Instant, source: "", requestId: "r1" });

test("SEC-AZ-02: another tenant's destination is as if it did not exist, and gets nothing of ours", {
  timeout: SLOW,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-tenants-"));
  ends.push(async () => rmSync(folder, { recursive: true, force: true }));
  const ring = createKeyRing(new Uint8Array(32).fill(3));
  const file = join(folder, "hub.db");
  const { store, outbox, access, webhooks } = await openSqliteStore({
    file,
    changes: 100,
    undecodable: 10,
    auditKey: ring.keyFor("audit"),
  });
  ends.push(() => store.close());
  const outbound = createOutbound({ isEmpty: false, holds: () => true }, createResolve());
  const common = {
    ...{ store, access, outbox, outbound, utcOffsetMinutes: 480, log: () => {} },
    hints: { hint: () => {}, onHint: () => () => {} },
    clock: () => Date.now() as Instant,
  };
  const centres = openCentres({ ...common, queues: webhooks, platformName: "测试平台", version: [1, 0] });
  const { sharing, reconciliations, start, close } = await openSharing(
    {
      ...{ ...common, centres, seals: createSeals(ring), trusted: outbound },
      intakeOf: () => Promise.reject(new Error("nothing is taken here")),
      ...{ mapper: noMapper, findings: () => [] },
      links: { linked: async () => [], key: async () => null },
    },
    home,
    null,
  );
  ends.push(close);
  await start();
  const [ours, theirs] = [await openReceiver(ends), await openReceiver(ends)];
  const made = await sharing.add(who(home), { ...draft, url: ours.url }, at());
  const foreign = await sharing.add(who(other), { ...draft, url: theirs.url }, at());
  if (!("view" in made) || !("view" in foreign)) throw new Error("not made");
  const { id } = foreign.view;

  expect(await sharing.find(home, id)).toBe(null);
  expect((await sharing.list(home)).map((one) => one.id)).toEqual([made.view.id]);
  expect(await sharing.owed(home, id, { state: null, after: null, limit: 9 })).toBe(null);
  const absent = { fault: "absent" };
  expect(await sharing.change(who(home), id, 1, { name: "x" }, at())).toEqual(absent);
  expect(await sharing.pause(who(home), id, "x", at())).toEqual(absent);
  expect(await sharing.resume(who(home), id, at())).toEqual(absent);
  expect(await sharing.retry(who(home), id, at())).toEqual(absent);
  expect(await sharing.remove(who(home), id, at())).toEqual(absent);
  const span = { updatedFrom: null, updatedTo: null };
  expect(await reconciliations.start(who(home), { destinationId: id, kinds: ["unit"], ...span }, at())).toBe("absent");
  const job = await reconciliations.start(who(other), { destinationId: id, kinds: ["unit"], ...span }, at());
  if (typeof job === "string") throw new Error(job);
  expect(await reconciliations.find(home, job.id)).toBe(null);
  expect(await reconciliations.list(home)).toEqual([]);
  expect(await reconciliations.differences(home, job.id, null, 9)).toBe(null);
  const resolution = { ids: [`${job.id}.00000000`], action: "ignore", reason: "x" } as const;
  expect(await reconciliations.resolve(who(home), job.id, resolution, at())).toBe(null);

  await store.commit({
    tenant: home,
    writes: [{ kind: "put", record: "operator", id: "op-01", set: operator, at: at().now, how: "replace" }],
  });
  await until(() => lastOf(ours).has("operators op-01"), Boolean);
  expect(theirs.pushes).toEqual([]);
  expect((await sharing.find(other, id))?.state.pending).toBe(0);
});

test("SEC-AZ-03: who sees a part of the tenant learns nothing of where all of it goes", { timeout: SLOW }, async () => {
  const { people, add, ask } = await openSharingHub(ends);
  const city = await openReceiver(ends);
  const { id } = await add({ url: city.url });
  const job = await ask("POST", "/api/v1/reconciliations", { destinationId: id, kinds: ["unit"] });
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const scopes = ["sharing:read", "sharing:manage"];
  const body = { name: "narrow", scopes, within: { units: ["unit-0001"] }, expiresAt };
  const made = await people.ask("POST", "/api/v1/api-keys", body, people.security.headers);
  const narrow = { authorization: `Bearer ${String(made.body.secret)}` };
  const get = (path: string, template: string) => people.ask("GET", path, undefined, narrow, template);
  for (const list of ["/api/v1/sharing", "/api/v1/reconciliations"])
    expect((await get(list, list)).body.items, list).toEqual([]);
  for (const [path, tail] of [
    [`/api/v1/sharing/${id}`, "/api/v1/sharing/{id}"],
    [`/api/v1/sharing/${id}/queue`, "/api/v1/sharing/{id}/queue"],
    [`/api/v1/reconciliations/${job.body.id}`, "/api/v1/reconciliations/{id}"],
    [`/api/v1/reconciliations/${job.body.id}/differences`, "/api/v1/reconciliations/{id}/differences"],
  ] as const)
    expect((await get(path, tail)).status, path).toBe(404);
  const start = await people.ask("POST", "/api/v1/reconciliations", { destinationId: id, kinds: ["unit"] }, narrow);
  expect(start.status).toBe(403);
});

test("SEC-AUD-03: every act on a destination and a comparison stands in the audit log with who did it", {
  timeout: SLOW,
}, async () => {
  const { people, administrator, add, ask } = await openSharingHub(ends);
  const city = await openReceiver(ends);
  const auditor = await people.invited("auditAdministrator");
  const { id } = await add({ url: city.url });
  const at = `/api/v1/sharing/${id}`;
  await ask("PATCH", at, { name: "改名" }, "/api/v1/sharing/{id}", { "if-match": '"1"' });
  await ask("POST", `${at}/pause`, { reason: "检修" }, "/api/v1/sharing/{id}/pause");
  await ask("POST", `${at}/resume`, undefined, "/api/v1/sharing/{id}/resume");
  await ask("POST", `${at}/retry`, undefined, "/api/v1/sharing/{id}/retry");
  const job = await ask("POST", "/api/v1/reconciliations", { destinationId: id, kinds: ["unit"] });
  const resolution = { ids: ["nobody"], action: "ignore", reason: "无需处理" };
  const path = `/api/v1/reconciliations/${job.body.id}/resolutions`;
  await ask("POST", path, resolution, "/api/v1/reconciliations/{id}/resolutions");
  await ask("DELETE", at, undefined, "/api/v1/sharing/{id}");
  const read = await people.ask("GET", "/api/v1/audit?limit=50", undefined, auditor.headers, "/api/v1/audit");
  const entries = (read.body.items as { act: string; actor: string; object: string; reason: string }[]).filter(
    ({ act }) => /^(destination|reconciliation)\./.test(act),
  );
  expect(entries.map(({ act, object, reason }) => `${act} ${object.split(":")[0]} ${reason}`).reverse()).toEqual([
    "destination.create destination ",
    "destination.change destination name",
    "destination.pause destination 检修",
    "destination.resume destination ",
    "destination.retry destination ",
    "reconciliation.start destination unit",
    "reconciliation.resolve reconciliation ignore 0: 无需处理",
    "destination.remove destination ",
  ]);
  expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set([`account:${administrator.id}`]));
});
