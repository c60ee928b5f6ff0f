import type { Instant, TenantId } from "@dianan/model";
import type { AccessDraft, AccessItem, AccessKind, AccessStore } from "../ports/access-store.ts";
import type { Caller } from "../ports/caller.ts";
import type { Intake } from "../ports/live.ts";
import type { NoticeStore } from "../ports/notice-store.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Shelf } from "../ports/shelf.ts";
import type { Store } from "../ports/store.ts";
import type { Sight } from "../ports/transfer.ts";
import type { Write } from "../ports/write.ts";

/** What files, imports and exports need of the hub. */
export type TransferDeps = {
  readonly store: Pick<Store, "commit">;
  readonly access: AccessStore;
  readonly notices: Pick<NoticeStore, "page" | "receipts">;
  readonly shelf: Shelf;
  readonly intakeOf: (tenant: TenantId) => Promise<Intake>;
  readonly sightOf: (who: Pick<Caller, "tenant" | "scope" | "by" | "scopes">) => Sight;
  readonly platformCode: string;
  readonly utcOffsetMinutes: number;
  readonly clock: () => Instant;
  /** Grows with each call: what is newest comes last. */ readonly nextId: () => string;
  readonly log: (line: string) => void;
};

export type TransferKind = Extract<AccessKind, "file" | "import" | "export">;

/** An item that has not expired. */
export const liveItem = async (
  access: AccessStore,
  tenant: TenantId,
  kind: TransferKind,
  id: string,
  now: Instant,
): Promise<AccessItem | null> => {
  const item = await access.item(tenant, kind, id);
  return item === null || (item.expiresAt !== null && item.expiresAt <= now) ? null : item;
};

/** @param ifVersion - as it was read, 0 for a new one */
export const itemWrite = (
  kind: TransferKind,
  id: string,
  body: object,
  expiresAt: AccessDraft["expiresAt"],
  ifVersion: number,
): Write => ({ kind: "item", item: { kind, id, body: body as JsonObject, lookup: null, expiresAt }, ifVersion });
