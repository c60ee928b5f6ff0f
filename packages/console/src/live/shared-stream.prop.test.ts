import fc from "fast-check";
import { expect, test } from "vitest";
import { shareStream, type Tabs } from "./shared-stream.ts";
import type { OpenStream, Stream, StreamSink } from "./stream.ts";

/** A hub's feed, whose streams tell a reader at any pace what it has not been told. */
const createFeed = () => {
  const feed: { readonly id: string; readonly version: number; readonly deleted: boolean }[] = [];
  const streams = new Set<{ sink: StreamSink; at: number; isBeatDue: boolean }>();
  /** The session is over: whoever reads is told so. */ let isOver = false;
  const open: OpenStream = ({ after }, sink): Stream => {
    const one = { sink, at: Number(after), isBeatDue: true };
    streams.add(one);
    return { close: () => void streams.delete(one) };
  };
  /** Tells one reader one thing. @returns false where there is nothing to tell */
  const tell = (which: number): boolean => {
    const one = [...streams][which % Math.max(1, streams.size)];
    const entry = one === undefined ? undefined : feed[one.at];
    if (one === undefined) return false;
    if (isOver) {
      one.sink.ended();
      return true;
    }
    if (entry === undefined && !one.isBeatDue) return false;
    if (entry === undefined) {
      one.isBeatDue = false;
      one.sink.beat(String(one.at), "now");
      return true;
    }
    one.at += 1;
    const { id, version, deleted } = entry;
    one.sink.change(String(one.at), { kind: "alarm", id, version, record: { id, deleted } });
    return true;
  };
  return {
    ...{ feed, open, tell },
    beat: () => {
      for (const one of streams) one.isBeatDue = true;
    },
    end: () => {
      isOver = true;
    },
    count: () => streams.size,
  };
};

/** Tabs whose messages wait until they are delivered, each tab's in their order. */
const createTabs = () => {
  type Port = ReturnType<Tabs["channel"]> & { readonly waiting: unknown[] };
  const ports = new Set<Port>();
  const queue: { lead: () => Promise<void>; signal: AbortSignal }[] = [];
  let isLed = false;
  const grant = (): void => {
    const next = isLed ? undefined : queue.find(({ signal }) => !signal.aborted);
    if (next === undefined) return;
    queue.splice(queue.indexOf(next), 1);
    isLed = true;
    void next.lead().then(() => {
      isLed = false;
      grant();
    });
  };
  const tabs: Tabs = {
    channel: () => {
      const port: Port = {
        ...{ waiting: [], onmessage: null },
        postMessage: (told: unknown) => {
          for (const other of ports) if (other !== port) other.waiting.push(structuredClone(told));
        },
        close: () => void ports.delete(port),
      };
      ports.add(port);
      return port;
    },
    lead: async (_name, signal, lead) => {
      queue.push({ lead, signal });
      grant();
    },
  };
  const deliver = (which: number): boolean => {
    const port = [...ports][which % Math.max(1, ports.size)];
    if (port === undefined || port.waiting.length === 0) return false;
    const data = port.waiting.shift();
    port.onmessage?.call(port as never, { data } as MessageEvent);
    return true;
  };
  return { tabs, deliver, ports };
};

type Page = { readonly rows: Map<string, number>; readonly stream: Stream; isEnded: boolean };
type Hub = ReturnType<typeof createFeed>;
const openPage = (hub: Hub, tabs: Tabs): Page => {
  // The snapshot of a page is the state at its cursor.
  const rows = new Map<string, number>();
  const apply = ({ id, version, deleted }: { id: string; version: number; deleted: boolean }): void => {
    if (deleted) rows.delete(id);
    else if ((rows.get(id) ?? -1) < version) rows.set(id, version);
  };
  for (const entry of hub.feed) apply(entry);
  const page: { rows: Map<string, number>; isEnded: boolean } = { rows, isEnded: false };
  const stream = shareStream(hub.open, tabs)(
    { kind: "open", after: String(hub.feed.length) },
    {
      change: (_, { id, version, record }) => apply({ id, version, deleted: record.deleted === true }),
      beat: () => undefined,
      dropped: () => undefined,
      ended: () => {
        page.isEnded = true;
      },
    },
  );
  return Object.assign(page, { stream });
};
const settle = async (hub: Hub, browser: ReturnType<typeof createTabs>): Promise<void> => {
  for (let quiet = 0, n = 0; quiet < 30; n += 1) {
    const isBusy = [hub.tell(n), browser.deliver(n)].includes(true);
    await Promise.resolve();
    quiet = isBusy ? 0 : quiet + 1;
  }
};
const stateOf = (hub: Hub): Map<string, number> => {
  const rows = new Map<string, number>();
  for (const { id, version, deleted } of hub.feed) deleted ? rows.delete(id) : rows.set(id, version);
  return rows;
};

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("change" as const), of: fc.nat(5), isGone: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("tell" as const), of: fc.nat(9) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("deliver" as const), of: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("open" as const), of: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("close" as const), of: fc.nat(9) }) },
);

test("whatever tabs come, go and lag, each ends as the hub has it, and one stream is left", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const [hub, browser] = [createFeed(), createTabs()];
      const pages = [openPage(hub, browser.tabs)];
      for (const one of steps) {
        if (one.kind === "change")
          hub.feed.push({ id: `al-${one.of}`, version: hub.feed.length + 1, deleted: one.isGone });
        else if (one.kind === "tell") hub.tell(one.of);
        else if (one.kind === "deliver") browser.deliver(one.of);
        else if (one.kind === "open") pages.push(openPage(hub, browser.tabs));
        else if (pages.length > 1) pages.splice(one.of % pages.length, 1)[0]?.stream.close();
        await Promise.resolve();
      }
      hub.beat();
      await settle(hub, browser);
      hub.beat();
      await settle(hub, browser);
      const truth = stateOf(hub);
      for (const { rows } of pages) expect(rows).toEqual(truth);
      expect(hub.count()).toBe(1);
    }),
    { numRuns: 400 },
  );
});

test("SEC-USR-06: a stream that ends for good ends for every tab, and none goes on by itself", async () => {
  const [hub, browser] = [createFeed(), createTabs()];
  const pages = [1, 2, 3].map(() => openPage(hub, browser.tabs));
  await settle(hub, browser);
  expect(hub.count()).toBe(1);
  hub.end();
  await settle(hub, browser);
  expect(pages.map(({ isEnded }) => isEnded)).toEqual([true, true, true]);
  expect([hub.count(), browser.ports.size]).toEqual([0, 0]);
});

test("a reader that is silent keeps nobody waiting: without its answer a tab reads for itself", async () => {
  const [hub, browser] = [createFeed(), createTabs()];
  openPage(hub, browser.tabs);
  const second = openPage(hub, {
    ...browser.tabs,
    channel: () => ({ postMessage: () => undefined, close: () => undefined, onmessage: null }),
  });
  hub.feed.push({ id: "al-1", version: 1, deleted: false });
  await settle(hub, browser);
  expect(hub.count()).toBe(2);
  expect(second.rows.get("al-1")).toBe(1);
});

test("a browser without locks gives each tab its own stream", () => {
  const hub = createFeed();
  const open = shareStream(hub.open, null);
  expect(open).toBe(hub.open);
});
