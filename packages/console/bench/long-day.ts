// A day of alarms that come, are seen and are over, at a page that stays open: what it costs, and whether the list is still true.
import type { RunningHub } from "@dianan/hub";
import type { CDPSession, Page } from "playwright-core";
import { until } from "../test/browser.ts";
import { sendAlarms, standingAtHub } from "./list-load.ts";
import { heapOf, idsInList, listed } from "./page-probe.ts";

/** Stand at any time: what was raised is over when so many others were. */ const OPEN = 500;
/** Over, and still in the list. */ const OVER_MAX = 200;
const STEP = 50;
/** What a page remembers has limits (2,000 alarms), which these fill before anything is measured. */ const FIRST = 4_500;

export type Day = {
  readonly events: number;
  /** Bytes. */ readonly heapBefore: number;
  readonly heapAfter: number;
  /** Alarms that stand at the hub and have no row; rows of an alarm that has one already. */ readonly lost: number;
  readonly doubled: number;
};

/** @param events - raised and cleared ones together; `from` of the first alarm's number */
export const longDay = async (
  hub: RunningHub,
  { page, session }: { readonly page: Page; readonly session: CDPSession },
  { events, units, from, timeoutMs }: { events: number; units: number; from: number; timeoutMs: number },
): Promise<Day> => {
  const others = (await standingAtHub(hub)).length;
  let raised = from;
  let cleared = from;
  const run = async (count: number): Promise<void> => {
    for (let done = 0; done < count; done += STEP)
      if (raised - cleared < OPEN) {
        await sendAlarms(hub, raised, STEP, units);
        raised += STEP;
      } else {
        await sendAlarms(hub, cleared, STEP, units, "cleared");
        cleared += STEP;
      }
    // The last word of the hub is on the page when its list stands still with as many rows as there are.
    const last = raised - cleared + others + Math.min(OVER_MAX, cleared - from);
    await until(
      () => listed(page),
      (rows) => rows === last,
      timeoutMs,
    );
  };
  await run(FIRST);
  const heapBefore = await heapOf(session);
  await run(events);
  const heapAfter = await heapOf(session);
  const rows = await idsInList(page);
  const has = new Set(rows);
  const standing = await standingAtHub(hub);
  return {
    ...{ events, heapBefore, heapAfter, doubled: rows.length - has.size },
    lost: standing.filter((id) => !has.has(id)).length,
  };
};
