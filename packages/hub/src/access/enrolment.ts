import { type PasswordFault, passwordFaults, passwordPolicies } from "../core/password-policy.ts";
import type { Enrolment, SignIn } from "../ports/access-engine.ts";
import type { Account } from "../ports/account.ts";
import type { Circumstance } from "../ports/caller.ts";
import { type AccessDeps, tryCommit } from "./access-deps.ts";
import { accountOf, accountWrite } from "./account.ts";
import { told } from "./act.ts";
import { findChallenge, newChallenge, nextStep, useChallenge } from "./challenges.ts";
import { isCommonPassword } from "./common-passwords.ts";
import { newCode, secretHashHex } from "./secrets.ts";
import { rulesOf } from "./security-policy.ts";
import { newTotpSecret, totpShown, totpStep } from "./totp.ts";

/** Recovery codes that one has at a time. */
const RECOVERY_CODES = 10;
const RECOVERY_LENGTH = 16;

/** New recovery codes: to show once, and as they are stored. */
export const newRecoveryCodes = (): { readonly shown: readonly string[]; readonly stored: readonly string[] } => {
  const shown = Array.from({ length: RECOVERY_CODES }, () => newCode(RECOVERY_LENGTH));
  return { shown, stored: shown.map(secretHashHex) };
};

/**
 * An account with another password.
 *
 * @returns what is wrong with the password, none when it was taken
 */
export const withPassword = async (
  { hashes, ...deps }: Pick<AccessDeps, "hashes" | "policy" | "access">,
  account: Account,
  password: string,
  words: readonly string[],
  { now }: Circumstance,
): Promise<{ readonly account: Account } | { readonly faults: readonly PasswordFault[] }> => {
  const { policy } = await rulesOf(deps, account.tenant);
  const faults = passwordFaults(policy, password, [account.name, account.displayName, ...words], isCommonPassword);
  if (faults.length > 0) return { faults };
  const { remembered } = passwordPolicies[policy];
  const before = account.password === null ? [] : [account.password.hash, ...account.password.before];
  for (const old of before.slice(0, remembered))
    if ((await hashes.check(password, old)) !== "wrong") return { faults: ["used-before"] };
  const hash = await hashes.hash(password);
  return {
    account: { ...account, status: "active", password: { hash, setAt: now, before: before.slice(0, remembered) } },
  };
};

export const createEnrolment = (deps: AccessDeps, signIn: SignIn): Enrolment => {
  const { access, seals, issuer } = deps;
  const accountBehind = async (tenant: Account["tenant"], id: string): Promise<Account | null> => {
    const item = await access.item(tenant, "account", id);
    const account = item === null ? null : accountOf(item);
    return account?.status === "active" ? account : null;
  };
  const place = ({ tenant, id }: Account): readonly string[] => [tenant, "account", id, "totp"];

  const offerFor: Enrolment["offerFor"] = async (account, { now }) => {
    const secret = newTotpSecret();
    const data = seals.seal(secret, place(account));
    const next = newChallenge({ purpose: "enrol", account: account.id, data }, now);
    await deps.store.commit({ tenant: account.tenant, writes: [next.write] });
    return { challenge: next.secret, ...totpShown(secret, issuer, account.name) };
  };

  return {
    offerFor,
    offer: async (secret, circumstance) => {
      const challenge = await findChallenge(access, secret, ["enrol"], circumstance.now);
      if (challenge === null || challenge.data !== "") return null;
      const account = await accountBehind(challenge.tenant, challenge.account);
      if (account === null) return null;
      const used = await tryCommit(deps, account.tenant, [useChallenge(challenge)]);
      return used === "conflict" ? null : offerFor(account, circumstance);
    },
    confirm: async (secret, code, circumstance, agent) => {
      const nothing = { step: { kind: "wrong" }, recovery: [] } as const;
      const challenge = await findChallenge(access, secret, ["enrol"], circumstance.now);
      if (challenge === null || challenge.data === "") return nothing;
      const account = await accountBehind(challenge.tenant, challenge.account);
      if (account === null) return nothing;
      const step = totpStep(seals.open(challenge.data, place(account)), code, -1, circumstance.now);
      if (step === null) return nothing;
      const codes = newRecoveryCodes();
      const enrolled: Account = {
        ...account,
        totp: { secret: challenge.data, lastStep: step },
        recovery: codes.stored,
      };
      const who = { actor: `account:${account.id}`, role: account.role };
      const opened = await signIn.open(
        enrolled,
        "totp",
        [useChallenge(challenge), told(who, "factor.enrol", `account:${account.id}`, "done", circumstance, "totp")],
        circumstance,
        agent,
      );
      return { step: opened, recovery: opened.kind === "open" ? codes.shown : [] };
    },
    changePassword: async (secret, password, circumstance) => {
      const challenge = await findChallenge(access, secret, ["password"], circumstance.now);
      const account = challenge === null ? null : await accountBehind(challenge.tenant, challenge.account);
      if (challenge === null || account === null) return { kind: "wrong" };
      const changed = await withPassword(deps, account, password, [issuer], circumstance);
      if ("faults" in changed) return { kind: "faults", faults: changed.faults };
      const next = nextStep(account.totp === null ? "enrol" : "factor", account, false, circumstance.now);
      const who = { actor: `account:${account.id}`, role: account.role };
      const outcome = await tryCommit(deps, account.tenant, [
        useChallenge(challenge),
        accountWrite(changed.account),
        next.write,
        told(who, "password.change", `account:${account.id}`, "done", circumstance, "expired"),
      ]);
      return outcome === "conflict" ? { kind: "wrong" } : next.step;
    },
  };
};
