import type { Instant, TenantId, Words } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";
import type { JsonObject } from "./records.ts";

/** What pushes (推送平台): CTWing AEP, OneNET as it is now and as it was, Huawei IoTDA, or any that a mapping reads. */
export type PushPlatform = "ctwing" | "onenet" | "onenetLegacy" | "iotda" | "mapping";
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
  readonly kind: "frames" | "members" | "mapping";
  readonly protocol?: string;
  readonly member?: string;
  readonly encoding?: "base64" | "hex";
  readonly readings?: readonly PayloadReading[];
  readonly conditions?: readonly PayloadCondition[];
  /** Id of a mapping that the hub brings along; else `expression`, in JSONata. */ readonly preset?: string;
  readonly expression?: string;
  readonly parameters?: JsonObject;
  /** Headers of a push that the mapping reads. */ readonly headers?: readonly string[];
};
/** What no source confirms, as it was found at a platform; of a mapping how its pushes are signed, and what tells a resend. */
export type ReceiverSwitches = {
  readonly header?: string;
  readonly aesIv?: "key" | "zero";
  readonly hmacHeader?: string;
  readonly hmacAlgorithm?: "sha256" | "sha512" | "sha1";
  readonly hmacEncoding?: "hex" | "base64";
  readonly hmacPrefix?: string;
  readonly idHeader?: string;
  readonly idMember?: string;
};
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
  readonly bearerToken?: string;
  readonly hmacKey?: string;
  readonly webhookSecret?: string;
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
export type ReceiverDraft = Pick<ReceiverSettings, "name" | "platform" | "payload"> &
  Partial<Pick<ReceiverSettings, "deviceKey" | "sources" | "isEnabled" | "switches" | "commands">> & {
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
  | { readonly fault: "absent" | "conflict" | "full" | "forbidden" | "busy" }
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
  /** Reads a refused push once more. `settled`: it was taken, or is being read. */
  replay(who: Caller, id: string, pushId: string, at: Circumstance): Promise<PushView | "absent" | "settled">;
  /** What a mapping makes of a sample; nothing is stored. */
  trial(tenant: TenantId, ask: PushTrial): Promise<PushTrialResult | ReceiverFault>;
  /** Newest first; null: there is no such receiver. */
  pushes(
    tenant: TenantId,
    id: string,
    query: { readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly items: readonly PushView[]; readonly next: string | null } | null>;
};

/** What a push tells (内容类别). */
export type PushKind = "data" | "online" | "offline" | "commandResult" | "other";
export type PushFault = {
  readonly code: string;
  readonly path: string;
  readonly message: Words;
  /** Place in the expression of a mapping that failed. */ readonly position?: number | null;
};
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

/** What a mapping says of one device (映射结果), as the JSON of devices over HTTP has it. */
export type MappedFacts = {
  readonly device: string | null;
  readonly imei: string | null;
  readonly readings: readonly {
    readonly component?: string;
    readonly quantity: string;
    readonly value: number;
    readonly at?: string;
  }[];
  readonly conditions: readonly {
    readonly component?: string;
    readonly type: string;
    readonly present: boolean;
    readonly value?: number;
    readonly threshold?: number;
    readonly at?: string;
  }[];
  readonly frames: readonly { readonly protocol: string; readonly hex?: string; readonly base64?: string }[];
};
/** A mapping and a sample of a push. */
export type PushTrial = Pick<ReceiverPayload, "preset" | "expression" | "parameters"> & {
  readonly body: unknown;
  readonly headers?: { readonly [name: string]: string };
};
export type PushTrialResult = {
  readonly result: unknown;
  readonly facts: readonly MappedFacts[];
  readonly faults: readonly PushFault[];
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
