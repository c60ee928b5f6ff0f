import type { TenantId } from "@dianan/model";
import { isAddressRange, isInRanges } from "./access/address-ranges.ts";
import { newSecret, secretHash } from "./access/secrets.ts";
import { type OpenTcec, openTcec } from "./tcec/open-tcec.ts";
import type { TcecDeps } from "./tcec/tcec-deps.ts";

/** T/CEC 102 with the hub's secrets and address rules. */
export const openTcecPartners = (
  deps: Omit<TcecDeps, "newSecret" | "hashOf" | "isRange" | "isInRanges">,
  tenants: readonly TenantId[],
): Promise<OpenTcec> => {
  const ours = { hashOf: secretHash, isRange: isAddressRange, isInRanges };
  return openTcec({ ...deps, ...ours, newSecret: () => newSecret("dk_") }, tenants);
};
