import type { AlarmTable, TableHead, TableValue } from "../core/alarm-table.ts";
import { offsetTime } from "../core/offset-time.ts";
import type { Dimension } from "../ports/alarm-figures.ts";
import type { Caller } from "../ports/caller.ts";
import type { SheetDraft } from "../ports/reports.ts";
import { groupsOf, shownGroup } from "./alarm-groups.ts";
import { WITHIN_SECONDS } from "./alarm-statistics.ts";
import { readCellFilter, readTableAsk, type TableAsk } from "./alarm-table-ask.ts";
import { tableOf } from "./alarm-table-reading.ts";
import { codeText, dimensionWords, figureWords, tableWords } from "./alarm-table-words.ts";
import { recordView } from "./alarm-view.ts";
import { feedCursorOf, pageCursorText } from "./cursor.ts";
import { madeFile } from "./file-answer.ts";
import { type Ask, type Handler, type HttpDeps, json, type Route } from "./http-deps.ts";
import { invalid } from "./problem.ts";
import { linkTo, readCursor, readLimit } from "./query.ts";
import { seenUnits } from "./seen-units.ts";

const TABLE = "/api/v1/statistics/alarm-table";
const CELL = "/api/v1/statistics/alarm-cell";
const formats = ["csv", "xlsx", "pdf"] as const;

/** What a line is called: a code's word, the name of a unit, an operator or a vendor. */
const labelsOf = async (
  deps: HttpDeps,
  { view }: Ask,
  dimension: Dimension | null,
  heads: readonly TableHead[],
  language: "zh" | "en",
): Promise<readonly string[]> => {
  const nameOf = async (key: string): Promise<string | null> => {
    if (dimension === "vendorId") {
      const entry = await deps.registry.entries.find(view.tenant, "vendor", key);
      return typeof entry?.body.name === "string" ? entry.body.name : null;
    }
    const record = await view.record(dimension === "unitId" ? "unit" : "operator", key);
    return typeof record?.body.name === "string" ? record.body.name : null;
  };
  const isNamed = dimension === "unitId" || dimension === "operatorId" || dimension === "vendorId";
  return Promise.all(
    heads.map(async ({ key }) => {
      if (dimension === null) return figureWords[key as keyof typeof figureWords][language];
      return ((isNamed && key !== null && (await nameOf(key))) || codeText(dimension, key, language)).slice(0, 100);
    }),
  );
};

const filterText = ({ filter, language }: TableAsk, nameOf: (dimension: Dimension, key: string) => string): string => {
  const given = Object.entries(filter).filter(
    (pair): pair is [Dimension & keyof typeof filter, string] => pair[1] !== null,
  );
  if (given.length === 0) return tableWords.all[language];
  return given.map(([name, key]) => `${dimensionWords[name][language]} ${nameOf(name, key)}`).join(" · ");
};

/** Tables of figures as people read them, as files, and the alarms behind each cell (统计表), EF-4.3. */
export const alarmTableRoutes = (deps: HttpDeps): readonly Route[] => {
  const time = (at: number): string => offsetTime(at, deps.utcOffsetMinutes);

  const labelled = async (ask: Ask, { rows, columns, language }: TableAsk, table: AlarmTable) => {
    const [heads, items] = await Promise.all([
      labelsOf(deps, ask, columns, table.heads, language),
      labelsOf(deps, ask, rows, table.items, language),
    ]);
    return {
      heads: table.heads.map((one, n) => ({ ...one, label: heads[n] ?? "" })),
      items: table.items.map((one, n) => ({ ...one, label: items[n] ?? "" })),
    };
  };

  const getTable: Handler = async (ask) => {
    const asked = readTableAsk(ask.url, []);
    if (!asked.ok) return asked.error;
    const table = await tableOf(deps, ask, asked.value);
    if (!("items" in table)) return table;
    const { rows, columns, figure, span } = asked.value;
    return json({
      ...{ rows, columns, figure, from: time(span.from), to: time(span.to) },
      ...{ ...(await labelled(ask, asked.value, table)), total: table.total },
    });
  };

  const sheetOf = async (ask: Ask, asked: TableAsk, table: AlarmTable): Promise<SheetDraft> => {
    const { rows, columns, figure, span, isCompared, language } = asked;
    const word = (words: { readonly zh: string; readonly en: string }): string => words[language];
    const { heads, items } = await labelled(ask, asked, table);
    const names = new Map<string, string>();
    for (const one of ["unitId", "operatorId"] as const) {
      const key = asked.filter[one];
      if (key === null) continue;
      const [name] = await labelsOf(deps, ask, one, [{ key, filter: {} }], language);
      names.set(`${one} ${key}`, name ?? key);
    }
    const line = (cells: readonly TableValue[], total: TableValue, previous: TableValue): readonly TableValue[] => [
      ...cells,
      ...(columns === null ? [] : [total]),
      ...(isCompared ? [previous] : []),
    ];
    return {
      title: word(tableWords.title),
      language,
      head: [
        [
          word(tableWords.period),
          `${time(span.from).slice(0, 16)} – ${time(span.to).slice(0, 16)}`.replaceAll("T", " "),
        ],
        ...(columns === null ? [] : [[word(tableWords.figure), word(figureWords[figure])] as const]),
        [
          word(tableWords.filter),
          filterText(asked, (name, key) => names.get(`${name} ${key}`) ?? codeText(name, key, language)),
        ],
        [word(tableWords.madeAt), time(ask.circumstance.now).slice(0, 16).replace("T", " ")],
      ],
      columns: [
        word(dimensionWords[rows]),
        ...heads.map(({ label }) => label),
        ...(columns === null ? [] : [word(tableWords.total)]),
        ...(isCompared ? [word(tableWords.previous)] : []),
      ],
      rows: items.map(({ label, cells, total, previous }) => [label, ...line(cells, total, previous)]),
      total: [word(tableWords.total), ...line(table.total.cells, table.total.total, table.total.previous)],
    };
  };

  const getFile: Handler = async (ask) => {
    const asked = readTableAsk(ask.url, ["format"]);
    if (!asked.ok) return asked.error;
    const format = formats.find((one) => one === (ask.url.searchParams.get("format") ?? "xlsx"));
    if (format === undefined) return invalid("/query/format", "It is csv, xlsx or pdf.", "应为 csv、xlsx 或 pdf。");
    const table = await tableOf(deps, ask, asked.value);
    if (!("items" in table)) return table;
    const sheet = await sheetOf(ask, asked.value, table);
    const bytes = await deps.reportDesk.sheets.make(ask.caller as Caller, sheet, format, ask.circumstance);
    if (bytes === null)
      return invalid("/query/format", "This machine makes no PDF: take xlsx.", "本机不能生成 PDF,请选 xlsx。");
    const day = (at: number): string => time(at).slice(0, 10);
    return madeFile(`${sheet.title} ${day(asked.value.span.from)} ${day(asked.value.span.to - 1)}.${format}`, bytes);
  };

  const getCell: Handler = async (ask) => {
    const { url, view, caller } = ask;
    const asked = readCellFilter(url);
    if (!asked.ok) return asked.error;
    const query = Object.fromEntries(url.searchParams);
    const limit = readLimit(query);
    if (!limit.ok) return limit.error;
    const after = readCursor(query, "alarm-cell");
    if (!after.ok) return after.error;
    const { span, counted, where, regionCode } = asked.value;
    // Before the page: a change in between is then in the page, in the feed, or in both.
    const feed = await view.feed();
    const units = await seenUnits(view, { unitId: null, regionCode, placeType: null }, true);
    const page = await deps.store.alarmsOfCell(view.tenant, {
      acknowledgeWithinMs: WITHIN_SECONDS * 1_000,
      ...{ ...span, where, counted, now: ask.circumstance.now, limit: limit.value, after: after.value },
      units: units === null ? null : [...units],
    });
    const found = await Promise.all(page.ids.map((id) => view.record("alarm", id)));
    const alarms = found.filter((one) => one !== null && !one.deleted).map((one) => one as NonNullable<typeof one>);
    const groups = await groupsOf(view, alarms);
    const items = alarms.map((one) => recordView(deps, one, caller, shownGroup(groups.get(one.id))));
    const next = page.next === null ? null : pageCursorText("alarm-cell", page.next);
    return json({ items, next, feedCursor: feedCursorOf(feed) }, 200, next === null ? {} : { Link: linkTo(url, next) });
  };

  return [
    { method: "GET", path: TABLE, handle: getTable },
    { method: "GET", path: `${TABLE}/content`, handle: getFile },
    { method: "GET", path: CELL, handle: getCell },
  ];
};
