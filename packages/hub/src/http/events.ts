import type { TenantId } from "@dianan/model";
import { masked, withoutPersons } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import { told } from "../ports/act.ts";
import type { Change } from "../ports/records.ts";
import { changeView } from "./change-view.ts";
import { feedCursorText } from "./cursor.ts";
import { type EventStream, eventStreamAnswer, openEventStream, type StreamSource } from "./event-stream.ts";
import { feedPosition } from "./feed-position.ts";
import { createFeedTail, type FeedTail } from "./feed-tail.ts";
import type { Ask, HttpDeps, Route } from "./http-deps.ts";
import { type Problem, waitProblem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { createTenantView, type TenantView } from "./tenant-view.ts";

export type EventLimits = {
  readonly beatMs: number;
  /** Open streams in all. */ readonly streamsMax: number;
  readonly stallMs: number;
};
export const defaultEventLimits: EventLimits = { beatMs: 5_000, streamsMax: 500, stallMs: 30_000 };

/** The live changes (实时变更) as server-sent events. */
export const eventRoutes = (
  deps: HttpDeps,
  limits: EventLimits,
  isStillGood: (ask: Ask) => Promise<boolean>,
): { readonly routes: readonly Route[]; open(): number; close(): void } => {
  const streams = new Set<EventStream>();
  let isClosed = false;
  let epochNow = "";
  const textOf = (change: Change): string => {
    const data = JSON.stringify(changeView(change, deps));
    return `event: change\nid: ${feedCursorText({ epoch: epochNow, positions: [change.position] })}\ndata: ${data}\n\n`;
  };
  /** Persons are masked in what all readers share; who is given them in full, or not at all, has a tail of its own. */
  const textWith =
    (hide: typeof masked) =>
    (change: Change): string => {
      const body = hide(change.kind, change.record.body);
      return textOf(body === change.record.body ? change : { ...change, record: { ...change.record, body } });
    };
  const texts = { full: textOf, masked: textWith(masked), none: textWith(withoutPersons) } as const;
  /** Made for the first stream that is given it: a new alarm is on its way then. */
  const given =
    (tenant: TenantId, text: (change: Change) => string) =>
    (change: Change): string => {
      if (change.kind === "alarm" && change.version === 1) deps.latency.pushed(tenant, change.id);
      return text(change);
    };
  const tails = new Map<string, FeedTail>();
  const tailOf = ({ tenant, persons }: TenantView): FeedTail => {
    const key = `${persons} ${tenant}`;
    const tail = tails.get(key) ?? createFeedTail(deps.store, tenant, given(tenant, texts[persons]));
    tails.set(key, tail);
    return tail;
  };
  /** What a reader sees of a tenant's feed; where it may see only a part, what it may see is asked anew each time. */
  const readerOf = ({ caller, view }: Ask): StreamSource["after"] => {
    const tail = tailOf(view);
    if (view.isWhole || caller === null) return tail.after;
    return async (position) => {
      const now = createTenantView(deps.store, caller);
      const entries = await tail.after(position);
      const seen = await Promise.all(entries.map(({ record }) => now.sees(record)));
      return entries.map((entry, i) => (seen[i] ? entry : { position: entry.position, text: "" }));
    };
  };
  const stopHints = deps.hints.onHint(() => {
    for (const stream of streams) stream.wake();
  });

  const open = async (ask: Ask): Promise<Response | Problem> => {
    const { request, url, view, caller, circumstance } = ask;
    const query = readQuery(url, ["after"]);
    if (!query.ok) return query.error;
    const asked = request.headers.get("last-event-id") ?? query.value.after ?? null;
    if (isClosed || streams.size >= limits.streamsMax) return waitProblem("busy", 5);
    const feed = await view.feed();
    epochNow = feed.epoch;
    const start = feedPosition(feed, asked, feed.head);
    if (!start.ok) return start.error;
    if (view.isPersonal && caller !== null)
      await deps.store.commit({
        tenant: view.tenant,
        writes: [told(caller, "personalData.follow", "feed", "done", circumstance)],
      });
    const stream = openEventStream({
      position: start.value,
      after: readerOf(ask),
      // The id makes a reader that saw no change yet resume from here too.
      beat: (at) =>
        `event: beat\nid: ${feedCursorText({ epoch: feed.epoch, positions: [at] })}\ndata: ${JSON.stringify({ now: offsetTime(deps.clock(), deps.utcOffsetMinutes) })}\n\n`,
      beatMs: limits.beatMs,
      stallMs: limits.stallMs,
      isStillAllowed: () => isStillGood(ask),
      onEnd: () => void streams.delete(stream),
    });
    streams.add(stream);
    return eventStreamAnswer(stream.body);
  };

  return {
    routes: [{ method: "GET", path: "/api/v1/events", handle: open }],
    open: () => streams.size,
    close: () => {
      isClosed = true;
      stopHints();
      for (const stream of [...streams]) stream.end();
    },
  };
};
