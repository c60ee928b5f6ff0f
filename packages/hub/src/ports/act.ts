import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { AuditDraft, AuditResult } from "../core/audit-entry.ts";
import type { AccessItem, AccessKind, AccessStore } from "./access-store.ts";
import type { Caller, Circumstance } from "./caller.ts";
import type { JsonObject } from "./records.ts";
import type { Store } from "./store.ts";
import type { Write } from "./write.ts";

/** Who acts: a caller, or nobody yet (a sign-in), or the hub itself. */
export type Actor = Pick<Caller, "actor" | "role"> | "nobody" | "hub";

/** The audit entry of an act, to be committed with it. */
export const told = (
  who: Actor,
  act: string,
  object: string,
  result: AuditResult,
  { now, source, requestId }: Circumstance,
  reason = "",
): Write => {
  const entry: AuditDraft = {
    id: randomUUID(),
    at: now,
    actor: typeof who === "string" ? who : who.actor,
    role: typeof who === "string" ? "" : who.role,
    source,
    act,
    object,
    result,
    reason,
    requestId,
  };
  return { kind: "audit", entry };
};

/** An item as it is to be. @param ifVersion - the one that it replaces; 0: it is new; null: whatever is there */
export const itemWrite = (
  kind: AccessKind,
  id: string,
  body: object,
  ifVersion: number | null,
  more: { readonly lookup?: Uint8Array; readonly expiresAt?: Instant } = {},
): Write => ({
  kind: "item",
  item: { kind, id, body: body as JsonObject, lookup: more.lookup ?? null, expiresAt: more.expiresAt ?? null },
  ifVersion,
});

/** All of one kind that a tenant has: for the few that are listed whole, such as the sessions to end. */
export const allOf = async (
  access: AccessStore,
  tenant: TenantId,
  kind: AccessKind,
): Promise<readonly AccessItem[]> => {
  const all: AccessItem[] = [];
  for (;;) {
    const some = await access.items(tenant, kind, all.at(-1)?.id ?? "", 500);
    all.push(...some);
    if (some.length < 500) return all;
  }
};

/** Commits an act that may find the world changed. */
export const tryCommit = async (
  { store }: { readonly store: Pick<Store, "commit"> },
  tenant: TenantId,
  writes: readonly Write[],
): Promise<"done" | "conflict"> => {
  try {
    await store.commit({ tenant, writes });
    return "done";
  } catch (error) {
    if ((error as { code?: unknown }).code === "conflict") return "conflict";
    throw error;
  }
};
