import type { Instant } from "@dianan/model";
import { fault } from "../core/setting-fault.ts";
import { told } from "../ports/act.ts";
import { BY_HAND } from "../ports/notice-store.ts";
import type { Notifications } from "../ports/notifications.ts";
import { subjectOf } from "./facts.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import type { PeopleFinder } from "./people.ts";
import { draftOf, rootOf } from "./planner.ts";
import { policyItem } from "./setting-items.ts";

const EXPIRE_MS = 15 * 60_000;

/** Tells somebody of an alarm now because somebody asks for it (人工通知): recorded, and sent as any other notice. */
export const createByHand = (deps: NotifyDeps, finder: PeopleFinder, wake: () => void): Notifications["byHand"] => {
  const { store, access, notices } = deps;
  return async (who, alarmId, { channel, recipient, contactId, note }, at) => {
    const { tenant } = who;
    const alarm = await store.record(tenant, "alarm", alarmId);
    if (alarm === null || alarm.deleted) return { fault: "absent" };
    if (alarm.life?.stage === "closed") return { fault: "in-use" };
    const policy = (await policyItem(access, tenant))?.policy ?? { rules: [], fallbackContactIds: [] };
    const step = { recipients: [recipient], ...(contactId === null ? {} : { contactIds: [contactId] }) };
    const [person] = await finder.ofStep(tenant, step, policy, alarm, at.now);
    if (person === undefined || !person.channels.includes(channel))
      return {
        fault: "invalid",
        ...fault(
          "/recipient",
          "Nobody is reached so: there is no such person or address, or no channel for it.",
          "无法通知:没有该联系人或地址,或未设置相应渠道。",
        ),
      };
    const key = { alarmId, personId: person.id, channel, step: BY_HAND, n: at.now };
    const times = { at: at.now, dueAt: at.now, expiresAt: (at.now + EXPIRE_MS) as Instant };
    const subject = await subjectOf(deps, tenant, alarm);
    const row = draftOf(deps, tenant, key, person, subject, rootOf(alarm), times, note);
    await store.commit({
      tenant,
      writes: [
        { kind: "notice", act: { do: "ask", rows: [row] } },
        told(who, "alarm.notify", `alarm:${alarmId}`, "done", at, `${channel} ${recipient}`),
      ],
    });
    wake();
    return (await notices.notice(tenant, row.id)) ?? { fault: "absent" };
  };
};
