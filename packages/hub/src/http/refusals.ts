import type { Instant, TenantId } from "@dianan/model";
import type { OperationRow } from "@dianan/open-api/tables";
import { told } from "../ports/act.ts";
import type { Caller, Circumstance } from "../ports/caller.ts";
import type { Store } from "../ports/store.ts";
import type { Problem } from "./problem.ts";

/** Refusals of a kind within this time are told together: a burst is seen soon, and a flood is six entries a minute. */
const TOGETHER_MS = 10_000;
/** Kinds counted at once; what comes above it is told as one. */
const KINDS_MAX = 1_000;

/** What is told of a refusal (SEC-AUD-01). */
export type Refusal = {
  readonly tenant: TenantId;
  /** Null: nobody has said who asks. */ readonly caller: Caller | null;
  readonly act: "access.deny" | "credential.refuse" | "signature.replay" | "limit.refuse";
  /** Id of the operation, or a rate class. */ readonly object: string;
  /** Code of the problem. */ readonly code: string;
};

/**
 * Tells refusals to the audit log: the first of its kind at once, those that follow within ten seconds as one entry with their number, so
 * that a flood of refusals is not a flood of entries.
 */
export type Refusals = {
  note(refusal: Refusal, at: Circumstance): void;
  /** Tells what has waited its time. */ tick(now: Instant): void;
  /** Tells all that waits. */ close(now: Instant): void;
};

type Waiting = { readonly refusal: Refusal; readonly at: Circumstance; readonly since: number; more: number };

export const createRefusals = (store: Pick<Store, "commit">, log: (line: string) => void): Refusals => {
  const waiting = new Map<string, Waiting>();
  const tell = ({ tenant, caller, act, object, code }: Refusal, at: Circumstance, times: number): void => {
    const reason = times === 1 ? code : `${code} ×${times}`;
    void store
      .commit({ tenant, writes: [told(caller ?? "nobody", act, object, "denied", at, reason)] })
      .catch(() => log("audit: a refusal could not be told 拒绝事件未能写入审计"));
  };
  const flush = (now: Instant, isDue: (one: Waiting) => boolean): void => {
    for (const [key, one] of waiting) {
      if (!isDue(one)) continue;
      waiting.delete(key);
      if (one.more > 0) tell(one.refusal, { ...one.at, now }, one.more);
    }
  };
  return {
    note: (refusal, at) => {
      const { tenant, caller, act, object, code } = refusal;
      const own = JSON.stringify([tenant, caller?.actor ?? "", at.source, act, object, code]);
      const isFull = waiting.size >= KINDS_MAX && !waiting.has(own);
      const key = isFull ? "rest" : own;
      const one = waiting.get(key);
      if (one !== undefined) {
        one.more += 1;
        return;
      }
      const first = isFull ? { ...refusal, object: "", caller: null } : refusal;
      const where = isFull ? { ...at, source: "" } : at;
      waiting.set(key, { refusal: first, at: where, since: at.now, more: 0 });
      tell(first, where, 1);
    },
    tick: (now) => flush(now, ({ since }) => now - since >= TOGETHER_MS),
    close: (now) => flush(now, () => true),
  };
};

/** A request that is refused. */
type Refused = {
  readonly row: OperationRow;
  readonly request: Request;
  /** Whose log it is in when nobody is known. */ readonly home: TenantId;
  readonly caller: Caller | null;
};

/** Tells what the gate and the limits refuse. Who shows no credential at all is nobody's failure, and stays a figure. */
export const noteRefusal = (
  refusals: Refusals,
  { row, request, home, caller }: Refused,
  what: Problem,
  at: Circumstance,
): Problem => {
  const who = { tenant: caller?.tenant ?? home, caller, code: what.code };
  // An old cookie is no attempt: browsers keep them.
  const isCredential = what.code === "bad-credentials" || what.code === "bad-signature" || what.code === "forbidden";
  const isShown =
    caller !== null || request.headers.has("authorization") || request.headers.has("signature") || isCredential;
  if (what.code === "too-many-requests") refusals.note({ ...who, act: "limit.refuse", object: row.rateClass }, at);
  else if (isShown) {
    const refused = caller === null ? "credential.refuse" : "access.deny";
    refusals.note({ ...who, act: what.code === "nonce-reused" ? "signature.replay" : refused, object: row.id }, at);
  }
  return what;
};
