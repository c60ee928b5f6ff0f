import { createHmac } from "node:crypto";
import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { AUDIT_START, type AuditDraft, type AuditEntry, auditText, escaped, walkAudit } from "./audit-entry.ts";

const hashOf = (text: string): string => createHmac("sha256", "key of the test").update(text).digest("hex");
const RUNS = 10_000;

const draft: fc.Arbitrary<AuditDraft> = fc.record({
  id: fc.uuid(),
  at: fc.nat().map((at) => at as Instant),
  actor: fc.string(),
  role: fc.string({ maxLength: 8 }),
  source: fc.ipV4(),
  act: fc.string({ maxLength: 12 }),
  object: fc.string(),
  result: fc.constantFrom("done", "denied", "failed"),
  reason: fc.string({ unit: "binary" }),
  requestId: fc.uuid(),
});

const chainOf = (drafts: readonly AuditDraft[]): readonly AuditEntry[] => {
  let before = AUDIT_START;
  return drafts.map((one, index) => {
    const hash = hashOf(auditText(before, "t1", index + 1, one));
    before = hash;
    return { ...one, sequence: index + 1, hash };
  });
};

type Edit = (entries: AuditEntry[], at: number, other: AuditDraft) => number;
/** Each returns the sequence at which the chain no longer holds. */
const edits: Readonly<Record<string, Edit>> = {
  change: (entries, at, other) => {
    const old = entries[at] as AuditEntry;
    entries[at] = { ...old, reason: `${old.reason}${other.reason}.` };
    return at + 1;
  },
  moveTextBetweenMembers: (entries, at) => {
    const old = entries[at] as AuditEntry;
    entries[at] = { ...old, actor: `${old.actor}${old.role}x`, role: "" };
    return at + 1;
  },
  delete: (entries, at) => {
    entries.splice(at, 1);
    return at + 1;
  },
  insert: (entries, at, other) => {
    entries.splice(at, 0, { ...other, sequence: at + 1, hash: hashOf("forged") });
    return at + 1;
  },
  swap: (entries, at) => {
    const next = at + 1;
    [entries[at], entries[next]] = [entries[next] as AuditEntry, entries[at] as AuditEntry];
    return at + 1;
  },
  renumber: (entries, at) => {
    entries.splice(at, 1);
    for (let i = at; i < entries.length; i += 1) entries[i] = { ...(entries[i] as AuditEntry), sequence: i + 1 };
    return at + 1;
  },
};

test(`SEC-AUD-04: of ${RUNS} edits, deletions, insertions and swaps every one is found, at its first entry`, () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(draft, { minLength: 3, maxLength: 12 }),
      fc.constantFrom(...Object.keys(edits)),
      fc.nat(),
      draft,
      (drafts, name, place, other) => {
        const chain = [...chainOf(drafts)];
        // Not the last one: that is a truncation, which only a checkpoint outside the chain can tell.
        const at = place % (chain.length - 1);
        const broken = (edits[name] as Edit)(chain, at, other);
        expect(walkAudit("t1", chain, hashOf)).toMatchObject({ ok: false, sequence: broken });
        found += 1;
      },
    ),
    { numRuns: RUNS },
  );
  expect(found).toBe(RUNS);
});

test("SEC-AUD-04: a whole chain holds, from its start and from any trusted place; it ends where a checkpoint says", () => {
  fc.assert(
    fc.property(fc.array(draft, { minLength: 1, maxLength: 10 }), fc.nat(), (drafts, place) => {
      const chain = chainOf(drafts);
      const last = chain.at(-1) as AuditEntry;
      expect(walkAudit("t1", chain, hashOf)).toEqual({ ok: true, sequence: last.sequence, hash: last.hash });
      const from = chain[place % chain.length] as AuditEntry;
      expect(walkAudit("t1", chain.slice(from.sequence), hashOf, from).ok).toBe(true);
      // Truncated: it holds, but does not reach the checkpoint's sequence.
      expect(walkAudit("t1", chain.slice(0, -1), hashOf)).toMatchObject({ ok: true, sequence: last.sequence - 1 });
      expect(walkAudit("t1", chain, (text) => `${hashOf(text).slice(1)}0`).ok).toBe(false);
    }),
  );
});

test("SEC-AUD-08: no value can make a line, a field, a terminal's command or a mark of direction", () => {
  fc.assert(
    fc.property(draft, (one) => {
      const text = auditText(AUDIT_START, "t1", 1, one);
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(JSON.parse(text)).toHaveLength(14);
      expect(JSON.parse(text)[12]).toBe(one.reason);
    }),
    { numRuns: 500 },
  );
  expect(escaped(JSON.stringify("a\u202eb\u2028\u{e0001}"))).toBe('"a\\u202eb\\u2028\\udb40\\udc01"');
});
