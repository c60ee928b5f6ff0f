import { createHash, randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import { newestFirstId } from "../core/newest-first-id.ts";
import type { AccessItem } from "../ports/access-store.ts";
import { allOf, tryCommit } from "../ports/act.ts";
import type { IncomingPush, PushDoor, PushKind, PushRefusal, PushView } from "../ports/receivers.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { mappedPush } from "./mapped-push.ts";
import { isOnenetSignature } from "./onenet-crypto.ts";
import type { PlatformLinks } from "./platform-links.ts";
import type { PlatformMessage } from "./platform-message.ts";
import type { ReceiveDeps } from "./receive-deps.ts";
import { openedSecrets, type ReceiverItem, receiverItem } from "./receiver-item.ts";
import { createUnpacking, type Unpacked } from "./unpacking.ts";
import { verified } from "./verify.ts";
import { createWaiting } from "./waiting.ts";

/** How long resends are told, and pushes shown. The longest schedule of resends ends after 24 hours (IoTDA's backlog). */
const KEPT_MS = 3 * 24 * 3_600_000;
/** Of what could not be read. */
const REFUSED_KEPT_MS = 30 * 24 * 3_600_000;
const TELL_EVERY_MS = 60_000;
/** Pushes on one page, whatever was asked for: each may be as long as a body. */
const PAGE_MAX = 50;

/** A push as it is kept: `openPush` until it is decoded, `push` then. */
export type KeptPush = {
  readonly receiverId: string;
  readonly receivedAt: number;
  readonly remote: string;
  readonly text: string;
  readonly kind: PushKind;
  readonly device: string;
  /** What was verified, so that it is decoded after a restart as it was taken. */ readonly message: PlatformMessage;
} & Partial<Unpacked>;

export type Inbox = PushDoor & {
  /** Goes on with what was stored and not decoded. */ resume(tenants: readonly TenantId[]): Promise<void>;
  /** Tries again what could not be stored. */ tick(): void;
  /** Resolves when all that was taken is decoded, or could not be. */ idle(): Promise<void>;
  /** Reads a refused push once more. `settled`: it was taken, or is being read. */
  replay(tenant: TenantId, receiverId: string, pushId: string, told: Write): Promise<PushView | "absent" | "settled">;
  lastOf(tenant: TenantId, receiverId: string): Promise<Instant | null>;
  refusalsOf(receiverId: string): { readonly refused: number; readonly lastRefusal: string | null };
  pushes(
    tenant: TenantId,
    receiverId: string,
    query: { readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly items: readonly PushView[]; readonly next: string | null }>;
};

const keyWrite = (receiverId: string, key: string, expiresAt: Instant): Write => {
  const digest = createHash("sha256").update(key).digest("hex");
  const item = { kind: "pushKey", id: `${receiverId}/${digest}`, body: {}, lookup: null, expiresAt } as const;
  return { kind: "item", item, ifVersion: 0 };
};

const openPush = (id: string, push: KeptPush) =>
  ({ kind: "openPush", id, body: push as unknown as JsonObject, lookup: null, expiresAt: null }) as const;

export const createInbox = (deps: ReceiveDeps, links: Pick<PlatformLinks, "linkOf">): Inbox => {
  const { access, store } = deps;
  const refusals = new Map<string, { refused: number; lastRefusal: string | null }>();
  const unpacking = createUnpacking(deps, links);
  /** Work of one device, in the order of its pushes. */ const tails = new Map<string, Promise<void>>();
  /** Pushes whose storing failed. */ const failed = new Map<string, AccessItem>();
  const waiting = createWaiting();
  let toldAt = 0;

  const refuse = (receiverId: string, refusal: PushRefusal): { readonly refusal: PushRefusal } => {
    const known = refusals.get(receiverId) ?? { refused: 0, lastRefusal: null };
    refusals.set(receiverId, { refused: known.refused + 1, lastRefusal: refusal });
    return { refusal };
  };

  /** The receiver of an address, if whoever calls may call it. */
  const receiverAt = async (
    address: string,
    source: string,
    now: Instant,
  ): Promise<ReceiverItem | { readonly refusal: PushRefusal }> => {
    const place = await access.find("receiverAddress", deps.hashOf(address));
    if (place === null || (place.expiresAt ?? now + 1) <= now) return { refusal: "unknown" };
    const item = await receiverItem(access, place.tenant, String(place.body.receiverId));
    if (item === null) return { refusal: "unknown" };
    const { sources, isEnabled } = item.body;
    if (sources.length > 0 && !deps.isInRanges(sources, source)) return refuse(item.id, "source");
    return isEnabled ? item : refuse(item.id, "disabled");
  };

  const finish = async (item: AccessItem): Promise<void> => {
    const push = item.body as unknown as KeptPush;
    const outcome = await unpacking.unpack(item.tenant, push, item.id);
    const ends = deps.clock() + (outcome.state === "taken" ? KEPT_MS : REFUSED_KEPT_MS);
    const done = { ...push, ...outcome } as unknown as JsonObject;
    const kept = { kind: "push", id: item.id, body: done, lookup: null, expiresAt: ends as Instant } as const;
    await store.commit({
      tenant: item.tenant,
      writes: [
        { kind: "item", item: kept, ifVersion: null },
        { kind: "dropItem", item: "openPush", id: item.id, must: false },
      ],
    });
  };

  /** Once a minute at most: what fails for one fails for many. */
  const tell = (error: unknown): void => {
    const now = deps.clock();
    if (now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    const why = error instanceof Error ? error.message : String(error);
    deps.log(`pushes: ${failed.size} not decoded, tried again each second: ${why} 推送未能解读入库,将重试`);
  };

  const queue = (item: AccessItem): void => {
    const { receiverId, device, text } = item.body as unknown as KeptPush;
    const lane = `${receiverId}/${device}`;
    waiting.add(receiverId, text.length);
    const run = async (): Promise<void> => {
      try {
        await finish(item);
      } catch (error) {
        failed.set(`${item.tenant}/${item.id}`, item);
        tell(error);
      } finally {
        waiting.remove(receiverId, text.length);
      }
    };
    const tail = (tails.get(lane) ?? Promise.resolve()).then(run);
    tails.set(lane, tail);
    void tail.then(() => tails.get(lane) === tail && tails.delete(lane));
  };

  const viewOf = ({ id, body }: AccessItem): PushView => {
    const {
      receiverId,
      receivedAt,
      kind,
      device,
      text,
      state = "pending",
      taken = 0,
      faults = [],
    } = body as unknown as KeptPush;
    return {
      id: id.slice(receiverId.length + 1),
      receivedAt: receivedAt as Instant,
      kind,
      device,
      state,
      taken,
      faults,
      body: text,
    };
  };

  return {
    take: async (address, push: IncomingPush) => {
      const { source, now, text } = push;
      const item = await receiverAt(address, source, now);
      if ("refusal" in item) return item;
      const { tenant, id: receiverId, body } = item;
      const secrets = openedSecrets(deps.seals, item);
      if (secrets === null) return refuse(receiverId, "lost");
      const { platform, switches } = body;
      const message =
        platform === "mapping"
          ? await mappedPush(body, secrets, push)
          : verified({ platform, switches, secrets }, push);
      if (typeof message === "string") return refuse(receiverId, message);
      if (!waiting.mayCome(receiverId, text.length, failed.size) || (await deps.uplinkOf(tenant)).isFull())
        return refuse(receiverId, "busy");
      const device = message.names[body.deviceKey] ?? "";
      const kept: KeptPush = {
        ...{ receiverId, receivedAt: now, remote: `${source}:0`, text, kind: message.kind, device, message },
      };
      const id = `${receiverId}/${newestFirstId("push", now)}-${randomUUID().slice(0, 8)}`;
      const draft = openPush(id, kept);
      const keys = message.keys?.length === 0 ? [`text ${text}`] : (message.keys ?? []);
      const done = await tryCommit(deps, tenant, [
        { kind: "item", item: draft, ifVersion: 0 },
        ...keys.map((key) => keyWrite(receiverId, key, (now + KEPT_MS) as Instant)),
      ]);
      // Only what is on disk already stands in its way.
      if (done === "conflict") return "duplicate";
      queue({ ...draft, tenant, version: 1 });
      return "accepted";
    },
    check: async (address, { msg, nonce, signature }, { source, now }) => {
      const item = await receiverAt(address, source, now);
      if ("refusal" in item) return item;
      const { platform } = item.body;
      if (platform !== "onenet" && platform !== "onenetLegacy") return refuse(item.id, "shape");
      const secrets = openedSecrets(deps.seals, item);
      if (secrets === null) return refuse(item.id, "lost");
      return isOnenetSignature(signature, secrets.token ?? "", nonce, msg)
        ? { echo: msg }
        : refuse(item.id, "signature");
    },
    resume: async (tenants) => {
      for (const tenant of tenants) {
        const open = await allOf(access, tenant, "openPush");
        // Ids are newest first.
        for (const item of [...open].reverse()) queue(item);
      }
    },
    tick: () => {
      const again = [...failed.values()];
      failed.clear();
      for (const item of again) queue(item);
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
    replay: async (tenant, receiverId, pushId, entry) => {
      const id = `${receiverId}/${pushId}`;
      const item = await access.item(tenant, "push", id);
      if (item === null) return (await access.item(tenant, "openPush", id)) === null ? "absent" : "settled";
      const { state, taken: _, faults: __, ...kept } = item.body as unknown as KeptPush;
      if (state !== "refused") return "settled";
      const draft = openPush(id, kept);
      const done = await tryCommit(deps, tenant, [
        { kind: "item", item: draft, ifVersion: 0 },
        { kind: "dropItem", item: "push", id, must: true },
        entry,
      ]);
      if (done === "conflict") return "settled";
      const open = { ...draft, tenant, version: 1 };
      queue(open);
      return viewOf(open);
    },
    lastOf: async (tenant, receiverId) => {
      const newest = await Promise.all(
        (["openPush", "push"] as const).map(async (kind) => {
          const [first] = await access.items(tenant, kind, `${receiverId}/`, 1);
          return first?.body.receiverId === receiverId ? Number(first.body.receivedAt) : 0;
        }),
      );
      const last = Math.max(...newest);
      return last === 0 ? null : (last as Instant);
    },
    refusalsOf: (receiverId) => refusals.get(receiverId) ?? { refused: 0, lastRefusal: null },
    pushes: async (tenant, receiverId, { after, limit: asked }) => {
      const limit = Math.min(asked, PAGE_MAX);
      const from = `${receiverId}/${after ?? ""}`;
      // In this order: what is decoded between the two reads is in both, and not in neither.
      const open = await access.items(tenant, "openPush", from, limit + 1);
      const done = await access.items(tenant, "push", from, limit + 1);
      const settled = new Set(done.map(({ id }) => id));
      const items = [...open.filter(({ id }) => !settled.has(id)), ...done]
        .filter(({ body }) => body.receiverId === receiverId)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(viewOf);
      const page = items.slice(0, limit);
      return { items: page, next: items.length > limit ? (page.at(-1)?.id ?? null) : null };
    },
  };
};
