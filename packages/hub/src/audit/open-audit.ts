import type { Instant, TenantId } from "@dianan/model";
import { clockStepOf } from "../core/alert-rules.ts";
import type { AuditBooks } from "../ports/audit.ts";
import type { Store } from "../ports/store.ts";
import { type Alerts, createAlerts } from "./alerts.ts";
import type { AuditDeps } from "./audit-deps.ts";
import { createCheckpoints } from "./checkpoints.ts";
import { createAuditExport } from "./export.ts";
import { createSecurityWatcher } from "./security-watcher.ts";
import { createVerifications } from "./verifications.ts";

/** The audit's engine as the hub runs it. */
export type RunningAudit = {
  readonly books: AuditBooks;
  readonly alerts: Alerts;
  /** Compares the database with the checkpoints outside of it. */ compare(): Promise<void>;
  /** Looks for what is unusual and signs what is due; a tick that is still at it is not overtaken. */ tick(): Promise<void>;
  /** Ends what runs, and signs what there is. */ close(): Promise<void>;
};

/** What the hub itself notices, beside what the audit log tells. */
export type OpenAuditDeps = Omit<AuditDeps, "onBreak" | "store"> & {
  readonly store: Pick<Store, "commit" | "strangers">;
  readonly clock: () => Instant;
  /** Milliseconds that nobody sets. */ readonly steady: () => number;
  readonly utcOffsetMinutes: number;
  /** The hub's own tenant. */ readonly home: TenantId;
  /** The tenants that there are. */ readonly tenantsNow: () => Promise<readonly TenantId[]>;
};

/** SEC-OPS-03. */
const CLOCK_STEP_MS = 1_000;

export const openAudit = ({
  clock,
  steady,
  utcOffsetMinutes,
  home,
  tenantsNow,
  ...given
}: OpenAuditDeps): RunningAudit => {
  const alerts = createAlerts(given, given.log);
  const watcher = createSecurityWatcher(given, alerts, utcOffsetMinutes);
  const told = new Set<string>();
  const deps: AuditDeps = {
    ...given,
    onBreak: (tenant, { sequence, why }) => {
      // It is met again and again, and told once.
      const key = `${tenant} ${sequence} ${why}`;
      if (told.has(key)) return;
      told.add(key);
      given.log(
        `audit: the chain of ${tenant} does not hold at entry ${sequence} (${why}) 审计链在第 ${sequence} 条处不连续`,
      );
      const text = `审计链在第 ${sequence} 条处不连续(${why})。 The audit chain does not hold at entry ${sequence} (${why}).`;
      const about = { subject: `entry ${sequence}`, actor: null, source: null, count: 1, text };
      void alerts.raise(tenant, [{ rule: "chainBreak", ...about }], clock()).catch(() => {});
    },
  };
  let clocks = { wall: Number(clock()), steady: steady() };
  const lookAtClock = async (): Promise<void> => {
    const now = { wall: Number(clock()), steady: steady() };
    const step = clockStepOf(clocks, now);
    clocks = now;
    if (Math.abs(step) <= CLOCK_STEP_MS) return;
    const text = `系统时钟跳变 ${step} 毫秒。 The clock stepped by ${step} milliseconds.`;
    const about = { subject: "clock", actor: null, source: null, count: 1, text };
    await alerts.raise(home, [{ rule: "clockStep", ...about }], clock());
  };
  const checkpoints = createCheckpoints(deps);
  const verifications = createVerifications(deps, checkpoints, clock);
  let ticking: Promise<void> | null = null;
  const signAll = async (must: boolean): Promise<void> => {
    for (const tenant of await tenantsNow()) await checkpoints.sign(tenant, clock(), must);
  };
  const { keyId, publicKey } = deps.signer;
  const look = async (): Promise<void> => {
    await lookAtClock();
    for (const tenant of await tenantsNow()) await watcher.look(tenant, clock());
    await signAll(false);
  };
  return {
    alerts,
    books: {
      key: { keyId, publicKey },
      checkpoints: checkpoints.checkpoints,
      verify: verifications.verify,
      verification: verifications.verification,
      export: createAuditExport(deps, checkpoints),
    },
    compare: checkpoints.compare,
    tick: () => {
      ticking ??= look().finally(() => {
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
