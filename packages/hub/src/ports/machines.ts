import type { Instant, TenantId } from "@dianan/model";
import type { Caller, Circumstance, Scope } from "./caller.ts";
import type { DeviceKeys } from "./device-keys.ts";

/** A machine's right to come in. */
export type Grant = {
  readonly name: string;
  readonly role: string;
  readonly scope: Scope;
  /** Words of specs/access that narrow the role; null: all that the role has. */ readonly scopes:
    | readonly string[]
    | null;
  readonly createdAt: Instant;
  /** As in the audit log. */ readonly createdBy: string;
  readonly expiresAt: Instant;
};
/** What is asked for. */
export type GrantDraft = Omit<Grant, "createdAt" | "createdBy">;

/** An API key (接口密钥) without its secret. */
export type KeyView = Grant & {
  readonly id: string;
  readonly version: number;
  /** First letters of the key. */ readonly hint: string;
  /** To the hour. */ readonly lastUsedAt: Instant | null;
};

export type Keys = {
  /** @param who - `hub` for the first key */
  add(
    who: Caller | "hub",
    tenant: TenantId,
    grant: GrantDraft,
    at: Circumstance,
  ): Promise<{ view: KeyView; secret: string }>;
  list(tenant: TenantId): Promise<readonly KeyView[]>;
  find(tenant: TenantId, id: string): Promise<KeyView | null>;
  /** A new secret; the old one works for 24 h more. */
  rotate(who: Caller, id: string, at: Circumstance): Promise<{ view: KeyView; secret: string } | null>;
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent">;
  bySecret(secret: string, now: Instant): Promise<Caller | null>;
};

/** A client: gets tokens, or signs each request. */
export type ClientView = Grant & {
  readonly id: string;
  readonly version: number;
  readonly kind: "oauth2" | "signature";
  readonly isDisabled: boolean;
  readonly secrets: readonly { readonly id: string; readonly createdAt: Instant }[];
};
export type ClientDraft = GrantDraft & { readonly kind: ClientView["kind"] };
export type NewSecret = { readonly id: string; readonly secret: string; readonly createdAt: Instant };

export type Clients = {
  add(who: Caller, draft: ClientDraft, at: Circumstance): Promise<{ view: ClientView; secret: NewSecret }>;
  list(tenant: TenantId): Promise<readonly ClientView[]>;
  find(tenant: TenantId, id: string): Promise<ClientView | null>;
  /** @param version - null: whatever it is now */
  change(
    who: Caller,
    id: string,
    version: number | null,
    set: Partial<Pick<ClientView, "name" | "scopes" | "isDisabled">>,
    at: Circumstance,
  ): Promise<ClientView | "absent" | "conflict">;
  /** Another secret beside the old one; the oldest goes when there would be three. */
  rotate(who: Caller, id: string, at: Circumstance): Promise<NewSecret | null>;
  dropSecret(who: Caller, id: string, secretId: string, at: Circumstance): Promise<"done" | "absent">;
  /** Ends the client and all its tokens at once. */
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent">;
  /** Client credentials for a token (RFC 6749 §4.4). @param scopes - null: all that the client has */
  token(
    id: string,
    secret: string,
    scopes: readonly string[] | null,
    at: Circumstance,
  ): Promise<{ token: string; expiresIn: number; scopes: readonly string[] } | "wrong" | "bad-scope">;
  /** Gives a token back; only the client that got it can. */
  revoke(id: string, secret: string, token: string, now: Instant): Promise<"done" | "wrong">;
  byToken(token: string, now: Instant): Promise<Caller | null>;
  /**
   * A signed request. The nonce is kept until its time can no longer be used, durably, so that a replay is refused after
   * a restart too.
   *
   * `unreadable`: it may be right, but a secret of this client was sealed with a master key that the hub no longer has.
   *
   * @param isSignedWith - whether the request's signature was made with this secret
   */
  bySignature(
    id: string,
    signedAt: Instant,
    nonce: string,
    isSignedWith: (secret: string) => boolean,
    now: Instant,
  ): Promise<Caller | "expired" | "wrong" | "reused" | "unreadable">;
};

/** Credentials of machines, in one object. */
export type Machines = { readonly keys: Keys; readonly clients: Clients; readonly devices: DeviceKeys };
