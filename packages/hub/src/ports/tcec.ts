import type { CoordinateSystem, Instant, TenantId, Words } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";

/** What this hub is to a partner: it gives stations, states and orders (运营商), takes them (服务、监管平台), or both. */
export type TcecRole = "operator" | "platform" | "both";

/** How a partner differs from the text of the standard (对接方差异); see docs/tcec.md. */
export type TcecSwitches = {
  readonly secretForm: "text" | "hex" | "base64";
  readonly sigCase: "upper" | "lower" | "any";
  readonly answerSig: "strict" | "lenient" | "none";
  readonly ret: "integer" | "text";
  readonly seq: "strict" | "lenient";
  readonly service: "Sevice" | "Service";
  readonly elec: "Elec" | "Elect";
  readonly statusShape: "object" | "array";
  readonly numbers: "number" | "text";
  /** How far a TimeStamp may be off. */ readonly windowSeconds: number;
};

/** What records become of that come from the partner. */
export type TcecRecords = {
  readonly platformCode: string;
  readonly operatorId: string;
  readonly installedOn: string;
  readonly manufacturer: string;
  readonly idPrefix?: string;
};

/** The four secrets of one direction; go in and never come out. */
export type TcecSecretSet = {
  readonly operatorSecret: string;
  readonly dataSecret: string;
  readonly dataSecretIv: string;
  readonly sigSecret: string;
};
/** `incoming`: the partner calls us; `outgoing`: we call it. */
export type TcecDirection = "incoming" | "outgoing";
export type TcecSecretSets = { readonly [D in TcecDirection]?: TcecSecretSet };

export type TcecSettings = {
  readonly name: string;
  readonly role: TcecRole;
  /** The partner's OperatorID. */ readonly operatorId: string;
  readonly ownOperatorId: string;
  /** Address before the interface's name; null: it is not called. */ readonly url: string | null;
  readonly sources: readonly string[];
  readonly isEnabled: boolean;
  readonly switches: TcecSwitches;
  /** System of coordinates on the wire. */ readonly coordinateSystem: CoordinateSystem;
  /** Sites that it is given; empty: all. */ readonly unitIds: readonly string[];
  readonly serviceTel: string;
  readonly callsPerMinute: number;
  readonly pullMinutes: number;
  readonly records: TcecRecords | null;
};
export type TcecDraft = Pick<TcecSettings, "name" | "role" | "operatorId" | "ownOperatorId"> &
  Partial<Omit<TcecSettings, "switches">> & { readonly switches?: Partial<TcecSwitches> } & TcecSecretSetting;
type TcecSecretSetting = { readonly secrets: { readonly [D in TcecDirection]?: TcecSecretSet | null } };
export type TcecPatch = Partial<TcecDraft>;

export type TcecView = TcecSettings & {
  readonly id: string;
  readonly version: number;
  readonly secretsSet: readonly TcecDirection[];
  /** Since the hub started. */ readonly refused: number;
  readonly lastRefusal: string | null;
  /** When a push was last taken, and what was wrong with the last one that was not. */
  readonly lastOkAt: Instant | null;
  readonly lastError: string | null;
  /** Counted up to 1,000. */ readonly pending: number;
  /** What the partner did not take, counted up to 1,000. */ readonly dead: number;
  readonly lastPull: TcecPullView | null;
};

/** What became of asking a partner for its stations and their states. */
export type TcecPullView = {
  readonly at: Instant;
  readonly stations: number;
  readonly connectors: number;
  /** Stations that were not taken, and why; at most 20. */ readonly faults: readonly string[];
  /** Why it was not asked to the end; null: it was. */ readonly error: string | null;
};

/** What is to be told to a partner, or was not taken by it. */
export type TcecPushView = {
  readonly id: string;
  readonly kind: "status" | "running" | "order";
  readonly connectorId: string;
  readonly sessionId: string | null;
  /** As T/CEC 102 numbers it. */ readonly status: number | null;
  readonly queuedAt: Instant;
  readonly state: "pending" | "dead";
  readonly reason: string | null;
  readonly endedAt: Instant | null;
};

/** What became of comparing orders with a partner (订单对账). */
export type TcecCheckView = {
  readonly orders: number;
  readonly disputed: readonly {
    readonly orderNumber: string;
    /** Null: it is none that was sent. */ readonly sessionId: string | null;
    /** As the partner numbers it. */ readonly reason: number | null;
  }[];
};

export type TcecFaultOf =
  | { readonly fault: "absent" | "conflict" | "full" | "forbidden" | "taken" | "notAsked" | "notChecked" }
  /** The partner did not answer as it should. */
  | { readonly fault: "peer"; readonly why: string }
  | { readonly fault: "invalid"; readonly path: string; readonly words: Words };

/** Partners as data (对接方): made, changed and removed while the hub runs, each act with its audit entry. */
export type TcecPartners = {
  list(tenant: TenantId): Promise<readonly TcecView[]>;
  find(tenant: TenantId, id: string): Promise<TcecView | null>;
  add(who: Caller, draft: TcecDraft, at: Circumstance): Promise<{ readonly view: TcecView } | TcecFaultOf>;
  change(
    who: Caller,
    id: string,
    version: number,
    set: TcecPatch,
    at: Circumstance,
  ): Promise<{ readonly view: TcecView } | TcecFaultOf>;
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | TcecFaultOf>;
  /** In the order in which they were queued; null: there is no such partner. */
  pushes(
    tenant: TenantId,
    id: string,
    query: { readonly state: "pending" | "dead"; readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly items: readonly TcecPushView[]; readonly next: string | null } | null>;
  /** Asks it for all of its stations now. */
  pull(who: Caller, id: string, at: Circumstance): Promise<"done" | TcecFaultOf>;
  /** Holds our orders that began in a time against the partner's. */
  check(
    who: Caller,
    id: string,
    span: { readonly from: Instant; readonly to: Instant },
    at: Circumstance,
  ): Promise<TcecCheckView | TcecFaultOf>;
  /** Queues what was not taken again, the oldest 500 at most; how many. Null: there is no such partner. */
  replay(who: Caller, id: string, at: Circumstance): Promise<number | null>;
};

/** An answer on the wire. */
export type TcecReply = {
  readonly Ret: number | string;
  readonly Msg: string;
  readonly Data: string;
  readonly Sig: string;
};
export type TcecCall = {
  /** Of the interface, as it stands in the address. */ readonly name: string;
  readonly body: unknown;
  /** Of `Authorization: Bearer`; null: there is none. */ readonly token: string | null;
  readonly source: string;
  readonly now: Instant;
};
/** Where partners call. */
export type TcecDoor = {
  /** `source`: it may not call from there. What is pushed is durable when it is answered 0. */
  answer(call: TcecCall): Promise<TcecReply | "source">;
};
