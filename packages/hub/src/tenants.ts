import type { Instant, TenantId } from "@dianan/model";
import type { Engine } from "./ingest/engine.ts";
import type { Intake } from "./ports/live.ts";
import type { Store } from "./ports/store.ts";
import type { Uplink } from "./ports/uplink.ts";

/** After every time that an alarm can wait for. */
const LAST_INSTANT = (Number.MAX_SAFE_INTEGER - 1) as Instant;

/** The engines of all tenants: the hub's own one, and one for each other tenant that something is written for. */
export type Tenants = {
  intakeOf(tenant: TenantId): Promise<Intake>;
  uplinkOf(tenant: TenantId): Promise<Uplink>;
  /** Starts the engines of tenants whose alarms have a time that will come: a shelf that ends, a due time. */
  wake(store: Pick<Store, "alarmsDue">, tenants: readonly TenantId[]): Promise<void>;
  tick(): void;
  finish(): Promise<void>;
};

/** @param open - starts the engine of another tenant; called once for each */
export const createTenants = (home: TenantId, engine: Engine, open: (tenant: TenantId) => Promise<Engine>): Tenants => {
  const others = new Map<TenantId, Promise<Engine>>();
  const started: Engine[] = [engine];
  const start = async (tenant: TenantId): Promise<Engine> => {
    const other = await open(tenant);
    started.push(other);
    return other;
  };
  const engineOf = async (tenant: TenantId): Promise<Engine> => {
    if (tenant === home) return engine;
    let other = others.get(tenant);
    if (other === undefined) {
      other = start(tenant);
      others.set(tenant, other);
      other.catch(() => others.delete(tenant));
    }
    return other;
  };
  return {
    intakeOf: async (tenant) => (await engineOf(tenant)).intake,
    uplinkOf: async (tenant) => (await engineOf(tenant)).uplink,
    wake: async (store, tenants) => {
      for (const tenant of tenants)
        if (tenant !== home && (await store.alarmsDue(tenant, LAST_INSTANT, 1)).length > 0) await engineOf(tenant);
    },
    tick: () => {
      for (const one of started) one.tick();
    },
    finish: async () => {
      await Promise.all(started.map((one) => one.finish()));
    },
  };
};
