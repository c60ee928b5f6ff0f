import { randomInt, timingSafeEqual } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { SendOutcome } from "../core/notify-attempt.ts";
import type { NotifyChannel } from "../core/notify-policy.ts";
import { fault } from "../core/setting-fault.ts";
import { itemWrite, told, tryCommit } from "../ports/act.ts";
import type { Notifications, NotifyFault, VerifiableMember } from "../ports/notifications.ts";
import type { NotifyAddress } from "../ports/notify-courier.ts";
import type { CourierBook, CourierWay } from "./courier-book.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import { type ContactItem, contactItem, openedAddress } from "./setting-items.ts";
import { testNotice } from "./test-notice.ts";

/** A code is taken so long, and so many wrong ones before it is not taken at all. */
const CODE_MS = 10 * 60_000;
const TRIES_MAX = 5;
/** Nobody is sent codes one after the other. */
const AGAIN_MS = 60_000;
const SEND_MS = 15_000;

type Hashing = Pick<NotifyDeps, "numberHash">;

/** When an address of a contact was verified; null: it was not, or is another one since. */
export const verifiedAt = (
  { numberHash }: Hashing,
  { body }: Pick<ContactItem, "body">,
  address: NotifyAddress | null,
  member: VerifiableMember,
): Instant | null => {
  const kept = body.verified?.[member];
  const now = address?.[member];
  return kept !== undefined && now !== undefined && kept.of === numberHash(now) ? kept.at : null;
};

/** The address that a channel uses and that can be verified; null: it uses another one. */
const memberOf = (channel: NotifyChannel): VerifiableMember | null =>
  channel === "sms" || channel === "voice" ? "phone" : channel === "mail" ? "mail" : null;

/** Whether nothing says against telling a contact by a channel: its address is verified, or of a kind that is not. */
export const isVerifiedFor = (
  deps: Hashing,
  item: Pick<ContactItem, "body">,
  address: NotifyAddress,
  channel: NotifyChannel,
): boolean => {
  const member = memberOf(channel);
  return member === null || verifiedAt(deps, item, address, member) !== null;
};

/** A code goes to an address, and comes back from who has it (联系方式验证): a number with a slip of the pen is found before a fire. */
export const createVerification = (
  deps: NotifyDeps,
  book: CourierBook,
  find: Notifications["contacts"]["find"],
): Notifications["verification"] => {
  const { access, seals, store, clock } = deps;
  const idOf = (id: string, member: VerifiableMember): string => `${id}.${member}`;
  const hashOf = (id: string, member: VerifiableMember, code: string): string =>
    deps.numberHash(`code ${id} ${member} ${code}`);
  const addressFault = (zh: string, en: string): NotifyFault => ({ fault: "invalid", ...fault("/address", en, zh) });
  const codeFault = (): NotifyFault => ({
    fault: "invalid",
    ...fault("/code", "It is not the code, or has ended: ask for another.", "验证码不正确或已失效,请重新获取。"),
  });

  const carry = (
    { courier }: CourierWay,
    address: NotifyAddress,
    code: string,
    stop: AbortSignal,
  ): Promise<SendOutcome> => {
    if (courier.post !== undefined) {
      const text = `您的联系方式验证码为 ${code},10 分钟内有效。\nYour code is ${code}; it is good for 10 minutes.`;
      const letter = { id: `code-${clock()}`, subject: `验证码 Code ${code}`, text, files: [], short: null };
      return courier.post(address.mail ?? "", letter, stop);
    }
    const notice = testNotice(address, clock());
    const facts = { ...notice.facts, type: "联系方式验证", class: "验证", code };
    // The template of code variables: no other one is sure to carry it.
    return courier.send({ ...notice, facts, isFallback: true }, stop);
  };
  const known = async (
    tenant: TenantId,
    id: string,
    member: VerifiableMember,
  ): Promise<{ readonly item: ContactItem; readonly address: NotifyAddress; readonly value: string } | NotifyFault> => {
    const item = await contactItem(access, tenant, id);
    if (item === null) return { fault: "absent" };
    const address = openedAddress(seals, tenant, "noticeContact", id, item.body.sealed);
    const value = address?.[member];
    return address === null || value === undefined
      ? addressFault("该联系人没有此类地址。", "The contact has no such address.")
      : { item, address, value };
  };

  return {
    begin: async (who, id, member, at) => {
      const { tenant } = who;
      const found = await known(tenant, id, member);
      if ("fault" in found) return found;
      const before = await access.item(tenant, "noticeCode", idOf(id, member));
      if (before !== null && Number(before.body.sentAt) > at.now - AGAIN_MS) return { fault: "soon" };
      const ways = await book.open(tenant, member === "mail" ? "mail" : "sms", found.address);
      if (ways.length === 0) return addressFault("没有可送达此地址的渠道。", "No channel reaches this address.");
      const code = String(randomInt(1_000_000)).padStart(6, "0");
      const body = { hash: hashOf(id, member, code), of: deps.numberHash(found.value), sentAt: at.now, tries: 0 };
      await store.commit({
        tenant,
        writes: [
          itemWrite("noticeCode", idOf(id, member), body, null, { expiresAt: (at.now + CODE_MS) as Instant }),
          told(who, "notificationContact.verify", `notificationContact:${id}`, "done", at, member),
        ],
      });
      let outcome: SendOutcome = { kind: "refused", code: "no-courier", retry: "later" };
      for (const way of ways) {
        outcome = await carry(way, found.address, code, AbortSignal.timeout(SEND_MS));
        await book.told(tenant, way.id, outcome);
        if (outcome.kind !== "refused") break;
      }
      return outcome;
    },
    confirm: async (who, id, member, code, at) => {
      const { tenant } = who;
      const found = await known(tenant, id, member);
      if ("fault" in found) return found;
      const kept = await access.item(tenant, "noticeCode", idOf(id, member));
      const { hash, of, tries, sentAt } = kept?.body ?? {};
      const isLive = kept !== null && Number(sentAt) > at.now - CODE_MS && Number(tries) < TRIES_MAX;
      // The address may have been changed since the code went out.
      if (!isLive || of !== deps.numberHash(found.value)) return codeFault();
      const [given, right] = [Buffer.from(hashOf(id, member, code)), Buffer.from(String(hash))];
      if (given.length !== right.length || !timingSafeEqual(given, right)) {
        const next = { ...kept.body, tries: Number(tries) + 1 };
        await tryCommit({ store }, tenant, [
          itemWrite("noticeCode", kept.id, next, kept.version, { expiresAt: kept.expiresAt ?? at.now }),
          told(who, "notificationContact.verified", `notificationContact:${id}`, "denied", at, member),
        ]);
        return codeFault();
      }
      const { item } = found;
      const verified = { ...item.body.verified, [member]: { at: at.now, of: String(of) } };
      const done = await tryCommit({ store }, tenant, [
        itemWrite("noticeContact", id, { ...item.body, verified }, item.version),
        { kind: "dropItem", item: "noticeCode", id: kept.id, must: true },
        told(who, "notificationContact.verified", `notificationContact:${id}`, "done", at, member),
      ]);
      if (done === "conflict") return { fault: "conflict" };
      const view = await find(tenant, id);
      return view === null ? { fault: "absent" } : { view };
    },
  };
};
