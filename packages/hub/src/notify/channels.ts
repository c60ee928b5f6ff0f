import { randomBytes, randomUUID } from "node:crypto";
import type { TenantId } from "@dianan/model";
import { fault, type SettingFault } from "../core/setting-fault.ts";
import { itemWrite, told, tryCommit } from "../ports/act.ts";
import type { ChannelDraft, ChannelView, NewChannel, Notifications, NotifyFault } from "../ports/notifications.ts";
import type { Write } from "../ports/write.ts";
import type { CourierBook } from "./courier-book.ts";
import { courierForms, createCourier } from "./couriers/create-courier.ts";
import { isVapidKey } from "./couriers/web-push-crypto.ts";
import type { NotifyDeps } from "./notify-deps.ts";
import { namesInPolicy } from "./policy-settings.ts";
import { linkHash } from "./sender.ts";
import {
  allChannels,
  type ChannelBody,
  type ChannelItem,
  channelItem,
  contactItem,
  openedAddress,
  openedSecrets,
  policyItem,
  sealedSecrets,
} from "./setting-items.ts";
import { testNotice } from "./test-notice.ts";

/** Channel settings of one tenant. */
const CHANNELS_MAX = 50;

type Values = { readonly [name: string]: string };

const valuesFault = (given: Values, names: readonly string[], path: string): SettingFault | null => {
  const known = names.map((name) => name.replace("?", ""));
  const stranger = Object.keys(given).find((name) => !known.includes(name));
  if (stranger !== undefined)
    return fault(
      `${path}/${stranger}`,
      `This kind takes ${known.join(", ")}.`,
      `该类渠道的设置项为 ${known.join("、")}。`,
    );
  const missing = names.find((name) => !name.endsWith("?") && (given[name] ?? "") === "");
  return missing === undefined ? null : fault(`${path}/${missing}`, "It is needed.", "此项必填。");
};

/** Ways by which notices go (通知渠道设置): secrets are sealed and never come out. */
export const createChannels = (deps: NotifyDeps, book: CourierBook): Notifications["channels"] => {
  const { access, seals, store } = deps;

  const viewOf = (item: ChannelItem): ChannelView => {
    const { sealed: _, ...body } = item.body as ChannelBody;
    const { channel } = courierForms[body.kind];
    return { ...body, id: item.id, version: item.version, channel, ...book.state(item.id) };
  };
  const find = async (tenant: TenantId, id: string): Promise<ChannelView | null> => {
    const item = await channelItem(access, tenant, id);
    return item === null ? null : viewOf(item);
  };
  const faultOf = async (
    body: Omit<ChannelBody, "sealed" | "secretsSet">,
    secrets: Values,
  ): Promise<NotifyFault | null> => {
    const form = courierForms[body.kind];
    const wrong =
      valuesFault(body.options, form.options, "/options") ??
      valuesFault(secrets, form.secrets, "/secrets") ??
      (form.hasTemplates && body.templates.length === 0 && body.fallbackTemplate === null
        ? fault(
            "/fallbackTemplate",
            "This provider sends approved templates only: give at least the fallback.",
            "该服务商只发送已审核的模板,至少应提供兜底模板。",
          )
        : null) ??
      (body.kind === "webPush" && !isVapidKey(secrets.privateKey ?? "")
        ? fault(
            "/secrets/privateKey",
            "A private key of VAPID: 32 bytes of base64url.",
            "应为 VAPID 私钥(32 字节 base64url)。",
          )
        : null);
    if (wrong !== null) return { fault: "invalid", ...wrong };
    const { endpoint, url } = body.options;
    for (const [name, address] of Object.entries({ endpoint, url })) {
      if (address === undefined) continue;
      const isAddress = URL.canParse(address);
      if (!isAddress) return { fault: "invalid", ...fault(`/options/${name}`, "It is no address.", "不是有效地址。") };
      if ((await deps.outbound.check(address)) === "addressForbidden") return { fault: "forbidden" };
    }
    try {
      createCourier({ ...body, secrets }, deps.outbound).close?.();
      return null;
    } catch (error) {
      const why = error instanceof Error ? error.message : "?";
      return { fault: "invalid", ...fault("/secrets", `They do not fit: ${why}.`, `密钥格式不符:${why}。`) };
    }
  };
  const address = (id: string): { readonly address: string; readonly write: Write } => {
    const secret = `dr_${randomBytes(32).toString("base64url")}`;
    // One of each setting: a new one takes the place of the one before.
    return {
      address: secret,
      write: itemWrite("noticeAddress", id, { channelId: id }, null, { lookup: linkHash(secret) }),
    };
  };
  const made = async (tenant: TenantId, id: string, secret: string): Promise<NewChannel | NotifyFault> => {
    const view = await find(tenant, id);
    return view === null ? { fault: "absent" } : { view, address: secret };
  };

  return {
    list: async (tenant) => (await allChannels(access, tenant)).map(viewOf),
    find,
    add: async (who, draft: ChannelDraft, at) => {
      const { tenant } = who;
      const { secrets = {}, ...rest } = draft;
      const settings = {
        ...{ options: {}, templates: [], fallbackTemplate: null, caps: null, priority: 0, isEnabled: true },
        ...rest,
      };
      const wrong = await faultOf(settings, secrets);
      if (wrong !== null) return wrong;
      if ((await access.count(tenant, "noticeChannel")) >= CHANNELS_MAX) return { fault: "full" };
      const id = randomUUID();
      const body = {
        ...settings,
        sealed: sealedSecrets(seals, tenant, id, secrets),
        secretsSet: Object.keys(secrets).sort(),
      };
      const back = address(id);
      const entry = told(who, "notificationChannel.create", `notificationChannel:${id}`, "done", at, draft.kind);
      await store.commit({ tenant, writes: [itemWrite("noticeChannel", id, body, 0), back.write, entry] });
      book.changed(tenant);
      return made(tenant, id, back.address);
    },
    change: async (who, id, version, { secrets: given, ...set }, at) => {
      const { tenant } = who;
      const item = await channelItem(access, tenant, id);
      if (item === null) return { fault: "absent" };
      const secrets = given ?? openedSecrets(seals, tenant, item);
      if (secrets === null)
        return {
          fault: "invalid",
          ...fault(
            "/secrets",
            "They were sealed with another master key: send all of them again.",
            "密钥由另一主密钥封存,请重新提供全部密钥。",
          ),
        };
      const { sealed: _, secretsSet: __, ...before } = item.body as ChannelBody;
      const settings = { ...before, ...set };
      const wrong = await faultOf(settings, secrets);
      if (wrong !== null) return wrong;
      const body = {
        ...settings,
        sealed: sealedSecrets(seals, tenant, id, secrets),
        secretsSet: Object.keys(secrets).sort(),
      };
      const members = Object.keys({ ...set, ...(given === undefined ? {} : { secrets: 1 }) }).join(" ");
      const entry = told(who, "notificationChannel.change", `notificationChannel:${id}`, "done", at, members);
      if ((await tryCommit({ store }, tenant, [itemWrite("noticeChannel", id, body, version), entry])) === "conflict")
        return { fault: "conflict" };
      book.changed(tenant);
      const view = await find(tenant, id);
      return view === null ? { fault: "absent" } : { view };
    },
    remove: async (who, id, at) => {
      const { tenant } = who;
      if ((await channelItem(access, tenant, id)) === null) return { fault: "absent" };
      if (namesInPolicy((await policyItem(access, tenant))?.policy ?? null, id)) return { fault: "in-use" };
      const done = await tryCommit({ store }, tenant, [
        { kind: "dropItem", item: "noticeChannel", id, must: true },
        { kind: "dropItem", item: "noticeAddress", id, must: false },
        told(who, "notificationChannel.remove", `notificationChannel:${id}`, "done", at),
      ]);
      book.changed(tenant);
      return done === "done" ? "done" : { fault: "absent" };
    },
    rotate: async (who, id, at) => {
      const { tenant } = who;
      if ((await channelItem(access, tenant, id)) === null) return { fault: "absent" };
      const back = address(id);
      const entry = told(who, "notificationChannel.rotate", `notificationChannel:${id}`, "done", at);
      await store.commit({ tenant, writes: [back.write, entry] });
      return made(tenant, id, back.address);
    },
    test: async (who, id, contactId, at) => {
      const { tenant } = who;
      const [way, contact] = [await book.way(tenant, id), await contactItem(access, tenant, contactId)];
      if ((await channelItem(access, tenant, id)) === null) return { fault: "absent" };
      const to =
        contact === null ? null : openedAddress(seals, tenant, "noticeContact", contactId, contact.body.sealed);
      if (to === null)
        return { fault: "invalid", ...fault("/contactId", "There is no such contact.", "没有此通知联系人。") };
      if (way === null || !way.courier.reaches(to))
        return {
          fault: "invalid",
          ...fault(
            "/contactId",
            "This channel is off, or reaches no address of the contact.",
            "该渠道已停用,或联系人没有可用的地址。",
          ),
        };
      const outcome = await way.courier.send(testNotice(to, deps.clock()), AbortSignal.timeout(15_000));
      await store.commit({
        tenant,
        writes: [told(who, "notificationChannel.test", `notificationChannel:${id}`, "done", at, outcome.kind)],
      });
      return outcome;
    },
  };
};
