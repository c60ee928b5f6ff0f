import { hubActor } from "../core/actor.ts";
import type { Intake } from "../ports/live.ts";
import type { EngineDeps } from "./deps.ts";

/** Brings shelved alarms back when their time is over, and says once that an alarm is overdue (EF-5.3, CP-4.2). */
export type AlarmClock = { tick(): void };

/** Alarms of one look: each is a version in the feed. */
const LOOK_MAX = 100;
const here = { who: "hub", circumstance: { source: "", requestId: "" } } as const;

export const createAlarmClock = (deps: EngineDeps, intake: Intake): AlarmClock => {
  let isLooking = false;
  /** What was looked up last: as long as no record changes, nothing is due before then. */
  let known: { readonly tick: number; readonly dueAt: number } | null = null;

  const look = async (): Promise<void> => {
    const tick = deps.store.ticks.records();
    known = null;
    const dueAt = (await deps.store.alarmsDueAt(deps.tenant)) ?? Number.POSITIVE_INFINITY;
    if (dueAt > deps.clock()) {
      known = { tick, dueAt };
      return;
    }
    const due = await deps.store.alarmsDue(deps.tenant, deps.clock(), LOOK_MAX);
    if (due.length === 0) return;
    await intake.apply(
      due.map((id) => ({ kind: "act", id, act: { kind: "tick" }, by: hubActor, via: null, ...here }) as const),
    );
  };

  return {
    tick: () => {
      // A look that takes long is not overtaken; what it missed the next one sees.
      if (isLooking) return;
      if (known !== null && known.tick === deps.store.ticks.records() && known.dueAt > deps.clock()) return;
      isLooking = true;
      look()
        .catch((error: unknown) =>
          deps.log(`alarm clock: ${error instanceof Error ? error.message : String(error)} 告警时限未能处理,将重试`),
        )
        .finally(() => {
          isLooking = false;
        });
    },
  };
};
