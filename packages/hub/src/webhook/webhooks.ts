import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import { told } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import type { DeliveryDraft, WebhookAct } from "../ports/webhook-store.ts";
import type { WebhookFault, WebhookSet, Webhooks, WebhookView } from "../ports/webhooks.ts";
import type { Write } from "../ports/write.ts";
import { eventId, TEST_TYPE } from "./event-of.ts";
import { headerFault, mappingFault, tryEvent } from "./mapped-event.ts";
import { deliveryAfter, freshCircuit } from "./outcome.ts";
import { isTaken, sendOnce } from "./sending.ts";
import { sightOf, type WebhookDeps } from "./webhook-deps.ts";
import { itemWrite, keptHeaders, viewOf, type WebhookBody, type WebhookItem, withNewSecret } from "./webhook-item.ts";

/** Webhooks of one tenant: each is a queue that is kept. */
const WEBHOOKS_MAX = 100;
/** A test is sent by whoever asks for it; should that one be cut off, the queue sends it after this. */
const TEST_HELD_MS = 60_000;
const PAGE = 500;

/** What runs beside the API: told of every webhook that is made, changed or removed. */
export type LineKeeper = {
  started(tenant: TenantId, id: string): void;
  changed(id: string): void;
  ended(id: string): void;
  /** Something was put into some queues. */ queued(): void;
};

/** Another platform manages its own only, however much it may see. */
const isWhole = ({ actor, scope }: Caller): boolean =>
  !actor.startsWith("party:") && Object.values(scope).every((bound) => bound === undefined);
const clean = { endedBecause: null, fails: 0, failingSince: null } as const;

export const createWebhooks = (deps: WebhookDeps, lines: LineKeeper): Webhooks => {
  const { store, access, webhooks, seals, rights } = deps;
  const actWrite = (id: string, act: WebhookAct): Write => ({ kind: "webhook", id, act });

  /** One that this caller manages; what is foreign is as if it did not exist (SEC-AZ-02). */
  const mine = async (who: Caller, id: string): Promise<WebhookItem | null> => {
    const item = (await access.item(who.tenant, "webhook", id)) as WebhookItem | null;
    return item !== null && (isWhole(who) || item.body.owner === who.actor) ? item : null;
  };
  const all = async (tenant: TenantId): Promise<readonly WebhookItem[]> =>
    (await access.items(tenant, "webhook", "", PAGE)) as readonly WebhookItem[];
  const view = async (item: WebhookItem): Promise<WebhookView | null> => {
    const state = await webhooks.state(item.tenant, item.id);
    return state === null ? null : viewOf(item.id, item.version, item.body, state);
  };
  const viewBy = async (who: Caller, id: string): Promise<WebhookView | null> => {
    const item = await mine(who, id);
    return item === null ? null : view(item);
  };
  const testDraft = (id: string, at: Instant, notBefore: Instant): DeliveryDraft => ({
    ...{ id: `evt-${randomUUID()}`, type: TEST_TYPE, subject: id, rank: 2, at, notBefore, of: null },
    data: { webhookId: id },
  });
  const queueWrite = (id: string, ...events: readonly DeliveryDraft[]): Write =>
    actWrite(id, { do: "queue", events, bound: deps.pendingMax });

  /** The units of a draft as its owner may see them. */
  const unitFault = async (
    tenant: TenantId,
    owner: string,
    unitIds: readonly string[],
    now: Instant,
  ): Promise<WebhookFault | null> => {
    const right = await rights(tenant, owner, now);
    if (right === null || right === "paused") return { fault: "rights" };
    const sight = deps.sightOf(tenant, right.scope);
    for (const [index, unitId] of unitIds.entries()) {
      const unit = await store.record(tenant, "unit", unitId);
      if (unit === null || unit.deleted || !(await sight.sees(unit))) return { fault: "unknown-unit", index };
    }
    return null;
  };
  const addressFault = async (url: string | undefined): Promise<WebhookFault | null> => {
    const why = url === undefined ? null : await deps.outbound.check(url);
    return why === null ? null : { fault: "address", why };
  };
  /** @param set - what is given of it */
  const formFault = async (
    tenant: TenantId,
    { url, mapping, headers }: Pick<WebhookSet, "url" | "mapping" | "headers">,
  ): Promise<WebhookFault | null> =>
    (await addressFault(url)) ??
    (mapping ? await mappingFault(deps, tenant, mapping, "/mapping") : null) ??
    (headers ? headerFault(headers) : null);
  const tryCommit = async (tenant: TenantId, writes: readonly Write[]): Promise<boolean> => {
    try {
      await store.commit({ tenant, writes });
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code === "conflict") return false;
      throw error;
    }
  };

  return {
    add: async (who, draft, at) => {
      const { headers = {}, ...rest } = draft;
      const fault =
        (await unitFault(who.tenant, who.actor, draft.unitIds, at.now)) ?? (await formFault(who.tenant, draft));
      if (fault !== null) return fault;
      if ((await access.count(who.tenant, "webhook")) >= WEBHOOKS_MAX) return { fault: "too-many" };
      const id = randomUUID();
      const { shown, kept } = withNewSecret(seals, who.tenant, id, [], at.now);
      const body: WebhookBody = {
        ...{ ...rest, secrets: kept, isDisabled: false, createdAt: at.now, owner: who.actor },
        ...keptHeaders(seals, who.tenant, id, headers),
      };
      const { head } = await store.feed(who.tenant);
      await store.commit({
        tenant: who.tenant,
        writes: [
          itemWrite(id, body, 0),
          actWrite(id, { do: "open", position: head, at: at.now }),
          queueWrite(id, testDraft(id, at.now, at.now)),
          told(who, "webhook.create", `webhook:${id}`, "done", at),
        ],
      });
      lines.started(who.tenant, id);
      const made = await viewBy(who, id);
      return made === null ? { fault: "absent" } : { view: made, secret: shown };
    },
    list: async (who) => {
      const own = (await all(who.tenant)).filter((item) => isWhole(who) || item.body.owner === who.actor);
      return (await Promise.all(own.map(view))).filter((one) => one !== null);
    },
    find: viewBy,
    change: async (who, id, version, { headers, ...set }, at) => {
      const item = await mine(who, id);
      if (item === null) return { fault: "absent" };
      const { owner } = item.body;
      const fault =
        (set.unitIds === undefined ? null : await unitFault(who.tenant, owner, set.unitIds, at.now)) ??
        (await formFault(who.tenant, { ...set, ...(headers === undefined ? {} : { headers }) }));
      if (fault !== null) return fault;
      // It keeps the rights of whoever made it: a change by somebody who may see more must not send more to its address.
      const sealed = headers === undefined ? {} : keptHeaders(seals, who.tenant, id, headers ?? {});
      const body = { ...item.body, ...set, ...sealed };
      const isMoved = body.url !== item.body.url || body.mapping?.path !== item.body.mapping?.path;
      const goesOn = set.isDisabled === false || isMoved;
      const done = await tryCommit(who.tenant, [
        itemWrite(id, body, version),
        ...(goesOn
          ? [actWrite(id, { do: "set", set: { ...clean, nextAt: at.now, ...(isMoved ? { isVerified: false } : {}) } })]
          : []),
        ...(isMoved ? [queueWrite(id, testDraft(id, at.now, at.now))] : []),
        told(who, "webhook.change", `webhook:${id}`, "done", at, Object.keys({ ...set, ...sealed }).join(" ")),
      ]);
      if (!done) return { fault: "conflict" };
      lines.changed(id);
      const changed = await viewBy(who, id);
      return changed === null ? { fault: "absent" } : { view: changed };
    },
    remove: async (who, id, at) => {
      if ((await mine(who, id)) === null) return "absent";
      const done = await tryCommit(who.tenant, [
        { kind: "dropItem", item: "webhook", id, must: true },
        actWrite(id, { do: "close" }),
        told(who, "webhook.remove", `webhook:${id}`, "done", at),
      ]);
      if (done) lines.ended(id);
      return done ? "done" : "absent";
    },
    rotate: async (who, id, at) => {
      const item = await mine(who, id);
      if (item === null) return null;
      const { shown, kept } = withNewSecret(seals, who.tenant, id, item.body.secrets, at.now);
      const done = await tryCommit(who.tenant, [
        itemWrite(id, { ...item.body, secrets: kept }, item.version),
        // One that could not sign before goes on at once.
        actWrite(id, { do: "set", set: { nextAt: at.now } }),
        told(who, "webhook.rotate", `webhook:${id}`, "done", at),
      ]);
      if (!done) return null;
      lines.changed(id);
      return shown;
    },
    deliveries: async (who, id, query) =>
      (await mine(who, id)) === null ? null : webhooks.deliveries(who.tenant, id, query),
    replay: async (who, id, eventId, at) => {
      if ((await mine(who, id)) === null) return null;
      const done = await tryCommit(who.tenant, [
        actWrite(id, { do: "replay", eventId, at: at.now }),
        told(who, "webhook.replay", `webhook:${id}`, "done", at, eventId),
      ]);
      if (!done) return null;
      lines.changed(id);
      return webhooks.delivery(who.tenant, id, eventId);
    },
    test: async (who, id, at) => {
      const item = await mine(who, id);
      if (item === null) return null;
      const draft = testDraft(id, at.now, (at.now + TEST_HELD_MS) as Instant);
      await store.commit({
        tenant: who.tenant,
        writes: [queueWrite(id, draft), told(who, "webhook.test", `webhook:${id}`, "done", at)],
      });
      const queued = await webhooks.delivery(who.tenant, id, draft.id);
      if (queued === null) return null;
      const attempt = await sendOnce(
        deps,
        item,
        { scope: {}, isPersonal: false },
        queued,
        new AbortController().signal,
      );
      if (attempt === null) return queued;
      const now = deps.clock();
      const after = deliveryAfter(queued, attempt, now, freshCircuit, 0);
      const set = isTaken(attempt) ? after : { ...after, state: "failed" as const };
      const isUp = { ...clean, isVerified: true, lastOkAt: now, nextAt: now };
      await store.commit({
        tenant: who.tenant,
        writes: [
          actWrite(id, { do: "attempt", sequence: queued.sequence, set }),
          actWrite(id, { do: "set", set: { lastStatus: attempt.status, ...(isTaken(attempt) ? isUp : {}) } }),
        ],
      });
      lines.changed(id);
      return webhooks.delivery(who.tenant, id, draft.id);
    },
    trial: (tenant, ask) => tryEvent(deps, tenant, ask),
    writesFor: async (tenant, { type, subject, key, unitId, at, data }) => {
      const writes: Write[] = [];
      for (const item of (await all(tenant)).filter(({ body }) => body.eventTypes.includes(type))) {
        const right = await rights(tenant, item.body.owner, at);
        if (right === null || right === "paused") continue;
        const about = { kind: "device", id: subject, body: { unitId: unitId ?? "" } } as const;
        if (!(await sightOf(deps, item, right.scope).sees(about))) continue;
        const id = eventId(tenant, type, subject, key);
        writes.push(queueWrite(item.id, { id, type, subject, rank: 0, at, notBefore: at, of: null, data }));
      }
      return writes;
    },
    queued: lines.queued,
  };
};
