import type { Instant, TenantId } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import type { Intake } from "../ports/live.ts";
import type { Outbound } from "../ports/outbound.ts";
import type { Seals } from "../ports/seals.ts";
import type { Store } from "../ports/store.ts";

/** What T/CEC 102 needs of the hub. */
export type TcecDeps = {
  readonly store: Pick<
    Store,
    "commit" | "record" | "page" | "session" | "sessions" | "chargingUnits" | "chargingPorts" | "chargingFigures"
  >;
  readonly access: AccessStore;
  readonly seals: Seals;
  /** To addresses that people set up: guarded (SEC-OUT-01). */ readonly outbound: Outbound;
  readonly intakeOf: (tenant: TenantId) => Promise<Intake>;
  /** 平台厂商code of this hub. */ readonly platformCode: string;
  readonly utcOffsetMinutes: number;
  /** Makes a token. */ readonly newSecret: () => string;
  readonly hashOf: (secret: string) => Uint8Array;
  readonly isRange: (text: string) => boolean;
  readonly isInRanges: (ranges: readonly string[], address: string) => boolean;
  /** Unique, in the order of time. */ readonly nextId: () => string;
  /** Pushes that may wait for one partner before states wait until there is room (security.md §11). */
  readonly pendingMax: number;
  readonly clock: () => Instant;
  /** One line for the operator's log; never holds a secret or personal data. */ readonly log: (line: string) => void;
};
