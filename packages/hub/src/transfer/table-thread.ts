// Reads a spreadsheet beside the main thread: unpacking and checking tens of thousands of rows would stop the frames of devices.
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { isRecordId } from "@dianan/model";
import { type RecordKind, unmasked } from "@dianan/sharing";
import { type ReadRow, readCells, references, TableError, tableParts, tableRows } from "@dianan/sharing/table";
import { columnName } from "./column-name.ts";
import type { TableMessage, TableRow, TableTask } from "./table-message.ts";

/** Rows of one message. */
const ROWS_AT_ONCE = 200;

const { path, kind, defaults, columns, sheet, rowsMax } = workerData as TableTask;
const port = parentPort;
const say = (message: TableMessage): void => port?.postMessage(message);
/** One message at a time: what the other side has not worked off is not read yet. */
const next = (): Promise<void> => new Promise((resolve) => port?.once("message", () => resolve()));

/** A mask is judged where what is stored is known. */
const rowOf = ({ report, record, raw }: ReadRow<RecordKind>): TableRow => ({
  report,
  record,
  masked: unmasked(kind, raw, null).ok ? null : raw,
  refers:
    record !== null
      ? []
      : references[kind].flatMap(([member, other]) => {
          const id = raw[member];
          return typeof id === "string" && isRecordId(id) ? [[other, id] as const] : [];
        }),
});

const run = async (): Promise<void> => {
  const { head, body } = tableParts(
    await readCells(new Uint8Array(readFileSync(path)), sheet === undefined ? {} : { sheet }),
  );
  if (body.length > rowsMax)
    throw new TableError("too-big", {
      zh: `超过 ${rowsMax} 行,请分成几个文件`,
      en: `More than ${rowsMax} rows: split it into several files`,
    });
  const table = tableRows(kind, head, body.length, {
    defaults,
    ...(columns === undefined ? {} : { columns }),
  });
  const places = Object.entries(table.places).map(([member, at]) => [member, columnName(at + 1)]);
  const { header, ignored } = table;
  say({ kind: "head", header, ignored, places: Object.fromEntries(places), rows: body.length });
  if (table.header.length > 0) return;
  for (let at = 0; at < body.length; at += ROWS_AT_ONCE) {
    await next();
    const rows = body.slice(at, at + ROWS_AT_ONCE).map(({ cells, row }) => rowOf(table.read(cells, row)));
    say({ kind: "rows", rows });
  }
  await next();
  say({ kind: "done" });
};

run().catch((error: unknown) => {
  if (error instanceof TableError) say({ kind: "refused", code: error.code, words: error.words });
  else throw error;
});
