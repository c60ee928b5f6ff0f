import type { TenantId } from "@dianan/model";
import type { Scope } from "../ports/caller.ts";
import type { Change, Page, StoredRecord } from "../ports/records.ts";
import type { DeliveryDraft, WebhookState } from "../ports/webhook-store.ts";
import { draftOf, presenceData, typesOf } from "./event-of.ts";
import { sightOf, type WebhookDeps } from "./webhook-deps.ts";
import type { WebhookItem } from "./webhook-item.ts";

/** Changes fetched at once. */
const FETCH_MAX = 500;
const PRESENCE_TYPE = "com.dianan.presence.changed";

/** Reads the feed once for all webhooks of a tenant that stand at the same place. */
export const createFeedReader = (store: WebhookDeps["store"]) => {
  type Place = { readonly running: Promise<readonly Change[]>; next: Promise<readonly Change[]> | null };
  const places = new Map<string, Place>();
  const read = (tenant: TenantId, after: number): Promise<readonly Change[]> => {
    const key = `${tenant} ${after}`;
    const running = store.changes(tenant, after, FETCH_MAX).finally(() => {
      if (place.next === null) places.delete(key);
    });
    const place: Place = { running, next: null };
    places.set(key, place);
    return running;
  };
  return (tenant: TenantId, after: number): Promise<readonly Change[]> => {
    const place = places.get(`${tenant} ${after}`);
    if (place === undefined) return read(tenant, after);
    // What runs may have been asked before the change that woke this one: it shares the next.
    place.next ??= place.running.then(
      () => read(tenant, after),
      () => read(tenant, after),
    );
    return place.next;
  };
};

/** The events of some changes that a webhook is for, in commit order. */
export const eventsFor = async (
  deps: WebhookDeps,
  item: WebhookItem,
  scope: Scope,
  changes: readonly Change[],
): Promise<readonly DeliveryDraft[]> => {
  const sight = sightOf(deps, item, scope);
  const events: DeliveryDraft[] = [];
  for (const change of changes) {
    const types = typesOf(change).filter((type) => item.body.eventTypes.includes(type));
    if (types.length === 0 || !(await sight.sees(change.record))) continue;
    for (const type of types) {
      if (type !== PRESENCE_TYPE) {
        events.push(draftOf(item.tenant, type, change, null));
        continue;
      }
      const page = { before: change.version, until: null, limit: 1 };
      const [before] = await deps.store.history(item.tenant, "device", change.id, page);
      const data = presenceData(change, before?.body ?? null, deps.source.utcOffsetMinutes);
      if (data !== null) events.push(draftOf(item.tenant, type, change, data));
    }
  }
  return events;
};

const alarmDrafts = (item: WebhookItem, record: StoredRecord): readonly DeliveryDraft[] => {
  const change = { ...record, position: 0, at: record.updatedAt, record } as Change;
  // Its first version is told as well: nobody knows whether the feed had told it. Queued twice it is still one.
  const told = record.version === 1 ? [change] : [{ ...change, version: 1 }, change];
  return told.flatMap((one) =>
    typesOf(one)
      .filter((type) => item.body.eventTypes.includes(type))
      .map((type) => draftOf(item.tenant, type, one, null)),
  );
};

/**
 * A webhook that was stopped for so long that the feed no longer has what came next is told of every alarm that has changed
 * meanwhile, as it is now. Other changes are lost to it: it can read the lists.
 */
export const alarmsSince = async (
  deps: WebhookDeps,
  item: WebhookItem,
  scope: Scope,
  { positionAt }: Pick<WebhookState, "positionAt">,
  queue: (events: readonly DeliveryDraft[]) => Promise<void>,
): Promise<void> => {
  const sight = sightOf(deps, item, scope);
  let after: string | null = null;
  do {
    const page: Page<StoredRecord> = await deps.store.page(item.tenant, {
      ...{ kind: "alarm", after, limit: FETCH_MAX, where: {}, withDeleted: true },
      ...{ updatedFrom: positionAt, updatedTo: null },
    });
    const seen = await Promise.all(page.items.map((record) => sight.sees(record)));
    await queue(page.items.filter((_, n) => seen[n]).flatMap((record) => alarmDrafts(item, record)));
    after = page.next;
  } while (after !== null);
};
