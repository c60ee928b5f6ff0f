import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { Invitation, Outcome, People, PeopleFault } from "../ports/access-engine.ts";
import type { Account, AccountBody } from "../ports/account.ts";
import type { Caller, Circumstance } from "../ports/caller.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { type AccessDeps, allOf, tryCommit } from "./access-deps.ts";
import { accountOf, accountWrite, endAll } from "./account.ts";
import { told } from "./act.ts";
import { nextStep } from "./challenges.ts";
import { withPassword } from "./enrolment.ts";
import { createOwnAccount } from "./own-account.ts";
import { loginName, newCode, secretHash, typedCode } from "./secrets.ts";

/** 137 bits: an enrolment secret (SEC-DEV-16 asks the same of devices'). */
const CODE_LENGTH = 28;
const INVITATION_MS = 24 * 3_600_000;
/** SEC-USR-01. */
const FIRST_MS = 3_600_000;

const bare = ({ name, displayName, role, scope }: Invitation, now: Instant): AccountBody => ({
  name: loginName(name),
  displayName,
  role,
  scope,
  status: "invited",
  password: null,
  totp: null,
  recovery: [],
  createdAt: now,
  lastSignInAt: null,
  disabledReason: "",
  language: "zh",
  areKeysOn: false,
  contact: "",
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
  const { access, roles, issuer, seals } = deps;
  const find: People["find"] = async (tenant, id) => {
    const item = await access.item(tenant, "account", id);
    return item === null ? null : accountOf(item);
  };
  const list: People["list"] = async (tenant) => (await allOf(access, tenant, "account")).map(accountOf);
  const sealedContact = (tenant: TenantId, id: string, contact: Invitation["contact"]): string =>
    contact === undefined
      ? ""
      : seals.seal(new TextEncoder().encode(JSON.stringify(contact)), [tenant, "account", id, "contact"]);
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

  /** Whether a change takes away the only administrator of a kind: then nobody could ever make another. */
  const isLast = async (tenant: TenantId, id: string, next: string): Promise<boolean> => {
    const account = await find(tenant, id);
    if (account === null || !roles.isAdministrator(account.role) || account.role === next) return false;
    const others = (await list(tenant)).filter((one) => one.role === account.role && one.status === "active");
    return others.every((one) => one.id === id);
  };

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
    if (who.actor === object) return refused("same-person");
    if (!(await mayGrant(who, account.role))) {
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
    isEmpty: async (tenant) => (await access.count(tenant, "account")) === 0,
    tenantOfCode: async (typed) => {
      const item = await access.find("code", secretHash(typedCode(typed)));
      return item?.body.account === "" ? item.tenant : null;
    },
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
      const contact = sealedContact(who.tenant, id, invitation.contact);
      const account: Account = { ...bare(invitation, circumstance.now), contact, tenant: who.tenant, id, version: 0 };
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
      if (item === null || item.body.look === true || item.body.display !== undefined || (item.expiresAt ?? 0) <= now)
        return { kind: "wrong" };
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
      const next = nextStep("enrol", invited, false, now);
      const who = { actor: `account:${invited.id}`, role };
      const outcome = await tryCommit(deps, item.tenant, [
        { kind: "dropItem", item: "code", id: item.id, must: true },
        accountWrite(changed.account),
        next.write,
        told(who, "account.redeem", `account:${invited.id}`, "done", circumstance),
      ]);
      if (outcome === "done") return next.step;
      // Either the name is somebody's, or the code was used a moment ago.
      return { kind: (await access.find("code", secretHash(typedCode(typed)))) === null ? "wrong" : "name-taken" };
    },
    change: async (who, id, version, { contact, ...set }, circumstance, given) => {
      if (set.role !== undefined && !roles.has(set.role)) return refused("unknown-role");
      if (set.role !== undefined && !(await mayGrant(who, set.role))) return refused("forbidden");
      if (set.role !== undefined && (await isLast(who.tenant, id, set.role))) return refused("last-of-role");
      const reason = given ?? [...Object.keys(set), ...(contact === undefined ? [] : ["contact"])].join(" ");
      return onAccount(who, id, "account.change", circumstance, async (account) => ({
        account: {
          ...account,
          ...set,
          ...(contact === undefined ? {} : { contact: sealedContact(who.tenant, id, contact) }),
          version: version ?? account.version,
        },
        writes: set.role === undefined || set.role === account.role ? [] : await openThings(who.tenant, id),
        reason,
      }));
    },
    setStatus: async (who, id, status, reason, circumstance) => {
      if (status === "disabled" && (await isLast(who.tenant, id, ""))) return refused("last-of-role");
      return onAccount(
        who,
        id,
        status === "active" ? "account.enable" : "account.disable",
        circumstance,
        async (account) => {
          const enabled = account.password === null ? ("invited" as const) : ("active" as const);
          const changed: Account = {
            ...account,
            status: status === "active" ? enabled : "disabled",
            disabledReason: status === "active" ? "" : reason,
            // Enabled again after long: the count of unused days begins anew.
            lastSignInAt: status === "active" ? circumstance.now : account.lastSignInAt,
          };
          return { account: changed, writes: status === "disabled" ? await openThings(who.tenant, id) : [], reason };
        },
      );
    },
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
    ...createOwnAccount(deps, find, openThings),
  };
};
