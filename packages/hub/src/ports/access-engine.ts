import type { Instant, TenantId } from "@dianan/model";
import type { PasswordFault } from "../core/password-policy.ts";
import type { Account } from "./account.ts";
import type { Caller, Circumstance, Scope } from "./caller.ts";
import type { Displays } from "./displays.ts";
import type { SecurityPolicies } from "./security-policies.ts";
import type { Write } from "./write.ts";

/** Whom a session stands for when it is no person's account: an API key that was traded for it, a first look, a wall display. */
export type SessionHolder = Pick<Caller, "name" | "role" | "scope" | "scopes"> & {
  /** Id of the key; empty without a display: a first look, which ends when there is an administrator. */
  readonly key: string;
  /** Id of the wall display (大屏); its session lasts until it is revoked. */ readonly display?: string;
};

/** A session (会话) as stored. */
export type SessionBody = {
  /** Empty: see `holder`. */ readonly account: string;
  readonly holder: SessionHolder | null;
  readonly openedAt: Instant;
  readonly seenAt: Instant;
  readonly factorAt: Instant | null;
  readonly source: string;
  readonly agent: string;
};

/** A session as its owner and administrators see it. */
export type SessionView = Omit<SessionBody, "account" | "holder"> & {
  readonly id: string;
  readonly expiresAt: Instant;
};

export type Sessions = {
  /** The writes that open one, to be committed with the act that allows it, and its secret. */
  open(
    account: Account,
    circumstance: Circumstance,
    agent: string,
    withFactor: boolean,
  ): {
    readonly secret: string;
    readonly writes: readonly Write[];
  };
  /** One that is no person's. */
  openFor(
    holder: SessionHolder,
    circumstance: Circumstance,
    agent: string,
  ): ReturnType<Sessions["open"]> & { readonly id: string };
  /** Who a cookie stands for; null when it is none, or idle or old, or its account was disabled. */
  find(secret: string, now: Instant): Promise<Caller | null>;
  list(tenant: TenantId, account: string): Promise<readonly SessionView[]>;
  /** @param id - null: all of the account; `except` stays open */
  end(
    who: Caller,
    account: string,
    id: string | null,
    circumstance: Circumstance,
    except?: string,
  ): Promise<"done" | "absent">;
  /** Ends the session that asks. */ signOut(caller: Caller, circumstance: Circumstance): Promise<void>;
  /** Marks that the second factor was shown again (SEC-USR-09). */
  stepUp(caller: Caller, circumstance: Circumstance): Promise<void>;
};

/** What a step of a sign-in comes to. */
export type SignInStep =
  | { readonly kind: "wait"; readonly ms: number }
  /** The same whether the name or the password is wrong, or the account is disabled. */
  | { readonly kind: "wrong" }
  /** The password is right: a second factor is wanted, is to be enrolled first, or the password is to be changed first. */
  | {
      readonly kind: "factor" | "enrol" | "password";
      readonly challenge: string;
      readonly methods: readonly ("totp" | "passkey" | "recoveryCode")[];
      readonly expiresAt: Instant;
    }
  | { readonly kind: "open"; readonly session: string; readonly account: Account };

/** A second factor (第二因素). */
export type Factor =
  | { readonly kind: "totp"; readonly code: string }
  | { readonly kind: "recovery"; readonly code: string };

export type SignIn = {
  password(name: string, password: string, circumstance: Circumstance): Promise<SignInStep>;
  factor(challenge: string, factor: Factor, circumstance: Circumstance, agent: string): Promise<SignInStep>;
  /** Opens a session for somebody whose factor was checked elsewhere; `writes` are committed with it. */
  open(
    account: Account,
    how: string,
    writes: readonly Write[],
    circumstance: Circumstance,
    agent: string,
  ): Promise<SignInStep>;
  /** Takes a factor of an account that is signed in; the changed account, or null when it is wrong. */
  take(account: Account, factor: Factor, now: Instant): Account | null;
};

/** What a person scans into an authenticator app. */
export type TotpOffer = { readonly challenge: string; readonly uri: string; readonly text: string };

export type Enrolment = {
  /** Begins with the challenge that a first sign-in gave; null when it is not alive. */
  offer(challenge: string, circumstance: Circumstance): Promise<TotpOffer | null>;
  /** For somebody who is signed in and has just shown a factor. */
  offerFor(account: Account, circumstance: Circumstance): Promise<TotpOffer>;
  /** The first code of the app: the factor holds, recovery codes are shown once, and the session opens. */
  confirm(
    challenge: string,
    code: string,
    circumstance: Circumstance,
    agent: string,
  ): Promise<{ readonly step: SignInStep; readonly recovery: readonly string[] }>;
  /** Changes an old password by the challenge of a sign-in that asked for it. */
  changePassword(
    challenge: string,
    password: string,
    circumstance: Circumstance,
  ): Promise<SignInStep | { readonly kind: "faults"; readonly faults: readonly PasswordFault[] }>;
};

/** Somebody who is to have an account. */
export type Invitation = {
  readonly name: string;
  readonly displayName: string;
  readonly role: string;
  readonly scope: Scope;
  /** Sealed when it is stored. */ readonly contact?: { readonly mail?: string; readonly phone?: string };
};

/** Why an act on an account was not done. */
export type PeopleFault =
  | "absent"
  | "conflict"
  | "forbidden"
  | "name-taken"
  | "unknown-role"
  | "same-person"
  | "last-of-role";

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: PeopleFault };

export type People = {
  /** The one-time code (一次性代码) that makes the first administrator; null when one exists. */
  firstCode(tenant: TenantId, role: string, now: Instant): Promise<string | null>;
  /** Whether nobody has an account yet. */ isEmpty(tenant: TenantId): Promise<boolean>;
  /** Whose first administrator a code makes; null: it is no such code. */ tenantOfCode(
    code: string,
  ): Promise<TenantId | null>;
  /** A new account and the code by which its owner sets a password; shown once, ends after 24 h. */
  invite(
    who: Caller,
    invitation: Invitation,
    circumstance: Circumstance,
  ): Promise<Outcome<{ account: Account; code: string }>>;
  /** Uses a code: the password holds; what comes back is the challenge to enrol a second factor. */
  redeem(
    code: string,
    chosen: { readonly name?: string; readonly displayName?: string; readonly password: string },
    circumstance: Circumstance,
  ): Promise<
    | Extract<SignInStep, { readonly kind: "factor" | "enrol" | "password" }>
    | { readonly kind: "wrong" | "name-needed" | "name-taken" }
    | { readonly kind: "faults"; readonly faults: readonly PasswordFault[] }
  >;
  list(tenant: TenantId): Promise<readonly Account[]>;
  find(tenant: TenantId, id: string): Promise<Account | null>;
  /** Role, scope, display name; ends the sessions of an account whose role changes. */
  change(
    who: Caller,
    id: string,
    version: number | null,
    set: {
      readonly role?: string;
      readonly scope?: Scope;
      readonly displayName?: string;
      readonly contact?: NonNullable<Invitation["contact"]>;
    },
    circumstance: Circumstance,
    reason?: string,
  ): Promise<Outcome<Account>>;
  /** What one may change of one's own without anybody's leave. */
  changeOwn(
    who: Caller,
    set: Partial<Pick<Account, "displayName" | "language" | "areKeysOn">>,
    circumstance: Circumstance,
  ): Promise<Account | null>;
  /** New recovery codes, shown once; the old ones are void. */
  renewRecoveryCodes(who: Caller, circumstance: Circumstance): Promise<readonly string[] | null>;
  /** Writes of one's own second factors: recovery codes, or TOTP removed. */
  changeOwnFactors(
    who: Caller,
    change: (account: Account) => Account,
    what: string,
    circumstance: Circumstance,
  ): Promise<Account | null>;
  /** Disables in one act that ends sessions and codes (SEC-USR-12), or enables again. */
  setStatus(
    who: Caller,
    id: string,
    status: "active" | "disabled",
    reason: string,
    circumstance: Circumstance,
  ): Promise<Outcome<Account>>;
  /** A new code for somebody who lost password or factor: both are taken away, sessions end. */
  reset(who: Caller, id: string, circumstance: Circumstance): Promise<Outcome<{ code: string }>>;
  /** One's own password. */
  changeOwnPassword(
    who: Caller,
    old: string,
    password: string,
    circumstance: Circumstance,
  ): Promise<
    { readonly kind: "done" | "wrong" } | { readonly kind: "faults"; readonly faults: readonly PasswordFault[] }
  >;
};

export type PasskeyView = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
};

export type Passkeys = {
  /** What a browser needs to make one, and the sealed challenge to send back with it. */
  offer(account: Account, now: Instant): Promise<{ readonly challenge: string; readonly options: object }>;
  add(
    account: Account,
    challenge: string,
    response: unknown,
    name: string,
    at: Circumstance,
  ): Promise<PasskeyView | null>;
  list(tenant: TenantId, account: string): Promise<readonly PasskeyView[]>;
  remove(account: Account, id: string, at: Circumstance): Promise<"done" | "absent">;
  /** Sign-in without a name: the browser offers the passkeys that it has. */
  ask(now: Instant): Promise<{ readonly challenge: string; readonly options: object }>;
  /** Possession and the authenticator's own check of the person: two factors in one. */
  signIn(challenge: string, response: unknown, at: Circumstance, agent: string): Promise<SignInStep>;
  /** A factor shown again by somebody who is signed in (SEC-USR-09). */
  check(account: Account, challenge: string, response: unknown, at: Circumstance): Promise<boolean>;
};

/** The way in before anybody has an account, and for keys in a browser. */
export type FirstSteps = {
  /** A session for a key or for a one-time code of a first look or a wall display; null when it is not good. */
  trade(
    credential: { readonly use: "key" | "code"; readonly secret: string },
    circumstance: Circumstance,
    agent: string,
  ): Promise<{ readonly session: string; readonly isDisplay: boolean } | null>;
};

/** Personal data in full, and its removal (SEC-PII-04, -07). */
export type PersonalData = {
  /**
   * Members of an account in full: `name`, `mail`, `phone`; null for one that it does not have. The audit entry goes first: what
   * cannot be told is not shown.
   */
  revealUser(
    who: Caller,
    id: string,
    members: readonly string[],
    purpose: string,
    at: Circumstance,
  ): Promise<{ readonly [member: string]: string | null } | null>;
  /** Takes the person out of an account, which ends, and out of the histories of what that person changed. */
  eraseUser(
    who: Caller,
    id: string,
    reason: string,
    at: Circumstance,
  ): Promise<Outcome<{ readonly id: string; readonly records: number }>>;
};

/** Everything about people, in one object. */
export type AccessEngine = {
  readonly firstSteps: FirstSteps;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly enrolment: Enrolment;
  readonly people: People;
  readonly passkeys: Passkeys;
  readonly personalData: PersonalData;
  readonly displays: Displays;
  readonly security: SecurityPolicies;
};
