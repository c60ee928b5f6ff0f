import type { Instant, TenantId } from "@dianan/model";
import type { Via } from "../core/alarm-life-state.ts";
import type { Sighting } from "../core/alert-rules.ts";
import type { AccessStore } from "../ports/access-store.ts";
import type { Account } from "../ports/account.ts";
import type { Figures } from "../ports/figures.ts";
import type { FeedHints } from "../ports/live.ts";
import type { NoticeStore } from "../ports/notice-store.ts";
import type { HostDialling, Outbound } from "../ports/outbound.ts";
import type { RecordActor } from "../ports/records.ts";
import type { Seals } from "../ports/seals.ts";
import type { Store } from "../ports/store.ts";

/** What reaching people needs of the hub. */
export type NotifyDeps = {
  readonly store: Pick<Store, "commit" | "record" | "page">;
  readonly notices: NoticeStore;
  readonly access: Pick<AccessStore, "item" | "items" | "find" | "count">;
  readonly seals: Seals;
  readonly outbound: Outbound & HostDialling;
  readonly people: { find(tenant: TenantId, id: string): Promise<Account | null> };
  /** Whether somebody sits at an alarm console. */ readonly isWatched: (tenant: TenantId, now: Instant) => boolean;
  readonly raise: (tenant: TenantId, seen: readonly Sighting[], now: Instant) => Promise<void>;
  /** As any other acknowledgement: by the lane of the alarm's device. */
  readonly acknowledge: (
    tenant: TenantId,
    alarmId: string,
    by: RecordActor,
    via: Via,
    note: string,
  ) => Promise<"acknowledged" | "already" | "gone">;
  readonly hints: Pick<FeedHints, "onHint">;
  /** Keyed hash of a number, hex: who has the same one is the same person. */ readonly numberHash: (
    text: string,
  ) => string;
  /** Address at which people reach the hub; empty: no links go out. */ readonly publicUrl: string;
  readonly clock: () => Instant;
  readonly utcOffsetMinutes: number;
  readonly figures: Pick<Figures, "add" | "gauge" | "observe">;
  readonly timer: (run: () => void, ms: number) => () => void;
  readonly log: (line: string) => void;
};
