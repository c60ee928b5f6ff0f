import { AUDIT_START } from "./audit-entry.ts";
import {
  type AuditCheckpoint,
  type AuditHead,
  type AuditLine,
  checkpointText,
  digestText,
  endText,
  parseAuditLine,
} from "./audit-lines.ts";

/**
 * What is wrong with an export. `format`: a line is not as the hub writes it; `hash`: an entry does not follow from the one before it;
 * `gap`, `order`: entries are missing, or not in their order; `checkpoint`: the hub signed something else here; `signature`: a signature
 * is not the key's; `cut`: it ends before its end; `key`: it is of another key or tenant.
 */
export type AuditFault = "format" | "hash" | "gap" | "order" | "checkpoint" | "signature" | "cut" | "key";

export type AuditVerdict =
  | {
      readonly ok: true;
      readonly tenant: string;
      readonly firstSequence: number;
      readonly lastSequence: number;
      readonly entries: number;
      /** Signatures that were met on the way, without that of the end. */ readonly checkpoints: number;
    }
  | {
      readonly ok: false;
      readonly why: AuditFault;
      /** The first entry that does not hold, or that nothing vouches for any more; null: it is no entry that is wrong. */
      readonly sequence: number | null;
      /** Counted from 1 in its file. */ readonly line: number;
    };

export type VerifierDeps = {
  /** Hex of SHA-256. */ readonly digestOf: (text: string) => string;
  readonly isSigned: (publicKey: string, text: string, signature: string) => boolean;
  /** Base64 that the reader trusts; null: that of the export itself. */ readonly trusted: string | null;
  /** Checkpoints of other files, such as the one that the hub keeps outside of its database. */
  readonly known: readonly AuditCheckpoint[];
};

/** Goes along the lines of one export (审计离线校验), without holding them. */
export type AuditVerifier = {
  /** Null while all is well; the verdict is final once it is given. */ take(text: string): AuditVerdict | null;
  end(): AuditVerdict;
};

export const createAuditVerifier = ({ digestOf, isSigned, trusted, known }: VerifierDeps): AuditVerifier => {
  let head: AuditHead | null = null;
  let isEnded = false;
  let line = 0;
  let sequence = 0;
  let digest = AUDIT_START;
  let lastHash = "";
  let vouched = 0;
  let checkpoints = 0;
  let between = 0;
  let verdict: AuditVerdict | null = null;
  const points = new Map<number, AuditCheckpoint[]>();

  const bad = (why: AuditFault, at: number | null): AuditVerdict => {
    verdict ??= { ok: false, why, sequence: at, line };
    return verdict;
  };
  /** The first entry after the last one that a signature vouches for. */
  const unvouched = (): number => vouched + 1;

  /** Whether the chain is here what a checkpoint says. */
  const meet = (point: AuditCheckpoint, key: string): AuditVerdict | null => {
    if (!isSigned(key, checkpointText(point), point.signature)) return bad("signature", null);
    if (point.digest !== digest || point.hash !== lastHash) return bad("checkpoint", unvouched());
    checkpoints += 1;
    vouched = point.sequence;
    return null;
  };

  const begin = (next: AuditHead): AuditVerdict | null => {
    if (head !== null) return bad("format", null);
    if (trusted !== null && trusted !== next.publicKey) return bad("key", null);
    head = next;
    sequence = next.firstSequence - 1;
    vouched = sequence;
    digest = next.before;
    if (next.firstSequence === 1 && next.before !== AUDIT_START) return bad("hash", 1);
    for (const point of known.filter((one) => one.tenant === next.tenant && one.keyId === next.keyId)) {
      if (point.sequence === sequence && point.digest !== digest) return bad("checkpoint", next.firstSequence);
      points.set(point.sequence, [...(points.get(point.sequence) ?? []), point]);
    }
    return null;
  };

  const takeLine = (what: AuditLine): AuditVerdict | null => {
    if (what.kind === "head") return begin(what);
    if (head === null || isEnded) return bad("format", null);
    switch (what.kind) {
      case "entry": {
        const { entry } = what;
        if (entry.sequence !== sequence + 1) return bad(entry.sequence > sequence ? "gap" : "order", sequence + 1);
        const now = digestOf(digestText(digest, head.tenant, entry));
        if (now !== what.digest) return bad("hash", entry.sequence);
        if (entry.sequence > head.lastSequence) return bad("order", entry.sequence);
        digest = now;
        sequence = entry.sequence;
        lastHash = entry.hash;
        for (const point of points.get(sequence) ?? []) {
          const fault = meet(point, head.publicKey);
          if (fault !== null) return fault;
        }
        return null;
      }
      case "checkpoint":
        if (what.tenant !== head.tenant) return bad("key", null);
        if (what.sequence > sequence) return bad("gap", sequence + 1);
        if (what.sequence < sequence) return bad("order", null);
        between += 1;
        return meet(what, head.publicKey);
      case "end":
        if (sequence !== head.lastSequence) return bad("cut", sequence + 1);
        if (what.keyId !== head.keyId) return bad("key", null);
        if (what.checkpoints !== between) return bad("cut", null);
        if (what.digest !== digest || !isSigned(head.publicKey, endText(head, digest, between), what.signature))
          return bad("signature", vouched < sequence ? unvouched() : null);
        isEnded = true;
        return null;
    }
  };

  return {
    take: (text) => {
      if (verdict !== null) return verdict;
      line += 1;
      const what = parseAuditLine(text);
      if (what === null) return bad("format", head === null || isEnded ? null : sequence + 1);
      return takeLine(what);
    },
    end: () => {
      if (verdict !== null) return verdict;
      if (head === null) return bad("format", null);
      if (!isEnded) return bad("cut", sequence + 1);
      const { tenant, firstSequence, lastSequence } = head;
      return { ok: true, tenant, firstSequence, lastSequence, entries: lastSequence - firstSequence + 1, checkpoints };
    },
  };
};
