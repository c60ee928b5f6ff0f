import type { SentNotice } from "./notify-budget.ts";
import { bundlesOf, decide, isStorm, type NotifyWay, type WaitingNotice } from "./notify-bundle.ts";
import type { NotifyGrouping } from "./notify-policy.ts";

/** What is done with rows that are due; `lead` stands for the others of its bundle. */
export type DispatchAct =
  | {
      readonly kind: "send";
      readonly lead: WaitingNotice;
      readonly others: readonly WaitingNotice[];
      readonly courierId: string;
      /** It tells of a storm of its class. */ readonly isStorm: boolean;
    }
  | { readonly kind: "hold"; readonly rows: readonly WaitingNotice[]; readonly until: number }
  | { readonly kind: "merge"; readonly rows: readonly WaitingNotice[] }
  | { readonly kind: "expire"; readonly rows: readonly WaitingNotice[] }
  | { readonly kind: "fail"; readonly rows: readonly WaitingNotice[]; readonly reason: "budget" | "no-courier" };

export type DispatchScene = {
  readonly grouping: NotifyGrouping;
  readonly at: number;
  readonly utcOffsetMinutes: number;
  /** Channel settings that work, by channel. */ readonly ways: { readonly [channel: string]: readonly NotifyWay[] };
};

const ORDER = ["voice", "app", "sms", "mail", "chat", "webhook"];
const rank = ({ class: alarmClass, channel }: WaitingNotice): number =>
  (alarmClass === "alarm" ? 0 : ORDER.length) + ORDER.indexOf(channel);

/**
 * What becomes of everything that is due for one person, class alarm first. What it sends counts for what it decides next, so that
 * no cap is passed however much is due at once.
 *
 * @param due - rows of this person whose time has come
 * @param sent - what this person was sent before
 */
export const dispatchPerson = (
  due: readonly WaitingNotice[],
  sent: readonly SentNotice[],
  scene: DispatchScene,
): readonly DispatchAct[] => {
  const { at, grouping } = scene;
  const acts: DispatchAct[] = [];
  const expired = due.filter(({ expiresAt }) => expiresAt <= at);
  if (expired.length > 0) acts.push({ kind: "expire", rows: expired });
  const waiting = due.filter(({ expiresAt }) => expiresAt > at);
  const known = [...sent];
  const parts = [...new Set(waiting.map(({ channel }) => channel))].flatMap((channel) =>
    bundlesOf(
      waiting.filter((one) => one.channel === channel),
      known,
      grouping,
      at,
    ),
  );
  for (const rows of [...parts].sort((a, b) => rank(a[0] as WaitingNotice) - rank(b[0] as WaitingNotice))) {
    const [lead, ...others] = rows;
    if (lead === undefined) continue;
    const alarmIds = rows.map(({ alarmId }) => alarmId);
    const bundle = {
      ...{ channel: lead.channel, class: lead.class, unitId: lead.unitId, alarmIds },
      rootIds: rows.map(({ rootId }) => rootId),
      unitIds: [...new Set(rows.map(({ unitId }) => unitId))],
      expiresAt: Math.min(...rows.map(({ expiresAt }) => expiresAt)),
    };
    const ofClass = (list: readonly SentNotice[]) => list.filter((one) => one.class === lead.class);
    const isWhole = isStorm(
      waiting.filter((one) => one.class === lead.class),
      ofClass(known),
      grouping,
      at,
    );
    const ways = scene.ways[lead.channel] ?? [];
    const decision = decide(bundle, known, ways, { ...scene, isWhole });
    switch (decision.kind) {
      case "send":
        acts.push({ kind: "send", lead, others, courierId: decision.courierId, isStorm: isWhole });
        known.push({
          ...{ at, courierId: decision.courierId, channel: lead.channel, class: lead.class, unitId: lead.unitId },
          ...{ rootId: lead.rootId, alarmIds, isStorm: isWhole },
        });
        break;
      case "hold":
        acts.push({ kind: "hold", rows, until: decision.until });
        break;
      case "merge":
        acts.push({ kind: "merge", rows });
        break;
      case "fail":
        acts.push({ kind: "fail", rows, reason: decision.reason });
        break;
    }
  }
  return acts;
};
