import type { TenantId } from "@dianan/model";
import { fromScaled, isQuantity, quantities } from "@dianan/model";
import { masked } from "@dianan/sharing";
import { sharedRecord } from "../core/shared-record.ts";
import type { AccessStore } from "../ports/access-store.ts";
import type { ReadingRow, ReadingValue } from "../ports/readings.ts";
import type { Page, StoredRecord } from "../ports/records.ts";
import type { ExportSource, Sight } from "../ports/transfer.ts";
import type { ExportRow } from "./export-columns.ts";

/** Rows of one page, which are all that is in memory. */
const PAGE = 500;

/** A batch of rows. `persons`: the records among them in which there is one, such as `operator:op-01`. */
export type ExportBatch = { readonly rows: readonly ExportRow[]; readonly persons: readonly string[] };

async function* pages<T>(read: (after: string | null) => Promise<Page<T>>): AsyncGenerator<readonly T[]> {
  let after: string | null = null;
  do {
    const page: Page<T> = await read(after);
    yield page.items;
    after = page.next;
  } while (after !== null);
}

const readingRow = (row: ReadingRow, one: ReadingValue): ExportRow => {
  const hasValue = one.quality !== "missing" && one.quality !== "sentinel";
  return {
    deviceId: row.deviceId,
    componentId: one.component,
    quantity: one.quantity,
    value: !hasValue ? null : isQuantity(one.quantity) ? fromScaled(one.quantity, one.value) : one.value,
    unit: isQuantity(one.quantity) ? quantities[one.quantity].unit : "1",
    quality: one.quality,
    at: row.at,
    receivedAt: row.receivedAt,
  };
};

const personsIn = (records: readonly StoredRecord[]): readonly string[] =>
  records.filter(({ kind, body }) => masked(kind, body) !== body).map(({ kind, id }) => `${kind}:${id}`);

const plain = (rows: readonly ExportRow[]): ExportBatch => ({ rows, persons: [] });

/** Everything of a source that somebody may see, a page at a time: as much memory for a million rows as for ten. */
export async function* exportRows(
  source: ExportSource,
  tenant: TenantId,
  sight: Sight,
  access: Pick<AccessStore, "audit">,
  utcOffsetMinutes: number,
): AsyncGenerator<ExportBatch> {
  switch (source.kind) {
    case "records": {
      const query = { ...source.query, limit: PAGE };
      for await (const records of pages((after) => sight.page({ ...query, after })))
        yield { rows: records.map((record) => sharedRecord(record, utcOffsetMinutes)), persons: personsIn(records) };
      return;
    }
    case "presence": {
      const query = { ...source.query, limit: PAGE };
      for await (const changes of pages((after) => sight.presenceChanges({ ...query, after })))
        yield plain(
          changes.map(({ heardAt, at, ...change }) => {
            const silentSeconds = heardAt === null ? null : Math.max(0, Math.floor((at - heardAt) / 1_000));
            return { ...change, at, heardAt, silentSeconds };
          }),
        );
      return;
    }
    case "audit": {
      const query = { ...source.query, limit: PAGE };
      const read = (after: string | null) =>
        access.audit(tenant, { ...query, after: after === null ? null : Number(after) });
      for await (const entries of pages(read)) yield plain(entries);
      return;
    }
    case "readings": {
      const { from, to, quantity } = source;
      for await (const ids of deviceIds(source, sight))
        for (const deviceId of ids)
          for await (const rows of pages((after) => sight.readings({ deviceId, from, to, after, limit: PAGE })))
            yield plain(
              rows.flatMap((row) =>
                row.values
                  .filter((one) => quantity === null || one.quantity === quantity)
                  .map((one) => readingRow(row, one)),
              ),
            );
    }
  }
}

/** Whose readings are wanted. */
async function* deviceIds(
  { deviceId, unitId }: Extract<ExportSource, { readonly kind: "readings" }>,
  sight: Sight,
): AsyncGenerator<readonly string[]> {
  if (deviceId !== null) {
    yield [deviceId];
    return;
  }
  const where: { readonly [member: string]: string } = unitId === null ? {} : { unitId };
  const range = { updatedFrom: null, updatedTo: null, withDeleted: false, limit: PAGE };
  for await (const devices of pages((after) => sight.page({ kind: "device", where, ...range, after })))
    yield devices.map(({ id }) => id);
}
