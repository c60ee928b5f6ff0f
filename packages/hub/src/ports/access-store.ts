import type { Instant, TenantId } from "@dianan/model";
import type { AuditEntry } from "../core/audit-entry.ts";
import type { JsonObject, Page } from "./records.ts";

/**
 * What is kept of who may do what. `nonce`: a signed request's, so that it works once; `request`: what an
 * Idempotency-Key was answered; `known`: a place from which a person signed in before; `party`: another platform;
 * `partyToken`: a token with which it comes; `file`, `import`, `export`: what lies in the data folder, and jobs that bring data in or
 * out. `centrePoint`: what a fire centre has been told of a component. `openPush`: what another platform pushed and is not yet
 * decoded, `push` once it is; `pushKey`: what tells its resends. `tcecPartner`: who speaks T/CEC 102 with us; `tcecToken`: with which
 * it comes; `tcecPush`: what is to be pushed to it, `tcecDead` what it did not take; `tcecTold`: states of ports that it was told;
 * `tcecPull`: how far we asked it. `reportDelivery`: that a report goes to
 * somebody, `openDelivery` while it is on its way, `reportLink`: what downloads it without an account; `reportReminder`: who is
 * reminded of forms. `workRecord`: a record of an operator's work as it is now, `workRecordVersion`: as it was before. `noticePolicy`: who is told of
 * alarms, `noticeContact`: whom, `noticeChannel`: by whom; `noticeAddress`: where a provider calls back, `noticeLink`: what acknowledges once,
 * `noticeCode`: what shows that somebody has an address. From `vendor` on: what is registered beside the shared records (登记信息).
 */
export type AccessKind =
  | "backup"
  | "tenant"
  | "account"
  | "passkey"
  | "session"
  | "challenge"
  | "code"
  | "key"
  | "client"
  | "token"
  | "grant"
  | "known"
  | "nonce"
  | "request"
  | "webhook"
  | "setting"
  | "party"
  | "partyToken"
  | "partyPull"
  | "file"
  | "import"
  | "export"
  | "vendor"
  | "deviceModel"
  | "destination"
  | "reconciliation"
  | "difference"
  | "installation"
  | "acceptance"
  | "deviceKey"
  | "enrolment"
  | "operatorDocuments"
  | "checkpoint"
  | "verification"
  | "securityAlert"
  | "display"
  | "handover"
  | "command"
  | "openCommand"
  | "thresholds"
  | "receiver"
  | "receiverAddress"
  | "centrePoint"
  | "openPush"
  | "push"
  | "pushKey"
  | "tcecPartner"
  | "tcecToken"
  | "tcecPush"
  | "tcecDead"
  | "tcecTold"
  | "tcecPull"
  | "report"
  | "reportSchedule"
  | "reportDelivery"
  | "openDelivery"
  | "reportLink"
  | "reportReminder"
  | "targets"
  | "workRecord"
  | "workRecordVersion"
  | "noticePolicy"
  | "noticeContact"
  | "noticeChannel"
  | "noticeAddress"
  | "noticeLink"
  | "noticeCode";

/** An item as it is written. Written and removed in batches of the store, together with the audit entry of the act. */
export type AccessDraft = {
  readonly kind: AccessKind;
  readonly id: string;
  /** Plain JSON; secrets in it are hashed or sealed. */ readonly body: JsonObject;
  /** Hash of a secret, or a name's, by which it is found whatever its tenant; taken once per kind, else `conflict`. */
  readonly lookup: Uint8Array | null;
  /** Null: it does not end. */ readonly expiresAt: Instant | null;
};

/** An item as stored. Expired items are still given until they are swept: whoever reads one judges it. */
export type AccessItem = AccessDraft & {
  readonly tenant: TenantId;
  /** Starts at 1 and grows by 1 with each change. */ readonly version: number;
};

/** Which entries of the audit log. */
export type AuditQuery = {
  /** `oldest`: along the chain; `newest`: as people read it. */ readonly first: "oldest" | "newest";
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly actor: string | null;
  readonly act: string | null;
  readonly result: string | null;
  readonly object: string | null;
  /** Sequence behind which the page begins, in that direction; null: at its end. */ readonly after: number | null;
  readonly limit: number;
};

/** Reads who may do what, and the audit log. It is written through `Store.commit`. */
export type AccessStore = {
  item(tenant: TenantId, kind: AccessKind, id: string): Promise<AccessItem | null>;
  /** By its lookup, whatever the tenant: for credentials, which say whose they are. */
  find(kind: AccessKind, lookup: Uint8Array): Promise<AccessItem | null>;
  /** In the order of their ids. */
  items(tenant: TenantId, kind: AccessKind, after: string, limit: number): Promise<readonly AccessItem[]>;
  count(tenant: TenantId, kind: AccessKind): Promise<number>;
  /** Tenants that exist: of which something is kept here. */ tenants(): Promise<readonly AccessItem[]>;
  /** Removes what has expired. */ sweep(now: Instant): Promise<void>;
  audit(tenant: TenantId, query: AuditQuery): Promise<Page<AuditEntry>>;
};
