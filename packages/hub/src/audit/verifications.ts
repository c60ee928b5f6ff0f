import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import { AUDIT_START, type AuditBreak, walkAudit } from "../core/audit-entry.ts";
import { checkpointText } from "../core/audit-lines.ts";
import { told } from "../ports/act.ts";
import type { AuditBooks, AuditVerification } from "../ports/audit.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { type AuditDeps, entriesOf, entryWith } from "./audit-deps.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { createSignatureCheck } from "./signing.ts";

/** How long a verdict is kept. */
const KEPT_MS = 30 * 86_400_000;
/** Entries between two notes of how far it is. */
const NOTE_EVERY = 20_000;

export type Verifications = Pick<AuditBooks, "verify" | "verification"> & {
  /** Resolves when what runs has ended. */ idle(): Promise<void>;
  /** Ends what runs at its next step. */ close(): void;
};

/** Goes along a part of the chain with the hub's key, one part at a time. */
export const createVerifications = (deps: AuditDeps, checkpoints: Checkpoints, clock: () => Instant): Verifications => {
  const { access, store, hashOf, signer } = deps;
  const isSigned = createSignatureCheck();
  let lane: Promise<void> = Promise.resolve();
  let isClosing = false;

  const write = (one: AuditVerification): Write => ({
    kind: "item",
    item: {
      kind: "verification",
      id: one.id,
      body: one as unknown as JsonObject,
      lookup: null,
      expiresAt: (one.createdAt + KEPT_MS) as Instant,
    },
    ifVersion: null,
  });
  const note = (tenant: TenantId, one: AuditVerification) => store.commit({ tenant, writes: [write(one)] });

  /** The first break in a part, or null. Checkpoints count too: who has the key of the chain has not that of the signatures. */
  const walk = async (
    tenant: TenantId,
    { fromSequence, toSequence }: AuditVerification,
    onStep: (done: number) => Promise<void>,
  ): Promise<AuditBreak | null> => {
    const points = new Map(
      (await checkpoints.between(tenant, fromSequence, toSequence)).map((one) => [one.sequence, one]),
    );
    const before = fromSequence === 1 ? AUDIT_START : (await entryWith(access, tenant, fromSequence - 1))?.hash;
    if (before === undefined) return { sequence: fromSequence - 1, why: "gap" };
    let end = { sequence: fromSequence - 1, hash: before };
    for await (const entries of entriesOf(access, tenant, end.sequence, toSequence)) {
      for (const entry of entries) {
        const step = walkAudit(tenant, [entry], hashOf, end);
        if (!step.ok) return step;
        end = { sequence: step.sequence, hash: step.hash };
        const point = points.get(end.sequence);
        if (point === undefined || point.keyId !== signer.keyId) continue;
        if (point.hash !== end.hash || !isSigned(signer.publicKey, checkpointText(point), point.signature))
          return { sequence: end.sequence, why: "hash" };
      }
      await onStep(end.sequence - fromSequence + 1);
    }
    return end.sequence === toSequence ? null : { sequence: end.sequence + 1, why: "gap" };
  };

  const run = async (tenant: TenantId, queued: AuditVerification): Promise<void> => {
    let now: AuditVerification = { ...queued, state: "running", startedAt: clock() };
    await note(tenant, now);
    let noted = 0;
    const found = await walk(tenant, queued, async (done) => {
      if (isClosing) throw new Error("the hub closes");
      now = { ...now, doneItems: done };
      if (done - noted < NOTE_EVERY) return;
      noted = done;
      await note(tenant, now);
    });
    if (found !== null) deps.onBreak(tenant, found);
    await note(tenant, {
      ...now,
      state: "done",
      verdict: found === null ? "intact" : "broken",
      firstBad: found?.sequence ?? null,
      why: found?.why ?? null,
      finishedAt: clock(),
    });
  };

  return {
    verify: async (who, range, at) => {
      const queued: AuditVerification = {
        ...range,
        id: randomUUID(),
        ...{ state: "queued", doneItems: 0, verdict: null, firstBad: null, why: null },
        ...{ createdAt: at.now, startedAt: null, finishedAt: null, createdBy: who.actor },
      };
      const reason = `${range.fromSequence} ${range.toSequence}`;
      await store.commit({
        tenant: who.tenant,
        writes: [write(queued), told(who, "audit.verify", "audit", "done", at, reason)],
      });
      lane = lane.then(() =>
        run(who.tenant, queued).catch(() =>
          note(who.tenant, { ...queued, state: "failed", finishedAt: clock() }).then(
            () => {},
            () => {},
          ),
        ),
      );
      return queued;
    },
    verification: async (tenant, id) =>
      ((await access.item(tenant, "verification", id))?.body as AuditVerification | undefined) ?? null,
    idle: () => lane,
    close: () => {
      isClosing = true;
    },
  };
};
