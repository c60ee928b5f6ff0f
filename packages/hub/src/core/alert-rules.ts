import type { AuditEntry } from "./audit-entry.ts";

/** Rules by which a security alert (安全告警) is raised (SEC-AUD-10). Public: one may be added. */
export type SecurityRule =
  | "bruteForce"
  | "manyDenials"
  | "massReading"
  | "unknownDevices"
  | "replayBurst"
  | "chainBreak"
  | "unusualHours"
  | "clockStep"
  | "certificateExpiry"
  | "backupOverdue"
  | "storageFilling"
  | "databaseDamaged"
  | "courierStuck"
  | "alarmUnanswered";

/** Something that a rule saw. */
export type Sighting = {
  readonly rule: SecurityRule;
  /** What it is about: sightings of one rule with one subject are one alert while nobody has handled it. */
  readonly subject: string;
  /** As in the audit log; null: not known. */ readonly actor: string | null;
  readonly source: string | null;
  readonly count: number;
  /** Chinese, then English. */ readonly text: string;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Longest window: how far back a hub that starts again must read. Milliseconds. */
export const SECURITY_LOOK_BACK_MS = HOUR_MS;
/** Subjects watched at once; above it those that did something longest ago are forgotten. */
const SUBJECTS_MAX = 20_000;

/** How often an entry stands for: refusals of a kind are told together, `forbidden ×37`. */
const timesOf = ({ reason }: AuditEntry): number => Number(/×([0-9]{1,9})$/.exec(reason)?.[1] ?? 1);
const recordsOf = ({ reason }: AuditEntry): number => Number(/^records: ([0-9]{1,9})$/.exec(reason)?.[1] ?? 0);

type Rule = {
  readonly rule: SecurityRule;
  /** Null: the entry is none of this rule's. */
  readonly of: (entry: AuditEntry, hour: number) => { readonly subject: string; readonly times: number } | null;
  readonly limit: number;
  readonly withinMs: number;
  readonly words: (count: number) => string;
};

const isFailedSignIn = ({ act, result }: AuditEntry): boolean =>
  result === "denied" && (act === "session.signIn" || act === "credential.refuse" || act === "password.change");
const ADMINISTRATORS = ["systemAdministrator", "securityAdministrator", "auditAdministrator"];
/** Hours of the hub's zone in which administrators sleep: from 0:00 to before 6:00. */
const NIGHT_END_HOUR = 6;

const rules: readonly Rule[] = [
  {
    rule: "bruteForce",
    of: (entry) => (isFailedSignIn(entry) ? { subject: `source:${entry.source}`, times: timesOf(entry) } : null),
    limit: 10,
    withinMs: 10 * MINUTE_MS,
    words: (count) =>
      `10 分钟内同一来源认证失败 ${count} 次。 ${count} failed sign-ins from one address within 10 minutes.`,
  },
  {
    // From many addresses at one account.
    rule: "bruteForce",
    of: (entry) =>
      isFailedSignIn(entry) && entry.object.startsWith("account:")
        ? { subject: entry.object, times: timesOf(entry) }
        : null,
    limit: 15,
    withinMs: 10 * MINUTE_MS,
    words: (count) =>
      `10 分钟内同一账号登录失败 ${count} 次。 ${count} failed sign-ins of one account within 10 minutes.`,
  },
  {
    rule: "manyDenials",
    of: (entry) =>
      entry.result === "denied" && !isFailedSignIn(entry) && entry.actor !== "nobody"
        ? { subject: entry.actor, times: timesOf(entry) }
        : null,
    limit: 30,
    withinMs: 10 * MINUTE_MS,
    words: (count) => `10 分钟内被拒绝 ${count} 次。 Denied ${count} times within 10 minutes.`,
  },
  {
    rule: "massReading",
    of: (entry) =>
      entry.act === "personalData.reveal" && entry.result === "done" ? { subject: entry.actor, times: 1 } : null,
    limit: 50,
    withinMs: HOUR_MS,
    words: (count) => `1 小时内查看 ${count} 人的完整个人信息。 ${count} persons shown in full within an hour.`,
  },
  {
    rule: "massReading",
    of: (entry) =>
      entry.act === "personalData.transfer" ? { subject: `transfer ${entry.actor}`, times: recordsOf(entry) } : null,
    limit: 20_000,
    withinMs: HOUR_MS,
    words: (count) =>
      `1 小时内读取 ${count} 条含完整个人信息的记录。 ${count} records with persons in full were read within an hour.`,
  },
  {
    rule: "replayBurst",
    of: (entry) =>
      entry.act === "signature.replay" ? { subject: `source:${entry.source}`, times: timesOf(entry) } : null,
    limit: 5,
    withinMs: 10 * MINUTE_MS,
    words: (count) => `10 分钟内重放签名请求 ${count} 次。 ${count} signed requests were replayed within 10 minutes.`,
  },
  {
    rule: "unusualHours",
    of: (entry, hour) =>
      entry.act === "session.signIn" &&
      entry.result === "done" &&
      ADMINISTRATORS.includes(entry.role) &&
      hour < NIGHT_END_HOUR
        ? { subject: entry.actor, times: 1 }
        : null,
    limit: 1,
    withinMs: MINUTE_MS,
    words: () => "管理员在 0 至 6 时登录。 An administrator signed in between 0:00 and 6:00.",
  },
];

type Window = { readonly times: readonly (readonly [at: number, count: number])[] };

/** Watches the audit log of one tenant, entry by entry. */
export type SecurityWatch = {
  /** What the rules see in an entry; a subject that was told begins anew. */ see(
    entry: AuditEntry,
  ): readonly Sighting[];
};

/** @param utcOffsetMinutes - zone in which it is night */
export const createSecurityWatch = (utcOffsetMinutes: number): SecurityWatch => {
  const windows = new Map<string, Window>();
  const seeRule = (entry: AuditEntry, { rule, of, limit, withinMs, words }: Rule, index: number): Sighting | null => {
    const hour = Math.floor((entry.at + utcOffsetMinutes * MINUTE_MS) / HOUR_MS) % 24;
    const hit = of(entry, hour);
    if (hit === null || hit.times === 0) return null;
    const key = `${index} ${hit.subject}`;
    const before = windows.get(key)?.times.filter(([at]) => at > entry.at - withinMs) ?? [];
    windows.delete(key);
    const times = [...before, [entry.at, hit.times] as const];
    const count = times.reduce((sum, [, n]) => sum + n, 0);
    if (count < limit) {
      windows.set(key, { times });
      for (const [oldest] of windows) {
        if (windows.size <= SUBJECTS_MAX) break;
        windows.delete(oldest);
      }
      return null;
    }
    const actor = entry.actor === "nobody" ? null : entry.actor;
    const source = entry.source === "" ? null : entry.source;
    return { rule, subject: hit.subject, actor, source, count, text: words(count) };
  };
  return {
    see: (entry) =>
      rules.flatMap((rule, index) => {
        const found = seeRule(entry, rule, index);
        return found === null ? [] : [found];
      }),
  };
};

/** How far a clock went otherwise than time did. Milliseconds; SEC-OPS-03 asks to tell more than a second. */
export const clockStepOf = (
  before: { readonly wall: number; readonly steady: number },
  now: { readonly wall: number; readonly steady: number },
): number => Math.round(now.wall - before.wall - (now.steady - before.steady));
