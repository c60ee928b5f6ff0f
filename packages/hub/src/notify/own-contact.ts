import type { TenantId } from "@dianan/model";
import { itemWrite, told, tryCommit } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import type { Notifications } from "../ports/notifications.ts";
import type { NotifyAddress } from "../ports/notify-courier.ts";
import { vapidPublicKey } from "./couriers/web-push-crypto.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import { namesInPolicy } from "./policy-settings.ts";
import {
  allChannels,
  allContacts,
  type ContactItem,
  contactBody,
  openedAddress,
  openedSecrets,
  policyItem,
} from "./setting-items.ts";

const accountOf = ({ actor }: Caller): string => actor.replace(/^account:/, "");

/** Where somebody is reached, as they say it themselves (本人联系方式), EF-4.2: the contact that names their account, made when there is none. */
export const createOwnContact = (deps: NotifyDeps, find: Notifications["contacts"]["find"]): Notifications["own"] => {
  const { access, seals, store } = deps;
  const itemOf = async (who: Caller): Promise<ContactItem | null> =>
    (await allContacts(access, who.tenant)).find(({ body }) => body.accountId === accountOf(who)) ?? null;

  /** Without addresses nobody is reached: whom the policy names keeps one. */
  const isNeeded = async (tenant: TenantId, id: string): Promise<boolean> =>
    namesInPolicy((await policyItem(access, tenant))?.policy ?? null, id);

  return {
    find: async (who) => {
      const item = await itemOf(who);
      return item === null ? null : find(who.tenant, item.id);
    },
    change: async (who, version, { set = {}, remove = [] }, at) => {
      const { tenant } = who;
      const item = await itemOf(who);
      const accountId = accountOf(who);
      // Two that make the first one at once make the same one: one of them is a conflict.
      const id = item?.id ?? `account-${accountId}`;
      // What another master key had sealed is gone: what is sent now takes its place.
      const before = item === null ? {} : (openedAddress(seals, tenant, "noticeContact", id, item.body.sealed) ?? {});
      const kept = Object.entries(before).filter(([member]) => !remove.includes(member as keyof NotifyAddress));
      const addresses: NotifyAddress = { ...Object.fromEntries(kept), ...set };
      if (Object.keys(addresses).length === 0 && (await isNeeded(tenant, id))) return { fault: "in-use" };
      const name = item?.body.name ?? (await deps.people.find(tenant, accountId))?.displayName ?? who.name;
      const verified = item?.body.verified;
      const made = contactBody(seals, tenant, id, { name, accountId, addresses });
      const what = [...Object.keys(set), ...remove.map((member) => `-${member}`)].join(" ");
      const outcome = await tryCommit({ store }, tenant, [
        itemWrite("noticeContact", id, verified === undefined ? made : { ...made, verified }, version),
        told(who, "notificationContact.changeOwn", `notificationContact:${id}`, "done", at, what),
      ]);
      if (outcome === "conflict") return { fault: "conflict" };
      const view = await find(tenant, id);
      return view === null ? { fault: "absent" } : { view };
    },
    pushKey: async (tenant) => {
      const items = (await allChannels(access, tenant)).filter(({ body }) => body.kind === "webPush" && body.isEnabled);
      for (const item of [...items].sort((a, b) => a.body.priority - b.body.priority || (a.id < b.id ? -1 : 1))) {
        const key = openedSecrets(seals, tenant, item)?.privateKey;
        if (key !== undefined) return vapidPublicKey(key);
      }
      return null;
    },
  };
};
