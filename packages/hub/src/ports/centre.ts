import type { ComponentPlace } from "@dianan/codec";
import type { AlarmType, Instant, TenantId } from "@dianan/model";
import type { OutboundFault } from "./outbound.ts";
import type { DestinationState, OutboxDebt, OwedRow } from "./outbox.ts";
import type { JsonObject, Page } from "./records.ts";
import type { Write } from "./write.ts";

/** How the hub appears to a fire monitoring centre: as one user information transmission device (用户信息传输装置). */
export type CentreSettings = {
  /** Source address (源地址), 48 bits. */ readonly sourceAddress: number;
  /** Destination address (目的地址), 48 bits. */ readonly centreAddress: number;
  /** Units that it speaks for; empty: all. */ readonly unitIds: readonly string[];
  /** Of components that have no address of this protocol of their own. */
  readonly systemType: number;
  readonly systemAddress: number;
  /** 0: none. */ readonly heartbeatSeconds: number;
  readonly answerSeconds: number;
  readonly resends: number;
};

/** The connection, as it is now. */
export type CentreLink = {
  readonly isUp: boolean;
  readonly heardAt: Instant | null;
  /** A duty check (查岗) is to be answered by then. */ readonly dutyCheckUntil: Instant | null;
};

/** A component, or a device as a whole, as a centre knows it (点位). */
export type CentrePoint = {
  readonly deviceId: string;
  /** Null: the device as a whole. */ readonly componentId: string | null;
  readonly unitId: string;
  /** Description (部件说明) before it is cut. */ readonly name: string;
  readonly place: ComponentPlace;
  /** By the alarm's id. */ readonly open: { readonly [alarmId: string]: AlarmType };
  /** Time of this state, as the centre is told it. */ readonly changedAt: Instant;
};

/** What a centre is to be told of one change: a component's whole state after it. */
export type CentreReport = Omit<CentrePoint, "open"> & { readonly open: readonly AlarmType[] };

/** A fire centre as it is set up. */
export type CentreTarget = {
  readonly tenant: TenantId;
  readonly id: string;
  readonly url: string;
  readonly settings: CentreSettings;
  /** Nothing is sent; what happens is queued all the same. */ readonly isPaused: boolean;
};

/** The way to one centre: what happens is queued, and sent while it is not paused. */
export type CentreLine = {
  /** Tries at once. */ kick(): void;
  link(): CentreLink;
  /** Sends the answer to a duty check (查岗应答). */
  answerDuty(operatorNumber: number): Promise<"confirmed" | "unasked" | "unheard">;
  /** What was not confirmed stays queued. */ close(): Promise<void>;
};

/** Fire centres, for those who manage destinations. */
export type Centres = {
  /** Looks an address up without dialling it; null: it may be dialled. */ check(
    url: string,
  ): Promise<OutboundFault | null>;
  start(target: CentreTarget): CentreLine;
  /** Begins a queue, in the batch that makes the destination: what happens from then on is told. */
  opening(tenant: TenantId, id: string, now: Instant): Promise<readonly Write[]>;
  /** Removes a queue, in the batch that removes the destination. */
  closing(tenant: TenantId, id: string): Promise<readonly Write[]>;
  /** What was given up is queued again, and behind it how these components are now. */
  retrying(tenant: TenantId, id: string, now: Instant): Promise<readonly Write[]>;
  /** Of the queue; the rest of a state is the outbox's. */
  queueState(
    tenant: TenantId,
    id: string,
  ): Promise<Pick<DestinationState, "pending" | "oldestPendingAt" | "dead" | "refused">>;
  /** Of any destination: of a fire centre the queue says since when something is owed. */
  debt(tenant: TenantId, id: string, ofOutbox: OutboxDebt): Promise<OutboxDebt>;
  owed(
    tenant: TenantId,
    id: string,
    query: { readonly state: "pending" | "refused" | null; readonly after: string | null; readonly limit: number },
  ): Promise<Page<OwedRow & { readonly body: JsonObject | null }>>;
  points(
    tenant: TenantId,
    id: string,
    query: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<CentrePoint>>;
};
