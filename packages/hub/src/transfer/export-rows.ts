import type { TenantId } from "@dianan/model";
import { fromScaled, isQuantity, quantities } from "@dianan/model";
import { masked } from "@dianan/sharing";
import { offsetTime } from "../core/offset-time.ts";
import { sharedRecord } from "../core/shared-record.ts";
import type { AccessStore } from "../ports/access-store.ts";
import type { NoticeQuery, NoticeReceipt, NoticeRow } from "../ports/notice-store.ts";
import type { ReadingRow, ReadingValue } from "../ports/readings.ts";
import type { Page, StoredRecord } from "../ports/records.ts";
import type { ExportSource, Sight } from "../ports/transfer.ts";
import type { ExportRow } from "./export-columns.ts";
import type { TransferDeps } from "./transfer-deps.ts";

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

const isSeen = (found: Awaited<ReturnType<Sight["stored"]>>): boolean => found !== null && found !== "foreign";

/** A notice as it is proved (通知送达记录): persons and numbers masked, as they are kept. */
const noticeRow = (row: NoticeRow, receipts: readonly NoticeReceipt[], utcOffsetMinutes: number): ExportRow => ({
  ...{ id: row.id, alarmId: row.alarmId, unitId: row.unitId, class: row.class, channel: row.channel },
  ...{ channelId: row.courierId, recipient: row.recipient.name, target: row.target, step: row.step + 1 },
  ...{ state: row.state === "accepted" ? "sent" : row.state, attempts: row.tries, count: row.count, note: row.note },
  ...{ at: row.at, sentAt: row.sentAt, endedAt: row.endedAt, error: row.error, providerId: row.providerId },
  receipts: receipts
    .map(({ at, state, code, key }) =>
      [offsetTime(at, utcOffsetMinutes), state, code, key === null ? "" : `key ${key}`]
        .filter((one) => one !== "")
        .join(" "),
    )
    .join("; "),
});

/** Newest first, as the list is. */
async function* noticePages(
  query: Extract<ExportSource, { readonly kind: "notices" }>["query"],
  tenant: TenantId,
  notices: TransferDeps["notices"],
): AsyncGenerator<readonly NoticeRow[]> {
  let before: NoticeQuery["before"] = null;
  for (;;) {
    const rows: readonly NoticeRow[] = await notices.page(tenant, { ...query, before, limit: PAGE });
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    before = { at: last.at, id: last.id };
  }
}

const plain = (rows: readonly ExportRow[]): ExportBatch => ({ rows, persons: [] });

/** Everything of a source that somebody may see, a page at a time: as much memory for a million rows as for ten. */
export async function* exportRows(
  source: ExportSource,
  tenant: TenantId,
  sight: Sight,
  { access, notices }: { readonly access: Pick<AccessStore, "audit">; readonly notices: TransferDeps["notices"] },
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
    case "notices": {
      for await (const rows of noticePages(source.query, tenant, notices)) {
        const seen: ExportRow[] = [];
        for (const row of rows)
          if (sight.isWhole || isSeen(await sight.stored("alarm", row.alarmId)))
            seen.push(noticeRow(row, await notices.receipts(tenant, row.id), utcOffsetMinutes));
        yield plain(seen);
      }
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
