import type { TenantId } from "@dianan/model";
import { isPasswordExpired } from "../core/password-policy.ts";
import { type Attempts, accountGuard, afterFailure, NO_ATTEMPTS, sourceGuard, waitOf } from "../core/sign-in-guard.ts";
import type { Sessions, SignIn, SignInStep } from "../ports/access-engine.ts";
import type { Account } from "../ports/account.ts";
import type { Circumstance } from "../ports/caller.ts";
import { type AccessDeps, tryCommit } from "./access-deps.ts";
import { accountOf, accountWrite, nameLookup } from "./account.ts";
import { told } from "./act.ts";
import { findChallenge, nextStep, useChallenge } from "./challenges.ts";
import { loginName, secretHashHex, typedCode } from "./secrets.ts";
import { rulesOf } from "./security-policy.ts";
import { totpStep } from "./totp.ts";

const DAY_MS = 86_400_000;
/** Guards kept in memory: an attacker must not fill it. */
const GUARDS_MAX = 20_000;

export const createSignIn = (deps: AccessDeps, sessions: Sessions): SignIn => {
  const { access, hashes, seals } = deps;
  const guards = new Map<string, Attempts>();
  /** Checked when there is no such account, so that a stranger cannot tell by the time. */
  let decoy: Promise<string> | null = null;

  const waitFor = (keys: readonly string[], now: number): number =>
    Math.max(...keys.map((key) => waitOf(guards.get(key) ?? NO_ATTEMPTS, now)));
  const failed = (name: string, source: string, now: number): void => {
    for (const [key, limits] of [
      [`${name}\n${source}`, accountGuard],
      [`\n${source}`, sourceGuard],
    ] as const) {
      const next = afterFailure(guards.get(key) ?? NO_ATTEMPTS, limits, now);
      guards.delete(key);
      guards.set(key, next);
    }
    while (guards.size > GUARDS_MAX) guards.delete(guards.keys().next().value as string);
  };

  const deny = async (
    tenant: TenantId,
    object: string,
    why: string,
    circumstance: Circumstance,
  ): Promise<SignInStep> => {
    await deps.store.commit({
      tenant,
      writes: [told("nobody", "session.signIn", object, "denied", circumstance, why)],
    });
    return { kind: "wrong" };
  };

  const open: SignIn["open"] = async (account, how, writes, circumstance, agent) => {
    const opened = sessions.open(account, circumstance, agent, true);
    const now: Account = { ...account, lastSignInAt: circumstance.now };
    const who = { actor: `account:${account.id}`, role: account.role };
    const outcome = await tryCommit(deps, account.tenant, [
      ...writes,
      accountWrite(now),
      ...opened.writes,
      told(who, "session.signIn", `account:${account.id}`, "done", circumstance, how),
    ]);
    if (outcome === "conflict") return { kind: "wrong" };
    return { kind: "open", session: opened.secret, account: { ...now, version: account.version + 1 } };
  };

  const take: SignIn["take"] = (account, factor, now) => {
    if (factor.kind === "recovery") {
      const hash = secretHashHex(typedCode(factor.code));
      return account.recovery.includes(hash)
        ? { ...account, recovery: account.recovery.filter((one) => one !== hash) }
        : null;
    }
    if (account.totp === null) return null;
    const secret = seals.open(account.totp.secret, [account.tenant, "account", account.id, "totp"]);
    const step = totpStep(secret, factor.code, account.totp.lastStep, now);
    return step === null ? null : { ...account, totp: { ...account.totp, lastStep: step } };
  };

  const hasPasskey = async ({ tenant, id }: Account): Promise<boolean> =>
    (await access.items(tenant, "passkey", `${id}.`, 1)).some((item) => item.id.startsWith(`${id}.`));

  return {
    open,
    take,
    password: async (typed, password, circumstance) => {
      const { now, source } = circumstance;
      const name = loginName(typed);
      const ms = waitFor([`${name}\n${source}`, `\n${source}`], now);
      if (ms > 0) return { kind: "wait", ms };
      const item = await access.find("account", nameLookup(name));
      const account = item === null ? null : accountOf(item);
      decoy ??= hashes.hash("no account has this password");
      const stored = account?.password?.hash ?? (await decoy);
      const check = await hashes.check(password, stored);
      if (account === null || account.password === null || check === "wrong" || account.status !== "active") {
        failed(name, source, now);
        // Strangers' guesses at names that nobody has would fill the log: they are counted by the door.
        return account === null
          ? { kind: "wrong" }
          : deny(account.tenant, `account:${account.id}`, "password", circumstance);
      }
      const lastUse = account.lastSignInAt ?? account.password.setAt;
      const { policy, unusedDays } = await rulesOf(deps, account.tenant);
      // SEC-USR-12.
      if (now - lastUse > unusedDays * DAY_MS) {
        const disabled: Account = { ...account, status: "disabled", disabledReason: `unused for ${unusedDays} days` };
        await tryCommit(deps, account.tenant, [
          accountWrite(disabled),
          told("hub", "account.disable", `account:${account.id}`, "done", circumstance, disabled.disabledReason),
        ]);
        return { kind: "wrong" };
      }
      const passkey = await hasPasskey(account);
      const isOld = isPasswordExpired(policy, account.password.setAt, now);
      const kind = isOld ? "password" : account.totp !== null || passkey ? "factor" : "enrol";
      const next = nextStep(kind, account, passkey, now);
      const fresh = check === "stale" ? { ...account.password, hash: await hashes.hash(password) } : null;
      const outcome = await tryCommit(deps, account.tenant, [
        next.write,
        ...(fresh === null ? [] : [accountWrite({ ...account, password: fresh })]),
      ]);
      return outcome === "conflict" ? { kind: "wrong" } : next.step;
    },
    factor: async (secret, factor, circumstance, agent) => {
      const { now, source } = circumstance;
      const challenge = await findChallenge(access, secret, ["factor"], now);
      if (challenge === null) return { kind: "wrong" };
      const item = await access.item(challenge.tenant, "account", challenge.account);
      if (item === null) return { kind: "wrong" };
      const account = accountOf(item);
      const ms = waitFor([`${account.name}\n${source}`], now);
      if (ms > 0) return { kind: "wait", ms };
      const taken = account.status === "active" ? take(account, factor, now) : null;
      if (taken === null) {
        failed(account.name, source, now);
        return deny(account.tenant, `account:${account.id}`, factor.kind, circumstance);
      }
      return open(taken, factor.kind, [useChallenge(challenge)], circumstance, agent);
    },
  };
};
