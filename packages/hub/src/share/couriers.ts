import type { TenantId } from "@dianan/model";
import type { CityConfig } from "../config.ts";
import type { CentreLine } from "../ports/centre.ts";
import { type Courier, startCourier } from "./courier.ts";
import {
  type DestinationItem,
  destinationItem,
  destinationItems,
  destinationWrite,
  openedCredentials,
  owedKinds,
  settingsOf,
} from "./destination-item.ts";
import { partyOutbound } from "./party-outbound.ts";
import type { PushTarget } from "./push.ts";
import { createPushMapping } from "./push-mapping.ts";
import { cityDestination } from "./settings.ts";
import type { SharingDeps } from "./sharing-deps.ts";

/** One courier for each destination that is not paused. */
export type Couriers = {
  /** Brings what is owed to whom in step with what is set up. Before the first frame: a change is owed to whoever is there then. */
  prepare(): Promise<void>;
  start(): Promise<void>;
  /**
   * Runs an act on a destination, one at a time for each. `rested` ends its courier's push; after the act the courier goes on as
   * the destination then is.
   */
  during<T>(tenant: TenantId, id: string, act: (rested: () => Promise<void>) => Promise<T>): Promise<T>;
  /** Tries at once. */ kick(tenant: TenantId, id: string): void;
  /** Where and how a destination is reached. @throws SealError */ targetOf(item: DestinationItem): PushTarget;
  /** The link to a fire centre; null: it is none, or its line is not up. */
  centreOf(tenant: TenantId, id: string): CentreLine | null;
  /** All that are known. */ tenants(): Promise<readonly TenantId[]>;
  close(): Promise<void>;
};

/**
 * @param city - the destination of the command line, which is the home tenant's; null: none
 * @throws TypeError for a city address or credential that cannot be used
 */
export const createCouriers = (deps: SharingDeps, home: TenantId, city: CityConfig | null): Couriers => {
  const { access, outbox, store } = deps;
  const configured = city === null ? null : cityDestination(city);
  const couriers = new Map<string, Courier | CentreLine>();
  const lanes = new Map<string, Promise<unknown>>();
  let isRunning = false;
  let isClosing = false;
  const keyOf = (tenant: TenantId, id: string): string => `${tenant} ${id}`;

  const tenants = async (): Promise<readonly TenantId[]> => [
    ...new Set([home, ...(await access.tenants()).map(({ tenant }) => tenant)]),
  ];

  const targetOf: Couriers["targetOf"] = (item) => {
    const { id, body, tenant } = item;
    if (body.partyId !== undefined) {
      const outbound = partyOutbound(deps.outbound, () => deps.links.key(tenant, body.partyId ?? ""), deps.clock);
      return { id, url: body.url, secret: null, headers: {}, outbound };
    }
    if (body.isConfigured && configured !== null)
      return { id, url: body.url, ...configured.credentials, outbound: deps.trusted };
    const target = { id, url: body.url, ...openedCredentials(deps.seals, item), outbound: deps.outbound };
    const { mapping } = settingsOf(body);
    if (mapping === null) return target;
    return { ...target, mapped: createPushMapping(deps, { tenant, name: id }, mapping) };
  };

  /** Starts the courier that a destination should have now and does not. */
  const go = async (tenant: TenantId, id: string): Promise<void> => {
    const item = await destinationItem(access, tenant, id);
    if (!isRunning || isClosing || item === null || couriers.has(keyOf(tenant, id))) return;
    const { url, centre } = settingsOf(item.body);
    const isPaused = item.body.pausedReason !== null;
    if (centre !== null) {
      // Paused it goes on queueing: what is raised and cleared meanwhile is told in its order.
      couriers.set(keyOf(tenant, id), deps.centres.start({ tenant, id, url, settings: centre, isPaused }));
      return;
    }
    if (isPaused) return;
    try {
      const target = targetOf(item);
      if (URL.parse(target.url)?.protocol === "http:" && item.body.personalData === "full")
        deps.log(
          "sharing: an address is not https; contact data travels unencrypted 共享地址不是 https,联系人信息未加密传输",
        );
      couriers.set(
        keyOf(tenant, id),
        startCourier({ ...deps, tenant, target, settings: { ...item.body, ...settingsOf(item.body) } }),
      );
    } catch (error) {
      // Its credentials do not open: the others go on.
      deps.log(`sharing ${id}: ${error instanceof Error ? error.message : "?"}; not sent 未上报`);
    }
  };
  const rest = async (key: string): Promise<void> => {
    const courier = couriers.get(key);
    couriers.delete(key);
    await courier?.close();
  };

  /** The command line's destination as an item beside the others; one that it no longer names goes. */
  const keepConfigured = async (): Promise<void> => {
    for (const { id, body } of await destinationItems(access, home))
      if (body.isConfigured && id !== configured?.id)
        await store.commit({ tenant: home, writes: [{ kind: "dropItem", item: "destination", id, must: false }] });
    if (configured === null) return;
    const { id, settings } = configured;
    const item = await destinationItem(access, home, id);
    const pausedReason = item?.body.pausedReason ?? null;
    const body = { ...settings, isConfigured: true, pausedReason, sealed: "" };
    if (item === null || JSON.stringify(item.body) !== JSON.stringify(body))
      await store.commit({ tenant: home, writes: [destinationWrite(id, body, item?.version ?? 0)] });
  };

  return {
    targetOf,
    tenants,
    prepare: async () => {
      await keepConfigured();
      for (const tenant of await tenants()) {
        const items = await destinationItems(access, tenant);
        const destinations = items.map(({ id, body }) => ({ name: id, url: body.url, kinds: owedKinds(body) }));
        await outbox.setDestinations(tenant, destinations, deps.clock());
      }
    },
    start: async () => {
      isRunning = true;
      for (const tenant of await tenants())
        for (const { id } of await destinationItems(access, tenant)) await go(tenant, id);
    },
    during: (tenant, id, act) => {
      const key = keyOf(tenant, id);
      const run = async () => {
        try {
          return await act(() => rest(key));
        } finally {
          await go(tenant, id);
        }
      };
      const result = (lanes.get(key) ?? Promise.resolve()).then(run, run);
      const settled = result.catch(() => {});
      lanes.set(key, settled);
      void settled.then(() => {
        if (lanes.get(key) === settled) lanes.delete(key);
      });
      return result;
    },
    centreOf: (tenant, id) => {
      const one = couriers.get(keyOf(tenant, id));
      return one !== undefined && "link" in one ? one : null;
    },
    kick: (tenant, id) => couriers.get(keyOf(tenant, id))?.kick(),
    close: async () => {
      isClosing = true;
      await Promise.all([...lanes.values()]);
      await Promise.all([...couriers.keys()].map(rest));
    },
  };
};
