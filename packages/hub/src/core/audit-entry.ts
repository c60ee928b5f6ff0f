import type { Instant } from "@dianan/model";

/** What an act was answered. `denied`: policy said no; `failed`: it was tried and did not work. */
export type AuditResult = "done" | "denied" | "failed";

/** One act as it is told to the audit log (SEC-AUD-02). No secrets; personal data masked. */
export type AuditDraft = {
  /** UUID: the same entry written twice counts once. */ readonly id: string;
  readonly at: Instant;
  /** `account:<id>`, `client:<id>`, `key:<id>`, `party:<id>`, `hub` or `nobody`. */ readonly actor: string;
  /** Slug of the role; empty when there is none. */ readonly role: string;
  /** Address of the peer; empty for the hub itself. */ readonly source: string;
  /** Such as `session.signIn`, `account.disable`, `alarm.acknowledge`. */ readonly act: string;
  /** What it was done to, such as `account:7f…`; empty when it is the hub. */ readonly object: string;
  readonly result: AuditResult;
  /** Why it was denied or failed, or the reason that the actor gave; may be empty. */ readonly reason: string;
  readonly requestId: string;
};

/** An entry in its chain: `hash` covers the one before it and every member. */
export type AuditEntry = AuditDraft & {
  /** 1, 2, 3 … without gaps, per tenant. */ readonly sequence: number;
  /** Hex of the keyed hash. */ readonly hash: string;
};

/** Hash before the first entry of a chain. */
export const AUDIT_START = "0".repeat(64);

/**
 * The text that an entry's hash covers: JSON of a fixed order, in which no value can stand for another (SEC-AUD-08).
 * Characters that a terminal or a viewer would obey are written as escapes.
 *
 * @param before - hash of the entry before it, {@link AUDIT_START} of the first
 */
export const auditText = (before: string, tenant: string, sequence: number, entry: AuditDraft): string =>
  escaped(
    JSON.stringify([
      "dianan-audit-1",
      before,
      tenant,
      sequence,
      entry.id,
      entry.at,
      entry.actor,
      entry.role,
      entry.source,
      entry.act,
      entry.object,
      entry.result,
      entry.reason,
      entry.requestId,
    ]),
  );

/** Control and format characters (line breaks, ANSI escapes, bidirectional marks) as \uXXXX, of JSON text. */
export const escaped = (json: string): string =>
  // Most texts are plain, and looking at that first is several times as quick.
  /^[ -~]*$/.test(json)
    ? json
    : json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
        [...Array(character.length).keys()]
          .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`)
          .join(""),
      );

/** Keyed hash of a text, hex. */
export type AuditHash = (text: string) => string;

/** Where a chain is broken: the first entry that does not follow from the one before it. */
export type AuditBreak = { readonly sequence: number; readonly why: "hash" | "gap" | "order" };

/**
 * Goes along a chain from an entry that is trusted.
 *
 * @param from - hash and sequence before the first of `entries`; the start of the chain: {@link AUDIT_START}, 0
 * @returns the first break, or the hash and sequence at the end
 */
export const walkAudit = (
  tenant: string,
  entries: Iterable<AuditEntry>,
  hashOf: AuditHash,
  from: { readonly hash: string; readonly sequence: number } = { hash: AUDIT_START, sequence: 0 },
): { readonly ok: true; readonly hash: string; readonly sequence: number } | ({ readonly ok: false } & AuditBreak) => {
  let { hash, sequence } = from;
  for (const entry of entries) {
    if (entry.sequence !== sequence + 1)
      return { ok: false, sequence: sequence + 1, why: entry.sequence > sequence ? "gap" : "order" };
    if (hashOf(auditText(hash, tenant, entry.sequence, entry)) !== entry.hash)
      return { ok: false, sequence: entry.sequence, why: "hash" };
    ({ hash, sequence } = entry);
  }
  return { ok: true, hash, sequence };
};
