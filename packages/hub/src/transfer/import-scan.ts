import type { RecordKind } from "@dianan/sharing";
import { columnsOf } from "@dianan/sharing/table";
import { offsetTime } from "../core/offset-time.ts";
import type { Caller } from "../ports/caller.ts";
import type { Fault, ImportRow, JobFault } from "../ports/transfer.ts";
import { checkRow, createLookUp, type Places, placed, type Row, type Table, type Upsert } from "./import-row.ts";
import { resultFault } from "./row-faults.ts";
import { readTable, TableThreadError } from "./table-reader.ts";
import type { TransferDeps } from "./transfer-deps.ts";

/** Most rows of one import: they are stored in one transaction, and frames of devices wait for it. */
export const IMPORT_ROWS_MAX = 10_000;
/** Headers without a member that are named. */
const IGNORED_SHOWN = 100;

/** A header as it can be kept and shown. */
const shownHeader = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, "\ufffd").slice(0, 64);

/** Whose rights and which file. */
export type ScanTask = {
  readonly who: Caller;
  readonly kind: RecordKind;
  readonly fileId: string;
  readonly columns?: { readonly [header: string]: string };
  readonly sheet?: string;
};
/** What became of a table. `changes` are those of the good rows, in their order. */
export type Scanned = {
  readonly rows: readonly ImportRow[];
  readonly changes: readonly Upsert[];
  /** Ids of records that are there already. */ readonly known: ReadonlySet<string>;
  readonly ignored: readonly string[];
};
export type ScanResult =
  | { readonly ok: true; readonly value: Scanned }
  | { readonly ok: false; readonly error: JobFault };

const tableFault = (code: string, zh: string, en: string, errors: readonly Fault[] = []): ScanResult => ({
  ok: false,
  error: { code, title: { zh, en }, errors },
});

/** What the intake would say of the good rows together: addresses that two of them have, units that nobody has registered. */
const tried = async (
  deps: TransferDeps,
  { who, kind }: ScanTask,
  rows: readonly Row[],
  places: Places,
): Promise<readonly Row[]> => {
  const changes = rows.flatMap(({ change }) => (change === null ? [] : [change]));
  if (changes.length === 0) return rows;
  const { results } = await (await deps.intakeOf(who.tenant)).applyWhole(changes, null);
  let at = 0;
  return rows.map((row) => {
    const result = row.change === null ? undefined : results[at++];
    const fault = result === undefined ? null : resultFault(result, kind);
    if (fault === null) return row;
    const errors = [...row.report.errors, ...placed([fault], row.report.row, places)];
    return { ...row, change: null, report: { ...row.report, status: "bad", errors } };
  });
};

/**
 * Reads a table and checks every row: its cells, what it refers to, whether the caller may, and against all others. Stores nothing.
 *
 * @param progress - told how many rows are read, and of how many
 * @throws whatever the store throws; Error when the signal ends it
 */
export const scanTable = async (
  deps: TransferDeps,
  task: ScanTask,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<ScanResult> => {
  const { who, kind, columns, sheet } = task;
  const sight = deps.sightOf(who);
  const now = offsetTime(deps.clock(), deps.utcOffsetMinutes);
  const rows: Row[] = [];
  let places: Places = {};
  let table: Table | null = null;
  let ignored: readonly string[] = [];
  let total = 0;
  const path = deps.shelf.pathOf(who.tenant, task.fileId);
  const isOurs = columnsOf(kind).some(({ member }) => member === "platformCode");
  const defaults = isOurs ? { platformCode: deps.platformCode } : {};
  try {
    for await (const message of readTable({ path, kind, defaults, columns, sheet, rowsMax: IMPORT_ROWS_MAX }, signal))
      switch (message.kind) {
        case "refused":
          return tableFault(message.code, `${message.words.zh}。`, `${message.words.en}.`);
        case "head":
          if (message.header.length > 0)
            return tableFault(
              "bad-header",
              "表头或表格内容不对,请按下列说明改正后重新上传。",
              "The header is wrong, or there are no rows: correct it as told below and upload the file again.",
              message.header.map(({ code, message: words }) => ({ path: "", code, message: words })),
            );
          places = message.places;
          table = { places, members: new Set(Object.keys(places)), sight, now, isThere: createLookUp(sight) };
          ignored = message.ignored.slice(0, IGNORED_SHOWN).map(shownHeader);
          total = message.rows;
          break;
        case "rows":
          for (const row of await Promise.all(message.rows.map((one) => checkRow(one, task, table as Table))))
            rows.push(row);
          progress(rows.length, total);
          break;
        case "done":
          break;
      }
  } catch (error) {
    if (!(error instanceof TableThreadError) || signal.aborted) throw error;
    return tableFault(
      "too-big",
      "此表格占用的内存或时间过多,请分成几个文件。",
      "The table takes too much memory or time: split it into several files.",
    );
  }
  const done = await tried(deps, task, rows, places);
  return {
    ok: true,
    value: {
      rows: done.map(({ report }) => report),
      changes: done.flatMap(({ change }) => (change === null ? [] : [change])),
      known: new Set(done.flatMap(({ report, isKnown }) => (isKnown && report.id !== null ? [report.id] : []))),
      ignored,
    },
  };
};
