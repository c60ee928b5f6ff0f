import type { Instant, TenantId } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import type { Mapper } from "../ports/mapper.ts";
import type { Outbound } from "../ports/outbound.ts";
import type { Seals } from "../ports/seals.ts";
import type { Store } from "../ports/store.ts";
import type { Uplink } from "../ports/uplink.ts";
import type { Findings } from "./mapped-facts.ts";

/** What receivers need of the hub. */
export type ReceiveDeps = {
  readonly store: Pick<Store, "commit" | "record">;
  readonly access: AccessStore;
  readonly seals: Seals;
  /** To addresses that people set up: guarded. */ readonly outbound: Outbound;
  /** Protocols that have frames of their own. */ readonly protocols: readonly string[];
  readonly uplinkOf: (tenant: TenantId) => Promise<Uplink>;
  /** Makes the secret part of an address. */ readonly newSecret: () => string;
  readonly hashOf: (secret: string) => Uint8Array;
  readonly isRange: (text: string) => boolean;
  readonly isInRanges: (ranges: readonly string[], address: string) => boolean;
  readonly mapper: Pick<Mapper, "run" | "check">;
  /** What keeps a value from being one of the document's schemas. */ readonly findings: Findings;
  readonly clock: () => Instant;
  /** One line for the operator's log; never holds a secret or personal data. */ readonly log: (line: string) => void;
};
