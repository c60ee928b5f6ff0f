import type { TenantId } from "@dianan/model";
import { daySpan, type NotifyPolicy, type NotifyRule, type OnCallSchedule } from "../core/notify-policy.ts";
import { onCallGaps } from "../core/on-call.ts";
import { fault, type SettingFault } from "../core/setting-fault.ts";
import { itemWrite, told, tryCommit } from "../ports/act.ts";
import type { Notifications, PolicyView, VerifiableMember } from "../ports/notifications.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import { channelItem, contactItem, openedAddress, POLICY_ID, policyItem } from "./setting-items.ts";
import { verifiedAt } from "./verification.ts";

/** Gaps of schedules are looked for so far ahead. */
const AHEAD_MS = 28 * 86_400_000;
const GAPS_MAX = 200;

const span = (text: string | undefined, path: string): SettingFault | null =>
  text === undefined || daySpan(text) !== null
    ? null
    : fault(path, "Hours of the day such as 22:00-07:00.", "应为 22:00-07:00 这样的时段。");

const ruleFault = (rule: NotifyRule, path: string, schedules: readonly OnCallSchedule[]): SettingFault | null => {
  const found = span(rule.hours, `${path}/hours`) ?? span(rule.quietHours, `${path}/quietHours`);
  if (found !== null) return found;
  let before = -1;
  for (const [n, step] of rule.steps.entries()) {
    const at = `${path}/steps/${n}`;
    if (step.afterSeconds <= before && n > 0)
      return fault(`${at}/afterSeconds`, "Each step comes later than the one before.", "各级通知的时间应依次递增。");
    before = step.afterSeconds;
    const needs = (recipient: string, list: readonly string[] | undefined): boolean =>
      (step.recipients as readonly string[]).includes(recipient) && (list === undefined || list.length === 0);
    if (needs("contact", step.contactIds))
      return fault(`${at}/contactIds`, "Say which contacts.", "请指明通知联系人。");
    if (needs("account", step.accountIds)) return fault(`${at}/accountIds`, "Say which accounts.", "请指明账号。");
    if (needs("group", step.channelIds))
      return fault(`${at}/channelIds`, "Say which robots or webhooks.", "请指明群机器人或回调渠道。");
    if (
      needs(
        "dutyOfficer",
        schedules.map(({ id }) => id),
      )
    )
      return fault(
        `${at}/recipients`,
        "A duty officer needs a schedule: add one to schedules.",
        "通知值班人员须先设置排班(schedules)。",
      );
    if (step.scheduleId !== undefined && !schedules.some(({ id }) => id === step.scheduleId))
      return fault(`${at}/scheduleId`, "There is no such schedule in schedules.", "schedules 中没有此排班。");
  }
  return null;
};

const scheduleFault = (schedule: OnCallSchedule, path: string): SettingFault | null => {
  if (Number.isNaN(Date.parse(`${schedule.from}T00:00:00Z`)))
    return fault(`${path}/from`, "It is no day.", "不是有效日期。");
  if (daySpan(`${schedule.handOver}-00:00`) === null)
    return fault(`${path}/handOver`, "A time such as 08:00.", "应为 08:00 这样的时间。");
  for (const [n, { from, until }] of (schedule.overrides ?? []).entries())
    if (!(Date.parse(from) < Date.parse(until)))
      return fault(`${path}/overrides/${n}/until`, "It ends after it begins.", "结束时间应晚于开始时间。");
  return span(schedule.hours, `${path}/hours`);
};

/** What is wrong with a policy that its schema does not say. */
const policyFault = (policy: NotifyPolicy): SettingFault | null => {
  const { schedules = [] } = policy;
  for (const [n, schedule] of schedules.entries()) {
    const found = scheduleFault(schedule, `/schedules/${n}`);
    if (found !== null) return found;
    if (schedules.findIndex(({ id }) => id === schedule.id) !== n)
      return fault(`/schedules/${n}/id`, "Another schedule has this id.", "排班 id 重复。");
  }
  for (const [n, rule] of policy.rules.entries()) {
    const found = ruleFault(rule, `/rules/${n}`, schedules);
    if (found !== null) return found;
  }
  return null;
};

/** Contacts that a policy names, with where it names them. */
const namedContacts = (policy: NotifyPolicy): readonly (readonly [path: string, id: string])[] => [
  ...policy.fallbackContactIds.map((id, n) => [`/fallbackContactIds/${n}`, id] as const),
  ...policy.rules.flatMap((rule, r) =>
    rule.steps.flatMap((step, s) =>
      (step.contactIds ?? []).map((id, n) => [`/rules/${r}/steps/${s}/contactIds/${n}`, id] as const),
    ),
  ),
  ...(policy.schedules ?? []).flatMap((schedule, s) => [
    ...schedule.rotation.map((id, n) => [`/schedules/${s}/rotation/${n}`, id] as const),
    ...(schedule.overrides ?? []).flatMap(({ contactId }, n) =>
      contactId === null ? [] : [[`/schedules/${s}/overrides/${n}/contactId`, contactId] as const],
    ),
  ]),
];
/** Whether a policy names a contact or channel. */
export const namesInPolicy = (policy: NotifyPolicy | null, id: string): boolean =>
  policy !== null &&
  (namedContacts(policy).some(([, named]) => named === id) ||
    policy.rules.some(({ steps }) => steps.some(({ channelIds = [] }) => channelIds.includes(id))));

export const createPolicySettings = (deps: NotifyDeps): Pick<Notifications, "policy" | "putPolicy"> => {
  const { access, utcOffsetMinutes, clock } = deps;

  /** Contacts whom the policy names and of whom an address that notices go to was never verified. */
  const unverifiedOf = async (tenant: TenantId, policy: NotifyPolicy): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const id of new Set(namedContacts(policy).map(([, named]) => named))) {
      const item = await contactItem(access, tenant, id);
      const address = item === null ? null : openedAddress(deps.seals, tenant, "noticeContact", id, item.body.sealed);
      if (item === null || address === null) continue;
      const isOpen = (member: VerifiableMember): boolean =>
        address[member] !== undefined && verifiedAt(deps, item, address, member) === null;
      if (isOpen("phone") || isOpen("mail")) found.push(id);
    }
    return found;
  };
  const viewOf = async (tenant: TenantId, policy: NotifyPolicy, version: number): Promise<PolicyView> => {
    const now = clock();
    const gaps = (policy.schedules ?? []).flatMap((schedule) =>
      onCallGaps(schedule, now, now + AHEAD_MS, utcOffsetMinutes).map((gap) => ({ ...gap, scheduleId: schedule.id })),
    );
    return { ...policy, version, gaps: gaps.slice(0, GAPS_MAX), unverified: await unverifiedOf(tenant, policy) };
  };
  const policy = async (tenant: TenantId): Promise<PolicyView> => {
    const kept = await policyItem(access, tenant);
    return viewOf(tenant, kept?.policy ?? { rules: [], fallbackContactIds: [] }, kept?.version ?? 0);
  };
  const referenceFault = async (tenant: TenantId, next: NotifyPolicy): Promise<SettingFault | null> => {
    for (const [path, id] of namedContacts(next))
      if ((await contactItem(access, tenant, id)) === null)
        return fault(path, "There is no such contact.", "没有此通知联系人。");
    for (const [r, rule] of next.rules.entries())
      for (const [s, step] of rule.steps.entries())
        for (const [n, id] of (step.channelIds ?? []).entries())
          if ((await channelItem(access, tenant, id)) === null)
            return fault(`/rules/${r}/steps/${s}/channelIds/${n}`, "There is no such channel.", "没有此通知渠道。");
    return null;
  };

  return {
    policy,
    putPolicy: async (who, version, next, at) => {
      const { tenant } = who;
      const found = policyFault(next) ?? (await referenceFault(tenant, next));
      if (found !== null) return { fault: "invalid", ...found };
      const done = await tryCommit({ store: deps.store }, tenant, [
        itemWrite("noticePolicy", POLICY_ID, next, version),
        { kind: "notice", act: { do: "open" } },
        told(who, "notificationPolicy.change", "notificationPolicy", "done", at),
      ]);
      return done === "conflict" ? { fault: "conflict" } : viewOf(tenant, next, version + 1);
    },
  };
};
