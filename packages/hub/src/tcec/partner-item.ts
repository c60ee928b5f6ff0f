import type { TenantId } from "@dianan/model";
import { type TcecKeys, tcecKeys } from "@dianan/sharing";
import type { AccessItem, AccessStore } from "../ports/access-store.ts";
import type { JsonObject } from "../ports/records.ts";
import { openedJsonOrNull, type Seals, sealedJson } from "../ports/seals.ts";
import type { TcecDirection, TcecSecretSets, TcecSettings } from "../ports/tcec.ts";
import type { Write } from "../ports/write.ts";

/** A partner as it is kept; secrets sealed (SEC-KEY-02). */
export type PartnerBody = TcecSettings & {
  readonly sealed: string;
  readonly secretsSet: readonly TcecDirection[];
};
export type PartnerItem = AccessItem & { readonly body: PartnerBody & JsonObject };

const placeOf = (tenant: TenantId, id: string): readonly string[] => [tenant, "tcecPartner", id, "secrets"];

export const sealedSets = (seals: Seals, tenant: TenantId, id: string, secrets: TcecSecretSets): string =>
  sealedJson(seals, placeOf(tenant, id), secrets);

/** Null: they were moved, changed, or sealed with another master key. */
export const openedSets = (seals: Seals, { tenant, id, body }: PartnerItem): TcecSecretSets | null =>
  openedJsonOrNull(seals, placeOf(tenant, id), body.sealed) as TcecSecretSets | null;

/** What one direction needs: keys of its messages and the secret of its token. */
export type DirectionKeys = { readonly keys: TcecKeys; readonly operatorSecret: string };

/** Null: the direction has no secrets, or they do not open. */
export const directionKeys = (seals: Seals, item: PartnerItem, direction: TcecDirection): DirectionKeys | null => {
  const set = openedSets(seals, item)?.[direction];
  if (set === undefined) return null;
  const keys = tcecKeys(set, item.body.switches);
  return keys.ok ? { keys: keys.value, operatorSecret: set.operatorSecret } : null;
};

/** @param ifVersion - the version that it has now, 0: there is none. @param lookup - of its OperatorID, one in the whole hub */
export const partnerWrite = (id: string, body: PartnerBody, lookup: Uint8Array, ifVersion: number): Write => ({
  kind: "item",
  item: { kind: "tcecPartner", id, body: body as unknown as JsonObject, lookup, expiresAt: null },
  ifVersion,
});

export const partnerItem = async (
  access: Pick<AccessStore, "item">,
  tenant: TenantId,
  id: string,
): Promise<PartnerItem | null> => (await access.item(tenant, "tcecPartner", id)) as PartnerItem | null;

export const gives = ({ role }: Pick<TcecSettings, "role">): boolean => role !== "platform";
export const takes = ({ role }: Pick<TcecSettings, "role">): boolean => role !== "operator";
