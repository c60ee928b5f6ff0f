import type { Instant, TenantId } from "@dianan/model";

/** Part of a tenant that somebody may see (SEC-AZ-03, PL-4). A list that is absent sets no bound; several bound together. */
export type Scope = {
  readonly units?: readonly string[];
  readonly operators?: readonly string[];
  /** GB/T 2260 codes; a code stands for everything below it. */ readonly regions?: readonly string[];
  readonly placeTypes?: readonly string[];
};

/** Who asks, once their credential has been checked. */
export type Caller = {
  readonly tenant: TenantId;
  /** As in the audit log: `account:<id>`, `key:<id>`, `client:<id>`, `party:<id>`, `device:<id>`. */ readonly actor: string;
  readonly name: string;
  /** Slug of the role table. */ readonly role: string;
  readonly scope: Scope;
  /** Words of specs/access that narrow the role; null: all that the role has. */ readonly scopes:
    | readonly string[]
    | null;
  /** How it came: a browser's cookie needs proof of origin at changes. */
  readonly by: "session" | "key" | "token" | "signature" | "device";
  /** Id of the session, key, token or client; of a party's token. */ readonly credential: string;
  /** When a second factor was last shown; null for machines and when it never was. */ readonly factorAt: Instant | null;
  /** When the credential ends, where it does so at a known time whatever happens; absent: it is to be looked at anew each time. */
  readonly until?: Instant;
};

/** The scope with which a machine is given personal data in full; a credential without a list of scopes does not have it. */
export const PERSONAL_SCOPE = "pii:read";

/**
 * Whether a caller is given personal data in full where it reads (SEC-PII-05): a machine whose credential names the scope, which is
 * the agreement. People are not: they state a purpose and look at one person at a time (SEC-PII-04), whatever their cookie was
 * traded for.
 */
export const getsPersonal = ({ by, scopes }: Pick<Caller, "by" | "scopes">): boolean =>
  by !== "session" && scopes?.includes(PERSONAL_SCOPE) === true;

/**
 * A caller as a job looks for them: persons masked, or in full where who asks has the right to it (SEC-PII-03, -04).
 *
 * @param isUnmasked - persons in full; whoever says so has checked the right and the purpose
 */
export const viewerFor = (who: Caller, isUnmasked: boolean): Caller => ({
  ...who,
  by: isUnmasked ? "key" : "session",
  scopes: isUnmasked ? [PERSONAL_SCOPE] : null,
});

/** What happens around a request, for the audit log. */
export type Circumstance = {
  readonly now: Instant;
  /** Address of the peer. */ readonly source: string;
  readonly requestId: string;
};
