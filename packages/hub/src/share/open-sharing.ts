import type { TenantId } from "@dianan/model";
import type { CityConfig } from "../config.ts";
import type { Reconciliations } from "../ports/reconciliation.ts";
import type { Sharing } from "../ports/sharing.ts";
import { createCouriers } from "./couriers.ts";
import { createDestinations } from "./destinations.ts";
import { createReconciliations } from "./reconciliations.ts";
import type { SharingDeps } from "./sharing-deps.ts";

/** Sharing as the hub runs it. */
export type OpenSharing = {
  readonly sharing: Sharing;
  readonly reconciliations: Reconciliations;
  /** Sends from now on, and goes on with comparisons that were under way. */ start(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens sharing: what is owed to whom is in step with what is set up once this resolves. To be called before the first frame.
 *
 * @param city - the destination of the command line, which is the home tenant's; null: none
 * @throws TypeError for a city address or credential that cannot be used
 */
export const openSharing = async (deps: SharingDeps, home: TenantId, city: CityConfig | null): Promise<OpenSharing> => {
  const couriers = createCouriers(deps, home, city);
  await couriers.prepare();
  const reconciliations = createReconciliations(deps, couriers);
  return {
    sharing: createDestinations(deps, couriers),
    reconciliations,
    start: async () => {
      await couriers.start();
      await reconciliations.resume(await couriers.tenants());
    },
    close: async () => {
      await Promise.all([couriers.close(), reconciliations.close()]);
    },
  };
};
