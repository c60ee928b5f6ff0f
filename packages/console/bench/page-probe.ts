// What is measured inside a page and of its process.
import type { CDPSession, Page } from "playwright-core";

type Probe = {
  /** When the list had its first row, and the greatest paint. Milliseconds after the page began. */ readyAt: number;
  paintedAt: number;
  /** From a press to the frame that shows it. Milliseconds. */ keys: number[];
  /** Tasks of over 50 ms. Milliseconds. */ tasks: number[];
  /** Rows that came, and when their frame was out. Milliseconds since 1970. */ rows: [id: string, at: number][];
};

/** Puts the probe into every document of the page, before its own scripts. */
export const addProbe = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const probe: Probe = { readyAt: 0, paintedAt: 0, keys: [], tasks: [], rows: [] };
    (window as unknown as { probe: Probe }).probe = probe;
    // A frame, then a task behind it: the earliest moment at which the frame is really out.
    const afterFrame = (run: () => void): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = run;
        channel.port2.postMessage(null);
      });
    };
    const watchRows = (body: Element): void =>
      new MutationObserver((changes) => {
        const ids = changes.flatMap(({ addedNodes }) => [...addedNodes].map((node) => (node as Element).id ?? ""));
        if (ids.length > 0)
          afterFrame(() => {
            for (const id of ids) probe.rows.push([id.slice(4), performance.timeOrigin + performance.now()]);
          });
      }).observe(body, { childList: true });
    const look = (): void => {
      const body = document.querySelector(".alarm-grid .grid-body");
      if (body?.firstElementChild) {
        probe.readyAt = performance.now();
        watchRows(body);
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const onKey = ({ timeStamp }: Event): void => afterFrame(() => probe.keys.push(performance.now() - timeStamp));
    addEventListener("keydown", onKey, true);
    const observe = (type: string, take: (entry: PerformanceEntry) => void): void =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    observe("longtask", ({ duration }) => probe.tasks.push(duration));
    observe("largest-contentful-paint", ({ startTime }) => {
      probe.paintedAt = startTime;
    });
  });

/** What the probe has seen; what is named begins anew. */
export const seen = (page: Page, anew: readonly ("keys" | "tasks" | "rows")[] = []): Promise<Probe> =>
  page.evaluate((names) => {
    const { probe } = window as unknown as { probe: Probe };
    const copy = { ...probe };
    for (const name of names) probe[name] = [];
    return copy;
  }, anew);

/** Scrolls the list to so many places. @returns how long each took to be a frame. Milliseconds */
export const scrollTimes = (page: Page, count: number): Promise<readonly number[]> =>
  page.evaluate(async (times) => {
    const box = document.querySelector(".alarm-grid") as HTMLElement;
    const found: number[] = [];
    for (let n = 1; n <= times; n += 1) {
      const from = performance.now();
      box.scrollTop = ((n * 7_919) % times) * (box.scrollHeight / times);
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve();
          channel.port2.postMessage(null);
        });
      });
      found.push(performance.now() - from);
    }
    box.scrollTop = 0;
    return found;
  }, count);

/** Ids of every row of the list in its order, those that are scrolled away too. */
export const idsInList = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const box = document.querySelector(".alarm-grid") as HTMLElement;
    const ids: string[] = [];
    for (let top = 0; ; top += box.clientHeight / 2) {
      box.scrollTop = top;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      for (const row of box.querySelectorAll(".grid-row"))
        ids[Number(row.getAttribute("aria-rowindex")) - 2] = row.id.slice(4);
      if (top >= box.scrollHeight - box.clientHeight) break;
    }
    box.scrollTop = 0;
    return ids;
  });

/** Alarms in the list. */
export const listed = async (page: Page): Promise<number> =>
  Number(await page.locator(".alarm-grid").getAttribute("aria-rowcount", { timeout: 60_000 })) - 1;

/** Heap after what is no longer needed was given up. Bytes. */
export const heapOf = async (session: CDPSession): Promise<number> => {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
};

/** From here on the main thread's work is counted in processor time: what waits while others have the processor is no work. */
export const countWork = (session: CDPSession): Promise<unknown> =>
  session.send("Performance.enable", { timeDomain: "threadTicks" });

/** What the main thread has done so far. Seconds, `at` of the clock and the others of the processor. */
export type Work = { readonly at: number; readonly task: number; readonly script: number };
export const workOf = async (session: CDPSession): Promise<Work> => {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return { at: of("Timestamp"), task: of("TaskDuration"), script: of("ScriptDuration") };
};

/** Share of the time in which the main thread worked, and ran script. Percent. */
export const shareOf = (before: Work, after: Work): { readonly main: number; readonly script: number } => {
  const percent = (work: number): number => (100 * work) / (after.at - before.at);
  return { main: percent(after.task - before.task), script: percent(after.script - before.script) };
};

/** The value that so great a share of all does not exceed, nearest rank. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;
