import type { Instant, TenantId } from "@dianan/model";
import type { AccessItem, AccessStore } from "../ports/access-store.ts";
import type { ReceiverSecrets, ReceiverSettings } from "../ports/receivers.ts";
import type { JsonObject } from "../ports/records.ts";
import { openedJsonOrNull, type Seals, sealedJson } from "../ports/seals.ts";
import type { Write } from "../ports/write.ts";

/** A receiver as it is kept; secrets sealed (SEC-KEY-02). */
export type ReceiverBody = ReceiverSettings & { readonly sealed: string; readonly secretsSet: readonly string[] };
export type ReceiverItem = AccessItem & { readonly body: ReceiverBody & JsonObject };

const placeOf = (tenant: TenantId, id: string): readonly string[] => [tenant, "receiver", id, "secrets"];

export const sealedSecrets = (seals: Seals, tenant: TenantId, id: string, secrets: ReceiverSecrets): string =>
  sealedJson(seals, placeOf(tenant, id), secrets);

/** Null: they were moved, changed, or sealed with another master key. */
export const openedSecrets = (seals: Seals, { tenant, id, body }: ReceiverItem): ReceiverSecrets | null =>
  openedJsonOrNull(seals, placeOf(tenant, id), body.sealed) as ReceiverSecrets | null;

/** @param ifVersion - the version that it has now, 0: there is none */
export const receiverWrite = (id: string, body: ReceiverBody, ifVersion: number): Write => ({
  kind: "item",
  item: { kind: "receiver", id, body: body as unknown as JsonObject, lookup: null, expiresAt: null },
  ifVersion,
});

/** Where a receiver is reached: the secret part of its address is kept as its hash. */
export const addressWrite = (
  receiverId: string,
  id: string,
  lookup: Uint8Array,
  expiresAt: Instant | null,
  ifVersion: number,
): Write => ({
  kind: "item",
  item: { kind: "receiverAddress", id: `${receiverId}/${id}`, body: { receiverId }, lookup, expiresAt },
  ifVersion,
});

export const receiverItem = async (
  access: Pick<AccessStore, "item">,
  tenant: TenantId,
  id: string,
): Promise<ReceiverItem | null> => (await access.item(tenant, "receiver", id)) as ReceiverItem | null;

/** Addresses of a receiver lie together: its id holds no slash. */
export const addressItems = async (
  access: Pick<AccessStore, "items">,
  tenant: TenantId,
  receiverId: string,
): Promise<readonly AccessItem[]> =>
  (await access.items(tenant, "receiverAddress", `${receiverId}/`, 50)).filter(
    ({ body }) => body.receiverId === receiverId,
  );
