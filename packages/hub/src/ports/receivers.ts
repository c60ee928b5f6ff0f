import type { Instant, TenantId, Words } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";

/** IoT platforms that push (推送平台): CTWing AEP, OneNET as it is now and as it was, Huawei IoTDA. */
export type PushPlatform = "ctwing" | "onenet" | "onenetLegacy" | "iotda";
/** Names that a platform may give a device. */
export type DeviceName = "imei" | "deviceId" | "deviceName" | "nodeId";

export type PayloadReading = {
  /** JSON Pointer into what the device reports. */ readonly member: string;
  readonly quantity: string;
  readonly component?: string;
  readonly factor?: number;
};
export type PayloadCondition = {
  readonly member: string;
  readonly type: string;
  readonly raisedBy: readonly (string | number | boolean)[];
  readonly component?: string;
};
/** How what a device reports is read (载荷解读). */
export type ReceiverPayload = {
  readonly kind: "frames" | "members";
  readonly protocol?: string;
  readonly member?: string;
  readonly encoding?: "base64" | "hex";
  readonly readings?: readonly PayloadReading[];
  readonly conditions?: readonly PayloadCondition[];
};
/** What no source confirms, as it was found at a platform. */
export type ReceiverSwitches = { readonly header?: string; readonly aesIv?: "key" | "zero" };
/** How commands go down by CTWing AEP (命令下行). */
export type ReceiverCommands = {
  readonly url: string;
  readonly path?: string;
  readonly version?: string;
  readonly content?: "payload" | "typedPayload";
  readonly ttlSeconds?: number;
  readonly confirms?: boolean;
};
/** Agreed with the platform; go in and never come out. */
export type ReceiverSecrets = {
  readonly token?: string;
  readonly aesKey?: string;
  readonly headerValue?: string;
  readonly appKey?: string;
  readonly appSecret?: string;
  readonly masterKey?: string;
};
export type ReceiverSettings = {
  readonly name: string;
  readonly platform: PushPlatform;
  readonly deviceKey: DeviceName;
  readonly payload: ReceiverPayload;
  /** Addresses and ranges that may push; empty: any. */ readonly sources: readonly string[];
  readonly isEnabled: boolean;
  readonly switches: ReceiverSwitches;
  /** Null: nothing goes down. */ readonly commands: ReceiverCommands | null;
};
export type ReceiverDraft = Pick<ReceiverSettings, "name" | "platform" | "deviceKey" | "payload"> &
  Partial<Pick<ReceiverSettings, "sources" | "isEnabled" | "switches" | "commands">> & {
    readonly secrets?: ReceiverSecrets;
  };
export type ReceiverPatch = Partial<Omit<ReceiverDraft, "platform" | "secrets">> & {
  /** Null takes one away. */ readonly secrets?: { readonly [N in keyof ReceiverSecrets]?: string | null };
};

export type ReceiverView = ReceiverSettings & {
  readonly id: string;
  readonly version: number;
  readonly secretsSet: readonly string[];
  readonly lastPushAt: Instant | null;
  /** Since the hub started. */ readonly refused: number;
  readonly lastRefusal: string | null;
  /** What became of the last command, when that was no success. */ readonly commandError: string | null;
};

export type ReceiverFault =
  | { readonly fault: "absent" | "conflict" | "full" | "forbidden" }
  | { readonly fault: "invalid"; readonly path: string; readonly words: Words };
/** `secret`: the part of the push address that is shown once. */
export type NewReceiver = { readonly view: ReceiverView; readonly secret: string };

/** Receivers as data (接收器): made, changed and removed while the hub runs, each act with its audit entry. */
export type Receivers = {
  list(tenant: TenantId): Promise<readonly ReceiverView[]>;
  find(tenant: TenantId, id: string): Promise<ReceiverView | null>;
  add(who: Caller, draft: ReceiverDraft, at: Circumstance): Promise<NewReceiver | ReceiverFault>;
  change(
    who: Caller,
    id: string,
    version: number,
    set: ReceiverPatch,
    at: Circumstance,
  ): Promise<{ readonly view: ReceiverView } | ReceiverFault>;
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | ReceiverFault>;
  rotate(who: Caller, id: string, at: Circumstance): Promise<NewReceiver | ReceiverFault>;
  /** Newest first; null: there is no such receiver. */
  pushes(
    tenant: TenantId,
    id: string,
    query: { readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly items: readonly PushView[]; readonly next: string | null } | null>;
};

/** What a push tells (内容类别). */
export type PushKind = "data" | "online" | "offline" | "commandResult" | "other";
export type PushFault = { readonly code: string; readonly path: string; readonly message: Words };
/** A push as it came, and what became of it. */
export type PushView = {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly kind: PushKind;
  readonly device: string;
  readonly state: "pending" | "taken" | "refused";
  readonly taken: number;
  readonly faults: readonly PushFault[];
  readonly body: string;
};

/** Why a push, or the check of an address, was refused. */
export type PushRefusal = "unknown" | "source" | "disabled" | "credential" | "signature" | "shape" | "lost" | "busy";

export type IncomingPush = {
  readonly body: unknown;
  /** As it was sent. */ readonly text: string;
  readonly header: (name: string) => string | null;
  readonly source: string;
  readonly now: Instant;
};

/** Where platforms push to. */
export type PushDoor = {
  /** Resolves when the push is durable; it is decoded afterwards. */
  take(address: string, push: IncomingPush): Promise<"accepted" | "duplicate" | { readonly refusal: PushRefusal }>;
  /** What the check of an address is answered with. */
  check(
    address: string,
    ask: { readonly msg: string; readonly nonce: string; readonly signature: string },
    at: { readonly source: string; readonly now: Instant },
  ): Promise<{ readonly echo: string } | { readonly refusal: PushRefusal }>;
};
