import type { TenantId } from "@dianan/model";
import type { RecordKind } from "./records.ts";

/**
 * When something last changed, on a count that only grows. Every change moves it twice, whoever makes it: before it is written, and when
 * it is durable and nobody has been told yet. What was looked up when the count was `n` is what is stored for as long as the count of
 * what it depends on is not above `n`.
 */
export type Ticks = {
  /** Of anything: records, the feed, items of who may do what. */ any(): number;
  /** Of any record, and of what is owed of it; not of items of who may do what. */ records(): number;
  /** Of one record, and of items of who may do what. */ of(tenant: TenantId, kind: RecordKind, id: string): number;
};
