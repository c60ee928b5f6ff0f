import { type BasicType, ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { ExportColumn, ExportRow } from "./export-columns.ts";

/** Rows of one row group, which are in memory before they go to the file; fewer when they hold long texts. */
const GROUP_ROWS = 10_000;
/** Characters, so that neither memory nor the pause of an encoding grows with the texts. */
const GROUP_TEXT = 1_000_000;

const textIn = (row: ExportRow): number =>
  Object.values(row).reduce((sum: number, value) => sum + (typeof value === "string" ? value.length : 0), 0);

const types: { readonly [T in ExportColumn["type"]]: BasicType } = {
  string: "STRING",
  number: "DOUBLE",
  integer: "INT64",
  boolean: "BOOLEAN",
  time: "TIMESTAMP",
};

const wanted = { string: "string", number: "number", integer: "number", boolean: "boolean" } as const;

/** A value as its column holds it; what does not fit is null, as in a record of a later version. */
const stored = (type: ExportColumn["type"], value: unknown): unknown => {
  if (type === "time") {
    const at = typeof value === "number" ? value : typeof value === "string" ? Date.parse(value) : Number.NaN;
    return Number.isFinite(at) ? new Date(at) : null;
  }
  if (typeof value !== wanted[type]) return null;
  return type === "integer" ? (Number.isSafeInteger(value) ? BigInt(value as number) : null) : value;
};

/**
 * A Parquet file (Snappy), row group by row group. Columns are named by their members and may all be null; codes stay codes, times are
 * timestamps in UTC.
 *
 * @param about - said in the file's metadata
 */
export async function* parquetBytes(
  columns: readonly ExportColumn[],
  batches: AsyncIterable<readonly ExportRow[]>,
  about: { readonly [key: string]: string },
): AsyncGenerator<Uint8Array> {
  const sources = (rows: readonly ExportRow[]): ColumnSource[] =>
    columns.map(({ member, type }) => ({
      name: member,
      type: types[type],
      nullable: true,
      data: rows.map((row) => stored(type, row[member])),
    }));
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: sources([]) }),
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    createdBy: "dianan",
  });
  const taken = (): Uint8Array => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  };
  const put = async (rows: readonly ExportRow[]): Promise<Uint8Array> => {
    await file.write({ columnData: sources(rows), rowGroupSize: GROUP_ROWS });
    return taken();
  };
  let rows: ExportRow[] = [];
  let text = 0;
  for await (const batch of batches) {
    rows.push(...batch);
    text += batch.reduce((sum, row) => sum + textIn(row), 0);
    if (rows.length < GROUP_ROWS && text < GROUP_TEXT) continue;
    yield await put(rows);
    rows = [];
    text = 0;
  }
  if (rows.length > 0) yield await put(rows);
  await file.finish();
  yield taken();
}
