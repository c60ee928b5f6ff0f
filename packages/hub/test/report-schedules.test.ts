import { join } from "node:path";
import type { Instant } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFiles } from "../src/open-files.ts";
import type { Caller } from "../src/ports/caller.ts";
import type { ReportScheduleDraft, ReportView } from "../src/ports/reports.ts";
import { until } from "./http-fixture.ts";
import { type OpenReports, openReportDoor, type ReportDoor } from "./report-door.ts";

let room: ReportDoor;
const open = (): OpenReports => room.open();
const who = (): Caller => room.who();
const at = () => room.at();
const monthly: ReportScheduleDraft = {
  ...{
    name: "月报",
    kind: "monitoring",
    period: "month",
    dayOfPeriod: 20,
    unitIds: null,
    recipients: [],
    contactIds: [],
  },
};
const all = ({ desk }: OpenReports, kind: string | null = null) =>
  desk.reports.list(who(), { kind, unitId: null, regionCode: null });
const allDone = (reports: OpenReports, count: number, kind: string | null = null) =>
  until(
    () => all(reports, kind),
    (found) => found.length === count && found.every(({ progress }) => progress.state === "done"),
    30_000,
  );
const spans = (found: readonly ReportView[]): readonly string[] =>
  found.map(({ unitId, from, to }) => `${unitId} ${from} ${to}`).sort();

beforeAll(async () => {
  room = await openReportDoor();
}, 30_000);
afterAll(() => room?.end(), 30_000);

test("EF-4.3: a report of each unit is made on its day, of the month before, once", { timeout: 60_000 }, async () => {
  const reports = open();
  const { tenant } = who();
  const made = await reports.desk.schedules.add(who(), monthly, at());
  expect(new Date(made.nextAt).toISOString()).toBe("2026-03-19T22:00:00.000Z");
  await reports.tick([tenant]);
  expect(await all(reports)).toEqual([]);

  room.now = (made.nextAt + 1) as Instant;
  await reports.tick([tenant]);
  await reports.tick([tenant]);
  const found = await allDone(reports, 2);
  expect(spans(found)).toEqual(["unit-0001 2026-02-01 2026-02-28", "unit-2 2026-02-01 2026-02-28"]);
  expect(found.map(({ createdBy }) => createdBy.kind)).toEqual(["system", "system"]);

  // The bytes of what nobody has are removed; a report's are somebody's.
  const { store, accessStore, registry } = room.door.deps;
  const { notices } = room.door.door;
  const { transfer } = openFiles(join(room.door.door.folder, "files"), {
    ...{ store, registry, access: accessStore, platformCode: "JJLY01", utcOffsetMinutes: 480, log: () => {} },
    notices,
    ...{ clock: () => (Date.now() + 7_200_000) as Instant, intakeOf: room.door.deps.intakeOf, nextId: () => "" },
  });
  await transfer.sweep();
  for (const { id } of found)
    for (const format of ["pdf", "xlsx"] as const) {
      const file = await reports.desk.reports.open(who(), id, format, at());
      if (typeof file === "string") throw new Error(file);
      const bytes = await new Response(file.stream(0, file.view.bytes)).arrayBuffer();
      expect(bytes.byteLength).toBe(file.view.bytes);
    }
  const [next] = await reports.desk.schedules.list(tenant);
  expect(new Date(next?.nextAt ?? 0).toISOString()).toBe("2026-04-19T22:00:00.000Z");
});

test("what fell due while the hub was down is made once, and named units only", { timeout: 60_000 }, async () => {
  const reports = open();
  const { tenant } = who();
  for (const { id } of await reports.desk.schedules.list(tenant)) await reports.desk.schedules.remove(who(), id, at());
  await reports.desk.schedules.add(who(), { ...monthly, kind: "rf4", dayOfPeriod: 17 }, at());
  await reports.desk.schedules.add(who(), { ...monthly, unitIds: ["unit-2"] }, at());
  room.now = Date.parse("2026-08-01T00:00:00+08:00") as Instant;
  await reports.tick([tenant]);
  const [form] = await allDone(reports, 1, "rf4");
  // As it was due: of the month that ran then.
  expect(form).toMatchObject({ from: "2026-04-01", to: "2026-04-17", formats: ["pdf", "xlsx"] });
  expect(new Date(form?.dueAt ?? 0).toISOString()).toBe("2026-04-24T15:59:59.000Z");
  const found = await allDone(reports, 3, "monitoring");
  expect(spans(found)).toContain("unit-2 2026-03-01 2026-03-31");
});

test("a hub that ends amid its own report makes it when it is up again; somebody else's is told as failed", {
  timeout: 60_000,
}, async () => {
  const before = open();
  await before.close();
  const own = before.desk.reports.add(
    who(),
    {
      ...{ kind: "rf4", from: "2026-07-01", to: "2026-07-31", unitId: null, regionCode: null, formats: ["xlsx"] },
      ...{ language: "zh", isUnmasked: false, purpose: "" },
    },
    at(),
  );
  const { id } = await own;
  const [due] = await before.desk.schedules.list(who().tenant);
  room.now = ((due?.nextAt ?? 0) + 32 * 86_400_000) as Instant;
  await before.tick([who().tenant]);
  const waiting = (await all(before)).filter(({ progress }) => progress.state === "queued");
  expect(waiting.length).toBeGreaterThan(1);

  const after = open();
  await after.resume([who().tenant]);
  const settled = await until(
    () => all(after),
    (found) => found.every(({ progress }) => progress.state !== "queued"),
    30_000,
  );
  for (const one of settled) expect(one.progress.state, one.number).toBe(one.id === id ? "failed" : "done");
  expect(settled.find((one) => one.id === id)?.progress.error?.code).toBe("interrupted");
});
