import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import { allOf, told, tryCommit } from "../ports/act.ts";
import type {
  TcecCheckView,
  TcecDirection,
  TcecDraft,
  TcecFaultOf,
  TcecPartners,
  TcecPullView,
  TcecPushView,
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
import { type PushItem, type PushState, pushRows, replayWrites } from "./push-rows.ts";
import { settingFault, settingsOf } from "./settings.ts";
import type { TcecDeps } from "./tcec-deps.ts";

/** Partners of one tenant. */
const PARTNERS_MAX = 50;
/** So far waiting pushes are counted. */
const COUNTED_MAX = 1_000;
/** Pushes on one page, and of one replay. */
const PAGE_MAX = 500;

/** What became of a partner: those who work for it look again. */
export type PartnerChanges = {
  changed(tenant: TenantId, id: string): Promise<void>;
  /** What goes with it when it goes, or when its secrets change. */
  droppedWith(tenant: TenantId, id: string, what: "tokens" | "all"): Promise<readonly Write[]>;
  lastPull(tenant: TenantId, id: string): Promise<TcecPullView | null>;
  /** False: it is not one that we ask. */ pull(id: string): boolean;
  check(item: PartnerItem, from: Instant, to: Instant): Promise<TcecCheckView | TcecFaultOf>;
  /** Since the hub started. */
  stateOf(id: string): Pick<TcecView, "refused" | "lastRefusal" | "lastOkAt" | "lastError">;
};

const lostSecrets: TcecFaultOf = {
  fault: "invalid",
  path: "/secrets",
  words: {
    en: "They were sealed with another master key: send all of them again.",
    zh: "密钥由另一主密钥封存,请重新提供全部密钥。",
  },
};

const pushView = (
  { id, row: { partnerId, matter, queuedAt, reason, endedAt } }: PushItem,
  state: PushState,
): TcecPushView => ({
  ...{ id: id.slice(partnerId.length + 1), kind: matter.kind, connectorId: matter.connectorId },
  sessionId: matter.kind === "status" ? null : matter.sessionId,
  status: matter.kind === "status" ? matter.status : null,
  ...{ queuedAt: queuedAt as Instant, state, reason: reason ?? null, endedAt: (endedAt ?? null) as Instant | null },
});

/** By which a partner is found when it calls. */
export const operatorLookup = (deps: Pick<TcecDeps, "hashOf">, operatorId: string): Uint8Array =>
  deps.hashOf(`tcec ${operatorId}`);

/** @param queued - told when a partner's queue has grown */
export const createTcecPartners = (
  deps: TcecDeps,
  changes: PartnerChanges,
  queued: (partnerId: string) => void,
): TcecPartners => {
  const { access, seals, store } = deps;
  const countOf = async (tenant: TenantId, id: string, state: PushState): Promise<number> =>
    (await pushRows(access, tenant, id, state, "", COUNTED_MAX)).length;
  const viewOf = async ({ tenant, id, version, body }: PartnerItem): Promise<TcecView> => {
    const [pending, dead] = [await countOf(tenant, id, "pending"), await countOf(tenant, id, "dead")];
    const lastPull = await changes.lastPull(tenant, id);
    const { secretsSet } = body;
    return { ...settingsOf(body), id, version, secretsSet, ...changes.stateOf(id), pending, dead, lastPull };
  };
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
    list: async (tenant) =>
      Promise.all((await allOf(access, tenant, "tcecPartner")).map((item) => viewOf(item as PartnerItem))),
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
      await changes.changed(who.tenant, id);
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
      await changes.changed(who.tenant, id);
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
      await changes.changed(who.tenant, id);
      return done === "conflict" ? { fault: "absent" } : "done";
    },
    pushes: async (tenant, id, { state, after, limit: asked }) => {
      if ((await partnerItem(access, tenant, id)) === null) return null;
      const limit = Math.min(asked, PAGE_MAX);
      const from = after === null ? "" : `${id}/${after}`;
      const found = await pushRows(access, tenant, id, state, from, limit + 1);
      const items = found.slice(0, limit).map((push) => pushView(push, state));
      return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
    pull: async (who, id, at) => {
      if ((await partnerItem(access, who.tenant, id)) === null) return { fault: "absent" };
      if (!changes.pull(id)) return { fault: "notAsked" };
      const entry = told(who, "tcecPartner.pull", `tcecPartner:${id}`, "done", at);
      await store.commit({ tenant: who.tenant, writes: [entry] });
      return "done";
    },
    check: async (who, id, { from, to }, at) => {
      const item = await partnerItem(access, who.tenant, id);
      if (item === null) return { fault: "absent" };
      const found = await changes.check(item, from, to);
      const said =
        "fault" in found
          ? (["failed", found.fault] as const)
          : (["done", `${found.orders} ${found.disputed.length}`] as const);
      const entry = told(who, "tcecPartner.check", `tcecPartner:${id}`, said[0], at, said[1]);
      await store.commit({ tenant: who.tenant, writes: [entry] });
      return found;
    },
    replay: async (who, id, at) => {
      if ((await partnerItem(access, who.tenant, id)) === null) return null;
      const dead = await pushRows(access, who.tenant, id, "dead", "", PAGE_MAX);
      await store.commit({
        tenant: who.tenant,
        writes: [
          ...dead.flatMap((push) => replayWrites(push, at.now)),
          told(who, "tcecPartner.replay", `tcecPartner:${id}`, "done", at, String(dead.length)),
        ],
      });
      queued(id);
      return dead.length;
    },
  };
};
