import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { PasswordFault } from "../core/password-policy.ts";
import type { Caller, Circumstance, Scope } from "../ports/caller.ts";
import type { JsonObject, Write } from "../ports/store.ts";
import { type AccessDeps, allOf, tryCommit } from "./access-deps.ts";
import { type Account, type AccountBody, accountOf, accountWrite, endAll } from "./account.ts";
import { told } from "./act.ts";
import { newChallenge } from "./challenges.ts";
import { withPassword } from "./enrolment.ts";
import { loginName, newCode, secretHash, typedCode } from "./secrets.ts";

/** 137 bits: an enrolment secret (SEC-DEV-16 asks the same of devices'). */
const CODE_LENGTH = 28;
const INVITATION_MS = 24 * 3_600_000;
/** SEC-USR-01. */
const FIRST_MS = 3_600_000;

/** Somebody who is to have an account. */
export type Invitation = {
  readonly name: string;
  readonly displayName: string;
  readonly role: string;
  readonly scope: Scope;
};

/** Why an act on an account was not done. */
export type PeopleFault = "absent" | "conflict" | "forbidden" | "name-taken" | "unknown-role";
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: PeopleFault };

export type People = {
  /** The one-time code (一次性代码) that makes the first administrator; null when one exists. */
  firstCode(tenant: TenantId, role: string, now: Instant): Promise<string | null>;
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
    | { readonly kind: "enrol"; readonly challenge: string }
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
    set: { readonly role?: string; readonly scope?: Scope; readonly displayName?: string },
    circumstance: Circumstance,
  ): Promise<Outcome<Account>>;
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

const bare = (invitation: Invitation, now: Instant): AccountBody => ({
  ...invitation,
  name: loginName(invitation.name),
  status: "invited",
  password: null,
  totp: null,
  recovery: [],
  createdAt: now,
  lastSignInAt: null,
  disabledReason: "",
});

const codeWrite = (code: string, account: string, role: string, expiresAt: number): Write => ({
  kind: "item",
  item: {
    kind: "code",
    id: randomUUID(),
    body: { account, role } as JsonObject,
    lookup: secretHash(code),
    expiresAt: expiresAt as Instant,
  },
  ifVersion: 0,
});

const refused = (fault: PeopleFault): { readonly ok: false; readonly fault: PeopleFault } => ({ ok: false, fault });

export const createPeople = (deps: AccessDeps): People => {
  const { access, roles, issuer, hashes } = deps;
  const find: People["find"] = async (tenant, id) => {
    const item = await access.item(tenant, "account", id);
    return item === null ? null : accountOf(item);
  };
  const list: People["list"] = async (tenant) => (await allOf(access, tenant, "account")).map(accountOf);
  const openThings = async (tenant: TenantId, account: string, except = ""): Promise<readonly Write[]> => {
    const kinds = await Promise.all(
      (["session", "code", "challenge"] as const).map((kind) => allOf(access, tenant, kind)),
    );
    return endAll(kinds.flat(), account, except);
  };
  /** Until there are all three administrators, the first one may make the others: bootstrap ends by itself (SEC-AZ-06). */
  const mayGrant = async (who: Caller, role: string): Promise<boolean> =>
    roles.mayGrant(who.role, role) ||
    (roles.isAdministrator(who.role) &&
      roles.isAdministrator(role) &&
      !(await list(who.tenant)).some((account) => account.role === role && account.status !== "disabled"));

  /** An act on somebody's account: who may not grant its role may not do it. */
  const onAccount = async (
    who: Caller,
    id: string,
    act: string,
    circumstance: Circumstance,
    work: (
      account: Account,
    ) => Promise<{ readonly account: Account; readonly writes: readonly Write[]; readonly reason?: string }>,
  ): Promise<Outcome<Account>> => {
    const account = await find(who.tenant, id);
    if (account === null) return refused("absent");
    const object = `account:${id}`;
    if (!(await mayGrant(who, account.role)) || who.actor === object) {
      await deps.store.commit({ tenant: who.tenant, writes: [told(who, act, object, "denied", circumstance, "role")] });
      return refused("forbidden");
    }
    const done = await work(account);
    const writes = [
      accountWrite(done.account),
      ...done.writes,
      told(who, act, object, "done", circumstance, done.reason),
    ];
    if ((await tryCommit(deps, who.tenant, writes)) === "conflict") return refused("conflict");
    return { ok: true, value: { ...done.account, version: account.version + 1 } };
  };

  return {
    find,
    list,
    firstCode: async (tenant, role, now) => {
      if ((await list(tenant)).some((account) => account.role === role && account.status !== "disabled")) return null;
      const code = newCode(CODE_LENGTH);
      await deps.store.commit({ tenant, writes: [codeWrite(code, "", role, now + FIRST_MS)] });
      return code;
    },
    invite: async (who, invitation, circumstance) => {
      if (!roles.has(invitation.role)) return refused("unknown-role");
      if (!(await mayGrant(who, invitation.role))) return refused("forbidden");
      const id = randomUUID();
      const account: Account = { ...bare(invitation, circumstance.now), tenant: who.tenant, id, version: 0 };
      const code = newCode(CODE_LENGTH);
      const outcome = await tryCommit(deps, who.tenant, [
        accountWrite(account),
        codeWrite(code, id, invitation.role, circumstance.now + INVITATION_MS),
        told(who, "account.invite", `account:${id}`, "done", circumstance, invitation.role),
      ]);
      return outcome === "conflict"
        ? refused("name-taken")
        : { ok: true, value: { account: { ...account, version: 1 }, code } };
    },
    redeem: async (typed, chosen, circumstance) => {
      const { now } = circumstance;
      const item = await access.find("code", secretHash(typedCode(typed)));
      if (item === null || item.expiresAt === null || item.expiresAt <= now) return { kind: "wrong" };
      const { account: id, role } = item.body as { account: string; role: string };
      if (id === "" && chosen.name === undefined) return { kind: "name-needed" };
      const first: Invitation = {
        name: chosen.name ?? "",
        displayName: chosen.displayName ?? chosen.name ?? "",
        role,
        scope: {},
      };
      const invited: Account | null =
        id === ""
          ? { ...bare(first, now), tenant: item.tenant, id: randomUUID(), version: 0 }
          : await find(item.tenant, id);
      if (invited === null || invited.status === "disabled") return { kind: "wrong" };
      const changed = await withPassword(deps, invited, chosen.password, [issuer], circumstance);
      if ("faults" in changed) return { kind: "faults", faults: changed.faults };
      const challenge = newChallenge({ purpose: "enrol", account: invited.id, data: "" }, now);
      const who = { actor: `account:${invited.id}`, role };
      const outcome = await tryCommit(deps, item.tenant, [
        { kind: "dropItem", item: "code", id: item.id, must: true },
        accountWrite(changed.account),
        challenge.write,
        told(who, "account.redeem", `account:${invited.id}`, "done", circumstance),
      ]);
      if (outcome === "done") return { kind: "enrol", challenge: challenge.secret };
      // Either the name is somebody's, or the code was used a moment ago.
      return { kind: (await access.find("code", secretHash(typedCode(typed)))) === null ? "wrong" : "name-taken" };
    },
    change: async (who, id, version, set, circumstance) => {
      if (set.role !== undefined && !roles.has(set.role)) return refused("unknown-role");
      if (set.role !== undefined && !(await mayGrant(who, set.role))) return refused("forbidden");
      const reason = Object.keys(set).join(" ");
      return onAccount(who, id, "account.change", circumstance, async (account) => ({
        account: { ...account, ...set, version: version ?? account.version },
        writes: set.role === undefined || set.role === account.role ? [] : await openThings(who.tenant, id),
        reason,
      }));
    },
    setStatus: (who, id, status, reason, circumstance) =>
      onAccount(who, id, status === "active" ? "account.enable" : "account.disable", circumstance, async (account) => {
        const enabled = account.password === null ? ("invited" as const) : ("active" as const);
        const changed: Account = {
          ...account,
          status: status === "active" ? enabled : "disabled",
          disabledReason: status === "active" ? "" : reason,
          // Enabled again after long: the count of unused days begins anew.
          lastSignInAt: status === "active" ? circumstance.now : account.lastSignInAt,
        };
        return { account: changed, writes: status === "disabled" ? await openThings(who.tenant, id) : [], reason };
      }),
    reset: async (who, id, circumstance) => {
      const code = newCode(CODE_LENGTH);
      const done = await onAccount(who, id, "account.reset", circumstance, async (account) => {
        const passkeys = (await allOf(access, who.tenant, "passkey")).filter((item) => item.id.startsWith(`${id}.`));
        return {
          account: {
            ...account,
            status: account.status === "disabled" ? "disabled" : "invited",
            password: null,
            totp: null,
            recovery: [],
          },
          writes: [
            ...(await openThings(who.tenant, id)),
            ...passkeys.map((item): Write => ({ kind: "dropItem", item: "passkey", id: item.id, must: false })),
            codeWrite(code, id, account.role, circumstance.now + INVITATION_MS),
          ],
        };
      });
      return done.ok ? { ok: true, value: { code } } : done;
    },
    changeOwnPassword: async (who, old, password, circumstance) => {
      const account = await find(who.tenant, who.actor.replace(/^account:/, ""));
      if (account === null || account.password === null) return { kind: "wrong" };
      const object = `account:${account.id}`;
      if ((await hashes.check(old, account.password.hash)) === "wrong") {
        const denied = told(who, "password.change", object, "denied", circumstance, "old password");
        await deps.store.commit({ tenant: who.tenant, writes: [denied] });
        return { kind: "wrong" };
      }
      const changed = await withPassword(deps, account, password, [issuer], circumstance);
      if ("faults" in changed) return { kind: "faults", faults: changed.faults };
      const outcome = await tryCommit(deps, who.tenant, [
        accountWrite(changed.account),
        ...(await openThings(who.tenant, account.id, who.credential)),
        told(who, "password.change", object, "done", circumstance),
      ]);
      return { kind: outcome === "done" ? "done" : "wrong" };
    },
  };
};
