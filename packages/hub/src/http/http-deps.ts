import type { Instant, TenantId } from "@dianan/model";
import type { Profile } from "@dianan/profile";
import type { AccessEngine } from "../ports/access-engine.ts";
import type { AccessStore } from "../ports/access-store.ts";
import type { AuditBooks, SecurityAlerts } from "../ports/audit.ts";
import type { Caller, Circumstance } from "../ports/caller.ts";
import type { Commands } from "../ports/commands.ts";
import type { Connections, PartyExchanges } from "../ports/connections.ts";
import type { Duty } from "../ports/duty.ts";
import type { Files } from "../ports/files.ts";
import type { FrameTap } from "../ports/frame-tap.ts";
import type { LatencyTrace } from "../ports/latency.ts";
import type { Limits } from "../ports/limits.ts";
import type { FeedHints, Intake } from "../ports/live.ts";
import type { Machines } from "../ports/machines.ts";
import type { MapDesk } from "../ports/map.ts";
import type { Notifications } from "../ports/notifications.ts";
import type { Parties } from "../ports/parties.ts";
import type { PushDoor, Receivers } from "../ports/receivers.ts";
import type { Reconciliations } from "../ports/reconciliation.ts";
import type { RecordKind } from "../ports/records.ts";
import type { Registry } from "../ports/registry.ts";
import type { ReportDesk } from "../ports/reports.ts";
import type { Seals } from "../ports/seals.ts";
import type { Sharing } from "../ports/sharing.ts";
import type { Store } from "../ports/store.ts";
import type { TcecDoor, TcecPartners } from "../ports/tcec.ts";
import type { TenantBook } from "../ports/tenants.ts";
import type { Exports, Imports, Template } from "../ports/transfer.ts";
import type { Upkeep } from "../ports/upkeep.ts";
import type { Uplink } from "../ports/uplink.ts";
import type { Webhooks } from "../ports/webhooks.ts";
import { type HeaderRecord, textAnswer } from "./answer-parts.ts";
import type { Problem } from "./problem.ts";
import type { TenantView } from "./tenant-view.ts";

/** Files, imports and exports as the door offers them. */
export type TransferDoor = {
  readonly files: Files;
  readonly imports: Imports;
  readonly exports: Exports;
  readonly template: (kind: RecordKind, format: "xlsx" | "csv") => Promise<Template>;
};

/** What the HTTP door needs of the hub. */
export type HttpDeps = {
  /** The hub's own tenant: whose devices come to its door. */ readonly tenant: TenantId;
  readonly platformCode: string;
  readonly platformName: string;
  /** Address at which others reach the hub; empty: the one that they asked. */ readonly publicUrl: string;
  readonly store: Store;
  readonly access: AccessEngine;
  readonly accessStore: AccessStore;
  readonly audit: AuditBooks;
  readonly securityAlerts: SecurityAlerts;
  readonly machines: Machines;
  readonly parties: Parties;
  readonly connections: Connections;
  readonly exchanges: PartyExchanges;
  readonly registry: Registry;
  readonly tenants: TenantBook;
  readonly transfer: TransferDoor;
  readonly reportDesk: ReportDesk;
  readonly upkeep: Upkeep;
  readonly webhooks: Webhooks;
  readonly notifications: Notifications;
  readonly duty: Duty;
  readonly latency: LatencyTrace;
  readonly commands: Commands;
  readonly seals: Seals;
  /** Takes records of a tenant, as devices' own events are taken. */ readonly intakeOf: (
    tenant: TenantId,
  ) => Promise<Intake>;
  /** Takes what devices of a tenant send over HTTP. */ readonly uplinkOf: (tenant: TenantId) => Promise<Uplink>;
  readonly receivers: Receivers;
  /** Takes what other platforms push. */ readonly pushDoor: PushDoor;
  /** Who speaks T/CEC 102 with us, and where they call. */
  readonly tcec: { readonly partners: TcecPartners; readonly door: TcecDoor };
  readonly hints: FeedHints;
  /** Frames as they pass. */ readonly tap: FrameTap;
  readonly sharing: Sharing;
  /** Every device profile that the hub has. */ readonly profiles: () => readonly Profile[];
  readonly reconciliations: Reconciliations;
  /** Counters of the engine by lowerCamel name; a name that ends in `Total` only grows. */
  readonly figures: () => { readonly [name: string]: number };
  readonly clock: () => Instant;
  /** Zone in which times are written. Minutes. */ readonly utcOffsetMinutes: number;
  readonly limits: Limits;
  /** Where map tiles come from. */ readonly map: MapDesk;
  /** By which the budgets of the rate classes are multiplied whatever the limits say; for tests. */ readonly requestRateFactor?: number;
  /** Holds every answer against the document; for tests and for looking into a mistake. */ readonly checkAnswers?: boolean;
  /** Built files of the console; null serves none. */ readonly consoleDir: string | null;
  /** One line for the operator's log; never holds a secret or personal data. */ readonly log: (line: string) => void;
};

/** A request as handlers see it. */
export type Ask = {
  readonly request: Request;
  readonly url: URL;
  /** The `{id}` of the path, decoded; empty where the path has none. */ readonly id: string;
  /** Every `{…}` of the path, decoded, by its name. */ readonly params: { readonly [name: string]: string };
  /** Null only at open routes. */ readonly caller: Caller | null;
  /** All that the caller may see. @throws Error at open routes */ readonly view: TenantView;
  /** For the audit log. */ readonly circumstance: Circumstance;
  /** Address of the peer, for limits. */ readonly source: string;
  readonly isSecure: boolean;
};

export type Handler = (ask: Ask) => Promise<Response | Problem> | Response | Problem;

/** What may be remembered of the answers to a look-up. */
export type LookUp = {
  /** How long an answer is right while nothing changes. Milliseconds. */ readonly forMs: number;
  /** Kind of the record that `{id}` names, of which alone it tells; absent: it tells of many. */
  readonly record?: RecordKind;
};

/** One operation of the OpenAPI document: `path` as written there. */
export type Route = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  /** Needs no credential (`security: []`). */ readonly open?: boolean;
  /** Answers 501 and does nothing. */ readonly isPlanned?: boolean;
  /** Its answer depends on nothing but path, query, If-None-Match, caller and what is stored. */ readonly lookUp?: LookUp;
  /** Its handler checks a credential of its own: what it refuses is told like what the gate refuses (SEC-AUD-01). */
  readonly tellsRefusals?: boolean;
  readonly handle: Handler;
};

/** A JSON answer. What it says may be personal or soon stale, so nothing keeps it. */
export const json = (value: unknown, status = 200, headers: HeaderRecord = {}): Response =>
  textAnswer(JSON.stringify(value), status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    ...headers,
  });
