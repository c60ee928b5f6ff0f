import { isRecordId } from "@dianan/model";
import { type RecordKind, unmasked, validate } from "@dianan/sharing";
import { withAlarmDefaults } from "../core/alarm-defaults.ts";
import { actorNamed } from "../core/record-actor.ts";
import type { Caller } from "../ports/caller.ts";
import type { RecordChange } from "../ports/live.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Fault, ImportRow, Sight } from "../ports/transfer.ts";
import { maskFault, refusalFault, sharingFault } from "./row-faults.ts";
import type { TableRow } from "./table-message.ts";

const FAULTS_PER_ROW = 100;

export type Upsert = Extract<RecordChange, { readonly kind: "upsert" }>;

/** A row of a table once it is checked. */
export type Row = {
  readonly report: ImportRow;
  /** Null unless the row is good. */ readonly change: Upsert | null;
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

/** Whether a record is there for the caller; asked once for each. */
export const createLookUp = (sight: Sight): Table["isThere"] => {
  const known = new Map<string, Promise<boolean>>();
  return (kind, id) => {
    const key = `${kind} ${id}`;
    const there = known.get(key) ?? sight.stored(kind, id).then((one) => one !== null && one !== "foreign");
    known.set(key, there);
    return there;
  };
};

/** Faults with the cell that they are about, where there is one. */
export const placed = (faults: readonly Fault[], row: number, places: Places): readonly Fault[] =>
  faults.map((fault) => {
    const column = places[fault.path.split("/")[1] ?? ""];
    return column === undefined ? fault : { ...fault, cell: `${column}${row}` };
  });

/** Where each member of the table stands, such as `{ id: "A" }`. */
export type Places = { readonly [member: string]: string };
/** What all rows of a table share. */
export type Table = {
  readonly places: Places;
  readonly members: ReadonlySet<string>;
  readonly sight: Sight;
  readonly now: string;
  isThere(kind: RecordKind, id: string): Promise<boolean>;
};

/** Checks one row: its persons, what is stored of it, what it refers to, and whether the caller may. */
export const checkRow = async (
  row: TableRow,
  { kind, who }: { readonly kind: RecordKind; readonly who: Caller },
  { places, members, sight, now, isThere }: Table,
): Promise<Row> => {
  const { report } = row;
  const stored = isRecordId(report.id) ? await sight.stored(kind, report.id) : null;
  const before = stored === "foreign" ? null : (stored?.body ?? null);
  const { record, errors: found } = withPersons(row, kind, before);
  const errors: Fault[] = [...found];
  let change: Row["change"] = null;
  if (record === null)
    for (const [other, id] of row.refers)
      if (!(await isThere(other, id))) errors.push(refusalFault(`unknown-${other}`, kind));
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
      errors: placed(errors.slice(0, FAULTS_PER_ROW), report.row, places),
      warnings: placed(report.warnings.map(sharingFault).slice(0, FAULTS_PER_ROW), report.row, places),
    },
    change,
    isKnown: stored !== null,
  };
};
