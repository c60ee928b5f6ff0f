import { createHash, createHmac } from "node:crypto";
import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createAuditSigner, createSignatureCheck, sha256Hex } from "../audit/signing.ts";
import { AUDIT_START, type AuditEntry, auditText } from "./audit-entry.ts";
import {
  type AuditCheckpoint,
  auditLineText,
  checkpointText,
  digestText,
  endText,
  parseAuditLine,
} from "./audit-lines.ts";
import { type AuditVerdict, createAuditVerifier } from "./audit-verifier.ts";

const RUNS = 10_000;
const isSigned = createSignatureCheck();
const EVERY = 5;
const COUNT = 24;
const TENANT = "main";
const signer = createAuditSigner(new Uint8Array(32).fill(7));
const stranger = createAuditSigner(new Uint8Array(32).fill(8));
const hashOf = (text: string): string => createHmac("sha256", "key").update(text).digest("hex");

const entryAt = (sequence: number, hash: string, reason = `第 ${sequence} 次\n\u001b[0m\u202e`): AuditEntry => ({
  ...{ id: `id-${sequence}`, at: (1_800_000_000_000 + sequence * 60_000) as Instant, actor: "account:1", role: "r" },
  ...{ source: "10.0.0.1", act: "alarm.close", object: `alarm:${sequence}`, result: "done" as const, reason },
  ...{ requestId: `request-${sequence}`, sequence, hash },
});

const pointAt = (who: typeof signer, sequence: number, hash: string, digest: string): AuditCheckpoint => {
  const point = { tenant: TENANT, sequence, hash, digest, at: 1_800_009_000_000, keyId: who.keyId };
  return { ...point, signature: who.sign(checkpointText(point)) };
};

/** An export as the hub makes it, and its checkpoints. */
const made = (
  count = COUNT,
  change: (entry: AuditEntry) => AuditEntry = (entry) => entry,
  who = signer,
  every = EVERY,
) => {
  const head = {
    ...{ tenant: TENANT, firstSequence: 1, lastSequence: count, before: AUDIT_START, madeAt: 1_800_010_000_000 },
    ...{ keyId: who.keyId, publicKey: who.publicKey },
  };
  const lines = [auditLineText({ kind: "head", ...head })];
  const points: AuditCheckpoint[] = [];
  let [before, digest] = [AUDIT_START, AUDIT_START];
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const plain = entryAt(sequence, "");
    const hash = hashOf(auditText(before, TENANT, sequence, plain));
    before = hash;
    const entry = change({ ...plain, hash });
    digest = sha256Hex(digestText(digest, TENANT, entry));
    lines.push(auditLineText({ kind: "entry", entry, digest }));
    if (sequence % every !== 0) continue;
    const point = pointAt(who, sequence, entry.hash, digest);
    points.push(point);
    lines.push(auditLineText({ kind: "checkpoint", ...point }));
  }
  const checkpoints = points.length;
  const signature = who.sign(endText(head, digest, checkpoints));
  lines.push(auditLineText({ kind: "end", digest, checkpoints, keyId: who.keyId, signature }));
  return { lines, points };
};

const verified = (
  lines: readonly string[],
  trusted: string | null = signer.publicKey,
  known: readonly AuditCheckpoint[] = [],
): AuditVerdict => {
  const verifier = createAuditVerifier({ digestOf: sha256Hex, isSigned, trusted, known });
  for (const line of lines) verifier.take(line);
  return verifier.end();
};

const { lines: whole, points } = made();
const sequenceOf = (line: string | undefined): number | null => {
  const what = line === undefined ? null : parseAuditLine(line);
  return what?.kind === "entry" ? what.entry.sequence : null;
};
/** Sequence of the first entry at or behind a line; behind the last: one more. */
const nextSequence = (lines: readonly string[], from: number): number =>
  lines
    .slice(from)
    .map(sequenceOf)
    .find((one) => one !== null) ?? COUNT + 1;

test("SEC-AUD-05: an export verifies without the hub's key, alone and with checkpoints from elsewhere", () => {
  const fine = { ok: true, tenant: TENANT, firstSequence: 1, lastSequence: COUNT, entries: COUNT, checkpoints: 4 };
  expect(verified(whole)).toEqual(fine);
  expect(verified(whole, null)).toEqual(fine);
  expect(verified(whole, null, points)).toEqual({ ...fine, checkpoints: 8 });
  expect(verified(made(0).lines)).toMatchObject({ ok: true, entries: 0 });
});

type Edit = (lines: string[], at: number, noise: string) => { readonly sequence: number | null } | null;
/** Each says which entry is the first bad one; null: no entry is. What changes nothing is left out. */
const edits: Readonly<Record<string, Edit>> = {
  changeText: (lines, at, noise) => {
    const line = lines[at] ?? "";
    const place = noise.length % line.length;
    const changed = `${line.slice(0, place)}${line[place] === "a" ? "b" : "a"}${line.slice(place + 1)}`;
    if (changed === line) return null;
    lines[at] = changed;
    return { sequence: sequenceOf(line) };
  },
  deleteLine: (lines, at) => {
    const [line] = lines.splice(at, 1);
    return { sequence: sequenceOf(line) };
  },
  insertCopy: (lines, at) => {
    const line = lines[at] ?? "";
    lines.splice(at + 1, 0, line);
    return { sequence: sequenceOf(line) === null ? null : (sequenceOf(line) ?? 0) + 1 };
  },
  insertForged: (lines, at, noise) => {
    const sequence = nextSequence(lines, at);
    const entry = entryAt(sequence, sha256Hex(noise), noise);
    lines.splice(at, 0, auditLineText({ kind: "entry", entry, digest: sha256Hex(`${noise}.`) }));
    return { sequence };
  },
  swap: (lines, at) => {
    const other = at + 1 < lines.length ? at + 1 : at - 1;
    const [a, b] = [lines[at] ?? "", lines[other] ?? ""];
    lines[at] = b;
    lines[other] = a;
    return { sequence: null };
  },
  truncate: (lines, at) => {
    lines.length = at;
    return { sequence: nextSequence(whole, at) };
  },
};

test(`SEC-AUD-04, -05: of ${RUNS} edits, deletions, insertions, swaps and truncations all are found, the first bad entry named`, {
  timeout: 120_000,
}, () => {
  let found = 0;
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(edits)), fc.nat(), fc.string({ minLength: 1 }), (name, place, noise) => {
      const lines = [...whole];
      const at = place % lines.length;
      const edit = (edits[name] as Edit)(lines, at, noise);
      fc.pre(edit !== null);
      const verdict = verified(lines);
      expect(verdict.ok, `${name} at line ${at + 1}`).toBe(false);
      // An entry line that was touched is named itself; where another line was, no entry is blamed wrongly.
      if (!verdict.ok && edit?.sequence !== null && sequenceOf(whole[at]) !== null)
        expect(verdict.sequence, `${name} at line ${at + 1}: ${verdict.why}`).toBe(edit?.sequence);
      found += 1;
    }),
    { numRuns: RUNS },
  );
  expect(found).toBe(RUNS);
});

test("SEC-AUD-04: who changes an entry and computes every digest anew meets the next signature", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: COUNT }), fc.string({ minLength: 1 }), (sequence, reason) => {
      const forged = made(COUNT, (entry) => (entry.sequence === sequence ? { ...entry, reason } : entry));
      // The forger has no key: the signatures are those of the true export.
      const lines = forged.lines.map((line, i) => (sequenceOf(line) === null ? (whole[i] ?? "") : line));
      const from = Math.floor((sequence - 1) / EVERY) * EVERY + 1;
      expect(verified(lines)).toMatchObject({ ok: false, sequence: from });
    }),
    { numRuns: 200 },
  );
});

test("SEC-AUD-05: another key's export is refused by whom trusts the hub's, and by its checkpoints", () => {
  const { lines } = made(COUNT, undefined, stranger);
  expect(verified(lines)).toMatchObject({ ok: false, why: "key", line: 1 });
  expect(verified(lines, null)).toMatchObject({ ok: true });
  const older = pointAt(signer, EVERY, hashOf("other"), sha256Hex("other"));
  expect(verified(whole, null, [older])).toMatchObject({ ok: false, why: "checkpoint", sequence: 1 });
  expect(verified(whole, null, [{ ...points[0], at: 5 } as AuditCheckpoint])).toMatchObject({ why: "signature" });
});

test("SEC-AUD-08: each line is read back as it was written, whatever its texts hold, and is one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (reason, object) => {
      fc.pre(Buffer.from(`${reason}|${object}`).toString() === `${reason}|${object}`);
      const entry = { ...entryAt(5, sha256Hex("x"), reason), object };
      const text = auditLineText({ kind: "entry", entry, digest: createHash("sha256").digest("hex") });
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(parseAuditLine(text)).toMatchObject({ kind: "entry", entry });
      expect(parseAuditLine(` ${text}`)).toBeNull();
      expect(parseAuditLine(text.replace("{", '{"more":1,'))).toBeNull();
    }),
  );
});

test("SEC-AUD-05: at least 50,000 entries are verified in a second of one processor", () => {
  const count = 25_000;
  const { lines } = made(count, undefined, signer, 1_000);
  // The quickest of a few: what else the machine does is not ours.
  const seconds = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage();
    expect(verified(lines)).toMatchObject({ ok: true, entries: count });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  expect(count / Math.min(...seconds)).toBeGreaterThan(50_000);
}, 60_000);
