import { randomUUID } from "node:crypto";
import type { AuditDraft, AuditResult } from "../core/audit-entry.ts";
import type { Caller, Circumstance } from "./caller.ts";
import type { Write } from "./store.ts";

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
