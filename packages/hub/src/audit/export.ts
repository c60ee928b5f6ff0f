import type { TenantId } from "@dianan/model";
import { AUDIT_START, walkAudit } from "../core/audit-entry.ts";
import { auditLineText, digestText, endText } from "../core/audit-lines.ts";
import { told } from "../ports/act.ts";
import type { AuditBooks } from "../ports/audit.ts";
import { type AuditDeps, entriesOf, newestEntry } from "./audit-deps.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { sha256Hex } from "./signing.ts";

/** What is written of one stretch of the chain, from a checkpoint on. */
type Stretch = { readonly firstSequence: number; readonly lastSequence: number; readonly before: string };

export const createAuditExport = (deps: AuditDeps, checkpoints: Checkpoints): AuditBooks["export"] => {
  const { access, store, signer, hashOf } = deps;

  const lines = async function* (tenant: TenantId, stretch: Stretch, hash: string, madeAt: number) {
    const { keyId, publicKey } = signer;
    const head = { tenant, ...stretch, keyId, publicKey, madeAt };
    yield `${auditLineText({ kind: "head", ...head })}\n`;
    const points = await checkpoints.between(tenant, stretch.firstSequence, stretch.lastSequence);
    let end = { sequence: stretch.firstSequence - 1, hash };
    let digest = stretch.before;
    let met = 0;
    for await (const entries of entriesOf(access, tenant, end.sequence, stretch.lastSequence)) {
      let text = "";
      for (const entry of entries) {
        const step = walkAudit(tenant, [entry], hashOf, end);
        if (!step.ok) {
          deps.onBreak(tenant, step);
          // What does not hold is not signed: the reader finds the end missing here.
          yield text;
          return;
        }
        end = { sequence: step.sequence, hash: step.hash };
        digest = sha256Hex(digestText(digest, tenant, entry));
        text += `${auditLineText({ kind: "entry", entry, digest })}\n`;
        const point = points[met];
        if (point === undefined || point.sequence !== entry.sequence) continue;
        met += 1;
        text += `${auditLineText({ kind: "checkpoint", ...point })}\n`;
      }
      yield text;
    }
    if (end.sequence !== stretch.lastSequence) return;
    const signature = signer.sign(endText(head, digest, met));
    yield `${auditLineText({ kind: "end", digest, checkpoints: met, keyId, signature })}\n`;
  };

  return async (who, { from, to }, at) => {
    await store.commit({
      tenant: who.tenant,
      writes: [
        told(who, "audit.export", "audit", "done", at, `${new Date(from).toISOString()} ${new Date(to).toISOString()}`),
      ],
    });
    const time = { from, to };
    const any = { actor: null, act: null, result: null, object: null };
    const oldest = (await access.audit(who.tenant, { ...any, ...time, first: "oldest", after: null, limit: 1 }))
      .items[0];
    const newest = await newestEntry(access, who.tenant, time);
    const lastSequence = newest?.sequence ?? 0;
    const start = oldest === undefined ? null : await checkpoints.below(who.tenant, oldest.sequence - 1);
    const stretch = { firstSequence: (start?.sequence ?? 0) + 1, lastSequence, before: start?.digest ?? AUDIT_START };
    return lines(who.tenant, stretch, start?.hash ?? AUDIT_START, at.now);
  };
};
