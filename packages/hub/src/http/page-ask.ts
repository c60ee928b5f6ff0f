import type { Instant } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import { pageCursorText } from "./cursor.ts";
import { json } from "./http-deps.ts";
import { invalid, type Problem } from "./problem.ts";
import { linkTo, readCursor, readFilter, readLimit, readQuery, readTime } from "./query.ts";

/** What a list that is read page by page in a span of time was asked for. */
export type PageAsk<F extends string> = {
  readonly limit: number;
  readonly after: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
} & { readonly [name in F]: string | null };

/**
 * Reads `limit`, `cursor`, `from`, `to` and the filters of a list.
 *
 * @param list - name that its cursors carry
 * @param others - parameters that the list reads by itself
 */
export const readPageAsk = <F extends string>(
  url: URL,
  list: string,
  filters: readonly F[],
  others: readonly string[] = [],
): Result<PageAsk<F>, Problem> => {
  const query = readQuery(url, ["limit", "cursor", "from", "to", ...filters, ...others]);
  if (!query.ok) return query;
  const limit = readLimit(query.value);
  if (!limit.ok) return limit;
  const after = readCursor(query.value, list);
  if (!after.ok) return after;
  const from = readTime(query.value, "from");
  if (!from.ok) return from;
  const to = readTime(query.value, "to");
  if (!to.ok) return to;
  const found = {} as { [name in F]: string | null };
  for (const name of filters) {
    const filter = readFilter(query.value, name);
    if (!filter.ok) return filter;
    found[name] = filter.value;
  }
  return { ok: true, value: { limit: limit.value, after: after.value, from: from.value, to: to.value, ...found } };
};

/** The place behind which a page of a list that goes by a counter begins; null: at its beginning. */
export const sequenceAfter = ({ after }: Pick<PageAsk<never>, "after">): Result<number | null, Problem> => {
  if (after === null) return { ok: true, value: null };
  if (/^[1-9][0-9]{0,14}$/.test(after)) return { ok: true, value: Number(after) };
  const error = invalid("/query/cursor", "cursor is not the next of a page.", "cursor 不是某一页的 next。");
  return { ok: false, error };
};

/** A page of such a list, with the way to the next one. `next`: the store's position, or null at the end. */
export const pageAnswer = (url: URL, list: string, items: readonly unknown[], next: string | null): Response => {
  if (next === null) return json({ items, next });
  const cursor = pageCursorText(list, next);
  return json({ items, next: cursor }, 200, { Link: linkTo(url, cursor) });
};
