import { pluralOf, type RecordKind } from "@dianan/sharing";
import type { SharedRecord } from "../share/delivery.ts";
import type { Answer, PlatformSeat } from "./platform-seat.ts";

const PATCH = "application/merge-patch+json";
/** Only what is not there yet. */
export const NEW = { "if-none-match": "*" };
export const kinds: readonly RecordKind[] = ["operator", "unit", "device", "component"];
export const pathOf = (kind: RecordKind, id: unknown): string => `/api/v1/${pluralOf(kind)}/${String(id)}`;

export const patch = (seat: PlatformSeat, path: string, body: unknown, tag: string | null): Promise<Answer> =>
  seat.ask("PATCH", path, { body, headers: { "content-type": PATCH, ...(tag === null ? {} : { "if-match": tag }) } });

/** A record that is there, and its ETag. */
export const there = async (
  seat: PlatformSeat,
  kind: RecordKind,
  more: SharedRecord = {},
  which: "least" | "full" = "least",
) => {
  const record = await seat.record(kind, more, which);
  await seat.need(kind, record);
  const path = pathOf(kind, record.id);
  const read = await seat.get(path);
  return { record, path, read, tag: read.headers.get("etag") };
};
