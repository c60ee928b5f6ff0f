import type { TenantId, Words } from "@dianan/model";
import type { RecordKind } from "@dianan/sharing";
import type { Caller, Circumstance } from "./caller.ts";
import type { CentreLink, CentrePoint, CentreSettings } from "./centre.ts";
import type { DestinationState, OwedRow } from "./outbox.ts";
import type { JsonObject, Page } from "./records.ts";

/** How records become requests of the receiver's own form (映射). */
export type SharingMapping = {
  /** JSONata; it reads `{ kind, items }`, the items as they would go without it. */ readonly expression: string;
  /** What it reads as `$params`: code lists and the like. */ readonly parameters?: JsonObject;
  /** Below the destination's address, with `{names}`. */ readonly path?: string;
};

/** How much a destination takes, of alarms and records together (限速). */
export type SharingRate = {
  /** 0.01 to 100: 0.2 is one in five seconds. Absent: not bounded. */ readonly pushesPerSecond?: number;
  /** 1 to 50000; a push holds no more than a second's. Absent: not bounded. */ readonly recordsPerSecond?: number;
};

/** A destination as it is set up, without its secrets (共享目的地). */
export type DestinationSettings = {
  readonly name: string;
  readonly url: string;
  /** `gb26875`: alarms as component states, to a fire centre. */ readonly form: "dianan" | "gb26875";
  readonly kinds: readonly RecordKind[];
  /** System in which it wants positions; a slug of `coordinateSystems`. */ readonly coordinateSystem: string;
  /** Agreed period of everything but alarms, 1 to 21600. Seconds. */ readonly periodSeconds: number;
  /** Null: as fast as it answers. */ readonly rate: SharingRate | null;
  readonly personalData: "full" | "masked";
  /** By which it gets full personal data (SEC-PII-05). */ readonly agreement: string | null;
  /** How the hub appears to a fire centre; null for another form. */ readonly centre: CentreSettings | null;
  /** Null: bulk upserts as this API takes them. */ readonly mapping: SharingMapping | null;
};

/** What a person may set; secrets go in and never come out. */
export type DestinationDraft = Omit<DestinationSettings, "agreement" | "centre" | "mapping" | "rate"> & {
  readonly mapping?: SharingMapping | null;
  readonly rate?: SharingRate | null;
  readonly agreement?: string;
  readonly centre?: Partial<CentreSettings> & Pick<CentreSettings, "sourceAddress">;
  readonly secret?: string;
  readonly headers?: { readonly [name: string]: string };
};

export type DestinationView = DestinationSettings & {
  readonly id: string;
  readonly version: number;
  /** True: the command line owns it; here it can only be paused, resumed and retried. */ readonly isConfigured: boolean;
  readonly pausedReason: string | null;
  readonly state: DestinationState;
  /** Null for another form than a fire centre's. */ readonly link: CentreLink | null;
};

/**
 * Why an act was refused. `absent`: there is none; `conflict`: somebody was faster; `configured`: the command line owns it; `party`: it belongs to a connected platform;
 * `forbidden`: its address must not be called; `full`: there are as many as there may be; `paused`: it must be resumed first;
 * `busy`: no mapping can be looked at now; `unasked`: no duty check waits for an answer; `unheard`: the centre did not confirm it; `invalid`: a setting does not fit.
 */
export type SharingFault =
  | {
      readonly fault:
        | "absent"
        | "busy"
        | "conflict"
        | "configured"
        | "forbidden"
        | "full"
        | "paused"
        | "party"
        | "unasked"
        | "unheard";
    }
  | { readonly fault: "invalid"; readonly path: string; readonly words: Words };
export type SharingOutcome = { readonly view: DestinationView } | SharingFault;

/** A row of what is owed, with what would be sent, persons masked; null: the record is no longer there. */
export type OwedRecord = OwedRow & { readonly body: JsonObject | null };

/** Where records go (市级共享), as data: each destination has a courier of its own while it is not paused. */
export type Sharing = {
  list(tenant: TenantId): Promise<readonly DestinationView[]>;
  find(tenant: TenantId, id: string): Promise<DestinationView | null>;
  /** A new one is owed everything that exists. */
  add(who: Caller, draft: DestinationDraft, at: Circumstance): Promise<SharingOutcome>;
  change(
    who: Caller,
    id: string,
    version: number,
    set: Partial<DestinationDraft>,
    at: Circumstance,
  ): Promise<SharingOutcome>;
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | SharingFault>;
  /** Nothing is sent until it is resumed; what is owed is kept. */
  pause(who: Caller, id: string, reason: string, at: Circumstance): Promise<SharingOutcome>;
  resume(who: Caller, id: string, at: Circumstance): Promise<SharingOutcome>;
  /** Tries at once, what was refused for good too. */ retry(
    who: Caller,
    id: string,
    at: Circumstance,
  ): Promise<SharingOutcome>;
  /** @throws StoreError bad-position */
  owed(
    tenant: TenantId,
    id: string,
    query: { readonly state: "pending" | "refused" | null; readonly after: string | null; readonly limit: number },
  ): Promise<Page<OwedRecord> | null>;
  /** Addresses at a fire centre, in the order of devices and components. */
  points(
    tenant: TenantId,
    id: string,
    query: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<CentrePoint> | null>;
  /** Resolves once the centre has confirmed (查岗应答). */
  answerDuty(who: Caller, id: string, operatorNumber: number, at: Circumstance): Promise<SharingOutcome>;
};
