import type { TenantId } from "@dianan/model";
import type { People } from "../ports/access-engine.ts";
import type { Account } from "../ports/account.ts";
import type { Caller } from "../ports/caller.ts";
import type { Write } from "../ports/write.ts";
import { type AccessDeps, tryCommit } from "./access-deps.ts";
import { accountWrite } from "./account.ts";
import { told } from "./act.ts";
import { newRecoveryCodes, withPassword } from "./enrolment.ts";

type Own = Pick<People, "changeOwn" | "changeOwnFactors" | "changeOwnPassword" | "renewRecoveryCodes">;

/** What everybody may do with the account that is theirs. */
export const createOwnAccount = (
  deps: AccessDeps,
  find: People["find"],
  openThings: (tenant: TenantId, account: string, except?: string) => Promise<readonly Write[]>,
): Own => {
  const { issuer, hashes } = deps;
  const own = (who: Caller): Promise<Account | null> => find(who.tenant, who.actor.replace(/^account:/, ""));
  const write = async (who: Caller, account: Account, entry: Write): Promise<Account | null> => {
    const outcome = await tryCommit(deps, who.tenant, [accountWrite(account), entry]);
    return outcome === "conflict" ? null : { ...account, version: account.version + 1 };
  };

  return {
    changeOwn: async (who, set, circumstance) => {
      const account = await own(who);
      if (account === null) return null;
      const entry = told(who, "account.changeOwn", who.actor, "done", circumstance, Object.keys(set).join(" "));
      return write(who, { ...account, ...set }, entry);
    },
    renewRecoveryCodes: async (who, circumstance) => {
      const account = await own(who);
      if (account === null) return null;
      const { shown, stored } = newRecoveryCodes();
      const entry = told(who, "factor.change", who.actor, "done", circumstance, "recovery codes");
      return (await write(who, { ...account, recovery: stored }, entry)) === null ? null : shown;
    },
    changeOwnFactors: async (who, change, what, circumstance) => {
      const account = await own(who);
      if (account === null) return null;
      return write(who, change(account), told(who, "factor.change", who.actor, "done", circumstance, what));
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
