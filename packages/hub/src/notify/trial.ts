import type { Instant, TenantId } from "@dianan/model";
import { openCase, stepCase } from "../core/notify-case.ts";
import { type NotifyPolicy, ruleFor } from "../core/notify-policy.ts";
import { fault } from "../core/setting-fault.ts";
import type { Notifications, PlannedNotice, PolicyTrialAsk } from "../ports/notifications.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { CourierBook } from "./courier-book.ts";
import { subjectOf, textIn } from "./facts.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import type { PeopleFinder } from "./people.ts";
import { maskedTarget, policyItem } from "./setting-items.ts";

const ALARMS_MAX = 500;
const NOTICES_MAX = 5_000;
/** Steps of one alarm at most: ten loops of ten. */
const TURNS_MAX = 200;
const PAGE = 500;

/** A dry run (试算): who would be told of an alarm, by what and when, if nobody acknowledged it. Nothing is sent. */
export const createTrial = (deps: NotifyDeps, finder: PeopleFinder, book: CourierBook): Notifications["trial"] => {
  const { store, access, utcOffsetMinutes } = deps;

  const ofAlarm = async (
    tenant: TenantId,
    policy: NotifyPolicy,
    alarm: StoredRecord,
    startedAt: number,
  ): Promise<readonly PlannedNotice[]> => {
    const subject = await subjectOf(deps, tenant, alarm);
    const rule = ruleFor(policy, subject, startedAt, utcOffsetMinutes);
    let state = openCase({ alarmId: alarm.id, class: subject.class }, rule, 1, startedAt);
    const planned: PlannedNotice[] = [];
    for (let turn = 0; turn < TURNS_MAX && state.nextAt !== null; turn += 1) {
      const at = state.nextAt;
      const people = await Promise.all(
        (rule?.steps ?? []).map((step) => finder.ofStep(tenant, step, policy, alarm, at)),
      );
      const last = { recipients: ["contact"], contactIds: policy.fallbackContactIds } as const;
      const fallback = await finder.ofStep(tenant, last, policy, alarm, at);
      const next = stepCase(state, { kind: "tick", at, people, fallback, isUnwatched: false, utcOffsetMinutes });
      state = next.state;
      const known = new Map([...people.flat(), ...fallback].map((one) => [one.id, one]));
      for (const effect of next.effects) {
        const person = effect.kind === "ask" ? known.get(effect.key.personId) : undefined;
        if (effect.kind !== "ask" || person === undefined) continue;
        const { channel, step } = effect.key;
        const ways = await book.open(tenant, channel, person.address);
        planned.push({
          ...{
            alarmId: alarm.id,
            channel,
            step: step + 1,
            at: effect.notBefore as Instant,
            recipient: person.recipient,
          },
          target: maskedTarget(person.address, channel, person.recipient.name),
          courierId: (person.recipient.as === "group" ? person.recipient.id : ways[0]?.id) ?? null,
        });
      }
    }
    return planned;
  };

  const past = async (tenant: TenantId, from: Instant, to: Instant): Promise<readonly StoredRecord[]> => {
    const found: StoredRecord[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof store.page>> = await store.page(tenant, {
        ...{ kind: "alarm", after, limit: PAGE, where: {}, withDeleted: false, updatedFrom: from, updatedTo: null },
      });
      for (const alarm of page.items) {
        const at = Date.parse(textIn(alarm.body, "occurredAt"));
        if (at >= from && at < to && found.length < ALARMS_MAX) found.push(alarm);
      }
      after = page.next;
    } while (after !== null && found.length < ALARMS_MAX);
    return found;
  };
  const sampled = ({ sample }: PolicyTrialAsk): readonly (readonly [StoredRecord, number])[] => {
    if (sample === null) return [];
    const { at, ...rest } = sample;
    const body = { ...rest, occurredAt: new Date(at).toISOString(), state: "raised" };
    return [
      [{ kind: "alarm", id: "sample", body, version: 1, updatedAt: at, deleted: false } as unknown as StoredRecord, at],
    ];
  };

  return async (tenant, ask, now) => {
    const policy = ask.policy ?? (await policyItem(access, tenant))?.policy ?? null;
    if (policy === null)
      return {
        fault: "invalid",
        ...fault("/policy", "None is set yet: send the one to try.", "尚未设置通知策略,请提供要试算的策略。"),
      };
    if (ask.sample === null && (ask.from === null || ask.to === null))
      return { fault: "invalid", ...fault("/sample", "Give a sample, or from and to.", "请给出样例告警,或起止时间。") };
    const alarms = [...sampled(ask)];
    if (ask.from !== null && ask.to !== null)
      for (const alarm of await past(tenant, ask.from, ask.to))
        alarms.push([
          alarm,
          Date.parse(textIn(alarm.body, "receivedAt")) || Date.parse(textIn(alarm.body, "occurredAt")) || now,
        ]);
    const notices: PlannedNotice[] = [];
    const untold: string[] = [];
    for (const [alarm, at] of alarms) {
      const planned = await ofAlarm(tenant, policy, alarm, at);
      if (planned.length === 0) untold.push(alarm.id);
      notices.push(...planned.slice(0, NOTICES_MAX - notices.length));
    }
    return { alarms: alarms.length, notices, untold };
  };
};
