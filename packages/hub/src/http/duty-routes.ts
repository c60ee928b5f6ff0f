import { isRecordId } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { HandoverCounts, HandoverView, WatchBeat } from "../ports/duty.ts";
import { actorView } from "./alarm-view.ts";
import { pageCursorText } from "./cursor.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem, problem } from "./problem.ts";
import { linkTo, readCursor, readLimit, readQuery, readTime } from "./query.ts";
import { withBody } from "./sign-in-routes.ts";

type LatencyReport = {
  readonly buckets: readonly { readonly upToMs: number; readonly count: number }[];
  readonly alarms?: readonly { readonly id: string; readonly agoMs: number }[];
};

/** Alarms that one console can have painted in a minute; more is no report. */
const SHOWN_MAX = 1_000_000;

const notFound = (): Problem => problem("not-found", "There is no handover with this id. 没有此 id 的交接班记录。");

/** The duty desk (值守): who watches, how fast alarms are shown, handovers (EF-4.2, EF-4.4.1, EF-5.9). */
export const dutyRoutes = (deps: HttpDeps): readonly Route[] => {
  const { watch, handovers, shown } = deps.duty;
  const who = ({ caller }: Ask): Caller => caller as Caller;
  const time = (at: number | null): string | null => (at === null ? null : offsetTime(at, deps.utcOffsetMinutes));

  const personOf = async ({ view, caller }: Ask, id: string) => {
    const account = await deps.access.people.find(view.tenant, id);
    return actorView({ kind: "person", id, name: account?.displayName ?? "" }, caller);
  };
  const viewOf = async (ask: Ask, { givenBy, takenBy, at, takenAt, ...rest }: HandoverView) => ({
    ...rest,
    givenBy: await personOf(ask, givenBy),
    takenBy: takenBy === null ? null : await personOf(ask, takenBy),
    at: time(at),
    takenAt: time(takenAt),
  });

  /** What the officer hands over, counted by the hub, of what the officer sees. */
  const counts = async ({ view, circumstance }: Ask): Promise<HandoverCounts> => {
    const [tallies, presence] = await Promise.all([view.alarmTallies(circumstance.now), view.presenceCounts()]);
    const silent = presence.filter((one) => one.presence !== "online" && !one.neverHeard);
    return {
      open: tallies.reduce((sum, row) => sum + row.shown + row.shelved, 0),
      shelved: tallies.reduce((sum, row) => sum + row.shelved, 0),
      overdue: tallies.reduce((sum, row) => sum + row.overdue, 0),
      silentDevices: silent.reduce((sum, { devices }) => sum + devices, 0),
    };
  };

  return [
    {
      method: "POST",
      path: "/api/v1/duty/watch",
      handle: withBody<WatchBeat>("POST", "/api/v1/duty/watch", async (beat, ask) => {
        await watch.beat(who(ask), beat, ask.circumstance);
        return new Response(null, { status: 204 });
      }),
    },
    {
      method: "POST",
      path: "/api/v1/duty/latency",
      handle: withBody<LatencyReport>("POST", "/api/v1/duty/latency", async ({ buckets, alarms = [] }, ask) => {
        const total = buckets.reduce((sum, { count }) => sum + count, 0);
        if (total > SHOWN_MAX)
          return invalid("/buckets", `At most ${SHOWN_MAX} alarms in a report.`, `一次上报最多 ${SHOWN_MAX} 条告警。`);
        shown(buckets);
        for (const { id, agoMs } of alarms)
          if ((await ask.view.record("alarm", id)) !== null)
            deps.latency.shown(ask.view.tenant, id, ask.circumstance.now - agoMs);
        return new Response(null, { status: 204 });
      }),
    },
    {
      method: "GET",
      path: "/api/v1/duty/handovers",
      handle: async (ask) => {
        const query = readQuery(ask.url, ["limit", "cursor", "from", "to"]);
        if (!query.ok) return query.error;
        const limit = readLimit(query.value);
        if (!limit.ok) return limit.error;
        const after = readCursor(query.value, "handover");
        if (!after.ok) return after.error;
        const from = readTime(query.value, "from");
        if (!from.ok) return from.error;
        const to = readTime(query.value, "to");
        if (!to.ok) return to.error;
        const range = { from: from.value, to: to.value };
        const page = await handovers.list(who(ask), range, after.value, limit.value);
        const next = page.next === null ? null : pageCursorText("handover", page.next);
        const items = await Promise.all(page.items.map((one) => viewOf(ask, one)));
        return json({ items, next }, 200, next === null ? {} : { Link: linkTo(ask.url, next) });
      },
    },
    {
      method: "POST",
      path: "/api/v1/duty/handovers",
      handle: withBody<{ isSoundTested: boolean; notes: string }>(
        "POST",
        "/api/v1/duty/handovers",
        async ({ isSoundTested, notes }, ask) => {
          const draft = { isSoundTested, notes, ...(await counts(ask)) };
          const given = await handovers.give(who(ask), draft, ask.circumstance);
          return json(await viewOf(ask, given), 201, { Location: `/api/v1/duty/handovers/${given.id}` });
        },
      ),
    },
    {
      method: "POST",
      path: "/api/v1/duty/handovers/{id}/take",
      handle: async (ask) => {
        if (!isRecordId(ask.id)) return notFound();
        const taken = await handovers.take(who(ask), ask.id, ask.circumstance);
        if (taken === "absent") return notFound();
        if (taken === "taken") return problem("wrong-state", "Somebody has taken it over already. 已有人接班。");
        if (taken === "same-person")
          return problem("same-person", "Nobody takes over from themselves. 接班人不得与交班人为同一人。");
        return json(await viewOf(ask, taken));
      },
    },
  ];
};
