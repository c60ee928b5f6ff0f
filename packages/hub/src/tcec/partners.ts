import { randomUUID } from "node:crypto";
import type { TenantId } from "@dianan/model";
import { allOf, told, tryCommit } from "../ports/act.ts";
import type {
  TcecDirection,
  TcecDraft,
  TcecFaultOf,
  TcecPartners,
  TcecSecretSets,
  TcecSettings,
  TcecView,
} from "../ports/tcec.ts";
import type { Write } from "../ports/write.ts";
import {
  openedSets,
  type PartnerBody,
  type PartnerItem,
  partnerItem,
  partnerWrite,
  sealedSets,
} from "./partner-item.ts";
import { settingFault, settingsOf } from "./settings.ts";
import type { TcecDeps } from "./tcec-deps.ts";

/** Partners of one tenant. */
const PARTNERS_MAX = 50;

/** What became of a partner: those who work for it look again. */
export type PartnerChanges = {
  changed(tenant: TenantId, id: string): void;
  /** What goes with it when it goes, or when its secrets change. */
  droppedWith(tenant: TenantId, id: string, what: "tokens" | "all"): Promise<readonly Write[]>;
  refusalsOf(id: string): Pick<TcecView, "refused" | "lastRefusal">;
};

const lostSecrets: TcecFaultOf = {
  fault: "invalid",
  path: "/secrets",
  words: {
    en: "They were sealed with another master key: send all of them again.",
    zh: "密钥由另一主密钥封存,请重新提供全部密钥。",
  },
};

/** By which a partner is found when it calls. */
export const operatorLookup = (deps: Pick<TcecDeps, "hashOf">, operatorId: string): Uint8Array =>
  deps.hashOf(`tcec ${operatorId}`);

export const createTcecPartners = (deps: TcecDeps, changes: PartnerChanges): TcecPartners => {
  const { access, seals } = deps;
  const viewOf = ({ id, version, body }: PartnerItem): TcecView => ({
    ...settingsOf(body),
    ...{ id, version, secretsSet: body.secretsSet },
    ...changes.refusalsOf(id),
  });
  const find = async (tenant: TenantId, id: string): Promise<TcecView | null> => {
    const item = await partnerItem(access, tenant, id);
    return item === null ? null : viewOf(item);
  };
  const faultOf = async (settings: TcecSettings, secrets: TcecSecretSets): Promise<TcecFaultOf | null> => {
    const found = settingFault(settings, secrets, deps.platformCode, deps.isRange);
    if (found !== null) return { fault: "invalid", ...found };
    const refusal = settings.url === null ? null : await deps.outbound.check(settings.url);
    return refusal === "addressForbidden" ? { fault: "forbidden" } : null;
  };
  const bodyOf = (tenant: TenantId, id: string, settings: TcecSettings, secrets: TcecSecretSets): PartnerBody => ({
    ...settings,
    sealed: sealedSets(seals, tenant, id, secrets),
    secretsSet: Object.keys(secrets) as TcecDirection[],
  });
  const given = (secrets: TcecDraft["secrets"]): TcecSecretSets =>
    Object.fromEntries(Object.entries(secrets).filter(([, set]) => set !== null));
  /** One in the whole hub: a call says no more than its OperatorID. */
  const holderOf = async (operatorId: string): Promise<string | null> =>
    (await access.find("tcecPartner", operatorLookup(deps, operatorId)))?.id ?? null;

  return {
    list: async (tenant) => (await allOf(access, tenant, "tcecPartner")).map((item) => viewOf(item as PartnerItem)),
    find,
    add: async (who, { secrets: sent, ...draft }, at) => {
      const [settings, secrets] = [settingsOf(draft), given(sent)];
      const fault = await faultOf(settings, secrets);
      if (fault !== null) return fault;
      if ((await access.count(who.tenant, "tcecPartner")) >= PARTNERS_MAX) return { fault: "full" };
      if ((await holderOf(settings.operatorId)) !== null) return { fault: "taken" };
      const id = randomUUID();
      const body = bodyOf(who.tenant, id, settings, secrets);
      const done = await tryCommit(deps, who.tenant, [
        partnerWrite(id, body, operatorLookup(deps, settings.operatorId), 0),
        told(who, "tcecPartner.create", `tcecPartner:${id}`, "done", at, settings.role),
      ]);
      if (done === "conflict") return { fault: "taken" };
      changes.changed(who.tenant, id);
      const view = await find(who.tenant, id);
      return view === null ? { fault: "absent" } : { view };
    },
    change: async (who, id, version, { secrets: set, ...rest }, at) => {
      const item = await partnerItem(access, who.tenant, id);
      if (item === null) return { fault: "absent" };
      if (item.version !== version) return { fault: "conflict" };
      const before = openedSets(seals, item);
      // What cannot be read is not kept: all that it had must come anew.
      if (before === null && item.body.secretsSet.some((name) => !Object.hasOwn(set ?? {}, name))) return lostSecrets;
      const switches = { ...item.body.switches, ...rest.switches };
      const settings = settingsOf({ ...settingsOf(item.body), ...rest, switches });
      const secrets = given({ ...before, ...set });
      const fault = await faultOf(settings, secrets);
      if (fault !== null) return fault;
      const holder = await holderOf(settings.operatorId);
      if (holder !== null && holder !== id) return { fault: "taken" };
      const names = [...Object.keys(rest), ...Object.keys(set ?? {}).map((name) => `secrets.${name}`)];
      const ended = set?.incoming === undefined ? [] : await changes.droppedWith(who.tenant, id, "tokens");
      const done = await tryCommit(deps, who.tenant, [
        partnerWrite(id, bodyOf(who.tenant, id, settings, secrets), operatorLookup(deps, settings.operatorId), version),
        ...ended,
        told(who, "tcecPartner.change", `tcecPartner:${id}`, "done", at, names.join(" ")),
      ]);
      if (done === "conflict") return { fault: "conflict" };
      changes.changed(who.tenant, id);
      const view = await find(who.tenant, id);
      return view === null ? { fault: "absent" } : { view };
    },
    remove: async (who, id, at) => {
      if ((await partnerItem(access, who.tenant, id)) === null) return { fault: "absent" };
      const done = await tryCommit(deps, who.tenant, [
        { kind: "dropItem", item: "tcecPartner", id, must: true },
        ...(await changes.droppedWith(who.tenant, id, "all")),
        told(who, "tcecPartner.remove", `tcecPartner:${id}`, "done", at),
      ]);
      changes.changed(who.tenant, id);
      return done === "conflict" ? { fault: "absent" } : "done";
    },
  };
};
