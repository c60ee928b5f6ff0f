// Alarms: none lost, none cleared without cause, one open at most, and whoever is late is told.

import type { Plan } from "./devices.ts";
import { type Facts, grouped, knownFrom, type Report, type Stored } from "./facts.ts";
import { DUE_MS } from "./hub-process.ts";
import type { Said } from "./observer.ts";
import { MINUTE } from "./scheduler.ts";

type Body = { readonly [member: string]: unknown };
type Version = {
  readonly version: number;
  readonly at: number;
  readonly body: Body;
  readonly by: string | null;
  readonly stage: string;
  readonly dueAt: number | null;
};
type Alarm = { readonly id: string; readonly versions: readonly Version[] };
type Span = { readonly alarm: Alarm; readonly from: number; readonly until: number; readonly place: string };

/** The hub's own rule: 60 °C less its deadband. 0.1 °C. */
const COOL_BELOW = 550;
const HOT_FROM = 600;
const ON_DELAY_MS = MINUTE;

const alarmsOf = ({ database }: Facts): readonly Alarm[] => {
  const all = new Map<string, Version[]>();
  const rows = database
    .prepare("SELECT id, version, at, body, actor, handling FROM change WHERE kind = 'alarm' ORDER BY position")
    .all();
  for (const { id, version, at, body, actor, handling } of rows) {
    const versions = all.get(String(id)) ?? [];
    all.set(String(id), versions);
    const { stage = "", dueAt = null } = JSON.parse(String(handling ?? "{}")) as {
      stage?: string;
      dueAt?: number | null;
    };
    versions.push({
      ...{ version: Number(version), at: Number(at), body: JSON.parse(String(body)) as Body, stage, dueAt },
      by: actor === null ? null : String(actor),
    });
  }
  return Array.from(all, ([id, versions]) => ({ id, versions }));
};

const isRaised = ({ body }: Version): boolean => body.state === "raised";
const isRule = ({ versions }: Alarm): boolean => String(versions[0]?.body.rawCode ?? "").startsWith("rule:");
const deviceOf = ({ versions }: Alarm): string => String(versions[0]?.body.deviceId);

/** Device and address of the detector of an alarm. */
const placeOf = ({ database }: Facts, { versions }: Alarm): string => {
  const id = String(versions[0]?.body.componentId);
  const key = database.prepare("SELECT component_key AS key FROM component WHERE id = ?").get(id)?.key;
  return `${String(versions[0]?.body.deviceId)} ${String(key).split("/").at(-1)}`;
};
const readingPlace = ({ said }: Stored): string => `d${said.address} ${said.reading?.component}`;

const hasTime = ({ clockOffMs, losesTime }: Plan): boolean => Math.abs(clockOffMs) <= MINUTE && !losesTime;

/** When each alarm stood. */
const spansOf = (alarms: readonly Alarm[]): readonly Span[] =>
  alarms.flatMap((alarm) => {
    const { body } = alarm.versions[0] as Version;
    const place = `${String(body.deviceId)} ${String(body.componentId)} ${String(body.type)}`;
    const spans: Span[] = [];
    let from: number | null = null;
    for (const version of alarm.versions) {
      if (isRaised(version)) from ??= version.at;
      else if (from !== null) {
        spans.push({ alarm, place, from, until: version.at });
        from = null;
      }
    }
    return from === null ? spans : [...spans, { alarm, place, from, until: Number.POSITIVE_INFINITY }];
  });

/**
 * Whether values say at a time that it is cool: the last before it, or any that came in that millisecond, in which several of one
 * gateway may arrive together and a later one may be hot again.
 */
export const saysCool = (known: readonly Pick<Stored, "said" | "at">[], at: number): boolean =>
  [known.filter((one) => one.at < at).at(-1), ...known.filter((one) => one.at === at)].some(
    (one) => (one?.said.reading?.value ?? HOT_FROM) < COOL_BELOW,
  );

const judgeClearing = (
  facts: Facts,
  alarm: Alarm,
  readings: ReadonlyMap<string, readonly Stored[]>,
  report: Report,
): void => {
  for (const [n, now] of alarm.versions.entries()) {
    const before = alarm.versions[n - 1];
    if (before === undefined || !isRaised(before) || isRaised(now)) continue;
    facts.saw(
      now.by !== null
        ? "a person clears an alarm"
        : now.body.class === "offline"
          ? "a voice clears an alarm"
          : "a value clears an alarm",
    );
    const words = `${alarm.id} (${String(now.body.type)} of ${deviceOf(alarm)})`;
    if (now.by !== null) {
      const isAsked = facts.acts.some(
        ({ alarm: id, kind, at, isDone }) =>
          id === alarm.id && (kind === "close" || kind === "confirmRecovery") && at <= now.at && isDone !== false,
      );
      if (!isAsked) report("no alarm is cleared without cause", `${words}: nobody did`);
    } else if (now.body.class === "offline") {
      const address = Number(deviceOf(alarm).slice(1));
      const isHeard = [...facts.observer.said.values()].some(
        (said) => said.address === address && said.copies.some(({ at }) => at === now.at),
      );
      if (!isHeard) report("no alarm is cleared without cause", `${words}: it was not heard`);
    } else {
      const known = (readings.get(placeOf(facts, alarm)) ?? []).filter(({ at }) => at <= now.at);
      // Of one with a wrong clock that catches up, rules take what is newest by its own time: any value of the burst may be it.
      const plan = facts.plans.find(({ address }) => `d${address}` === deviceOf(alarm));
      const isCool =
        plan === undefined || hasTime(plan)
          ? saysCool(known, now.at)
          : known.some(({ at, said }) => at > now.at - 10 * MINUTE && (said.reading?.value ?? HOT_FROM) < COOL_BELOW);
      if (!isRule(alarm) || !isCool) report("no alarm is cleared without cause", `${words}: no value says so`);
    }
  }
};

/** Whether the hub confirmed before this time that it had heard of this alarm. */
export const wasTold = (
  { observer }: { readonly observer: Pick<Facts["observer"], "said"> },
  { address, alarm }: Pick<Said, "address" | "alarm">,
  before: number,
): boolean =>
  [...observer.said.values()].some(
    (one) =>
      one.address === address &&
      one.alarm?.isOn === true &&
      one.alarm.since === alarm?.since &&
      one.copies.some(({ answer }) => answer?.isConfirm === true && answer.at < before),
  );

const judgeLost = (facts: Facts, stored: readonly Stored[], spans: readonly Span[], report: Report): void => {
  const first = new Map<string, Stored>();
  for (const one of stored) {
    const { address, alarm } = one.said;
    const key = `${address} ${alarm?.since}`;
    if (alarm?.isOn && !first.has(key)) first.set(key, one);
  }
  const byDevice = new Map<string, Span[]>();
  for (const span of spans) byDevice.set(deviceOf(span.alarm), [...(byDevice.get(deviceOf(span.alarm)) ?? []), span]);
  for (const { said, at: storedAt } of first.values()) {
    const known = knownFrom(facts, said.address);
    // What a stranger raised is an alarm record from its registration on, whether or not a sample was kept of the frame that said so.
    const wasStranger = wasTold(facts, said, known);
    const at = wasStranger ? known : Math.max(storedAt, known);
    if (!facts.registered.has(said.address)) continue;
    if (wasStranger) facts.saw("a stranger's alarm stands at its registration");
    const own = byDevice.get(`d${said.address}`) ?? [];
    const standing = own.filter(
      ({ alarm, from, until }) =>
        from <= at && until >= at && !isRule(alarm) && alarm.versions[0]?.body.class !== "offline",
    );
    if (standing.length !== 1)
      report("no alarm is lost", `device ${said.address}, frame ${said.place}: ${standing.length} alarms stand`);
  }
};

/** Whether a value was taken before one that was stored before it: it says what was, and the other what is. */
export const isOvertaken = (all: readonly Pick<Stored, "said">[], n: number): boolean =>
  all.slice(0, n).some(({ said }) => (said.reading?.taken ?? 0) > (all[n]?.said.reading?.taken ?? 0));

/**
 * A value that stays too high raises what the hub computes. Of a device with a wrong clock that sends what it has kept, some times
 * are believed and some are not, and a reading may seem older than the one before: then the next one counts.
 */
const judgeHot = (
  facts: Facts,
  readings: ReadonlyMap<string, readonly Stored[]>,
  spans: readonly Span[],
  report: Report,
): void => {
  const rules = new Map<string, Span[]>();
  for (const span of spans) {
    if (!isRule(span.alarm)) continue;
    const place = placeOf(facts, span.alarm);
    rules.set(place, [...(rules.get(place) ?? []), span]);
  }
  const trusted = new Set(facts.plans.filter(hasTime).map(({ address }) => address));
  for (const [place, all] of readings)
    for (const [n, one] of all.entries()) {
      if (!trusted.has(one.said.address)) continue;
      const due = one.at + ON_DELAY_MS + facts.slack.lookMs;
      const isDisturbed = facts.downs.some(({ from, until }) => from < due && until > one.at);
      if ((one.said.reading?.value ?? 0) < HOT_FROM || isDisturbed || (all[n + 1]?.at ?? facts.end) <= due) continue;
      if (isOvertaken(all, n)) continue;
      facts.saw("a hot value must raise");
      if (!(rules.get(place) ?? []).some(({ from, until }) => from <= due && until >= one.at))
        report("no alarm is lost", `${place}: ${one.said.reading?.value} at ${one.at} raises nothing`);
    }
};

const judgeOne = ({ saw }: Facts, spans: readonly Span[], report: Report): void => {
  const byPlace = new Map<string, Span[]>();
  for (const span of spans) byPlace.set(span.place, [...(byPlace.get(span.place) ?? []), span]);
  for (const [place, all] of byPlace) {
    all.sort((a, b) => a.from - b.from);
    for (const [n, span] of all.entries()) {
      if (n > 0) saw("an alarm comes again");
      if (n > 0 && span.from < (all[n - 1]?.until ?? 0)) report("one alarm stands at most", place);
    }
  }
};

/** Work that nobody has done in time is said once, and in time. What comes again after it was done is work again. */
const judgeLate = (facts: Facts, alarm: Alarm, told: readonly number[], report: Report): void => {
  const isOpen = ({ stage }: Version): boolean => stage === "unacknowledged" || stage === "acknowledged";
  const isWork = alarm.versions[0]?.body.class !== "offline" && alarm.versions[0]?.body.class !== "event";
  let expected = 0;
  for (const [n, version] of alarm.versions.entries()) {
    const before = alarm.versions[n - 1];
    if (before?.dueAt === version.dueAt) continue;
    const due = version.at + DUE_MS;
    if (version.dueAt !== (isWork ? due : null))
      report("people have the time that they have", `${alarm.id}: ${version.dueAt}`);
    if (!isWork) continue;
    expected += 1;
    const next =
      alarm.versions.slice(n + 1).find(({ dueAt }) => dueAt !== version.dueAt)?.at ?? Number.POSITIVE_INFINITY;
    const mine = told.filter((at) => at >= version.at && at < next);
    if (mine.length > 1) report("who is late is told once", alarm.id);
    if (mine.some((at) => at < due)) report("nobody is late before the time", alarm.id);
    // While the hub is down nobody is told.
    let latest = due + facts.slack.lookMs;
    for (const down of facts.downs)
      if (down.from < latest && down.until > due) latest = Math.max(latest, down.until + facts.slack.lookMs);
    if (mine.length > 0)
      facts.saw(latest > due + facts.slack.lookMs ? "somebody is late while the hub is away" : "somebody is late");
    const wasOpen = (at: number): boolean => isOpen(alarm.versions.filter((one) => one.at <= at).at(-1) as Version);
    if (mine.length === 0 && due < facts.end && !wasOpen(due)) facts.saw("work is done in time");
    const isChanged = alarm.versions.some(({ at }) => at > due && at <= latest);
    if (next > latest && latest < facts.end && wasOpen(due) && (wasOpen(latest) || !isChanged) && mine.length === 0)
      report("who is late is told in time", `${alarm.id}: due ${due}`);
  }
  if (told.length > expected) report("who is late is told once", alarm.id);
};

export const judgeAlarms = (facts: Facts, stored: readonly Stored[], report: Report): void => {
  const alarms = alarmsOf(facts);
  const spans = spansOf(alarms);
  const readings = grouped(
    stored.filter(({ said, at }) => said.reading !== null && at > knownFrom(facts, said.address)),
    readingPlace,
  );
  const escalated = grouped(
    facts.database.prepare("SELECT alarm, at FROM alarm_entry WHERE entry ->> 'kind' = 'escalated' ORDER BY at").all(),
    ({ alarm }) => String(alarm),
  );
  for (const alarm of alarms) {
    judgeClearing(facts, alarm, readings, report);
    const told = (escalated.get(alarm.id) ?? []).map(({ at }) => Number(at));
    judgeLate(facts, alarm, told, report);
  }
  judgeOne(facts, spans, report);
  judgeLost(facts, stored, spans, report);
  judgeHot(facts, readings, spans, report);
};
