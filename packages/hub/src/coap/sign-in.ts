import type { TenantId } from "@dianan/model";
import type { CoapDeps } from "./coap-deps.ts";

/** The device whose key a request has. */
export type SignedIn = {
  readonly tenant: TenantId;
  readonly deviceId: string;
  readonly protocol: string;
  readonly wireAddress: string;
};

const KEY = /^k=(dd_[A-Za-z0-9_-]{8,125})$/;

/** Whose key is in the query (`k=dd_…`), looked up with each request (SEC-DEV-15); null: nobody's. */
export const signIn = async (
  { keys, store, clock }: Pick<CoapDeps, "keys" | "store" | "clock">,
  query: readonly string[],
): Promise<SignedIn | null> => {
  const [secret = "", ...more] = query.flatMap((one) => KEY.exec(one)?.[1] ?? []);
  if (secret === "" || more.length > 0) return null;
  const caller = await keys.bySecret(secret, clock());
  if (caller === null) return null;
  const { tenant, name: deviceId } = caller;
  const record = await store.record(tenant, "device", deviceId);
  if (record === null || record.deleted) return null;
  const { protocol, wireAddress } = record.body;
  return { tenant, deviceId, protocol: String(protocol ?? ""), wireAddress: String(wireAddress ?? "") };
};
