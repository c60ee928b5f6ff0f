import type { Instant, TenantId } from "@dianan/model";
import type { Result } from "@dianan/sharing";
import type { Caller, Circumstance, Scope } from "./caller.ts";
import type { RecordKind } from "./records.ts";
import type { DestinationSettings } from "./sharing.ts";

/** Where a module of another platform is, and on which side of it that platform stands. */
export type Endpoint = { readonly module: string; readonly role: "sender" | "receiver"; readonly url: string };

/** What another platform says of itself: the newest version that both speak. */
export type Peer = { readonly version: string; readonly endpoints: readonly Endpoint[] };

/** Why another platform could not be read; each is a code of specs/openapi/problems.json. */
export type PeerFault = "address-forbidden" | "peer-unreachable" | "no-common-version";

/** With what a platform is called: a token that is sent, or with which each request is signed instead (SEC-API-03). */
export type PeerKey = { readonly token: string; readonly isSigning: boolean };

/** Reads other platforms. */
export type PeerReader = {
  /** @param url - its /versions; @param key - what it gave us; never rejects */
  read(url: string, key: PeerKey): Promise<Result<Peer, PeerFault>>;
};

/** What is pushed to a platform: alarms at once, the rest once per period (推送). */
export type PartyPush = Pick<
  DestinationSettings,
  "kinds" | "coordinateSystem" | "periodSeconds" | "personalData" | "agreement"
>;
/** What is read from a platform once per period (拉取). */
export type PartyPull = { readonly kinds: readonly RecordKind[]; readonly periodSeconds: number };
/** What goes to a platform, and what comes from it unasked by it (数据交换). */
export type PartyExchange = { readonly push: PartyPush | null; readonly pull: PartyPull | null };

/** A platform that this hub talks to (互联平台). */
export type Party = {
  readonly id: string;
  /** 平台厂商code. One party each in a tenant. */ readonly platformCode: string;
  readonly name: string;
  readonly state: "invited" | "connected" | "offline" | "suspended";
  /** Words of specs/access that narrow the role `platform`. */ readonly scopes: readonly string[];
  readonly scope: Scope;
  /** Its /versions; null before it has registered. */ readonly url: string | null;
  /** Null before it has registered. */ readonly peer: Peer | null;
  /** When it last called, or answered. */ readonly lastSeenAt: Instant | null;
  /** Null before it has registered. */ readonly renewedAt: Instant | null;
  /** When its invitation or its newest token ends; null when it has none left. */ readonly expiresAt: Instant | null;
  /** Whose invitation it was: `there`, it came with ours; `here`, we went with its, and we renew. */
  readonly initiative: "here" | "there";
  readonly exchange: PartyExchange;
};

/** Who is to be let in. */
export type PartyDraft = Pick<Party, "platformCode" | "name" | "scopes" | "scope"> & {
  /** Absent: nothing goes or comes. */ readonly exchange?: PartyExchange;
};

/** What the other platform gives us. */
export type PartyCredentials = {
  /** Token B: with which we call it. */ readonly token: string;
  readonly url: string;
  readonly platformCode: string;
  readonly name: string;
  /** It signs its requests with token C instead of sending it (SEC-API-03). */ readonly isSigning?: boolean;
  /** We sign with token B instead of sending it. */ readonly mustSign?: boolean;
};

/** Why a platform was not registered or not renewed. */
export type HandshakeFault =
  | PeerFault
  /** It came with a token of its registration already. */
  | "registered"
  /** It came with the token of an invitation. */
  | "unregistered"
  /** It came with a credential that is no party's. */
  | "no-party"
  /** The invitation is for another platform. */
  | "other-code"
  /** Something else changed it meanwhile. */
  | "busy";

/** `keyId`: of signatures; null where the token is sent. */
export type Handshake = Result<
  { readonly party: Party; readonly token: string; readonly keyId: string | null },
  HandshakeFault
>;

/** Other platforms: who is invited, who has registered, and the tokens with which they come (OCPI's handshake). */
export type Parties = {
  /** Token A, which works once, for registering only. `taken`: there is a party with this code. */
  invite(
    who: Caller,
    draft: PartyDraft,
    at: Circumstance,
  ): Promise<{ readonly party: Party; readonly token: string; readonly expiresAt: Instant } | "taken">;
  /** Token A for token C. Reads the other side before anything changes. @param hereUrl - our /versions as it was reached */
  register(who: Caller, given: PartyCredentials, at: Circumstance, hereUrl?: string): Promise<Handshake>;
  /** Another token C; the one with which it was asked goes on for a day. */
  renew(who: Caller, given: PartyCredentials, at: Circumstance, hereUrl?: string): Promise<Handshake>;
  /** The party that a caller is. */
  own(who: Caller): Promise<Result<Party, "unregistered" | "no-party">>;
  /** Ends what the caller is, with all its tokens. */
  leave(who: Caller, at: Circumstance): Promise<"done" | "unregistered" | "no-party">;
  list(tenant: TenantId): Promise<readonly Party[]>;
  find(tenant: TenantId, id: string): Promise<Party | null>;
  /** Shuts a party out, or lets it in again; acts with the next request. */
  setSuspended(
    who: Caller,
    id: string,
    isSuspended: boolean,
    reason: string,
    at: Circumstance,
  ): Promise<Party | "absent" | "busy">;
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent">;
  /** Who comes with a token. */ bySecret(secret: string, now: Instant): Promise<Caller | "suspended" | null>;
  /** Who signed with a token; null: no party's key. As `Clients.bySignature`. */
  bySignature(
    keyId: string,
    signedAt: Instant,
    nonce: string,
    isSignedWith: (secret: string) => boolean,
    now: Instant,
  ): Promise<Caller | "suspended" | "expired" | "wrong" | "reused" | "unreadable" | null>;
  /** Asks those that were silent for five minutes whether they are still there. */
  watch(tenant: TenantId, now: Instant): Promise<void>;
};
