import type { Instant } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import type { FeedHints } from "../ports/live.ts";
import type { Dialling } from "../ports/outbound.ts";
import type { Outbox } from "../ports/outbox.ts";
import type { Store } from "../ports/store.ts";
import type { WebhookStore } from "../ports/webhook-store.ts";

/** What the way to fire centres needs of the hub. */
export type CentreDeps = {
  readonly store: Pick<Store, "commit" | "changes" | "feed" | "record" | "page">;
  readonly access: Pick<AccessStore, "item" | "items">;
  /** How a destination fares; its queue is elsewhere. */ readonly outbox: Pick<Outbox, "failed" | "standing">;
  /** Queues of events: a centre's is one more, under the id of its destination. */ readonly queues: WebhookStore;
  readonly outbound: Dialling;
  readonly hints: FeedHints;
  readonly clock: () => Instant;
  /** Runs something once after milliseconds and returns its cancellation; a test may run time faster. */
  readonly timer?: (run: () => void, ms: number) => () => void;
  readonly random?: () => number;
  readonly utcOffsetMinutes: number;
  readonly platformName: string;
  /** Major and minor number of this software. */ readonly version: readonly [major: number, minor: number];
  /** One line for the operator's log. */ readonly log: (line: string) => void;
};

export const realTimer = (run: () => void, ms: number): (() => void) => {
  const timeout = setTimeout(run, ms);
  return () => clearTimeout(timeout);
};
