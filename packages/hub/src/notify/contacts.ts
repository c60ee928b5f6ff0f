import { randomUUID } from "node:crypto";
import type { TenantId } from "@dianan/model";
import { maskName } from "@dianan/sharing";
import { itemWrite, told, tryCommit } from "../ports/act.ts";
import type { ContactDraft, ContactView, Notifications, NotifyFault } from "../ports/notifications.ts";
import type { NotifyAddress } from "../ports/notify-courier.ts";
import type { CourierBook } from "./courier-book.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import { namesInPolicy } from "./policy-settings.ts";
import { allContacts, type ContactItem, contactBody, contactItem, openedAddress, policyItem } from "./setting-items.ts";
import { verifiedAt } from "./verification.ts";

/** Contacts of one tenant. */
const CONTACTS_MAX = 2_000;

const unreadable: NotifyFault = {
  fault: "invalid",
  path: "/addresses",
  words: {
    en: "They were sealed with another master key: send all of them again.",
    zh: "地址由另一主密钥封存,请重新提供全部地址。",
  },
};

/** Contacts of notices (通知联系人): their addresses are sealed and come out masked (SEC-PII-02, -03). */
export const createContacts = (deps: NotifyDeps, book: CourierBook): Notifications["contacts"] => {
  const { access, seals, store } = deps;

  const addressOf = ({ tenant, id, body }: ContactItem): NotifyAddress | null =>
    openedAddress(seals, tenant, "noticeContact", id, body.sealed);
  const viewOf = async (item: ContactItem): Promise<ContactView> => {
    const { name, accountId, phone, mail, addressesSet } = item.body;
    const channels = await book.channelsOf(item.tenant, addressOf(item) ?? {});
    return {
      ...{ id: item.id, version: item.version, name: maskName(name), accountId, phone, mail, addressesSet },
      channels,
      phoneVerifiedAt: verifiedAt(deps, item, addressOf(item), "phone"),
      mailVerifiedAt: verifiedAt(deps, item, addressOf(item), "mail"),
    };
  };
  const find = async (tenant: TenantId, id: string): Promise<ContactView | null> => {
    const item = await contactItem(access, tenant, id);
    return item === null ? null : viewOf(item);
  };
  const accountFault = async (
    tenant: TenantId,
    { accountId = null }: Pick<ContactDraft, "accountId">,
  ): Promise<NotifyFault | null> =>
    accountId === null || (await deps.people.find(tenant, accountId)) !== null
      ? null
      : { fault: "invalid", path: "/accountId", words: { en: "There is no such account.", zh: "没有此账号。" } };
  const viewed = async (tenant: TenantId, id: string): Promise<{ readonly view: ContactView } | NotifyFault> => {
    const view = await find(tenant, id);
    return view === null ? { fault: "absent" } : { view };
  };

  return {
    list: async (tenant) => Promise.all((await allContacts(access, tenant)).map(viewOf)),
    find,
    add: async (who, { name, accountId = null, addresses }, at) => {
      const { tenant } = who;
      const wrong = await accountFault(tenant, { accountId });
      if (wrong !== null) return wrong;
      if ((await access.count(tenant, "noticeContact")) >= CONTACTS_MAX) return { fault: "full" };
      const id = randomUUID();
      const body = contactBody(seals, tenant, id, { name, accountId, addresses });
      await store.commit({
        tenant,
        writes: [
          itemWrite("noticeContact", id, body, 0),
          told(who, "notificationContact.create", `notificationContact:${id}`, "done", at),
        ],
      });
      return viewed(tenant, id);
    },
    change: async (who, id, version, set, at) => {
      const { tenant } = who;
      const item = await contactItem(access, tenant, id);
      if (item === null) return { fault: "absent" };
      const wrong = await accountFault(tenant, set);
      if (wrong !== null) return wrong;
      const addresses = set.addresses ?? addressOf(item);
      if (addresses === null) return unreadable;
      const { name, accountId } = { ...item.body, ...set };
      const made = contactBody(seals, tenant, id, { name, accountId, addresses });
      const { verified } = item.body;
      const body = verified === undefined ? made : { ...made, verified };
      const entry = told(
        who,
        "notificationContact.change",
        `notificationContact:${id}`,
        "done",
        at,
        Object.keys(set).join(" "),
      );
      if ((await tryCommit({ store }, tenant, [itemWrite("noticeContact", id, body, version), entry])) === "conflict")
        return { fault: "conflict" };
      return viewed(tenant, id);
    },
    remove: async (who, id, at) => {
      const { tenant } = who;
      if ((await contactItem(access, tenant, id)) === null) return { fault: "absent" };
      // Whom the policy names is not taken away from under it: nobody would be told.
      if (namesInPolicy((await policyItem(access, tenant))?.policy ?? null, id)) return { fault: "in-use" };
      const done = await tryCommit({ store }, tenant, [
        { kind: "dropItem", item: "noticeContact", id, must: true },
        told(who, "notificationContact.remove", `notificationContact:${id}`, "done", at),
      ]);
      return done === "done" ? "done" : { fault: "absent" };
    },
  };
};
