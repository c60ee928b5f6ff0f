import { type Instant, instant, isRecordId } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import { searchWords } from "../core/search-text.ts";
import { parsePageCursor } from "./cursor.ts";
import { invalid, type Problem } from "./problem.ts";

const LIMIT_DEFAULT = 100;
export const LIMIT_MAX = 500;

/** Parameters of a query string, each at most once and all of them known: a misspelt filter must not list everything. */
export type Query = { readonly [name: string]: string };

const refuse = (name: string, en: string, zh: string): { readonly ok: false; readonly error: Problem } => ({
  ok: false,
  error: invalid(`/query/${name}`, en, zh),
});

export const readQuery = (url: URL, known: readonly string[]): Result<Query, Problem> => {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (!known.includes(name))
      return refuse("", "There is a parameter that this address does not have.", "有此地址没有的参数。");
    if (Object.hasOwn(query, name)) return refuse(name, `${name} is given twice.`, `${name} 重复。`);
    query[name] = value;
  }
  return { ok: true, value: query };
};

const timeShape =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9}))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))$/;

/** Milliseconds of an RFC 3339 time with offset; digits below a millisecond are cut. Null for any other text. */
export const parseTime = (text: string): Instant | null => {
  const parts = timeShape.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const [zoneHour = 0, zoneMinute = 0] = parts.slice(9, 11).map((part) => Number(part ?? 0));
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  const isDay = local.getUTCFullYear() === year && local.getUTCMonth() === month - 1 && local.getUTCDate() === day;
  if (!isDay || hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59) return null;
  const ms = Number((parts[7] ?? "").padEnd(3, "0").slice(0, 3));
  const zone = (zoneHour * 60 + zoneMinute) * (parts[8] === "-" ? -1 : 1);
  return instant(local.getTime() + (hour * 60 + minute - zone) * 60_000 + second * 1000 + ms);
};

export const readTime = (query: Query, name: string): Result<Instant | null, Problem> => {
  const text = query[name];
  if (text === undefined) return { ok: true, value: null };
  const at = parseTime(text);
  if (at !== null) return { ok: true, value: at };
  return refuse(
    name,
    `${name} is not a time such as 2026-01-02T11:04:05+08:00 (write + as %2B).`,
    `${name} 不是 2026-01-02T11:04:05+08:00 这样的时间(+ 应写成 %2B)。`,
  );
};

export const readLimit = (query: Query): Result<number, Problem> => {
  const text = query.limit ?? String(LIMIT_DEFAULT);
  const limit = /^[0-9]{1,3}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= LIMIT_MAX
    ? { ok: true, value: limit }
    : refuse("limit", "limit is not a whole number from 1 to 500.", "limit 应为 1 到 500 的整数。");
};

export const readCursor = (query: Query, list: string): Result<string | null, Problem> => {
  if (query.cursor === undefined) return { ok: true, value: null };
  const after = parsePageCursor(list, query.cursor);
  return after === null
    ? refuse("cursor", "cursor is not the next of a page.", "cursor 不是某一页的 next。")
    : { ok: true, value: after };
};

const codeShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const regionShape = /^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$/;
/** Words that one search may hold. */
const WORDS_MAX = 10;

/** The words of `q`; none when it is not asked for. */
export const readWords = (query: Query): Result<readonly string[], Problem> => {
  const text = query.q;
  if (text === undefined) return { ok: true, value: [] };
  const words = text.length > 100 ? [] : searchWords(text);
  return words.length > 0 && words.length <= WORDS_MAX
    ? { ok: true, value: words }
    : refuse("q", "q is 1 to 10 words, 100 characters at most.", "q 应为 1 到 10 个词,最多 100 个字符。");
};

/** Filters that take nothing but these words. */
const closedLists: { readonly [name: string]: readonly string[] | undefined } = {
  state: ["raised", "cleared"],
  stage: ["unacknowledged", "acknowledged", "rectified", "closed"],
  overdue: ["true", "false"],
  shelved: ["true", "false"],
};

/** A filter's value: an id, a code, or one of a closed list. */
export const readFilter = (query: Query, name: string): Result<string | null, Problem> => {
  const text = query[name];
  if (text === undefined) return { ok: true, value: null };
  const words = closedLists[name];
  const isGood =
    words?.includes(text) ??
    (name.endsWith("Id") ? isRecordId(text) : (name === "regionCode" ? regionShape : codeShape).test(text));
  if (isGood) return { ok: true, value: text };
  if (words !== undefined)
    return refuse(name, `${name} is one of ${words.join(", ")}.`, `${name} 应为 ${words.join("、")} 之一。`);
  return name === "regionCode"
    ? refuse(name, "regionCode is 6, 9 or 12 digits.", "regionCode 应为 6、9 或 12 位数字。")
    : refuse(
        name,
        `${name} is at most 64 letters, digits and . _ - (an id also :).`,
        `${name} 应为最多 64 个字母、数字和 . _ -(id 还可含 :)。`,
      );
};

/** The Link header to the next page of a list. */
export const linkTo = (url: URL, cursor: string): string => {
  const next = new URL(url);
  next.searchParams.set("cursor", cursor);
  return `<${next.pathname}${next.search}>; rel="next"`;
};
