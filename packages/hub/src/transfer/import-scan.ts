import { isRecordId } from "@dianan/model";
import { type RecordKind, unmasked, validate } from "@dianan/sharing";
import { columnsOf } from "@dianan/sharing/table";
import { withAlarmDefaults } from "../core/alarm-defaults.ts";
import { offsetTime } from "../core/offset-time.ts";
import { actorNamed } from "../core/record-actor.ts";
import type { Caller } from "../ports/caller.ts";
import type { RecordChange } from "../ports/live.ts";
import type { JsonObject } from "../ports/store.ts";
import type { Fault, ImportRow, JobFault, Sight } from "../ports/transfer.ts";
import { maskFault, refusalFault, resultFault, sharingFault } from "./row-faults.ts";
import type { TableRow } from "./table-message.ts";
import { readTable, TableThreadError } from "./table-reader.ts";
import type { TransferDeps } from "./transfer-deps.ts";

/** Most rows of one import: they are stored in one transaction, and frames of devices wait for it. */
export const IMPORT_ROWS_MAX = 10_000;
const FAULTS_PER_ROW = 100;
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
  readonly changes: readonly Extract<RecordChange, { readonly kind: "upsert" }>[];
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

type Row = {
  readonly report: ImportRow;
  readonly change: Scanned["changes"][number] | null;
  readonly isKnown: boolean;
};

/**
 * A record as it will be: cells decide the members that the table has a column for, an empty one too; all others stay as they are
 * stored, and the hub's defaults fill in only what is new.
 */
const mergedBody = (record: JsonObject, stored: JsonObject, members: ReadonlySet<string>): JsonObject => ({
  ...record,
  ...Object.fromEntries(Object.entries(stored).filter(([member]) => !members.has(member))),
});

const RECORD_ERRORS: ReadonlySet<string> = new Set(["duplicate-id", "unknown-reference"]);

/** What a row says once the stored persons are in the place of their masks; whoever exports and imports loses none (SEC-PII-03). */
const withPersons = (
  { report, record, masked }: TableRow,
  kind: RecordKind,
  stored: JsonObject | null,
): { readonly record: JsonObject | null; readonly errors: readonly Fault[] } => {
  if (masked === null) return { record, errors: report.errors.map(sharingFault) };
  const whole = unmasked(kind, masked, stored);
  if (!whole.ok) return { record: null, errors: whole.error.map(maskFault) };
  const valid = validate(kind, whole.value);
  const others = report.errors.filter(({ code }) => RECORD_ERRORS.has(code)).map(sharingFault);
  const errors = valid.ok ? others : [...valid.error.map(sharingFault), ...others];
  return { record: errors.length === 0 ? whole.value : null, errors };
};

const checkRow = async (
  row: TableRow,
  { kind, who }: ScanTask,
  members: ReadonlySet<string>,
  sight: Sight,
  now: string,
): Promise<Row> => {
  const { report } = row;
  const stored = isRecordId(report.id) ? await sight.stored(kind, report.id) : null;
  const before = stored === "foreign" ? null : (stored?.body ?? null);
  const { record, errors: found } = withPersons(row, kind, before);
  const errors: Fault[] = [...found];
  let change: Row["change"] = null;
  if (stored === "foreign") errors.push(refusalFault("not-found", kind));
  else if (record !== null) {
    const { version: _version, updatedAt: _updatedAt, deleted: _deleted, ...own } = record;
    const whole = before === null ? own : mergedBody(own, before, members);
    const valid = before === null ? null : validate(kind, { ...whole, id: report.id });
    if (valid?.ok === false) errors.push(...valid.error.map(sharingFault));
    const body = kind === "alarm" ? withAlarmDefaults(whole, before, now) : whole;
    if (!sight.isWhole && !(await sight.sees({ kind, id: report.id, body })))
      errors.push(refusalFault("out-of-scope", kind));
    if (errors.length === 0)
      change = { kind: "upsert", record: kind, id: report.id, body, by: actorNamed(who.actor, who.name) };
  }
  return {
    report: {
      row: report.row,
      status: errors.length === 0 ? "good" : "bad",
      id: report.id === "" ? null : report.id.slice(0, 64),
      errors: errors.slice(0, FAULTS_PER_ROW),
      warnings: report.warnings.map(sharingFault).slice(0, FAULTS_PER_ROW),
    },
    change,
    isKnown: stored !== null,
  };
};

/** What the intake would say of the good rows together: addresses that two of them have, units that nobody has registered. */
const tried = async (deps: TransferDeps, { who, kind }: ScanTask, rows: readonly Row[]): Promise<readonly Row[]> => {
  const changes = rows.flatMap(({ change }) => (change === null ? [] : [change]));
  if (changes.length === 0) return rows;
  const { results } = await (await deps.intakeOf(who.tenant)).applyWhole(changes, null);
  let at = 0;
  return rows.map((row) => {
    const result = row.change === null ? undefined : results[at++];
    const fault = result === undefined ? null : resultFault(result, kind);
    return fault === null
      ? row
      : { ...row, change: null, report: { ...row.report, status: "bad", errors: [...row.report.errors, fault] } };
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
  let members: ReadonlySet<string> = new Set();
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
              "表头不对,请改正后重新上传。",
              "The header is wrong: correct it and upload the file again.",
              message.header.map(({ code, message: words }) => ({ path: "", code, message: words })),
            );
          members = new Set(message.members);
          ignored = message.ignored.slice(0, IGNORED_SHOWN).map(shownHeader);
          total = message.rows;
          break;
        case "rows":
          rows.push(...(await Promise.all(message.rows.map((row) => checkRow(row, task, members, sight, now)))));
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
  const done = await tried(deps, task, rows);
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
