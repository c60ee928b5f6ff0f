import type { Instant, TenantId } from "@dianan/model";
import { type AttemptKey, type CaseEffect, type NotifyCase, openCase, stepCase } from "../core/notify-case.ts";
import { type NotifyPolicy, type NotifySubject, ruleFor } from "../core/notify-policy.ts";
import { told } from "../ports/act.ts";
import type { DueCase, NoticeDraft, NoticeRow } from "../ports/notice-store.ts";
import type { NotifyAddress } from "../ports/notify-courier.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { noticeId, subjectOf } from "./facts.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import type { PeopleFinder, ReachedPerson } from "./people.ts";
import { maskedTarget, policyItem, sealedAddress } from "./setting-items.ts";

/** Cases planned at once: they share commits. */
const AT_ONCE = 200;

const here = (now: Instant) => ({ now, source: "", requestId: "" });

/** A notice of what a case asks for. */
export const draftOf = (
  { seals }: Pick<NotifyDeps, "seals">,
  tenant: TenantId,
  key: AttemptKey,
  person: Pick<ReachedPerson, "address" | "recipient">,
  subject: Pick<NotifySubject, "class" | "unitId">,
  rootId: string,
  times: { readonly at: number; readonly dueAt: number; readonly expiresAt: number },
  note: string | null = null,
): NoticeDraft => {
  const id = noticeId(tenant, key);
  return {
    ...{
      id,
      alarmId: key.alarmId,
      personId: key.personId,
      channel: key.channel,
      step: key.step,
      n: key.n,
      rootId,
      note,
    },
    ...{ class: subject.class, unitId: subject.unitId, recipient: person.recipient },
    ...(times as { at: Instant; dueAt: Instant; expiresAt: Instant }),
    address: sealedAddress(seals, tenant, "notice", id, person.address),
    target: maskedTarget(person.address, key.channel, person.recipient.name),
  };
};

export const rootOf = (alarm: StoredRecord): string => alarm.life?.rootId ?? alarm.id;

export type Planner = {
  /** Plans what is due; says how much. */ round(): Promise<number>;
  /** Writes of a notice that has failed for good: the next channel, or the next step. */
  failed(row: NoticeRow, tried: readonly NoticeRow[]): Promise<readonly Write[]>;
};

export const createPlanner = (
  deps: NotifyDeps,
  finder: PeopleFinder,
  openAddress: (row: NoticeRow) => NotifyAddress | null,
): Planner => {
  const { store, notices, access } = deps;

  const noticesOf = (
    tenant: TenantId,
    effects: readonly CaseEffect[],
    people: ReadonlyMap<string, Pick<ReachedPerson, "address" | "recipient">>,
    subject: Pick<NotifySubject, "class" | "unitId">,
    rootId: string,
    at: Instant,
  ): readonly NoticeDraft[] =>
    effects.flatMap((effect) => {
      if (effect.kind !== "ask") return [];
      const person = people.get(effect.key.personId);
      const times = { at, dueAt: effect.notBefore, expiresAt: effect.expiresAt };
      return person === undefined ? [] : [draftOf(deps, tenant, effect.key, person, subject, rootId, times)];
    });
  const planWrite = ({ alarmId, generation }: DueCase, state: NotifyCase, rows: readonly NoticeDraft[]): Write => ({
    kind: "notice",
    act: { do: "plan", alarmId, generation, state, rows },
  });
  /** What is told of a step besides its notices. */
  const said = async (
    tenant: TenantId,
    alarmId: string,
    effects: readonly CaseEffect[],
    at: Instant,
  ): Promise<readonly Write[]> => {
    const entry = (act: string, reason: string): Write =>
      told("hub", act, `alarm:${alarmId}`, "done", here(at), reason);
    const writes: Write[] = [];
    for (const effect of effects)
      if (effect.kind === "skippedToPhone") writes.push(entry("notification.skipToPhone", "no watcher for 60 s"));
      else if (effect.kind === "stepWithoutPeople")
        writes.push(entry("notification.nobody", `step ${effect.step + 1}`));
      else if (effect.kind === "exhausted") {
        writes.push(entry("notification.exhausted", "nobody acknowledged"));
        const text = `告警 ${alarmId} 各级通知均无人确认,已通知兜底联系人。 Nobody acknowledged alarm ${alarmId} at any step; the fallback contacts were told.`;
        await deps.raise(
          tenant,
          [{ rule: "alarmUnanswered", subject: `alarm:${alarmId}`, actor: null, source: null, count: 1, text }],
          at,
        );
      }
    return writes;
  };

  const peopleOf = async (
    tenant: TenantId,
    policy: NotifyPolicy,
    state: NotifyCase,
    alarm: StoredRecord,
    at: Instant,
  ): Promise<{
    readonly byStep: readonly (readonly ReachedPerson[])[];
    readonly fallback: readonly ReachedPerson[];
  }> => {
    const steps = state.rule?.steps ?? [];
    const byStep = await Promise.all(steps.map((step) => finder.ofStep(tenant, step, policy, alarm, at)));
    const last = { recipients: ["contact"], contactIds: policy.fallbackContactIds } as const;
    return { byStep, fallback: await finder.ofStep(tenant, last, policy, alarm, at) };
  };

  const plan = async (due: DueCase): Promise<void> => {
    const { tenant, alarmId } = due;
    const at = deps.clock();
    const [alarm, kept] = await Promise.all([store.record(tenant, "alarm", alarmId), policyItem(access, tenant)]);
    if (alarm === null || alarm.deleted || kept === null) {
      // Nothing says whom to tell: it is not looked at again.
      const nobody = openCase({ alarmId, class: "" }, null, due.generation, due.startedAt);
      await store.commit({ tenant, writes: [planWrite(due, nobody, [])] });
      return;
    }
    const subject = await subjectOf(deps, tenant, alarm);
    const { policy } = kept;
    const before =
      due.state ??
      openCase(
        { alarmId, class: subject.class },
        ruleFor(policy, subject, due.startedAt, deps.utcOffsetMinutes),
        due.generation,
        due.startedAt,
      );
    const { byStep, fallback } = await peopleOf(tenant, policy, before, alarm, at);
    const isUnwatched = policy.dutyDesk === true && !deps.isWatched(tenant, at);
    const { utcOffsetMinutes } = deps;
    const { state, effects } = stepCase(before, {
      kind: "tick",
      at,
      people: byStep,
      fallback,
      isUnwatched,
      utcOffsetMinutes,
    });
    const people = new Map([...byStep.flat(), ...fallback].map((one) => [one.id, one]));
    const rows = noticesOf(tenant, effects, people, subject, rootOf(alarm), at);
    await store.commit({
      tenant,
      writes: [planWrite(due, state, rows), ...(await said(tenant, alarmId, effects, at))],
    });
  };

  return {
    round: async () => {
      const due = await notices.dueCases(deps.clock(), AT_ONCE);
      await Promise.all(due.map(plan));
      return due.length;
    },
    failed: async (row, tried) => {
      const { tenant, alarmId } = row;
      const found = await notices.case(tenant, alarmId);
      const address = openAddress(row);
      if (found === null || found.state === null || address === null) return [];
      const person = await finder.ofAddress(tenant, row.personId, address);
      const key: AttemptKey = { alarmId, personId: row.personId, channel: row.channel, step: row.step, n: row.n };
      const at = deps.clock();
      const channels = [...new Set([row.channel, ...tried.map(({ channel }) => channel)])];
      const { state, effects } = stepCase(found.state, { kind: "failed", at, key, person, tried: channels });
      const people = new Map([[row.personId, { address, recipient: row.recipient }]]);
      return [planWrite(found, state, noticesOf(tenant, effects, people, row, row.rootId, at))];
    },
  };
};
