import { open } from "node:fs/promises";
import type { Page } from "../ports/records.ts";
import type { ImportRow, RowQuery } from "../ports/transfer.ts";

/** One row as it stands in a report's file. */
export const rowLine = (row: ImportRow): string => `${JSON.stringify(row)}\n`;

/** Bytes that are read at once. */
const CHUNK = 64 * 1024;
const NEW_LINE = 0x0a;
/** Bytes that one request looks through for rows of a status; the cursor goes on from there. */
const LOOKED_MAX = 4 * 1024 * 1024;

/**
 * A page of a report: lines of JSON in a file, in the order of the sheet. A position is the offset at which the next line begins.
 *
 * @returns null for a position that is none of this report
 */
export const readRows = async (path: string, { status, after, limit }: RowQuery): Promise<Page<ImportRow> | null> => {
  const handle = await open(path, "r").catch(() => null);
  if (handle === null) return after === null ? { items: [], next: null } : null;
  try {
    const { size } = await handle.stat();
    let at = after ?? 0;
    if (at > size) return null;
    if (at > 0) {
      const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at - 1);
      if (buffer[0] !== NEW_LINE) return null;
    }
    const start = at;
    const items: ImportRow[] = [];
    let kept = Buffer.alloc(0);
    let read = at;
    while (read < size && items.length < limit && at - start < LOOKED_MAX) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK), 0, CHUNK, read);
      if (bytesRead === 0) break;
      read += bytesRead;
      kept = Buffer.concat([kept, buffer.subarray(0, bytesRead)]);
      for (let end = kept.indexOf(NEW_LINE); end !== -1 && items.length < limit; end = kept.indexOf(NEW_LINE)) {
        const row = JSON.parse(kept.toString("utf8", 0, end)) as ImportRow;
        kept = kept.subarray(end + 1);
        at += end + 1;
        if (status === null || row.status === status) items.push(row);
      }
    }
    return { items, next: at < size ? String(at) : null };
  } finally {
    await handle.close();
  }
};
