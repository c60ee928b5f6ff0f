import { createHmac } from "node:crypto";
import { join } from "node:path";
import type { Instant, TenantId } from "@dianan/model";
import type { KeyRing } from "./access/key-ring.ts";
import { createCheckpointFile } from "./audit/checkpoint-file.ts";
import { openAudit, type RunningAudit } from "./audit/open-audit.ts";
import { createAuditSigner } from "./audit/signing.ts";
import type { HubConfig } from "./config.ts";
import type { AccessStore } from "./ports/access-store.ts";
import type { Store } from "./ports/store.ts";

/** How often it is looked whether something is unusual or a checkpoint is due. */
const LOOK_MS = 5_000;

type Needs = {
  readonly store: Store;
  readonly access: AccessStore;
  readonly ring: KeyRing;
  /** The hub's own tenant. */ readonly tenant: TenantId;
  readonly clock: () => Instant;
  readonly log: (line: string) => void;
};

/** Starts what signs and verifies the audit log: its first act is to compare the database with the checkpoints outside of it. */
export const startAudit = async (
  {
    dataDir,
    auditCheckpoints = "",
    utcOffsetMinutes,
  }: Pick<HubConfig, "dataDir" | "auditCheckpoints" | "utcOffsetMinutes">,
  { store, access, ring, tenant, clock, log }: Needs,
): Promise<RunningAudit> => {
  const key = ring.keyFor("audit");
  const file = auditCheckpoints === "" ? join(dataDir, "audit-checkpoints.jsonl") : auditCheckpoints;
  const audit = openAudit({
    ...{ store, access, log, clock, utcOffsetMinutes, home: tenant },
    steady: () => performance.now(),
    signer: createAuditSigner(ring.keyFor("auditSignature")),
    hashOf: (text) => createHmac("sha256", key).update(text).digest("hex"),
    sink: createCheckpointFile(file),
    tenantsNow: async () => [...new Set([tenant, ...(await access.tenants()).map((one) => one.tenant)])],
  });
  await audit.compare().catch(() => log("audit: the file of checkpoints cannot be read 审计检查点文件无法读取"));
  const look = setInterval(() => void audit.tick().catch(() => {}), LOOK_MS);
  return {
    ...audit,
    close: async () => {
      clearInterval(look);
      await audit.close();
    },
  };
};
