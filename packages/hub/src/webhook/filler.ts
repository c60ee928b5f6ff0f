import type { Instant } from "@dianan/model";
import type { DeliveryDraft, WebhookStateSet } from "../ports/webhook-store.ts";
import type { Write } from "../ports/write.ts";
import { type Known, type LineShared, LOOK_MS } from "./line-shared.ts";
import { alarmsSince, type createFeedReader, eventsFor } from "./queueing.ts";
import type { WebhookDeps } from "./webhook-deps.ts";

/** A place in the feed is written down at least this often, so that a restart does not read everything again. Positions. */
const NOTED_EVERY = 500;

/** Puts what happens into a webhook's queue: events and the place up to which the feed was read, in one commit. */
export const createFiller = (
  deps: WebhookDeps,
  shared: LineShared,
  readFeed: ReturnType<typeof createFeedReader>,
  queued: () => void,
): { readonly round: () => Promise<number> } => {
  /** Read up to here; null: not known yet. */ let position: number | null = null;
  let positionAt = 0;
  let noted = 0;

  const queue = async ({ item }: Known, events: readonly DeliveryDraft[], set: WebhookStateSet): Promise<void> => {
    const writes: readonly Write[] = [
      { kind: "webhook", id: item.id, act: { do: "queue", events, bound: deps.pendingMax } },
      { kind: "webhook", id: item.id, act: { do: "set", set } },
    ];
    await deps.store.commit({ tenant: item.tenant, writes });
    if (events.length > 0) queued();
  };
  const note = async (known: Known, events: readonly DeliveryDraft[]): Promise<void> => {
    await queue(known, events, { position: position ?? 0, positionAt: positionAt as Instant });
    noted = position ?? 0;
  };

  /** The feed no longer has what comes next. */
  const catchUp = async (known: Known): Promise<void> => {
    const { oldest } = await deps.store.feed(known.item.tenant);
    deps.log(
      `webhook ${known.item.id}: it was away for longer than changes are kept; it gets the alarms of the meantime 停用过久,仅补发告警`,
    );
    await alarmsSince(deps, known.item, known.right.scope, { positionAt: positionAt as Instant }, (events) =>
      queue(known, events, {}),
    );
    position = oldest - 1;
    await note(known, []);
  };

  return {
    round: async () => {
      const known = await shared.known();
      if (known === null) return LOOK_MS;
      const { item, right, state } = known;
      if (position === null) {
        ({ position, positionAt } = state);
        noted = position;
      }
      // Only alarms are left in a queue that is this long: the feed keeps the rest until there is room.
      if (state.pending > deps.pendingMax) return LOOK_MS;
      const changes = await readFeed(item.tenant, position);
      const [first] = changes;
      const last = changes.at(-1);
      if (first === undefined || last === undefined) {
        if (position !== noted) await note(known, []);
        return LOOK_MS;
      }
      if (first.position !== position + 1) {
        await catchUp(known);
        return 0;
      }
      const events = await eventsFor(deps, item, right.scope, changes);
      position = last.position;
      positionAt = last.at;
      if (events.length > 0 || position - noted >= NOTED_EVERY) await note(known, events);
      return 0;
    },
  };
};
