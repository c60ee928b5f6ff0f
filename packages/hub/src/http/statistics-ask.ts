import type { Instant } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import { isPeriod, type Period, periods } from "../core/periods.ts";
import type { Dimension } from "../ports/alarm-figures.ts";
import { invalid, type Problem } from "./problem.ts";
import { type Query, readFilter, readQuery, readTime } from "./query.ts";

const DAY_MS = 86_400_000;
/** Longest span, so that one request does not read for minutes. Days. */
const DAYS_MAX: { readonly [P in Period]: number } = {
  ...{ hour: 31, day: 366, week: 1_830, month: 1_830, quarter: 1_830, year: 1_830 },
};
/** Cells of one answer. */
export const CELLS_MAX = 5_000;

const refuse = (name: string, en: string, zh: string): { readonly ok: false; readonly error: Problem } => ({
  ok: false,
  error: invalid(`/query/${name}`, en, zh),
});

/** A span of time, from included, to not. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** @param period - by which the span is told apart; null: as a whole */
export const readSpan = (query: Query, period: Period | null): Result<Span, Problem> => {
  const from = readTime(query, "from");
  if (!from.ok) return from;
  const to = readTime(query, "to");
  if (!to.ok) return to;
  if (from.value === null) return refuse("from", "from is needed.", "请给出 from。");
  if (to.value === null) return refuse("to", "to is needed.", "请给出 to。");
  if (to.value <= from.value) return refuse("to", "to is after from.", "to 应晚于 from。");
  const days = DAYS_MAX[period ?? "month"];
  return to.value - from.value > days * DAY_MS
    ? refuse(
        "to",
        `to is at most ${days} days after from by ${period ?? "month"}.`,
        `按 ${period ?? "month"} 统计时 to 最多为 from 之后 ${days} 天。`,
      )
    : { ok: true, value: { from: from.value, to: to.value } };
};

const periodIn = (by: readonly Dimension[]): Period | null => by.find(isPeriod) ?? null;

/** The dimensions of `by`, of which one may be a period; without it by month. */
const readDimensions = <D extends Dimension>(query: Query, known: readonly D[]): Result<readonly D[], Problem> => {
  const words = (query.by ?? "month").split(",");
  const by = known.filter((one) => words.includes(one));
  if (by.length !== words.length)
    return refuse(
      "by",
      `by is up to four of ${known.join(", ")}, each once.`,
      `by 为以下维度中的最多四个,不得重复:${known.join("、")}。`,
    );
  if (by.filter(isPeriod).length > 1)
    return refuse("by", `by has one of ${periods.join(", ")}.`, `by 中的 ${periods.join("、")} 只能有一个。`);
  return { ok: true, value: words as unknown as readonly D[] };
};

/** Filters that an operation takes; null where one is not asked for. */
export const readFilters = <F extends string>(
  query: Query,
  names: readonly F[],
): Result<{ readonly [name in F]: string | null }, Problem> => {
  const found = {} as { [name in F]: string | null };
  for (const name of names) {
    const filter = readFilter(query, name);
    if (!filter.ok) return filter;
    found[name] = filter.value;
  }
  return { ok: true, value: found };
};

/** The span of the same length before (上期). */
export const spanBefore = ({ from, to }: Span): Span => ({ from: (from - (to - from)) as Instant, to: from });

/** What cells are asked for: by which dimensions, of which span, of which alarms or places. */
export const readCellAsk = <D extends Dimension, F extends string>(
  url: URL,
  dimensions: readonly D[],
  filters: readonly F[],
  others: readonly string[] = [],
): Result<{ by: readonly D[]; span: Span; filter: { readonly [name in F]: string | null } }, Problem> => {
  const query = readQuery(url, ["from", "to", "by", ...filters, ...others]);
  if (!query.ok) return query;
  const by = readDimensions(query.value, dimensions);
  if (!by.ok) return by;
  const span = readSpan(query.value, periodIn(by.value));
  if (!span.ok) return span;
  const filter = readFilters(query.value, filters);
  return filter.ok ? { ok: true, value: { by: by.value, span: span.value, filter: filter.value } } : filter;
};

export const tooManyCells = (): Problem =>
  invalid(
    "/query/by",
    `There are more than ${CELLS_MAX} cells: take fewer dimensions or a shorter time.`,
    `单元格超过 ${CELLS_MAX} 个,请减少维度或缩短时间。`,
  );

/** Each dimension with what it is in a cell. */
export const keyOf = (by: readonly Dimension[], values: readonly (string | null)[]) =>
  Object.fromEntries(by.map((one, n) => [one, values[n] ?? null]));
