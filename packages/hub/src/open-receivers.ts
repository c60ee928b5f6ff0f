import type { Instant, TenantId } from "@dianan/model";
import { isAddressRange, isInRanges } from "./access/address-ranges.ts";
import { newSecret, secretHash } from "./access/secrets.ts";
import { schemaFindings } from "./http/document-schemas.ts";
import type { AccessStore } from "./ports/access-store.ts";
import type { Mapper } from "./ports/mapper.ts";
import type { Outbound } from "./ports/outbound.ts";
import type { Drivers } from "./ports/protocol.ts";
import type { Seals } from "./ports/seals.ts";
import type { Store } from "./ports/store.ts";
import type { Uplink } from "./ports/uplink.ts";
import { type OpenReceive, openReceive } from "./receive/open-receive.ts";

/** Receivers of what other platforms push, with the hub's secrets and address rules. */
export const openReceivers = ({
  drivers,
  ...deps
}: {
  readonly store: Pick<Store, "commit" | "record">;
  readonly access: AccessStore;
  readonly seals: Seals;
  readonly outbound: Outbound;
  readonly drivers: Drivers;
  readonly mapper: Mapper;
  readonly uplinkOf: (tenant: TenantId) => Promise<Uplink>;
  readonly clock: () => Instant;
  readonly log: (line: string) => void;
}): OpenReceive =>
  openReceive({
    ...deps,
    protocols: [...drivers.values()].filter(({ bus }) => bus === undefined).map(({ id }) => id),
    newSecret: () => newSecret("dr_"),
    hashOf: secretHash,
    isRange: isAddressRange,
    isInRanges,
    findings: schemaFindings,
  });
