import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import { allOf, told, tryCommit } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import { MapperError } from "../ports/mapper.ts";
import type {
  NewReceiver,
  ReceiverDraft,
  ReceiverFault,
  ReceiverSecrets,
  ReceiverSettings,
  Receivers,
  ReceiverView,
} from "../ports/receivers.ts";
import type { Write } from "../ports/write.ts";
import type { Inbox } from "./inbox.ts";
import { tryMapping } from "./mapped.ts";
import type { PlatformLinks } from "./platform-links.ts";
import type { ReceiveDeps } from "./receive-deps.ts";
import {
  addressItems,
  addressWrite,
  openedSecrets,
  type ReceiverBody,
  type ReceiverItem,
  receiverItem,
  receiverWrite,
  sealedSecrets,
} from "./receiver-item.ts";
import { settingFault } from "./settings.ts";

/** Receivers of one tenant. */
const RECEIVERS_MAX = 50;
/** Addresses of a receiver that work at once, the new one too. */
const ADDRESSES_MAX = 3;
/** How long the address before takes pushes beside a new one. */
const OVERLAP_MS = 24 * 3_600_000;

const settingsOf = (draft: ReceiverDraft): ReceiverSettings => ({
  name: draft.name,
  platform: draft.platform,
  // A mapping says itself whose a push is.
  deviceKey: draft.deviceKey ?? "deviceId",
  payload: draft.payload,
  sources: draft.sources ?? [],
  isEnabled: draft.isEnabled ?? true,
  switches: draft.switches ?? {},
  commands: draft.commands ?? null,
});

const lostSecrets: ReceiverFault = {
  fault: "invalid",
  path: "/secrets",
  words: {
    en: "They were sealed with another master key: send all of them again.",
    zh: "密钥由另一主密钥封存,请重新提供全部密钥。",
  },
};

const noDeviceKey: ReceiverFault = {
  fault: "invalid",
  path: "/deviceKey",
  words: {
    en: "Say which of the platform's names of a device is the hub's.",
    zh: "请指明以平台的哪个标识对应设备。",
  },
};

/** @param inbox - what it knows of each receiver's pushes */
export const createReceivers = (
  deps: ReceiveDeps,
  inbox: Pick<Inbox, "pushes" | "lastOf" | "refusalsOf" | "replay">,
  links: Pick<PlatformLinks, "end" | "errorOf">,
): Receivers => {
  const { access, seals, store } = deps;

  const viewOf = async ({ tenant, id, version, body }: ReceiverItem): Promise<ReceiverView> => ({
    ...settingsOf(body),
    id,
    version,
    secretsSet: body.secretsSet,
    lastPushAt: await inbox.lastOf(tenant, id),
    ...inbox.refusalsOf(id),
    commandError: links.errorOf(id),
  });
  const find = async (tenant: TenantId, id: string): Promise<ReceiverView | null> => {
    const item = await receiverItem(access, tenant, id);
    return item === null ? null : viewOf(item);
  };
  const expressionFault = async (tenant: TenantId, expression: string): Promise<ReceiverFault | null> => {
    try {
      const wrong = await deps.mapper.check({ tenant, name: "trial" }, expression);
      return wrong === null ? null : { fault: "invalid", path: "/payload/expression", words: wrong.message };
    } catch (error) {
      if (error instanceof MapperError) return { fault: "busy" };
      throw error;
    }
  };
  const faultOf = async (
    tenant: TenantId,
    settings: ReceiverSettings,
    secrets: ReceiverSecrets,
  ): Promise<ReceiverFault | null> => {
    const found = settingFault(settings, secrets, deps.protocols, deps.isRange);
    if (found !== null) return { fault: "invalid", ...found };
    const { expression } = settings.payload;
    const unreadable = expression === undefined ? null : await expressionFault(tenant, expression);
    if (unreadable !== null) return unreadable;
    const refusal = settings.commands === null ? null : await deps.outbound.check(settings.commands.url);
    return refusal === "addressForbidden" ? { fault: "forbidden" } : null;
  };
  const bodyOf = (
    tenant: TenantId,
    id: string,
    settings: ReceiverSettings,
    secrets: ReceiverSecrets,
  ): ReceiverBody => ({
    ...settings,
    sealed: sealedSecrets(seals, tenant, id, secrets),
    secretsSet: Object.keys(secrets).sort(),
  });
  const made = async (tenant: TenantId, id: string, secret: string): Promise<NewReceiver | ReceiverFault> => {
    const view = await find(tenant, id);
    return view === null ? { fault: "absent" } : { view, secret };
  };
  const newAddress = (id: string): { readonly secret: string; readonly write: Write } => {
    const secret = deps.newSecret();
    return { secret, write: addressWrite(id, randomUUID(), deps.hashOf(secret), null, 0) };
  };

  const rotated = async (who: Caller, id: string, now: Instant): Promise<readonly Write[] | "full"> => {
    const live = (await addressItems(access, who.tenant, id)).filter(({ expiresAt }) => (expiresAt ?? now + 1) > now);
    if (live.length >= ADDRESSES_MAX) return "full";
    return live.flatMap(({ id: place, lookup, expiresAt, version }) =>
      expiresAt !== null || lookup === null
        ? []
        : [addressWrite(id, place.slice(id.length + 1), lookup, (now + OVERLAP_MS) as Instant, version)],
    );
  };

  return {
    list: async (tenant) =>
      Promise.all((await allOf(access, tenant, "receiver")).map((item) => viewOf(item as ReceiverItem))),
    find,
    add: async (who, draft, at) => {
      if (draft.deviceKey === undefined && draft.platform !== "mapping") return noDeviceKey;
      const [settings, secrets] = [settingsOf(draft), draft.secrets ?? {}];
      const fault = await faultOf(who.tenant, settings, secrets);
      if (fault !== null) return fault;
      if ((await access.count(who.tenant, "receiver")) >= RECEIVERS_MAX) return { fault: "full" };
      const id = randomUUID();
      const { secret, write } = newAddress(id);
      await store.commit({
        tenant: who.tenant,
        writes: [
          receiverWrite(id, bodyOf(who.tenant, id, settings, secrets), 0),
          write,
          told(who, "receiver.create", `receiver:${id}`, "done", at, settings.platform),
        ],
      });
      return made(who.tenant, id, secret);
    },
    change: async (who, id, version, { secrets: set, ...rest }, at) => {
      const item = await receiverItem(access, who.tenant, id);
      if (item === null) return { fault: "absent" };
      if (item.version !== version) return { fault: "conflict" };
      const before = openedSecrets(seals, item);
      // What cannot be read is not kept: all that it had must come anew.
      if (before === null && item.body.secretsSet.some((name) => !Object.hasOwn(set ?? {}, name))) return lostSecrets;
      const settings = settingsOf({ ...settingsOf(item.body), ...rest });
      const given = Object.entries({ ...before, ...set }).filter(([, secret]) => secret !== null);
      const secrets: ReceiverSecrets = Object.fromEntries(given);
      const fault = await faultOf(who.tenant, settings, secrets);
      if (fault !== null) return fault;
      const names = [...Object.keys(rest), ...Object.keys(set ?? {}).map((name) => `secrets.${name}`)];
      const done = await tryCommit(deps, who.tenant, [
        receiverWrite(id, bodyOf(who.tenant, id, settings, secrets), version),
        told(who, "receiver.change", `receiver:${id}`, "done", at, names.join(" ")),
      ]);
      if (done === "conflict") return { fault: "conflict" };
      links.end(id);
      const view = await find(who.tenant, id);
      return view === null ? { fault: "absent" } : { view };
    },
    remove: async (who, id, at) => {
      const item = await receiverItem(access, who.tenant, id);
      if (item === null) return { fault: "absent" };
      const addresses = (await addressItems(access, who.tenant, id)).map(
        ({ id: place }) => ({ kind: "dropItem", item: "receiverAddress", id: place, must: false }) as const,
      );
      const done = await tryCommit(deps, who.tenant, [
        { kind: "dropItem", item: "receiver", id, must: true },
        ...addresses,
        told(who, "receiver.remove", `receiver:${id}`, "done", at),
      ]);
      links.end(id);
      return done === "conflict" ? { fault: "absent" } : "done";
    },
    rotate: async (who, id, at) => {
      const item = await receiverItem(access, who.tenant, id);
      if (item === null) return { fault: "absent" };
      const before = await rotated(who, id, at.now);
      if (before === "full") return { fault: "full" };
      const { secret, write } = newAddress(id);
      const entry = told(who, "receiver.rotate", `receiver:${id}`, "done", at);
      const done = await tryCommit(deps, who.tenant, [...before, write, entry]);
      return done === "conflict" ? { fault: "conflict" } : made(who.tenant, id, secret);
    },
    replay: async (who, id, pushId, at) => {
      if ((await receiverItem(access, who.tenant, id)) === null) return "absent";
      const entry = told(who, "push.replay", `receiver:${id}`, "done", at, pushId);
      return inbox.replay(who.tenant, id, pushId, entry);
    },
    trial: (tenant, ask) => tryMapping(deps, tenant, ask),
    pushes: async (tenant, id, query) =>
      (await receiverItem(access, tenant, id)) === null ? null : inbox.pushes(tenant, id, query),
  };
};
