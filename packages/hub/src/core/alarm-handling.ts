import type { Actor } from "./actor.ts";
import { type AlarmLife, overdueFrom } from "./alarm-life-state.ts";
import { isChattering } from "./chatter.ts";
import { offsetTime } from "./offset-time.ts";

/** How a life is told: when, in which zone, and what is shown of persons. */
export type Telling = {
  /** Integer milliseconds UTC. */ readonly now: number;
  readonly utcOffsetMinutes: number;
  readonly show: (by: Actor) => Actor;
};

type Told = { readonly [member: string]: unknown };

/** What people did about an alarm (处理情况) as it leaves the hub: specs/model/alarm-handling.schema.json. */
export const alarmHandling = (life: AlarmLife, { now, utcOffsetMinutes, show }: Telling): Told => {
  const time = (at: number): string => offsetTime(at, utcOffsetMinutes);
  const { acknowledged, assigned, advice, rectification, closure, shelf } = life;
  const overdue = overdueFrom(life);
  const told = <T extends { readonly at: number; readonly by: Actor }>(act: T) => ({
    ...act,
    at: time(act.at),
    by: show(act.by),
  });
  return {
    stage: life.stage,
    ...(acknowledged === null
      ? {}
      : {
          acknowledgedAt: time(acknowledged.at),
          acknowledgedBy: show(acknowledged.by),
          acknowledgedVia: acknowledged.via,
        }),
    ...(life.dueAt === null ? {} : { dueAt: time(life.dueAt) }),
    isOverdue: overdue !== null && overdue <= now,
    ...(assigned === null ? {} : { assignee: show(assigned.to) }),
    ...(advice === null ? {} : { advice: told(advice) }),
    ...(rectification === null
      ? {}
      : { rectification: { ...told(rectification), rectifiedAt: time(rectification.rectifiedAt) } }),
    ...(closure === null ? {} : { closure: withoutInner(told(closure)) }),
    ...(shelf === null || shelf.until <= now ? {} : { shelvedUntil: time(shelf.until), shelvedReason: shelf.reason }),
    ...(typeof life.rootId === "string" ? { rootId: life.rootId } : {}),
    ...(life.chatter === undefined ? {} : { isChattering: isChattering(life.chatter, now) }),
    commentCount: life.comments,
  };
};

const withoutInner = ({ hasCleared: _, ...closure }: { readonly hasCleared: boolean } & Told): Told => closure;
