import type { Instant, TenantId } from "@dianan/model";
import type { AuditBooks } from "../ports/audit.ts";
import type { AuditDeps } from "./audit-deps.ts";
import { createCheckpoints } from "./checkpoints.ts";
import { createAuditExport } from "./export.ts";
import { createVerifications } from "./verifications.ts";

/** The audit's engine as the hub runs it. */
export type RunningAudit = {
  readonly books: AuditBooks;
  /** Compares the database with the checkpoints outside of it. */ compare(): Promise<void>;
  /** Signs what is due; a tick that is still at it is not overtaken. */ tick(): Promise<void>;
  /** Ends what runs, and signs what there is. */ close(): Promise<void>;
};

/** @param tenantsNow - the tenants that there are */
export const openAudit = (
  deps: AuditDeps,
  clock: () => Instant,
  tenantsNow: () => Promise<readonly TenantId[]>,
): RunningAudit => {
  const checkpoints = createCheckpoints(deps);
  const verifications = createVerifications(deps, checkpoints, clock);
  let ticking: Promise<void> | null = null;
  const signAll = async (must: boolean): Promise<void> => {
    for (const tenant of await tenantsNow()) await checkpoints.sign(tenant, clock(), must);
  };
  const { keyId, publicKey } = deps.signer;
  return {
    books: {
      key: { keyId, publicKey },
      checkpoints: checkpoints.checkpoints,
      verify: verifications.verify,
      verification: verifications.verification,
      export: createAuditExport(deps, checkpoints),
    },
    compare: checkpoints.compare,
    tick: () => {
      ticking ??= signAll(false).finally(() => {
        ticking = null;
      });
      return ticking;
    },
    close: async () => {
      verifications.close();
      await verifications.idle();
      await ticking?.catch(() => {});
      await signAll(true);
    },
  };
};
