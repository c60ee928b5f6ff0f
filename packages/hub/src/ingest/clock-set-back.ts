import type { Instant } from "@dianan/model";
import { hubActor } from "../core/actor.ts";
import { offsetTime } from "../core/offset-time.ts";
import { told } from "../ports/act.ts";
import type { Intake } from "../ports/live.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import type { EngineDeps } from "./deps.ts";
import type { DeviceBook } from "./device-book.ts";
import type { Lanes } from "./lanes.ts";

/**
 * Puts stored records right, once, after the hub's clock was ahead: when a device was heard last, the times and due dates of alarms, and
 * the newest values are no later than the moment in which it was found out (EF-4.1, EF-5.3, CP-4.2).
 */
export type ClockSetBack = {
  /** The clock was set back. */ found(): void;
  /** Once a second. */ tick(): void;
};

/** No hub of this kind ran before it: a clock that says so is wrong itself, and puts nothing right. */
const PLAUSIBLE_FROM = Date.UTC(2025, 0, 1);
/** Less than this ahead harms nobody. */
const AHEAD_MS = 60_000;
const AT_ONCE = 100;
const here = { who: "hub", circumstance: { source: "", requestId: "" } } as const;

export const createClockSetBack = (
  deps: EngineDeps,
  book: DeviceBook,
  lanes: Lanes,
  intake: Intake,
  committed: (head: number) => void,
  wasAhead: boolean,
): ClockSetBack => {
  const { tenant, store, clock, log } = deps;
  // After a start nobody knows what the clock of the former process said, so it is looked up.
  let isOwed = true;
  let isSeen = wasAhead;
  let isRunning = false;

  /** Records that were changed by a clock that was ahead: no other way has them change later than now. */
  const ahead = async (
    kind: "device" | "alarm",
    now: number,
    work: (items: readonly StoredRecord[]) => Promise<number>,
  ): Promise<number> => {
    let count = 0;
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof store.page>> = await store.page(tenant, {
        ...{ kind, after, limit: AT_ONCE, updatedFrom: (now + AHEAD_MS) as Instant, updatedTo: null },
        ...{ where: {}, withDeleted: false },
      });
      // What the clock of a moment ago calls ahead need not be ahead of this one.
      if (clock() - now > AHEAD_MS) throw new Error("the clock has been set again 时钟再次变动");
      if (page.items.length > 0) count += await work(page.items);
      after = page.next;
    } while (after !== null);
    return count;
  };

  const devicesIn = async (items: readonly StoredRecord[], now: Instant): Promise<number> => {
    const late = items.filter(({ body }) => Date.parse(String(body.lastSeenAt ?? "")) > now);
    const set = { lastSeenAt: offsetTime(now, deps.utcOffsetMinutes) };
    const keys = late.flatMap(({ id }) => book.boundTo(id)?.key ?? []);
    await lanes.run(keys, async () => {
      const writes = late.map(({ id }): Write => ({ kind: "put", record: "device", id, set, at: now, how: "merge" }));
      if (writes.length > 0) committed((await store.commit({ tenant, writes })).head);
    });
    return late.length;
  };
  const alarmsIn = async (items: readonly StoredRecord[]): Promise<number> => {
    const act = { kind: "setBack" } as const;
    await intake.apply(items.map(({ id }) => ({ kind: "act", id, act, by: hubActor, via: null, ...here }) as const));
    return items.length;
  };

  const run = async (wasSeen: boolean): Promise<void> => {
    const now = clock();
    const devices = await ahead("device", now, (items) => devicesIn(items, now));
    const alarms = await ahead("alarm", now, alarmsIn);
    const writes: Write[] = [{ kind: "latestNotAfter", at: now }];
    if (wasSeen || devices > 0 || alarms > 0) {
      const reason = `the clock was ahead: ${devices} devices, ${alarms} alarms put right`;
      writes.push(told("hub", "clock.setBack", "hub", "done", { now, source: "", requestId: "" }, reason));
      log(`${reason} 平台时钟曾超前,记录的时间已更正`);
    }
    await store.commit({ tenant, writes });
  };

  return {
    found: () => {
      isOwed = true;
      isSeen = true;
    },
    tick: () => {
      if (!isOwed || isRunning || clock() < PLAUSIBLE_FROM) return;
      // What is found while it runs is for the next run.
      const wasSeen = isSeen;
      isRunning = true;
      isOwed = false;
      isSeen = false;
      run(wasSeen)
        .catch((error: unknown) => {
          isOwed = true;
          isSeen ||= wasSeen;
          log(`clock set back: ${error instanceof Error ? error.message : String(error)} 时钟更正未能写入,将重试`);
        })
        .finally(() => {
          isRunning = false;
        });
    },
  };
};
