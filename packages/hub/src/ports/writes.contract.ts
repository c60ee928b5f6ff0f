import { type Instant, tenantId } from "@dianan/model";
import type { Outbox } from "./outbox.ts";
import type { JsonObject, RecordKind } from "./records.ts";
import type { Store } from "./store.ts";
import type { Write } from "./write.ts";

/** An adapter under test; each call opens a new, empty database. */
export type OpenStore = (limits: { readonly changes: number; readonly undecodable: number }) => Promise<{
  readonly store: Store;
  readonly outbox: Outbox;
}>;

export const tenant = tenantId("t1");
export const AT = 1_764_000_000_000 as Instant;
export const later = (ms: number): Instant => (AT + ms) as Instant;

export const put = (
  record: RecordKind,
  id: string,
  set: JsonObject,
  how: "replace" | "merge" | "create" = "replace",
): Write => ({
  kind: "put",
  record,
  id,
  set,
  at: AT,
  how,
});
export const id = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
export const frame = (n: number, deviceId: string | null = "d1"): Write => ({
  kind: "frame",
  frame: {
    id: id(n),
    protocol: "gb26875",
    wireAddress: "889",
    deviceId,
    receivedAt: later(n),
    remote: "127.0.0.1:5",
    bytes: Uint8Array.of(n & 255, 2, 3),
  },
});
export const reading = (n: number, at = later(n)): Write => ({
  kind: "reading",
  row: {
    deviceId: "d1",
    at,
    part: n,
    receivedAt: at,
    values: [{ component: null, quantity: "temperature", value: n, quality: "good" }],
  },
});
export const pageOf = (
  kind: RecordKind,
  more: Partial<Parameters<Store["page"]>[1]> = {},
): Parameters<Store["page"]>[1] => ({
  kind,
  after: null,
  limit: 100,
  updatedFrom: null,
  updatedTo: null,
  where: {},
  withDeleted: false,
  ...more,
});
