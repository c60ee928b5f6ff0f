import { type AuditDraft, type AuditEntry, auditText, escaped } from "./audit-entry.ts";

/**
 * What can be checked without the hub's key (离线校验): beside the keyed hash, a plain digest runs along the chain, and the hub signs
 * it at checkpoints and at the end of each export. Whoever holds the public key can go along the entries and meet the signatures.
 */
export const AUDIT_FORMAT = "dianan-audit-export-1";

/** A signed point of the chain (检查点): everything up to this entry was so at that time (SEC-AUD-04). */
export type AuditCheckpoint = {
  readonly tenant: string;
  readonly sequence: number;
  /** The keyed hash of that entry. */ readonly hash: string;
  /** The plain digest of the chain up to it. */ readonly digest: string;
  /** Milliseconds. */ readonly at: number;
  readonly keyId: string;
  /** Base64 of the Ed25519 signature over {@link checkpointText}. */ readonly signature: string;
};

/** How an export begins. The end repeats all of it under its signature. */
export type AuditHead = {
  readonly tenant: string;
  readonly firstSequence: number;
  /** One below the first when there are none. */ readonly lastSequence: number;
  /** Plain digest before the first entry. */ readonly before: string;
  readonly keyId: string;
  /** Base64 of the 32 bytes. */ readonly publicKey: string;
  /** Milliseconds. */ readonly madeAt: number;
};
export type AuditEnd = {
  readonly digest: string;
  /** Checkpoints between the entries, so that none can be left out. */ readonly checkpoints: number;
  readonly keyId: string;
  readonly signature: string;
};

/** What the plain digest of an entry covers: the digest before it, every member, and the keyed hash. */
export const digestText = (before: string, tenant: string, entry: AuditEntry): string =>
  `${auditText(before, tenant, entry.sequence, entry)}${entry.hash}`;

export const checkpointText = (point: Omit<AuditCheckpoint, "signature">): string =>
  JSON.stringify([
    "dianan-audit-checkpoint-1",
    ...[point.tenant, point.sequence, point.hash, point.digest, point.at, point.keyId],
  ]);

export const endText = (head: AuditHead, digest: string, checkpoints: number): string =>
  JSON.stringify([
    AUDIT_FORMAT,
    ...[head.tenant, head.firstSequence, head.lastSequence, head.before, digest, checkpoints, head.madeAt, head.keyId],
  ]);

/** A line of an export or of a file of checkpoints. */
export type AuditLine =
  | ({ readonly kind: "head" } & AuditHead)
  | { readonly kind: "entry"; readonly entry: AuditEntry; readonly digest: string }
  | ({ readonly kind: "checkpoint" } & AuditCheckpoint)
  | ({ readonly kind: "end" } & AuditEnd);

const isoOf = (at: number): string => new Date(at).toISOString();

/** One line without its line break, in which no value can make another line or hide from whoever reads it (SEC-AUD-08). */
export const auditLineText = (line: AuditLine): string => escaped(JSON.stringify(shape(line)));

const shape = (line: AuditLine): object => {
  switch (line.kind) {
    case "head": {
      const { tenant, firstSequence, lastSequence, before, keyId, publicKey, madeAt } = line;
      const times = { madeAt: isoOf(madeAt) };
      return { format: AUDIT_FORMAT, tenant, firstSequence, lastSequence, before, keyId, publicKey, ...times };
    }
    case "entry": {
      const { sequence, id, at, actor, role, source, act, object, result, reason, requestId, hash } = line.entry;
      const more = { actor, role, source, act, object, result, reason, requestId, hash, digest: line.digest };
      return { sequence, id, at: isoOf(at), ...more };
    }
    case "checkpoint": {
      const { tenant, sequence, hash, digest, at, keyId, signature } = line;
      return { checkpoint: sequence, tenant, hash, digest, at: isoOf(at), keyId, signature };
    }
    case "end": {
      const { digest, checkpoints, keyId, signature } = line;
      return { end: true, digest, checkpoints, keyId, signature };
    }
  }
};

type Members = { readonly [member: string]: unknown };
const texts = (value: Members, names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === "string");
const counts = (value: Members, names: readonly string[]): boolean =>
  names.every((name) => Number.isSafeInteger(value[name]));

const ENTRY_TEXTS = ["id", "at", "actor", "role", "source", "act", "object", "result", "reason", "requestId", "hash"];

const lineOf = (value: Members): AuditLine | null => {
  if (value.format === AUDIT_FORMAT) {
    if (!texts(value, ["tenant", "before", "keyId", "publicKey", "madeAt"])) return null;
    if (!counts(value, ["firstSequence", "lastSequence"])) return null;
    return { kind: "head", ...(value as unknown as AuditHead), madeAt: Date.parse(String(value.madeAt)) };
  }
  if (value.end === true)
    return texts(value, ["digest", "keyId", "signature"]) && counts(value, ["checkpoints"])
      ? { kind: "end", ...(value as unknown as AuditEnd) }
      : null;
  if (value.checkpoint !== undefined) {
    if (!texts(value, ["tenant", "hash", "digest", "at", "keyId", "signature"]) || !counts(value, ["checkpoint"]))
      return null;
    const { checkpoint: sequence, ...rest } = value;
    const at = Date.parse(String(value.at));
    return { kind: "checkpoint", ...(rest as unknown as AuditCheckpoint), sequence: Number(sequence), at };
  }
  if (!texts(value, [...ENTRY_TEXTS, "digest"]) || !counts(value, ["sequence"])) return null;
  const { digest, at, ...rest } = value;
  const entry = { ...(rest as unknown as AuditDraft), at: Date.parse(String(at)) } as AuditEntry;
  return { kind: "entry", entry, digest: String(digest) };
};

/** Reads a line; null when it is not, byte for byte, what the hub would write for what it says. */
export const parseAuditLine = (text: string): AuditLine | null => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const line = lineOf(value as Members);
  if (line === null) return null;
  try {
    return auditLineText(line) === text ? line : null;
  } catch {
    // A time that is none.
    return null;
  }
};
