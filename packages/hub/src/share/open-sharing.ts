import type { TenantId } from "@dianan/model";
import type { CityConfig } from "../config.ts";
import type { PartyExchanges } from "../ports/connections.ts";
import type { Reconciliations } from "../ports/reconciliation.ts";
import type { Sharing } from "../ports/sharing.ts";
import { createCouriers } from "./couriers.ts";
import { destinationItem } from "./destination-item.ts";
import { createDestinations } from "./destinations.ts";
import { createPartyKeeper, partyDestination } from "./party-exchange.ts";
import { createPartyPulls } from "./party-pull.ts";
import { createReconciliations } from "./reconciliations.ts";
import type { SharingDeps } from "./sharing-deps.ts";

/** Sharing as the hub runs it. */
export type OpenSharing = {
  readonly sharing: Sharing;
  readonly reconciliations: Reconciliations;
  readonly exchanges: PartyExchanges;
  /** Brings destinations of connected platforms in step, and pulls what is due; a turn at a time. */ look(): Promise<void>;
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
  const stop = new AbortController();
  const keep = createPartyKeeper(deps, couriers);
  const pulls = createPartyPulls(deps, stop.signal);
  let looking: Promise<void> = Promise.resolve();
  const keepAll = async (): Promise<void> => {
    for (const tenant of await couriers.tenants()) await keep(tenant);
  };
  const look = async (): Promise<void> => {
    await keepAll();
    for (const tenant of await couriers.tenants()) await pulls.look(tenant);
  };
  return {
    sharing: createDestinations(deps, couriers),
    reconciliations,
    exchanges: {
      keep,
      destinationId: async (tenant, party) =>
        (await destinationItem(deps.access, tenant, partyDestination(party)))?.id ?? null,
      pullState: pulls.stateOf,
    },
    look: () => {
      looking = look();
      return looking;
    },
    start: async () => {
      await keepAll();
      await couriers.start();
      await reconciliations.resume(await couriers.tenants());
    },
    close: async () => {
      stop.abort();
      await looking.catch(() => {});
      await Promise.all([couriers.close(), reconciliations.close()]);
    },
  };
};
