import { Readable } from "node:stream";
import type { Instant } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { AuditVerification } from "../ports/audit.ts";
import type { Caller } from "../ports/caller.ts";
import { pageCursorText } from "./cursor.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { progressView } from "./job-view.ts";
import { invalid, problem } from "./problem.ts";
import { parseTime, readCursor, readLimit, readQuery, readTime } from "./query.ts";
import { actorOf } from "./record-actor.ts";
import { withBody } from "./sign-in-routes.ts";

const VERIFICATIONS = "/api/v1/audit-verifications";
const EXPORTS = "/api/v1/audit-exports";

const failed = {
  code: "internal",
  title: { en: "It was interrupted; ask for it again", zh: "校验中断,请重新发起" },
  errors: [],
} as const;

const bytesOf = async function* (lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(line);
};

/** Checkpoints, verification and export of the audit log (审计检查点、校验与导出), SEC-AUD-04, -05. */
export const auditBookRoutes = (deps: HttpDeps): readonly Route[] => {
  const { audit, utcOffsetMinutes } = deps;
  const time = (at: number): string => offsetTime(at, utcOffsetMinutes);
  const who = ({ caller }: Ask): Caller => caller as Caller;

  const view = (one: AuditVerification, { view: { tenant } }: Ask) => {
    const { id, fromSequence, toSequence, state, verdict, firstBad, why, startedAt, finishedAt, doneItems } = one;
    const progress = {
      ...{ state, doneItems, totalItems: toSequence - fromSequence + 1, startedAt, finishedAt },
      error: state === "failed" ? failed : null,
    };
    return {
      ...{ id, fromSequence, toSequence, verdict, firstBad, why },
      progress: progressView(progress, utcOffsetMinutes),
      createdAt: time(one.createdAt),
      createdBy: actorOf({ tenant, actor: one.createdBy, name: "" } as Caller),
    };
  };

  return [
    {
      method: "GET",
      path: "/api/v1/audit-checkpoints",
      handle: async ({ url, view: { tenant } }) => {
        const query = readQuery(url, ["limit", "cursor", "from", "to"]);
        if (!query.ok) return query.error;
        const limit = readLimit(query.value);
        if (!limit.ok) return limit.error;
        const cursor = readCursor(query.value, "checkpoints");
        if (!cursor.ok) return cursor.error;
        const after = cursor.value === null ? null : Number(cursor.value);
        if (after !== null && !Number.isSafeInteger(after))
          return invalid("/query/cursor", "cursor is not the next of a page.", "cursor 不是某一页的 next。");
        const from = readTime(query.value, "from");
        if (!from.ok) return from.error;
        const to = readTime(query.value, "to");
        if (!to.ok) return to.error;
        const page = await audit.checkpoints(tenant, { after, from: from.value, to: to.value, limit: limit.value });
        const next = page.next === null ? null : pageCursorText("checkpoints", page.next);
        const link = new URL(url);
        if (next !== null) link.searchParams.set("cursor", next);
        const items = page.items.map(({ tenant: _, at, ...point }) => ({ ...point, at: time(at) }));
        const headers: Record<string, string> =
          next === null ? {} : { Link: `<${link.pathname}${link.search}>; rel="next"` };
        return json({ items, next, ...audit.key }, 200, headers);
      },
    },
    {
      method: "POST",
      path: VERIFICATIONS,
      handle: withBody<{ fromSequence: number; toSequence: number }>("POST", VERIFICATIONS, async (range, ask) => {
        if (range.toSequence < range.fromSequence)
          return invalid("/toSequence", "It is at or behind fromSequence.", "应不小于 fromSequence。");
        const one = await audit.verify(who(ask), range, ask.circumstance);
        return json(view(one, ask), 202, { Location: `${VERIFICATIONS}/${one.id}` });
      }),
    },
    {
      method: "GET",
      path: `${VERIFICATIONS}/{id}`,
      handle: async (ask) => {
        const one = await audit.verification(ask.view.tenant, ask.id);
        return one === null
          ? problem("not-found", "There is no such verification. 没有此校验。")
          : json(view(one, ask), 200);
      },
    },
    {
      method: "POST",
      path: EXPORTS,
      handle: withBody<{ from: string; to: string }>("POST", EXPORTS, async (asked, ask) => {
        const [from, to] = [parseTime(asked.from), parseTime(asked.to)];
        if (from === null || to === null || to <= from) return invalid("/to", "It is behind from.", "应晚于 from。");
        const range = { from: from as Instant, to: to as Instant };
        const lines = await audit.export(who(ask), range, ask.circumstance);
        return new Response(Readable.toWeb(Readable.from(bytesOf(lines))) as ReadableStream<Uint8Array>, {
          headers: {
            "Content-Type": "application/jsonl; charset=utf-8",
            "Content-Disposition": `attachment; filename="audit-${new Date(from).toISOString().slice(0, 10)}.jsonl"`,
            "Cache-Control": "no-store",
          },
        });
      }),
    },
  ];
};
