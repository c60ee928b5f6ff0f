import type { Instant, TenantId } from "@dianan/model";
import type { SendOutcome } from "../core/notify-attempt.ts";
import { type NotifyChannel, personChannels } from "../core/notify-policy.ts";
import type { Courier, NotifyAddress } from "../ports/notify-courier.ts";
import { createCourier } from "./couriers/create-courier.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import { allChannels, type ChannelItem, openedSecrets } from "./setting-items.ts";

/** A channel setting at work. */
export type CourierWay = { readonly id: string; readonly name: string; readonly courier: Courier };

/** The couriers of each tenant, and which of them are to be left alone for a while. */
export type CourierBook = {
  /** In the order in which they are tried; those that are paused too. */ ways(
    tenant: TenantId,
  ): Promise<readonly CourierWay[]>;
  way(tenant: TenantId, id: string): Promise<CourierWay | null>;
  /** Ways that work and reach an address by a channel. */
  open(tenant: TenantId, channel: NotifyChannel, address: NotifyAddress): Promise<readonly CourierWay[]>;
  /** Channels by which somebody can be reached, whether their couriers work just now or not. */
  channelsOf(tenant: TenantId, address: NotifyAddress): Promise<readonly NotifyChannel[]>;
  /** Counts what became of a request; a courier that fails is paused, and the hub says so. */
  told(tenant: TenantId, id: string, outcome: SendOutcome): Promise<void>;
  state(id: string): { readonly pausedUntil: Instant | null; readonly lastError: string | null };
  changed(tenant: TenantId): void;
};

/** Settings are read again after this even when nobody says that they changed. */
const KNOWN_MS = 5_000;
const FAILS_MAX = 3;
const PAUSE_MS = 60_000;
/** An account that is refused does not mend itself. */
const ACCOUNT_PAUSE_MS = 600_000;

type Circuit = { readonly fails: number; readonly until: number; readonly lastError: string };
const closed: Circuit = { fails: 0, until: 0, lastError: "" };

export const createCourierBook = (deps: NotifyDeps): CourierBook => {
  const known = new Map<TenantId, { readonly until: number; readonly ways: Promise<readonly CourierWay[]> }>();
  const made = new Map<string, { readonly version: number; readonly courier: Courier }>();
  const circuits = new Map<string, Circuit>();

  const courierOf = (tenant: TenantId, item: ChannelItem): Courier | null => {
    const key = `${tenant} ${item.id}`;
    const before = made.get(key);
    if (before?.version === item.version) return before.courier;
    before?.courier.close?.();
    made.delete(key);
    const secrets = openedSecrets(deps.seals, tenant, item);
    if (secrets === null) {
      deps.log(
        `notification channel ${item.id}: its secrets do not open, the master key was lost or replaced; send them again 渠道密钥无法打开(主密钥丢失或已更换),请重新设置`,
      );
      return null;
    }
    const { kind, options, templates, fallbackTemplate, caps } = item.body;
    const courier = createCourier({ kind, options, secrets, templates, fallbackTemplate, caps }, deps.outbound);
    made.set(key, { version: item.version, courier });
    return courier;
  };
  const load = async (tenant: TenantId): Promise<readonly CourierWay[]> => {
    const items = (await allChannels(deps.access, tenant)).filter(({ body }) => body.isEnabled);
    return [...items]
      .sort((a, b) => a.body.priority - b.body.priority || (a.id < b.id ? -1 : 1))
      .flatMap((item) => {
        const courier = courierOf(tenant, item);
        return courier === null ? [] : [{ id: item.id, name: item.body.name, courier }];
      });
  };
  const ways = (tenant: TenantId): Promise<readonly CourierWay[]> => {
    const now = performance.now();
    const found = known.get(tenant);
    if (found !== undefined && found.until > now) return found.ways;
    const loading = load(tenant);
    loading.catch(() => known.delete(tenant));
    known.set(tenant, { until: now + KNOWN_MS, ways: loading });
    return loading;
  };
  const isOpen = (id: string): boolean => (circuits.get(id)?.until ?? 0) <= deps.clock();

  const pause = async (tenant: TenantId, id: string, circuit: Circuit): Promise<void> => {
    circuits.set(id, circuit);
    deps.log(`notification channel ${id}: paused, ${circuit.lastError} 通知渠道暂停使用`);
    const text = `通知渠道 ${id} 无法送达(${circuit.lastError}),已改用其他渠道,请检查账号、额度与网络。 Notification channel ${id} does not get through (${circuit.lastError}); others are used: check its account, quota and the network.`;
    const sighting = {
      rule: "courierStuck",
      subject: `notificationChannel:${id}`,
      actor: null,
      source: null,
      count: 1,
      text,
    } as const;
    await deps.raise(tenant, [sighting], deps.clock());
  };

  return {
    ways,
    way: async (tenant, id) => (await ways(tenant)).find((one) => one.id === id) ?? null,
    open: async (tenant, channel, address) =>
      (await ways(tenant)).filter(
        ({ id, courier }) => courier.channel === channel && isOpen(id) && courier.reaches(address),
      ),
    channelsOf: async (tenant, address) => {
      const all = await ways(tenant);
      return personChannels.filter((channel) =>
        all.some(({ courier }) => courier.channel === channel && courier.reaches(address)),
      );
    },
    told: async (tenant, id, outcome) => {
      const before = circuits.get(id) ?? closed;
      const isBad =
        outcome.kind === "unknown" ||
        (outcome.kind === "refused" && (outcome.retry === "later" || outcome.retry === "account"));
      if (!isBad) {
        if (outcome.kind === "accepted") circuits.delete(id);
        return;
      }
      const lastError = outcome.code;
      const isAccount = outcome.kind === "refused" && outcome.retry === "account";
      const fails = before.fails + 1;
      const now = deps.clock();
      if (isAccount) await pause(tenant, id, { fails, until: now + ACCOUNT_PAUSE_MS, lastError });
      else if (fails >= FAILS_MAX) await pause(tenant, id, { fails, until: now + PAUSE_MS, lastError });
      else circuits.set(id, { fails, until: 0, lastError });
    },
    state: (id) => {
      const circuit = circuits.get(id);
      const isPaused = circuit !== undefined && circuit.until > deps.clock();
      return { pausedUntil: isPaused ? (circuit.until as Instant) : null, lastError: circuit?.lastError ?? null };
    },
    changed: (tenant) => void known.delete(tenant),
  };
};
