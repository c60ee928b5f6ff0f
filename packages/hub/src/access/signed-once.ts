import type { Instant, TenantId } from "@dianan/model";
import { type AccessDeps, tryCommit } from "./access-deps.ts";
import { secretHashHex } from "./secrets.ts";

/** SEC-API-03: how far a signed request's time may be off, either way. */
const SKEW_MS = 5 * 60_000;

export const isOutOfTime = (signedAt: Instant, now: Instant): boolean => Math.abs(now - signedAt) > SKEW_MS;

/** Uses up a nonce of a signer: kept until its time can no longer be used, also over a restart. False: it was used before. */
export const usesNonce = async (
  deps: Pick<AccessDeps, "store">,
  tenant: TenantId,
  signer: string,
  nonce: string,
  signedAt: Instant,
): Promise<boolean> => {
  const expiresAt = (signedAt + 2 * SKEW_MS) as Instant;
  const id = `${signer}.${secretHashHex(nonce)}`;
  const write = { kind: "item", item: { kind: "nonce", id, body: {}, lookup: null, expiresAt }, ifVersion: 0 } as const;
  return (await tryCommit(deps, tenant, [write])) === "done";
};
