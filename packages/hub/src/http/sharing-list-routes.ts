import { type RecordKind, recordKinds } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import { pageCursorText } from "./cursor.ts";
import { type Ask, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid, type Problem } from "./problem.ts";
import { type Query, readCursor, readLimit, readQuery, readTime } from "./query.ts";
import { sharingRequirements } from "./sharing-requirements.ts";
import { sharingProblem } from "./sharing-routes.ts";

const owedStates = ["pending", "refused"] as const;

/** The answer with a page, and the link to the next one. */
export const pageAnswer = (url: URL, list: string, items: readonly unknown[], after: string | null): Response => {
  const next = after === null ? null : pageCursorText(list, after);
  if (next === null) return json({ items, next });
  const more = new URL(url);
  more.searchParams.set("cursor", next);
  return json({ items, next }, 200, { Link: `<${more.pathname}${more.search}>; rel="next"` });
};

/** Limit and cursor of a list's query, or what is wrong with it. */
export const pageQuery = (
  { url }: Ask,
  list: string,
  filters: readonly string[],
): { readonly query: Query; readonly limit: number; readonly after: string | null } | Problem => {
  const query = readQuery(url, ["limit", "cursor", ...filters]);
  if (!query.ok) return query.error;
  const limit = readLimit(query.value);
  if (!limit.ok) return limit.error;
  const after = readCursor(query.value, list);
  if (!after.ok) return after.error;
  return { query: query.value, limit: limit.value, after: after.value };
};

const kindIn = ({ kind }: Query): RecordKind | Problem => {
  const known = recordKinds.find((one) => one === kind);
  return (
    known ??
    invalid("/query/kind", `kind is one of ${recordKinds.join(", ")}.`, `kind 应为 ${recordKinds.join("、")} 之一。`)
  );
};

/** What is owed, what this hub holds in short, and what it demands of those who push to it (待送、摘要与对接要求). */
export const sharingListRoutes = (deps: HttpDeps): readonly Route[] => {
  const time = (at: number): string => offsetTime(at, deps.utcOffsetMinutes);
  return [
    {
      method: "GET",
      path: "/api/v1/sharing/{id}/queue",
      handle: async (ask) => {
        const list = `owed ${ask.id}`;
        const asked = pageQuery(ask, list, ["state"]);
        if ("kind" in asked) return asked;
        const state = owedStates.find((one) => one === asked.query.state) ?? null;
        if (asked.query.state !== undefined && state === null)
          return invalid("/query/state", "state is pending or refused.", "state 应为 pending 或 refused。");
        const { limit, after } = asked;
        const page = ask.view.isWhole
          ? await deps.sharing.owed(ask.view.tenant, ask.id, { state, after, limit })
          : null;
        if (page === null) return sharingProblem({ fault: "absent" });
        const items = page.items.map(({ since, error, ...row }) => ({
          ...row,
          since: time(since),
          state: error === null ? "pending" : "refused",
          error,
        }));
        return pageAnswer(ask.url, list, items, page.next);
      },
    },
    {
      method: "GET",
      path: "/api/v1/sharing/{id}/points",
      handle: async (ask) => {
        const list = `points ${ask.id}`;
        const asked = pageQuery(ask, list, []);
        if ("kind" in asked) return asked;
        const { limit, after } = asked;
        const page = ask.view.isWhole ? await deps.sharing.points(ask.view.tenant, ask.id, { after, limit }) : null;
        if (page === null) return sharingProblem({ fault: "absent" });
        const items = page.items.map(({ open, place, changedAt, ...point }) => ({
          ...point,
          ...place,
          openAlarms: [...new Set(Object.values(open))],
          changedAt: time(changedAt),
        }));
        return pageAnswer(ask.url, list, items, page.next);
      },
    },
    {
      method: "GET",
      path: "/api/v1/sharing-digests",
      handle: async (ask) => {
        const asked = pageQuery(ask, `digests ${ask.url.searchParams.get("kind")}`, [
          "kind",
          "updatedFrom",
          "updatedTo",
        ]);
        if ("kind" in asked) return asked;
        const kind = kindIn(asked.query);
        if (typeof kind !== "string") return kind;
        const updatedFrom = readTime(asked.query, "updatedFrom");
        if (!updatedFrom.ok) return updatedFrom.error;
        const updatedTo = readTime(asked.query, "updatedTo");
        if (!updatedTo.ok) return updatedTo.error;
        const page = await ask.view.digests({
          kind,
          after: asked.after ?? "",
          limit: asked.limit,
          updatedFrom: updatedFrom.value,
          updatedTo: updatedTo.value,
        });
        const items = page.items.map((row) => ({ ...row, updatedAt: time(row.updatedAt) }));
        return pageAnswer(ask.url, `digests ${kind}`, items, page.next);
      },
    },
    {
      method: "GET",
      path: "/api/v1/sharing-requirements",
      handle: ({ url, request }) => {
        const query = readQuery(url, []);
        if (!query.ok) return query.error;
        const demands = sharingRequirements();
        const tag = `"${demands.version}"`;
        const headers = { ETag: tag, "Cache-Control": "no-cache" };
        if (request.headers.get("if-none-match")?.includes(tag)) return new Response(null, { status: 304, headers });
        return json(demands, 200, headers);
      },
    },
  ];
};
