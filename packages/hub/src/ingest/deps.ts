import type { Instant, TenantId } from "@dianan/model";
import type { HubLimits } from "../config.ts";
import type { DueDays } from "../core/alarm-life-state.ts";
import type { AccessStore } from "../ports/access-store.ts";
import type { Figures } from "../ports/figures.ts";
import type { FrameTap } from "../ports/frame-tap.ts";
import type { FeedHints } from "../ports/live.ts";
import type { Drivers } from "../ports/protocol.ts";
import type { Store } from "../ports/store.ts";
import type { TrustLevel } from "../ports/tenants.ts";

/** What the engine needs of the hub. */
export type EngineDeps = {
  readonly tenant: TenantId;
  readonly platformCode: string;
  readonly utcOffsetMinutes: number;
  /** Expected upload period of a device without its own; silence of three makes it offline. Milliseconds. */
  readonly expectedPeriodMs: number;
  readonly linkGraceMs: number;
  /** Absent: 6 h. Milliseconds. */ readonly timedOutAfterMs?: number | undefined;
  readonly limits: HubLimits;
  /** How long people have to deal with an alarm. */ readonly dueDays: DueDays;
  readonly store: Store;
  readonly settings: Pick<AccessStore, "item" | "items">;
  readonly drivers: Drivers;
  /** Protocols of devices that a profile is good for; null: there is no such profile; absent: profiles are not looked at. */
  readonly profileProtocols?: (profileId: string) => readonly string[] | null;
  /** Below this trust only alarms are taken (SEC-DEV-02); absent: T0, the least there is. */
  readonly leastTrust?: () => TrustLevel;
  readonly hints: FeedHints;
  /** Told of frames as they pass; absent: nobody can look. */ readonly tap?: FrameTap;
  readonly figures: Figures;
  readonly clock: () => Instant;
  /** How often the engine's `tick` is called; what it does now and then goes by it. Default a second. Milliseconds. */
  readonly paceMs?: number;
  /** UUIDv7 texts that grow. */ readonly nextId: () => string;
  readonly log: (line: string) => void;
};
