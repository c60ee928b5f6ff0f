import type { Result } from "@dianan/sharing";
import { isPeriod, type Period, periods } from "../core/periods.ts";
import { alarmDimensions, type CountedAs, type Dimension, placeDimensions } from "../ports/alarm-figures.ts";
import { type FigureName, figureNames } from "./alarm-table-words.ts";
import { invalid, type Problem } from "./problem.ts";
import { type Query, readFilter, readQuery } from "./query.ts";
import { readFilters, readSpan, type Span } from "./statistics-ask.ts";

const dimensions: readonly Dimension[] = [...periods, ...placeDimensions, ...alarmDimensions];
const tableFilters = ["regionCode", "placeType", "type", "class", "unitId", "operatorId"] as const;
export type TableFilter = { readonly [name in (typeof tableFilters)[number]]: string | null };

/** What table is asked for. */
export type TableAsk = {
  readonly rows: Dimension;
  /** Null: a column for each figure. */ readonly columns: Dimension | null;
  readonly figure: FigureName;
  readonly span: Span;
  readonly filter: TableFilter;
  readonly isCompared: boolean;
  readonly language: "zh" | "en";
};

type Refused = { readonly ok: false; readonly error: Problem };
const refuse = (name: string, en: string, zh: string): Refused => ({
  ok: false,
  error: invalid(`/query/${name}`, en, zh),
});

const wordOf = <W extends string>(query: Query, name: string, words: readonly W[], start: W): Result<W, Problem> => {
  const asked = query[name] ?? start;
  const found = words.find((word) => word === asked);
  return found === undefined
    ? refuse(name, `${name} is one of ${words.join(", ")}.`, `${name} 应为 ${words.join("、")} 之一。`)
    : { ok: true, value: found };
};

/** @param others - parameters that the address has beside those of a table */
export const readTableAsk = (url: URL, others: readonly string[]): Result<TableAsk, Problem> => {
  const own = ["rows", "columns", "figure", "compare", "language", "from", "to"];
  const query = readQuery(url, [...own, ...tableFilters, ...others]);
  if (!query.ok) return query;
  const rows = wordOf(query.value, "rows", dimensions, "month");
  if (!rows.ok) return rows;
  const columns = query.value.columns === undefined ? null : wordOf(query.value, "columns", dimensions, rows.value);
  if (columns?.ok === false) return columns;
  const across = columns?.value ?? null;
  const times = [rows.value, across].filter((one): one is Period => one !== null && isPeriod(one));
  if (across === rows.value || times.length > 1)
    return refuse(
      "columns",
      "columns is another dimension than rows, and one of them at most is a period.",
      "columns 应与 rows 不同,且二者最多一个为时间维度。",
    );
  const figure = wordOf(query.value, "figure", figureNames, "raised");
  if (!figure.ok) return figure;
  const compare = query.value.compare === undefined ? null : wordOf(query.value, "compare", ["previous"], "previous");
  if (compare?.ok === false) return compare;
  const language = wordOf(query.value, "language", ["zh", "en"], "zh");
  if (!language.ok) return language;
  const span = readSpan(query.value, times[0] ?? null);
  if (!span.ok) return span;
  const filter = readFilters(query.value, tableFilters);
  if (!filter.ok) return filter;
  return {
    ok: true,
    value: {
      ...{ rows: rows.value, columns: across, figure: figure.value, span: span.value, filter: filter.value },
      ...{ isCompared: compare !== null, language: language.value },
    },
  };
};

/** Values by which a cell's alarms are found; `regionIs` is that code alone, `regionCode` all that lies in it. */
const cellFilters = [
  "vendorId",
  "deviceType",
  "type",
  "class",
  "severity",
  "placeType",
  "unitId",
  "operatorId",
] as const;
type CellDimension = Exclude<Dimension, Period>;

export type CellAsk = {
  readonly span: Span;
  readonly counted: CountedAs;
  readonly where: readonly (readonly [CellDimension, string | null])[];
  readonly regionCode: string | null;
};

/** A mean, and what nine of ten took at most, is of those alarms that were dealt with. */
const countedBy: { readonly [F in FigureName]: CountedAs } = {
  raised: "raised",
  acknowledged: "acknowledged",
  acknowledgedInTime: "acknowledgedInTime",
  rectified: "rectified",
  rectifiedInTime: "rectifiedInTime",
  closed: "closed",
  overdue: "overdue",
  false: "false",
  meanAcknowledgeSeconds: "acknowledged",
  p90AcknowledgeSeconds: "acknowledged",
  meanRectifyHours: "rectified",
  p90RectifyHours: "rectified",
};

const cellDimensions: readonly CellDimension[] = [...placeDimensions, ...alarmDimensions];

/** Which alarms stand behind a cell. */
export const readCellFilter = (url: URL): Result<CellAsk, Problem> => {
  const own = ["from", "to", "regionCode", "regionIs", "community", "without", "figure", "limit", "cursor"];
  const query = readQuery(url, [...own, ...cellFilters]);
  if (!query.ok) return query;
  const span = readSpan(query.value, null);
  if (!span.ok) return span;
  const figure = wordOf(query.value, "figure", figureNames, "raised");
  if (!figure.ok) return figure;
  const filter = readFilters(query.value, cellFilters);
  if (!filter.ok) return filter;
  const region = readFilter(query.value, "regionCode");
  if (!region.ok) return region;
  const exact = readFilter({ regionCode: query.value.regionIs ?? "350582" }, "regionCode");
  if (!exact.ok) return refuse("regionIs", "regionIs is 6, 9 or 12 digits.", "regionIs 应为 6、9 或 12 位数字。");
  const { community, regionIs, without = "" } = query.value;
  if (community !== undefined && (community === "" || community.length > 100))
    return refuse("community", "community is 1 to 100 characters.", "community 应为 1 到 100 个字符。");
  const empty = without === "" ? [] : without.split(",");
  const strange = empty.find((one) => !cellDimensions.some((dimension) => dimension === one));
  if (strange !== undefined)
    return refuse(
      "without",
      `without names some of ${cellDimensions.join(", ")}, comma between.`,
      `without 为以下维度,逗号分隔:${cellDimensions.join("、")}。`,
    );
  const where: (readonly [CellDimension, string | null])[] = cellFilters.flatMap((name) =>
    filter.value[name] === null ? [] : [[name, filter.value[name]] as const],
  );
  if (regionIs !== undefined) where.push(["regionCode", regionIs]);
  if (community !== undefined) where.push(["community", community]);
  for (const one of cellDimensions) if (empty.includes(one)) where.push([one, null]);
  const counted = countedBy[figure.value];
  return { ok: true, value: { span: span.value, counted, where, regionCode: region.value } };
};
