import { pageCursorText } from "./cursor.ts";
import { type Ask, json } from "./http-deps.ts";
import type { Problem } from "./problem.ts";
import { readCursor, readLimit, readQuery } from "./query.ts";

/**
 * A page of jobs, which are few enough to be listed whole. Their ids grow with time.
 *
 * @param all - newest first
 * @param filters - other parameters of the query, that the list was made by
 */
export const newestFirst = <T>(
  ask: Ask,
  list: string,
  all: readonly (readonly [id: string, item: T])[],
  filters: readonly string[] = [],
): Response | Problem => {
  const query = readQuery(ask.url, ["limit", "cursor", ...filters]);
  if (!query.ok) return query.error;
  const limit = readLimit(query.value);
  if (!limit.ok) return limit.error;
  const after = readCursor(query.value, list);
  if (!after.ok) return after.error;
  const rest = all.filter(([id]) => after.value === null || id < after.value);
  const shown = rest.slice(0, limit.value);
  const last = shown.at(-1)?.[0];
  const next = rest.length > shown.length && last !== undefined ? pageCursorText(list, last) : null;
  const link = new URL(ask.url);
  if (next !== null) link.searchParams.set("cursor", next);
  const headers: Record<string, string> = next === null ? {} : { Link: `<${link.pathname}${link.search}>; rel="next"` };
  return json({ items: shown.map(([, item]) => item), next }, 200, headers);
};
