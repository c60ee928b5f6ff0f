import type { Instant } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account } from "../src/ports/account.ts";
import type { Caller, Scope } from "../src/ports/caller.ts";
import type { Addressee, Letter, LetterOutcome } from "../src/ports/letters.ts";
import type { ReportDraft } from "../src/ports/reports.ts";
import { unit, until } from "./http-fixture.ts";
import { type OpenReports, openReportDoor, type ReportDoor } from "./report-door.ts";

type Sent = { readonly to: Addressee; readonly letter: Letter };

let room: ReportDoor;
/** What the post took; a test sets how it answers. */
let sent: Sent[] = [];
let answer: (one: Sent) => Promise<LetterOutcome["outcome"]>;
const accept = async (): Promise<LetterOutcome["outcome"]> => ({ kind: "accepted", providerId: "1" });

const scopes: { readonly [id: string]: Scope } = { chen: { units: [unit.id] }, lin: { units: ["unit-2"] }, wang: {} };
const account = (id: string): Account | null =>
  scopes[id] === undefined
    ? null
    : ({ id, status: "active", role: id === "wang" ? "vendorEngineer" : "unitUser", scope: scopes[id] } as Account);

const open = (): OpenReports => {
  const reports = room.open();
  reports.connect({
    letters: {
      find: async (_, { as, id }) =>
        as === "account" && account(id) === null ? null : { name: `${id}*`, mail: `${id}**@x`, channels: ["mail"] },
      send: async (_, to, letter) => {
        sent.push({ to, letter });
        return { outcome: await answer({ to, letter }), channel: "mail", target: `${to.id}**@x` };
      },
    },
    accounts: { find: async (_, id) => account(id) },
    mayRead: (role) => role === "unitUser",
    publicUrl: "http://hub.example",
  });
  return reports;
};
const who = (): Caller => room.who();
const at = () => room.at();
const draft = (more: Partial<ReportDraft>): ReportDraft => ({
  ...{ kind: "monitoring", from: "2026-03-01", to: "2026-03-04", unitId: unit.id, regionCode: null, formats: ["xlsx"] },
  ...{ language: "zh", isUnmasked: false, purpose: "" },
  ...more,
});
const made = async (reports: OpenReports, of: Partial<ReportDraft> = {}): Promise<string> => {
  const { id } = await reports.desk.reports.add(who(), draft(of), at());
  await until(
    () => reports.desk.reports.find(who(), id),
    (one) => one?.progress.state === "done",
    30_000,
  );
  return id;
};
const to = (letters: readonly Sent[]): readonly string[] => letters.map((one) => one.to.id).sort();

beforeAll(async () => {
  room = await openReportDoor();
}, 30_000);
afterAll(() => room?.end(), 30_000);

test("EF-4.3: a scheduled report goes to the contacts, and of each unit to the accounts that may see it, once", {
  timeout: 60_000,
}, async () => {
  [sent, answer] = [[], accept];
  const reports = open();
  const schedule = await reports.desk.schedules.add(
    who(),
    {
      ...{ name: "月报", kind: "monitoring", period: "month", dayOfPeriod: 20, unitIds: null },
      ...{ recipients: ["chen", "lin", "wang"], contactIds: ["street"] },
    },
    at(),
  );
  room.now = (schedule.nextAt + 1) as Instant;
  await reports.tick([who().tenant]);
  await until(
    async () => sent.length,
    (count) => count >= 4,
    30_000,
  );
  await reports.tick([who().tenant]);
  expect(to(sent)).toEqual(["chen", "lin", "street", "street"]);
  expect(sent.map(({ letter }) => letter.files.length)).toEqual([2, 2, 2, 2]);
  // Each letter is one of its own.
  expect(new Set(sent.map(({ letter }) => letter.id)).size).toBe(4);
  const all = await reports.desk.reports.list(who(), { kind: "monitoring", unitId: "unit-2", regionCode: null });
  const told = await reports.desk.deliveries.list(who(), all[0]?.id ?? "");
  expect(told === "absent" ? [] : told.map(({ state, queuedBy }) => [state, queuedBy.kind])).toEqual([
    ["sent", "system"],
    ["sent", "system"],
  ]);
  await reports.desk.schedules.remove(who(), schedule.id, at());
});

test("what a server puts off is tried again when it is due, and given up after most of a day", {
  timeout: 60_000,
}, async () => {
  const reports = open();
  const id = await made(reports);
  [sent, answer] = [[], async () => ({ kind: "refused", code: "SMTP 451", retry: "later" })];
  await reports.desk.deliveries.send(who(), id, { accountIds: [], contactIds: ["street"] }, at());
  const one = async () => {
    const all = await reports.desk.deliveries.list(who(), id);
    return all === "absent" ? undefined : all[0];
  };
  let last = await until(one, (found) => found?.tries === 1 && found.state === "queued", 10_000);
  await reports.tick([who().tenant]);
  // Not before it is due.
  expect((await one())?.tries).toBe(1);
  while (last?.state === "queued") {
    room.now = (last.nextAt ?? room.now) as Instant;
    await reports.tick([who().tenant]);
    last = await one();
  }
  expect(last).toMatchObject({ state: "failed", tries: 8, error: "SMTP 451", nextAt: null });
  expect(sent.length).toBe(8);
  expect(new Set(sent.map(({ letter }) => letter.id)).size).toBe(1);
});

test("a hub that ends amid a letter sends it once more with the same id; what was taken is not sent again", {
  timeout: 60_000,
}, async () => {
  const first = open();
  const id = await made(first);
  let fails: () => void = () => {};
  [sent, answer] = [
    [],
    ({ to: { id: name } }) =>
      // The first is taken; amid the second the hub ends: nothing more comes of it.
      name === "a" ? accept() : new Promise(() => fails()),
  ];
  const reached = new Promise<void>((resolve) => {
    fails = resolve;
  });
  await first.desk.deliveries.send(who(), id, { accountIds: [], contactIds: ["a", "b"] }, at());
  await reached;
  const [letter] = sent.filter((one) => one.to.id === "b");

  answer = accept;
  const second = open();
  await second.tick([who().tenant]);
  expect(to(sent)).toEqual(["a", "b"]);
  room.now = (room.now + 61_000) as Instant;
  await second.tick([who().tenant]);
  await second.tick([who().tenant]);
  expect(to(sent)).toEqual(["a", "b", "b"]);
  expect(sent.at(-1)?.letter.id).toBe(letter?.letter.id);
  const told = await second.desk.deliveries.list(who(), id);
  expect(told === "absent" ? [] : told.map(({ state }) => state)).toEqual(["sent", "sent"]);
  // The one that hangs never ends: it is not closed.
  room.leave(first);
});

test("PL-1: before the 24th each person is reminded once of each form that was not sent, and of none that was", {
  timeout: 60_000,
}, async () => {
  [sent, answer] = [[], accept];
  const reports = open();
  const { tenant } = who();
  room.now = Date.parse("2026-05-20T12:00:00+08:00") as Instant;
  const settings = {
    isEnabled: true,
    daysBefore: 2,
    kinds: ["rf4", "rf5"],
    accountIds: ["chen"],
    contactIds: ["a"],
  } as const;
  await reports.desk.reminders.put(who(), 0, settings, at());
  const form = await made(reports, { kind: "rf4", from: "2026-05-01", to: "2026-05-17", unitId: null });
  const finish = async (set: object): Promise<void> => {
    const version = (await reports.desk.reports.find(who(), form))?.version ?? 0;
    const outcome = await reports.desk.reports.change(who(), form, version, set, at());
    if (typeof outcome === "string") throw new Error(outcome);
  };
  await finish({ state: "final" });
  await finish({ state: "sent", sentTo: "街道安办" });
  await reports.tick([tenant]);
  expect(sent).toEqual([]);

  room.now = Date.parse("2026-05-22T09:00:01+08:00") as Instant;
  await reports.tick([tenant]);
  room.now = (room.now + 3_600_000) as Instant;
  await reports.tick([tenant]);
  // Another hub on the same store says nothing twice either.
  await open().tick([tenant]);
  expect(to(sent)).toEqual(["a", "chen"]);
  for (const { letter } of sent) {
    expect(letter.subject).toContain("2026-05-24");
    expect(letter.short?.unit).toContain("附件5");
  }
  expect((await reports.desk.reminders.told(tenant)).map(({ kind, month, state }) => [kind, month, state])).toEqual([
    ["rf5", "2026-05", "sent"],
    ["rf5", "2026-05", "sent"],
  ]);

  // The next month again, of both: nothing of that month was sent.
  room.now = Date.parse("2026-06-22T09:00:01+08:00") as Instant;
  await reports.tick([tenant]);
  expect(sent.length).toBe(6);
  await reports.desk.reminders.put(who(), 1, { ...settings, isEnabled: false }, at());
  room.now = Date.parse("2026-07-23T09:00:01+08:00") as Instant;
  await reports.tick([tenant]);
  expect(sent.length).toBe(6);
});

test("a reminder that waits is not sent any more once its form is", { timeout: 60_000 }, async () => {
  [sent, answer] = [[], async () => ({ kind: "refused", code: "SMTP 451", retry: "later" })];
  const reports = open();
  const { tenant } = who();
  room.now = Date.parse("2026-08-22T09:00:01+08:00") as Instant;
  const settings = { isEnabled: true, daysBefore: 2, kinds: ["rf3"], accountIds: [], contactIds: ["a"] } as const;
  await reports.desk.reminders.put(who(), 2, settings, at());
  await reports.tick([tenant]);
  expect(sent.length).toBe(1);
  const form = await made(reports, { kind: "rf3", from: "2026-08-01", to: "2026-08-22", unitId: null });
  for (const set of [{ state: "final" }, { state: "sent", sentTo: "街道安办" }] as const) {
    const version = (await reports.desk.reports.find(who(), form))?.version ?? 0;
    await reports.desk.reports.change(who(), form, version, set, at());
  }
  room.now = (room.now + 120_000) as Instant;
  await reports.tick([tenant]);
  expect(sent.length).toBe(1);
  expect((await reports.desk.reminders.told(tenant))[0]).toMatchObject({ state: "failed", error: "sent-meanwhile" });
});
