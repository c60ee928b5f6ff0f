import { randomUUID } from "node:crypto";
import type { People, PersonalData } from "../ports/access-engine.ts";
import type { Account } from "../ports/account.ts";
import type { Write } from "../ports/write.ts";
import { type AccessDeps, allOf, tryCommit } from "./access-deps.ts";
import { accountWrite } from "./account.ts";
import { told } from "./act.ts";

const ERASED = "已删除";

type Contact = { readonly mail?: string; readonly phone?: string };

/** Personal data of accounts: shown for a purpose, removed in one act. */
export const createPersonalData = (deps: AccessDeps, people: People): PersonalData => {
  const { access, seals, store } = deps;
  const contactOf = ({ tenant, id, contact }: Account): Contact => {
    if (contact === "") return {};
    const text = new TextDecoder().decode(seals.open(contact, [tenant, "account", id, "contact"]));
    return JSON.parse(text) as Contact;
  };

  return {
    revealUser: async (who, id, members, purpose, at) => {
      const account = await people.find(who.tenant, id);
      if (account === null) return null;
      const all = { name: account.displayName, ...contactOf(account) };
      const reason = `${members.join(" ")}: ${purpose}`.slice(0, 500);
      await store.commit({
        tenant: who.tenant,
        writes: [told(who, "personalData.reveal", `user:${id}`, "done", at, reason)],
      });
      return Object.fromEntries(
        members.map((member) => [member, Object.hasOwn(all, member) ? (all[member as keyof Contact] ?? null) : null]),
      );
    },
    eraseUser: async (who, id, reason, at) => {
      // Ends what is open, and says no where the account may not go.
      const ended = await people.setStatus(who, id, "disabled", reason, at);
      if (!ended.ok) return ended;
      const passkeys = (await allOf(access, who.tenant, "passkey")).filter((item) => item.id.startsWith(`${id}.`));
      const erasure = randomUUID();
      const account: Account = {
        ...ended.value,
        ...{ name: `erased-${id}`, displayName: ERASED, contact: "", password: null, totp: null, recovery: [] },
        disabledReason: ERASED,
      };
      const writes: readonly Write[] = [
        accountWrite(account),
        ...passkeys.map((item): Write => ({ kind: "dropItem", item: "passkey", id: item.id, must: false })),
        { kind: "eraseActor", id, name: ERASED },
        told(who, "personalData.erase", `user:${id}`, "done", at, reason),
      ];
      if ((await tryCommit(deps, who.tenant, writes)) === "conflict") return { ok: false, fault: "conflict" };
      return { ok: true, value: { id: erasure, records: 1 + passkeys.length } };
    },
  };
};
