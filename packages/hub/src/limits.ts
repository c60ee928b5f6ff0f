import type { TenantId } from "@dianan/model";
import type { HubLimits } from "./config.ts";
import type { AccessStore } from "./ports/access-store.ts";
import { told, tryCommit } from "./ports/act.ts";
import type { Figures } from "./ports/figures.ts";
import type { Limits, LimitView } from "./ports/limits.ts";
import type { JsonObject } from "./ports/records.ts";
import type { Store } from "./ports/store.ts";

type Row = Pick<LimitView, "unit" | "isLive" | "range" | "words"> & {
  /** Figure that counts its refusals; absent: those that it is told of. */ readonly figure?: string;
};

const live = { isLive: true } as const;
const fromStart = { isLive: false } as const;

// biome-ignore format: a table is read by its rows
const table: { readonly [name in keyof HubLimits]: Row } = {
  connections: { ...live, unit: "1", range: [1, 1_000_000], figure: "connectionsRefusedTotal", words: { zh: "设备连接总数", en: "Device connections in all" } },
  connectionsPerSource: { ...live, unit: "1", range: [1, 1_000_000], figure: "connectionsPerSourceRefusedTotal", words: { zh: "单一来源地址的设备连接数", en: "Device connections of one source address" } },
  silentConnectionMs: { ...live, unit: "ms", range: [1_000, 86_400_000], figure: "linksWithoutFrameTotal", words: { zh: "没有有效报文的连接保留时间", en: "How long a connection without a valid frame is kept" } },
  frameCompletionMs: { ...live, unit: "ms", range: [1_000, 600_000], figure: "linksFrameUnfinishedTotal", words: { zh: "一帧必须收全的时间", en: "Within which a started frame must be complete" } },
  sendQueueBytes: { ...live, unit: "By", range: [4_096, 67_108_864], figure: "linksSendQueueFullTotal", words: { zh: "每设备待发送字节", en: "Bytes that wait to be sent to one device" } },
  strangers: { ...live, unit: "1", range: [100, 1_000_000], figure: "strangersRefusedTotal", words: { zh: "列出的未登记地址数", en: "Unregistered addresses that are listed" } },
  pendingFrames: { ...live, unit: "1", range: [100, 1_000_000], figure: "linksPausedTotal", words: { zh: "等待落盘的报文数,超出时暂停接收", en: "Frames that wait for their commit; above it reading pauses" } },
  requestRateFactor: { ...live, unit: "1", range: [0.1, 1_000], words: { zh: "接口限流预算的倍数", en: "By which the budgets of requests are multiplied" } },
  undecodable: { ...fromStart, unit: "1", range: [100, 10_000_000], words: { zh: "保留的拒收报文数", en: "Refused frames that are kept" } },
  changes: { ...fromStart, unit: "1", range: [1_000, 100_000_000], words: { zh: "变更流保留的条数", en: "Changes that the feed keeps" } },
  webhookPending: { ...fromStart, unit: "1", range: [100, 10_000_000], words: { zh: "每个推送订阅等待的事件数", en: "Events that may wait for one webhook" } },
};
const names = Object.keys(table) as (keyof HubLimits)[];

const ITEM = { kind: "setting", id: "limits", lookup: null, expiresAt: null } as const;

/** What was set in an earlier run; what this release does not know, or would not take, is passed over. */
const kept = (body: JsonObject | undefined): Partial<HubLimits> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = body?.[name];
      const { isLive, range } = table[name];
      const isGood = isLive && typeof value === "number" && value >= range[0] && value <= range[1];
      return isGood ? [[name, value] as const] : [];
    }),
  );

/**
 * Limits that can be changed while the hub runs (在线修改限额).
 *
 * @param given - as the hub was started with: what holds where nothing was set
 */
export const openLimits = async (
  given: HubLimits,
  deps: {
    readonly store: Pick<Store, "commit">;
    readonly access: Pick<AccessStore, "item">;
    readonly tenant: TenantId;
    readonly figures: Pick<Figures, "snapshot">;
  },
): Promise<Limits> => {
  const item = await deps.access.item(deps.tenant, ITEM.kind, ITEM.id);
  let version = item?.version ?? 0;
  let set: Partial<HubLimits> = kept(item?.body);
  /** One object, which everybody who needs a limit looks into. */ const now: {
    -readonly [N in keyof HubLimits]: number;
  } = {
    ...given,
    ...set,
  };
  const refusals = new Map<keyof HubLimits, number>();
  return {
    now: () => now,
    refused: (name) => void refusals.set(name, (refusals.get(name) ?? 0) + 1),
    list: () => {
      const counted = deps.figures.snapshot();
      return names.map((name) => {
        const { figure, ...row } = table[name];
        const refused = (figure === undefined ? refusals.get(name) : counted[figure]) ?? 0;
        return { name, value: now[name], default: given[name], refused, ...row };
      });
    },
    version: () => version,
    set: async (who, ifVersion, values, reason, at) => {
      const next = { ...set, ...values };
      const changes = Object.entries(values).map(
        ([name, value]) => `${name} ${now[name as keyof HubLimits]} → ${value}`,
      );
      const done = await tryCommit(deps, deps.tenant, [
        { kind: "item", item: { ...ITEM, body: next }, ifVersion },
        told(who, "limits.set", "setting:limits", "done", at, `${changes.join(", ")}: ${reason}`.slice(0, 500)),
      ]);
      if (done === "conflict") return "conflict";
      version = ifVersion + 1;
      set = next;
      Object.assign(now, values);
      return "done";
    },
  };
};
