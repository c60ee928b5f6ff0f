import { sharedRecord } from "../core/shared-record.ts";
import type { OutboxResult, OutboxRow } from "../ports/outbox.ts";
import type { StoredRecord } from "../ports/records.ts";
import type { CourierDeps } from "./courier-deps.ts";
import { originOf } from "./party-origin.ts";
import type { Parcel } from "./push.ts";
import { createShaping, hasPerson } from "./shaping.ts";

/** A row that is ready to go, and whether somebody can be known by it. */
export type Ready = { readonly row: OutboxRow; readonly parcel: Parcel; readonly isPersonal: boolean };

/** Records of one push together, unless one alone is longer: what proxies take as they are installed. Bytes of UTF-8. */
export const PUSH_BYTES_MAX = 1_000_000;

/** The first of them that may go together. */
export const fitting = (all: readonly Ready[]): readonly Ready[] => {
  let left = PUSH_BYTES_MAX;
  const end = all.findIndex(({ parcel }, index) => {
    left -= Buffer.byteLength(parcel.json) + 1;
    return left < 0 && index > 0;
  });
  return end === -1 ? all : all.slice(0, end);
};

/**
 * Makes of rows what goes to a destination: each record as it is now, in the destination's system, with persons as far as it may know them.
 *
 * @param settle - told of those that do not go: what is no longer there, and what came from the platform that is sent to
 */
export const createPacker =
  (
    { tenant, settings, store, utcOffsetMinutes }: CourierDeps,
    settle: (results: readonly OutboxResult[]) => Promise<void>,
  ) =>
  async (rows: readonly OutboxRow[]): Promise<readonly Ready[]> => {
    const [first] = rows;
    if (first === undefined) return [];
    const shaped = createShaping(store, tenant, settings);
    const records = await store.records(
      tenant,
      first.kind,
      rows.map(({ id }) => id),
    );
    const packed = async (row: OutboxRow, index: number): Promise<Ready | null> => {
      const record = records[index] ?? null;
      if (record === null) return null;
      // The record as it is now: the version that is sent may be later than the one that the row names.
      const out: StoredRecord = await shaped(record);
      const json = JSON.stringify(sharedRecord(out, utcOffsetMinutes));
      return {
        row: { ...row, version: record.version },
        parcel: { id: record.id, version: record.version, json, isTombstone: record.deleted },
        isPersonal: settings.personalData === "full" && hasPerson(out),
      };
    };
    const found = await Promise.all(rows.map(packed));
    const gone = rows.filter((_, index) => found[index] === null);
    if (gone.length > 0) await settle(gone.map((row) => ({ row, outcome: "dead", error: "the record is not there" })));
    const known = found.filter((one) => one !== null);
    const { partyId } = settings;
    if (partyId === undefined) return fitting(known);
    const isTheirs = await Promise.all(known.map(({ row }) => originOf(store, tenant, partyId, row)));
    const returning = known.filter((_, index) => isTheirs[index]);
    if (returning.length > 0) await settle(returning.map(({ row }) => ({ row, outcome: "sent", error: null })));
    return fitting(known.filter((_, index) => !isTheirs[index]));
  };
