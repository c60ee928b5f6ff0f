import { offsetTime } from "../core/offset-time.ts";
import { pageCursorText } from "./cursor.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid } from "./problem.ts";
import { readCursor, readLimit, readQuery, readTime } from "./query.ts";

const WORD_MAX = 200;

/** The audit log (审计), newest first; nothing edits or deletes it (SEC-AUD-06). */
export const auditRoutes = (deps: HttpDeps): readonly Route[] => [
  {
    method: "GET",
    path: "/api/v1/audit",
    handle: async ({ url, view }) => {
      const query = readQuery(url, ["limit", "cursor", "from", "to", "actor", "act", "result", "object"]);
      if (!query.ok) return query.error;
      const limit = readLimit(query.value);
      if (!limit.ok) return limit.error;
      const cursor = readCursor(query.value, "audit");
      if (!cursor.ok) return cursor.error;
      const from = readTime(query.value, "from");
      if (!from.ok) return from.error;
      const to = readTime(query.value, "to");
      if (!to.ok) return to.error;
      const { actor = null, act = null, result = null, object = null } = query.value;
      if ([actor, act, object].some((word) => word !== null && (word === "" || word.length > WORD_MAX)))
        return invalid("/query", "A filter is empty or too long.", "筛选条件为空或太长。");
      if (result !== null && !["done", "denied", "failed"].includes(result))
        return invalid("/query/result", "result is done, denied or failed.", "result 应为 done、denied 或 failed。");
      const page = await deps.accessStore.audit(view.tenant, {
        first: "newest",
        from: from.value,
        to: to.value,
        ...{ actor, act, result, object },
        after: cursor.value === null ? null : Number(cursor.value),
        limit: limit.value,
      });
      const next = page.next === null ? null : pageCursorText("audit", page.next);
      const link = new URL(url);
      if (next !== null) link.searchParams.set("cursor", next);
      const items = page.items.map(({ at, ...entry }) => ({ ...entry, at: offsetTime(at, deps.utcOffsetMinutes) }));
      return json({ items, next }, 200, next === null ? {} : { Link: `<${link.pathname}${link.search}>; rel="next"` });
    },
  },
];
