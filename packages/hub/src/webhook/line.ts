import type { TenantId } from "@dianan/model";
import { createBell } from "../ports/bell.ts";
import type { DeliveryError, WebhookState, WebhookStateSet } from "../ports/webhook-store.ts";
import type { Write } from "../ports/write.ts";
import { createFiller } from "./filler.ts";
import type { Known, LineShared } from "./line-shared.ts";
import type { Circuit } from "./outcome.ts";
import type { createFeedReader } from "./queueing.ts";
import { createSender } from "./sender.ts";
import type { WebhookDeps } from "./webhook-deps.ts";
import type { WebhookItem } from "./webhook-item.ts";

/** The way to one receiver: its events are queued and sent, whatever becomes of other receivers. */
export type Line = {
  /** The webhook was changed, or something was put into its queue. */ poke(): void;
  /** The feed may have grown. */ wake(): void;
  /** Something was put into its queue. */ queued(): void;
  /** Its receiver does not take what it is sent. */ isFailing(): boolean;
  /** Lets what is under way end for a moment, then hangs up; what was not settled stays queued. */ close(): Promise<void>;
};

/** Rights that were lost are lost here within this (SEC-AZ-07 asks for 60 s). */
const KNOWN_MS = 5_000;
const CLOSE_GRACE_MS = 1_500;

const circuitOf = (state: WebhookState): Circuit => {
  const { fails, failingSince, nextAt, lastOkAt, lastStatus, isVerified, endedBecause } = state;
  return { fails, failingSince, nextAt, lastOkAt, lastStatus, isVerified, endedBecause, failedAt: 0 };
};

/** The members that an attempt has changed: what was set elsewhere meanwhile stays as it is. */
const changesOf = (before: Circuit, next: Circuit): WebhookStateSet => {
  const { failedAt: _, ...members } = next;
  const changed = Object.entries(members).filter(([member, value]) => before[member as keyof Circuit] !== value);
  return Object.fromEntries(changed) as WebhookStateSet;
};

const failureLine = (id: string, status: number | null, error: DeliveryError | null): string =>
  error === "secretUnreadable"
    ? `webhook ${id}: its secret does not open, the master key was lost or replaced; nothing is sent, events wait. Give the former master key back, or rotate the secret: POST /api/v1/webhooks/${id}/secrets 签名密钥无法打开(主密钥丢失或已更换),事件保留待发;请恢复原主密钥或轮换该密钥`
    : `webhook ${id}: ${status === null ? "no answer" : `HTTP ${status}`}; trying again 推送失败,将重试`;

export const startLine = (
  deps: WebhookDeps,
  readFeed: ReturnType<typeof createFeedReader>,
  { tenant, id }: { readonly tenant: TenantId; readonly id: string },
): Line => {
  const hangUp = new AbortController();
  const feedBell = createBell(deps.timer);
  const queueBell = createBell(deps.timer);
  let isClosing = false;
  let known: Promise<Known | null> | null = null;
  let knownUntil = 0;
  let circuit: Circuit | null = null;
  let isChanged = false;

  const commit = (...writes: readonly Write[]): Promise<unknown> => deps.store.commit({ tenant, writes });
  const setWrite = (set: WebhookStateSet): Write => ({ kind: "webhook", id, act: { do: "set", set } });

  const look = async (): Promise<Known | null> => {
    const now = deps.clock();
    const [item, state] = await Promise.all([
      deps.access.item(tenant, "webhook", id) as Promise<WebhookItem | null>,
      deps.webhooks.state(tenant, id),
    ]);
    if (item === null || state === null) return null;
    if (circuit === null || isChanged) circuit = circuitOf(state);
    isChanged = false;
    if (item.body.isDisabled || state.endedBecause !== null) return null;
    const right = await deps.rights(tenant, item.body.owner, now);
    if (right === "paused") return null;
    if (right !== null) return { item, right, state };
    await commit(setWrite({ endedBecause: "owner" }));
    deps.log(`webhook ${id}: whose rights it has may no longer read events; stopped 授权已失效,已停止推送`);
    return null;
  };

  const shared: LineShared = {
    known: () => {
      const now = performance.now();
      if (known === null || now > knownUntil) {
        knownUntil = now + KNOWN_MS;
        known = look();
      }
      return known;
    },
    circuit: () => circuit as Circuit,
    settle: async (next, writes, error) => {
      const before = circuit as Circuit;
      circuit = next;
      await commit(...writes, setWrite(changesOf(before, next)));
      if (before.fails === 0 && next.fails > 0) deps.log(failureLine(id, next.lastStatus, error));
      if (before.endedBecause === null && next.endedBecause !== null)
        deps.log(`webhook ${id}: stopped (${next.endedBecause}) 已停止推送`);
      if (next.endedBecause !== null || next.isVerified !== before.isVerified) known = null;
    },
    isClosing: () => isClosing,
  };

  const filler = createFiller(deps, shared, readFeed, () => queueBell.ring());
  const sender = createSender(deps, shared, hangUp.signal, () => queueBell.ring());

  /** Runs rounds until the line closes. A round says how long nothing is to be done, unless its bell rings. Milliseconds. */
  const run = async (bell: ReturnType<typeof createBell>, round: () => Promise<number>): Promise<void> => {
    while (!isClosing) {
      let ms = 1_000;
      try {
        ms = await round();
      } catch (error) {
        if (isClosing) return;
        known = null;
        deps.log(`webhook ${id}: failed 推送队列出错: ${error instanceof Error ? error.message : "?"}`);
      }
      if (!isClosing) await bell.sleep(ms);
    }
  };
  const running = Promise.all([run(feedBell, filler.round), run(queueBell, sender.round)]);

  return {
    poke: () => {
      known = null;
      isChanged = true;
      feedBell.ring();
      queueBell.ring();
    },
    wake: feedBell.ring,
    queued: queueBell.ring,
    isFailing: () => (circuit?.fails ?? 0) > 0,
    close: async () => {
      isClosing = true;
      feedBell.ring();
      queueBell.ring();
      const grace = setTimeout(() => hangUp.abort(), CLOSE_GRACE_MS);
      await running;
      await sender.idle();
      clearTimeout(grace);
    },
  };
};
