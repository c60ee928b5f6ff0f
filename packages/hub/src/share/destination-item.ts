import type { TenantId } from "@dianan/model";
import type { AccessItem, AccessStore } from "../ports/access-store.ts";
import type { JsonObject } from "../ports/records.ts";
import { openedJson, type Seals, sealedJson } from "../ports/seals.ts";
import type { DestinationSettings } from "../ports/sharing.ts";
import type { Write } from "../ports/write.ts";
import type { Credentials } from "./settings.ts";

/** A destination as it is kept; credentials sealed (SEC-KEY-02). */
export type DestinationBody = DestinationSettings & {
  /** True: the command line owns it, and its credentials are not here. */ readonly isConfigured: boolean;
  readonly pausedReason: string | null;
  /** Sealed JSON of {@link Credentials}; empty for one of the command line or of a platform. */ readonly sealed: string;
  /** The connected platform that it belongs to, with whose token it is called (互联平台). */ readonly partyId?: string;
  /** `party`: it was not a person who paused it, and it goes on when the reason has gone. */ readonly pausedBy?: "party";
};
export type DestinationItem = AccessItem & { readonly body: DestinationBody & JsonObject };

const placeOf = (tenant: TenantId, id: string): readonly string[] => [tenant, "destination", id, "credentials"];

export const sealedCredentials = (seals: Seals, tenant: TenantId, id: string, credentials: Credentials): string =>
  sealedJson(seals, placeOf(tenant, id), credentials);

/** @throws SealError when they were moved, changed, or sealed with another key */
export const openedCredentials = (seals: Seals, { tenant, id, body }: DestinationItem): Credentials =>
  openedJson(seals, placeOf(tenant, id), body.sealed) as Credentials;

/** @param ifVersion - the version that it has now, 0: there is none */
export const destinationWrite = (id: string, body: DestinationBody, ifVersion: number): Write => ({
  kind: "item",
  item: { kind: "destination", id, body: body as unknown as JsonObject, lookup: null, expiresAt: null },
  ifVersion,
});

/** Destinations that a tenant may have. */
export const DESTINATIONS_MAX = 20;
const ALL_MAX = 500;

export const destinationItem = async (
  access: Pick<AccessStore, "item">,
  tenant: TenantId,
  id: string,
): Promise<DestinationItem | null> => (await access.item(tenant, "destination", id)) as DestinationItem | null;

export const destinationItems = async (
  access: Pick<AccessStore, "items">,
  tenant: TenantId,
): Promise<readonly DestinationItem[]> =>
  // The command line's and those of connected platforms come on top of those that a tenant may set up.
  (await access.items(tenant, "destination", "", ALL_MAX)) as readonly DestinationItem[];

export const settingsOf = ({
  name,
  url,
  form,
  kinds,
  coordinateSystem,
  periodSeconds,
  rate,
  personalData,
  agreement,
  centre,
  mapping,
}: DestinationSettings): DestinationSettings => ({
  name,
  url,
  form,
  kinds,
  coordinateSystem,
  periodSeconds,
  personalData,
  agreement,
  // Kept before there were rates, fire centres and mappings, it has none.
  rate: rate ?? null,
  centre: centre ?? null,
  mapping: mapping ?? null,
});

/** What the outbox owes it: a fire centre has a queue of its own, of events and not of records. */
export const owedKinds = ({ form, kinds }: DestinationSettings): DestinationSettings["kinds"] =>
  form === "gb26875" ? [] : kinds;
