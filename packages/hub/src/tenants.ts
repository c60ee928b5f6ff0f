import type { TenantId } from "@dianan/model";
import type { Engine } from "./ingest/engine.ts";
import type { Intake } from "./ports/live.ts";

/** The engines of all tenants: the hub's own one, and one for each other tenant that something is written for. */
export type Tenants = {
  intakeOf(tenant: TenantId): Promise<Intake>;
  tick(): void;
  idle(): Promise<void>;
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
  return {
    intakeOf: async (tenant) => {
      if (tenant === home) return engine.intake;
      let other = others.get(tenant);
      if (other === undefined) {
        other = start(tenant);
        others.set(tenant, other);
        other.catch(() => others.delete(tenant));
      }
      return (await other).intake;
    },
    tick: () => {
      for (const one of started) one.tick();
    },
    idle: async () => {
      await Promise.all(started.map((one) => one.idle()));
    },
  };
};
