import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import { clockStepOf, createSecurityWatch, type Sighting } from "./alert-rules.ts";
import type { AuditEntry } from "./audit-entry.ts";

const DAY = 1_800_000_000_000 - (1_800_000_000_000 % 86_400_000);
const MINUTE = 60_000;

const entry = (minute: number, more: Partial<AuditEntry>): AuditEntry => ({
  ...{ id: "1", at: (DAY + 4 * 3_600_000 + minute * MINUTE) as Instant, actor: "account:1", role: "dutyOfficer" },
  ...{ source: "10.0.0.9", act: "access.deny", object: "", result: "denied", reason: "", requestId: "", sequence: 1 },
  ...{ hash: "" },
  ...more,
});
const seen = (entries: readonly AuditEntry[], offset = 480): readonly Sighting[] => {
  const watch = createSecurityWatch(offset);
  return entries.flatMap((one) => watch.see(one));
};
const times = (count: number, make: (n: number) => AuditEntry): readonly AuditEntry[] =>
  Array.from({ length: count }, (_, n) => make(n));
const signIn = (n: number, more: Partial<AuditEntry> = {}): AuditEntry =>
  entry(n * 0.1, { act: "session.signIn", actor: "nobody", object: "account:7", ...more });

test("SEC-AUD-10: ten failed sign-ins from one address are brute force, nine are not", () => {
  expect(seen(times(9, (n) => signIn(n)))).toEqual([]);
  expect(seen(times(10, (n) => signIn(n)))).toMatchObject([
    { rule: "bruteForce", source: "10.0.0.9", actor: null, count: 10 },
  ]);
  expect(seen(times(10, (n) => signIn(n * 20)))).toEqual([]);
  expect(seen(times(14, (n) => signIn(n, { source: `10.0.0.${n}` })))).toEqual([]);
  expect(seen(times(15, (n) => signIn(n, { source: `10.0.0.${n}` })))).toMatchObject([
    { rule: "bruteForce", subject: "account:7", count: 15 },
  ]);
});

test("SEC-AUD-10: refusals that are told together count as often as they were", () => {
  const refused = { act: "credential.refuse", actor: "nobody", object: "" };
  expect(seen([entry(0, { ...refused, reason: "unauthorized ×9" })])).toEqual([]);
  expect(seen([entry(0, { ...refused, reason: "unauthorized ×12" })])).toMatchObject([
    { rule: "bruteForce", count: 12 },
  ]);
});

test("SEC-AUD-10: thirty denials of one actor in ten minutes; other actors and later ones do not add up", () => {
  expect(seen(times(30, (n) => entry(n * 0.2, {})))).toMatchObject([{ rule: "manyDenials", actor: "account:1" }]);
  expect(seen(times(30, (n) => entry(n * 0.2, { actor: `account:${n}` })))).toEqual([]);
  expect(seen(times(30, (n) => entry(n, {})))).toEqual([]);
  expect(seen(times(60, (n) => entry(n * 0.1, { result: "done" })))).toEqual([]);
  // A subject that was told begins anew.
  expect(seen(times(60, (n) => entry(n * 0.1, {})))).toHaveLength(2);
});

test("SEC-AUD-10: mass reading of personal data, by people one at a time and by machines in lists", () => {
  const reveal = { act: "personalData.reveal", result: "done" } as const;
  expect(seen(times(49, (n) => entry(n, reveal)))).toEqual([]);
  expect(seen(times(50, (n) => entry(n, reveal)))).toMatchObject([{ rule: "massReading", count: 50 }]);
  const transfer = { act: "personalData.transfer", result: "done", reason: "records: 500" } as const;
  expect(seen(times(39, (n) => entry(n, transfer)))).toEqual([]);
  expect(seen(times(40, (n) => entry(n, transfer)))).toMatchObject([{ rule: "massReading", count: 20_000 }]);
});

test("SEC-AUD-10: replays, and administrators at night in the hub's zone", () => {
  const replay = { act: "signature.replay", actor: "nobody" };
  expect(seen(times(4, (n) => entry(n, replay)))).toEqual([]);
  expect(seen(times(5, (n) => entry(n, replay)))).toMatchObject([{ rule: "replayBurst", count: 5 }]);
  const admin = { act: "session.signIn", role: "securityAdministrator", result: "done" } as const;
  // 04:00 UTC is 12:00 in China.
  expect(seen([entry(0, admin)], 0)).toMatchObject([{ rule: "unusualHours", actor: "account:1" }]);
  expect(seen([entry(0, admin)], 480)).toEqual([]);
  expect(seen([entry(0, { ...admin, role: "dutyOfficer" })], 0)).toEqual([]);
});

test("SEC-OPS-03: a clock that went otherwise than time is told by how much", () => {
  expect(clockStepOf({ wall: 1_000, steady: 0 }, { wall: 6_000, steady: 5_000 })).toBe(0);
  expect(clockStepOf({ wall: 1_000, steady: 0 }, { wall: 3_606_000, steady: 5_000 })).toBe(3_600_000);
  expect(clockStepOf({ wall: 10_000, steady: 0 }, { wall: 4_000, steady: 5_000 })).toBe(-11_000);
});
