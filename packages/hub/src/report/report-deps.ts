import type { Instant } from "@dianan/model";
import type { AccessStore } from "../ports/access-store.ts";
import type { Caller } from "../ports/caller.ts";
import type { Registry } from "../ports/registry.ts";
import type { ReportSight } from "../ports/reports.ts";
import type { Shelf } from "../ports/shelf.ts";
import type { Store } from "../ports/store.ts";

/** What reports need of the hub. */
export type ReportDeps = {
  readonly store: Store;
  readonly access: AccessStore;
  readonly registry: Registry;
  readonly shelf: Shelf;
  readonly sightOf: (who: Pick<Caller, "tenant" | "scope" | "by" | "scopes">) => ReportSight;
  readonly utcOffsetMinutes: number;
  readonly clock: () => Instant;
  /** Grows with each call: what is newest comes last. */ readonly nextId: () => string;
  readonly log: (line: string) => void;
};
