import type { Instant, TenantId } from "@dianan/model";
import type { FeedHints } from "../ports/live.ts";
import type { Outbox } from "../ports/outbox.ts";
import type { DestinationSettings } from "../ports/sharing.ts";
import type { Store } from "../ports/store.ts";
import type { PushTarget } from "./push.ts";

/** What brings records to one destination. */
export type CourierDeps = {
  readonly tenant: TenantId;
  readonly target: PushTarget;
  readonly settings: Pick<DestinationSettings, "coordinateSystem" | "personalData" | "periodSeconds" | "rate"> & {
    /** The connected platform that is sent to; absent: none. */ readonly partyId?: string;
  };
  readonly outbox: Outbox;
  readonly store: Pick<Store, "commit" | "record" | "records" | "ticks" | "history">;
  readonly hints: FeedHints;
  readonly clock: () => Instant;
  /** Runs something once after real milliseconds and returns its cancellation; a test may run time faster. */
  readonly timer?: (run: () => void, ms: number) => () => void;
  /** How often the hub looks after itself, see the engine's. */ readonly paceMs?: number;
  /** 0 up to 1, for the jitter of back-offs. */ readonly random?: () => number;
  readonly utcOffsetMinutes: number;
  /** One line for the operator's log; never holds a secret or personal data. */ readonly log: (line: string) => void;
};
