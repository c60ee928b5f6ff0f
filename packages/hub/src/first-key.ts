import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { AccessDeps } from "./access/access-deps.ts";
import { issueLookCode } from "./access/first-steps.ts";
import type { AccessEngine } from "./ports/access-engine.ts";
import type { Machines } from "./ports/machines.ts";

/** A key without an end date would never be changed. */
const KEY_MS = 365 * 86_400_000;
const FIRST_ROLE = "platform";
const FIRST_ADMINISTRATOR = "securityAdministrator";

/** What a hub shows once, when it starts for the first time. */
export type FirstSecrets = {
  /** An API key for everything that another platform may do. */ readonly key: string | null;
  /** For a first look at the console; null when somebody has an account. */ readonly lookCode: string | null;
  /** Makes the first administrator; null when there is one. */ readonly setupCode: string | null;
};

/**
 * The first API key and the one-time codes: shown once, stored as hashes. Made when there is no key yet, or when `wanted` says
 * so (a lost key cannot be shown again).
 */
export const issueFirstSecrets = async (
  deps: AccessDeps,
  { people }: AccessEngine,
  { keys }: Machines,
  tenant: TenantId,
  now: Instant,
  wanted: boolean,
): Promise<FirstSecrets> => {
  const isEmpty = await people.isEmpty(tenant);
  const isFirst = (await keys.list(tenant)).length === 0;
  if (!wanted && !isFirst) return { key: null, lookCode: null, setupCode: null };
  const grant = {
    name: "first key",
    role: FIRST_ROLE,
    scope: {},
    scopes: null,
    expiresAt: (now + KEY_MS) as Instant,
  };
  const { secret } = await keys.add("hub", tenant, grant, { now, source: "", requestId: randomUUID() });
  return {
    key: secret,
    lookCode: isEmpty ? await issueLookCode(deps, tenant, now) : null,
    setupCode: await people.firstCode(tenant, FIRST_ADMINISTRATOR, now),
  };
};
