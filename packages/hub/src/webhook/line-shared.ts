import type { DeliveryError, WebhookState } from "../ports/webhook-store.ts";
import type { Write } from "../ports/write.ts";
import type { Circuit } from "./outcome.ts";
import type { Right } from "./rights.ts";
import type { WebhookItem } from "./webhook-item.ts";

/** Queue and feed are looked at this often even when nothing woke us: a hint carries no promise. */
export const LOOK_MS = 5_000;

/** What a line goes by; looked up again every few seconds and whenever it is poked. */
export type Known = {
  readonly item: WebhookItem;
  readonly right: Right;
  readonly state: WebhookState;
};

/** What the two halves of a line share. */
export type LineShared = {
  /** Null: there is nothing to do, because it is disabled, paused or gone. */ known(): Promise<Known | null>;
  /** Moves with each attempt, ahead of what `known` has read. */ circuit(): Circuit;
  /** @param error - why the attempt had no status */
  settle(circuit: Circuit, writes: readonly Write[], error: DeliveryError | null): Promise<void>;
  isClosing(): boolean;
};
