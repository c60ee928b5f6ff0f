import type { Instant, TenantId } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import type { Centres } from "../ports/centre.ts";
import type { PartyLinks } from "../ports/connections.ts";
import type { FeedHints, Intake } from "../ports/live.ts";
import type { Findings } from "../ports/mapped-request.ts";
import type { Mapper } from "../ports/mapper.ts";
import type { Outbound } from "../ports/outbound.ts";
import type { Outbox } from "../ports/outbox.ts";
import type { Seals } from "../ports/seals.ts";
import type { Store } from "../ports/store.ts";

/** What sharing needs of the hub. */
export type SharingDeps = {
  readonly store: Store;
  readonly access: AccessStore;
  readonly outbox: Outbox;
  readonly seals: Seals;
  readonly hints: FeedHints;
  /** To addresses that people set up: guarded. */ readonly outbound: Outbound;
  /** To the address that the command line names: whoever starts the hub may name any. */ readonly trusted: Outbound;
  /** Platforms that are connected, with whose tokens they are called. */ readonly links: PartyLinks;
  /** Takes records of a tenant, as devices' own events are taken. */ readonly intakeOf: (
    tenant: TenantId,
  ) => Promise<Intake>;
  readonly mapper: Mapper;
  /** What keeps a value from being one of the document's schemas. */ readonly findings: Findings;
  /** The way to fire centres. */ readonly centres: Centres;
  readonly clock: () => Instant;
  /** How couriers wait, and the jitter of their back-offs; absent: real time and chance. */
  readonly timer?: (run: () => void, ms: number) => () => void;
  readonly random?: () => number;
  /** How often the hub looks after itself; absent: each second. Milliseconds. */ readonly paceMs?: number;
  readonly utcOffsetMinutes: number;
  /** One line for the operator's log; never holds a secret or personal data. */ readonly log: (line: string) => void;
};
