import { randomUUID } from "node:crypto";
import type { TenantId } from "@dianan/model";
import { masked } from "@dianan/sharing";
import { sharedRecord } from "../core/shared-record.ts";
import { told, tryCommit } from "../ports/act.ts";
import type { Caller, Circumstance } from "../ports/caller.ts";
import type { DestinationDraft, DestinationView, Sharing, SharingFault, SharingOutcome } from "../ports/sharing.ts";
import type { Write } from "../ports/write.ts";
import { centreUrl, wholeCentre } from "./centre-settings.ts";
import type { Couriers } from "./couriers.ts";
import {
  DESTINATIONS_MAX,
  type DestinationBody,
  type DestinationItem,
  destinationItem,
  destinationItems,
  destinationWrite,
  openedCredentials,
  owedKinds,
  sealedCredentials,
  settingsOf,
} from "./destination-item.ts";
import { mappingFault } from "./push-mapping.ts";
import { type Credentials, changedCredentials, owedAgain, settingFault } from "./settings.ts";
import { createShaping } from "./shaping.ts";
import type { SharingDeps } from "./sharing-deps.ts";

const lostCredentials: SharingFault = {
  fault: "invalid",
  path: "/secret",
  words: {
    en: "Its credentials were sealed with another master key: send secret and headers again.",
    zh: "其凭证由另一主密钥封存,请重新提供 secret 和 headers。",
  },
};

const otherForm: SharingFault = {
  fault: "invalid",
  path: "/form",
  words: { en: "A destination keeps its form: make another one.", zh: "形式不可修改,请另建目的地。" },
};
const unknownUnit = (index: number): SharingFault => ({
  fault: "invalid",
  path: `/centre/unitIds/${index}`,
  words: { en: "There is no such unit.", zh: "没有此单位。" },
});

/** Destinations as data: made, changed, paused and removed while the hub runs, each act with its audit entry. */
export const createDestinations = (deps: SharingDeps, couriers: Couriers): Sharing => {
  const { access, outbox, store, seals, centres } = deps;

  /** Null: it was removed after it was read. */
  const viewOf = async ({ tenant, id, version, body }: DestinationItem): Promise<DestinationView | null> => {
    const { isConfigured, pausedReason } = body;
    const settings = settingsOf(body);
    const state = await outbox.state(tenant, id).catch(async (error: unknown) => {
      if ((await destinationItem(access, tenant, id)) === null) return null;
      throw error;
    });
    if (state === null) return null;
    const view = { ...settings, id, version, isConfigured, pausedReason };
    if (settings.centre === null) return { ...view, state, link: null };
    const link = couriers.centreOf(tenant, id)?.link() ?? { isUp: false, heardAt: null, dutyCheckUntil: null };
    const queue = await centres.queueState(tenant, id);
    const { pending, oldestPendingAt } = queue;
    const lanes = { ...state.lanes, alarms: { ...state.lanes.alarms, pending, oldestPendingAt } };
    return { ...view, state: { ...state, ...queue, lanes }, link };
  };
  const outcomeOf = async (item: DestinationItem): Promise<SharingOutcome> => {
    const view = await viewOf(item);
    return view === null ? { fault: "absent" } : { view };
  };
  const outcome = async (tenant: TenantId, id: string): Promise<SharingOutcome> => {
    const item = await destinationItem(access, tenant, id);
    return item === null ? { fault: "absent" } : outcomeOf(item);
  };

  /** What is wrong with settings and credentials that somebody asks for; null: nothing. */
  const faultOf = async (
    tenant: TenantId,
    body: DestinationBody,
    credentials: Credentials,
  ): Promise<SharingFault | null> => {
    const found = settingFault(body, credentials);
    if (found !== null) return { fault: "invalid", ...found };
    const unmapped = await mappingFault(deps, tenant, body);
    if (unmapped !== null) return unmapped;
    const isCentre = body.centre !== null;
    const refusal = await (isCentre ? centres.check(body.url) : deps.outbound.check(body.url));
    if (refusal === "addressForbidden") return { fault: "forbidden" };
    for (const [index, unitId] of (body.centre?.unitIds ?? []).entries()) {
      const unit = await store.record(tenant, "unit", unitId);
      if (unit === null || unit.deleted) return unknownUnit(index);
    }
    return null;
  };

  /** Null: they were sealed with another master key. */
  const knownCredentials = (item: DestinationItem): Credentials | null => {
    try {
      return openedCredentials(seals, item);
    } catch {
      return null;
    }
  };

  const bodyOf = (draft: DestinationDraft): DestinationBody => ({
    ...settingsOf({
      ...draft,
      agreement: draft.agreement ?? null,
      centre: draft.centre === undefined ? null : wholeCentre(draft.centre),
      mapping: draft.mapping ?? null,
      rate: draft.rate ?? null,
    }),
    // One spelling: what is compared and what is called are the same.
    url: (draft.form === "gb26875" ? centreUrl(draft.url) : URL.parse(draft.url)?.href) ?? draft.url,
    isConfigured: false,
    pausedReason: null,
    sealed: "",
  });

  const commit = (tenant: TenantId, writes: readonly Write[]): Promise<"done" | "conflict"> =>
    tryCommit({ store }, tenant, writes);

  /** Does something to a destination while its courier rests; the courier then goes on with what is there. */
  const change = (
    who: Caller,
    id: string,
    act: string,
    at: Circumstance,
    edit: (item: DestinationItem) => Promise<{ body: DestinationBody; writes?: readonly Write[] } | SharingFault>,
    reason = "",
  ): Promise<SharingOutcome> =>
    couriers.during(who.tenant, id, async (rested) => {
      const item = await destinationItem(access, who.tenant, id);
      if (item === null) return { fault: "absent" };
      const edited = await edit(item);
      if ("fault" in edited) return edited;
      await rested();
      const done = await commit(who.tenant, [
        destinationWrite(id, edited.body, item.version),
        ...(edited.writes ?? []),
        told(who, act, `destination:${id}`, "done", at, reason),
      ]);
      return done === "conflict" ? { fault: "conflict" } : outcome(who.tenant, id);
    });

  return {
    list: async (tenant) => {
      const all = await Promise.all((await destinationItems(access, tenant)).map(viewOf));
      return all.filter((view) => view !== null);
    },
    find: async (tenant, id) => {
      const found = await outcome(tenant, id);
      return "view" in found ? found.view : null;
    },
    add: async (who, draft, at) => {
      const id = randomUUID();
      const credentials: Credentials = { secret: draft.secret ?? null, headers: draft.headers ?? {} };
      const body = bodyOf(draft);
      const fault = await faultOf(who.tenant, body, credentials);
      if (fault !== null) return fault;
      return couriers.during(who.tenant, id, async () => {
        const set = (await destinationItems(access, who.tenant)).filter(
          ({ body: { isConfigured, partyId } }) => !isConfigured && partyId === undefined,
        );
        if (set.length >= DESTINATIONS_MAX) return { fault: "full" };
        const { url } = body;
        const kinds = owedKinds(body);
        const sealed = sealedCredentials(seals, who.tenant, id, credentials);
        const destination = { name: id, url, kinds };
        await store.commit({
          tenant: who.tenant,
          writes: [
            destinationWrite(id, { ...body, sealed }, 0),
            { kind: "outbox", write: { act: "set", destination, owe: kinds, at: at.now } },
            ...(body.centre === null ? [] : await centres.opening(who.tenant, id, at.now)),
            told(who, "destination.create", `destination:${id}`, "done", at, body.agreement ?? ""),
          ],
        });
        return outcome(who.tenant, id);
      });
    },
    change: (who, id, version, set, at) =>
      change(
        who,
        id,
        "destination.change",
        at,
        async (item) => {
          if (item.body.isConfigured) return { fault: "configured" };
          if (item.body.partyId !== undefined) return { fault: "party" };
          if (item.version !== version) return { fault: "conflict" };
          const { secret, headers, ...rest } = set;
          const before = knownCredentials(item);
          if (before === null && (secret === undefined || headers === undefined)) return lostCredentials;
          const credentials = changedCredentials(before ?? { secret: null, headers: {} }, set, at.now);
          const { pausedReason } = item.body;
          const { agreement, centre, ...settings } = settingsOf(item.body);
          if (rest.form !== undefined && rest.form !== settings.form) return otherForm;
          const known = { ...(agreement === null ? {} : { agreement }), ...(centre === null ? {} : { centre }) };
          const body = { ...bodyOf({ ...settings, ...known, ...rest }), pausedReason };
          const fault = await faultOf(who.tenant, body, credentials);
          if (fault !== null) return fault;
          const sealed = sealedCredentials(seals, who.tenant, id, credentials);
          const destination = { name: id, url: body.url, kinds: owedKinds(body) };
          const owe = body.centre === null ? owedAgain(item.body, body) : [];
          return {
            body: { ...body, sealed },
            writes: [{ kind: "outbox", write: { act: "set", destination, owe, at: at.now } }],
          };
        },
        Object.keys(set).join(" "),
      ),
    remove: (who, id, at) =>
      couriers.during(who.tenant, id, async (rested) => {
        const item = await destinationItem(access, who.tenant, id);
        if (item === null) return { fault: "absent" };
        if (item.body.isConfigured) return { fault: "configured" };
        if (item.body.partyId !== undefined) return { fault: "party" };
        await rested();
        const done = await commit(who.tenant, [
          { kind: "dropItem", item: "destination", id, must: true },
          { kind: "outbox", write: { act: "drop", name: id } },
          ...(settingsOf(item.body).centre === null ? [] : await centres.closing(who.tenant, id)),
          told(who, "destination.remove", `destination:${id}`, "done", at),
        ]);
        return done === "conflict" ? { fault: "absent" } : "done";
      }),
    pause: (who, id, reason, at) =>
      change(
        who,
        id,
        "destination.pause",
        at,
        async ({ body }) => ({ body: { ...body, pausedReason: reason } }),
        reason,
      ),
    resume: (who, id, at) =>
      change(who, id, "destination.resume", at, async ({ body }) => ({ body: { ...body, pausedReason: null } })),
    retry: async (who, id, at) => {
      const item = await destinationItem(access, who.tenant, id);
      if (item === null) return { fault: "absent" };
      if (item.body.pausedReason !== null) return { fault: "paused" };
      await store.commit({
        tenant: who.tenant,
        writes: [
          { kind: "outbox", write: { act: "retry", name: id } },
          ...(settingsOf(item.body).centre === null ? [] : await centres.retrying(who.tenant, id, at.now)),
          told(who, "destination.retry", `destination:${id}`, "done", at),
        ],
      });
      couriers.kick(who.tenant, id);
      return outcomeOf(item);
    },
    owed: async (tenant, id, query) => {
      const item = await destinationItem(access, tenant, id);
      if (item === null) return null;
      if (settingsOf(item.body).centre !== null) return centres.owed(tenant, id, query);
      const page = await outbox.rows(tenant, id, query);
      const shaped = createShaping(store, tenant, item.body);
      const items = await Promise.all(
        page.items.map(async (row) => {
          const record = await store.record(tenant, row.kind, row.id);
          if (record === null) return { ...row, body: null };
          const out = await shaped(record);
          const shown = { ...out, body: masked(row.kind, out.body) };
          return { ...row, body: sharedRecord(shown, deps.utcOffsetMinutes) };
        }),
      );
      return { items, next: page.next };
    },
    points: async (tenant, id, query) => {
      const item = await destinationItem(access, tenant, id);
      if (item === null) return null;
      return settingsOf(item.body).centre === null ? { items: [], next: null } : centres.points(tenant, id, query);
    },
    answerDuty: async (who, id, operatorNumber, at) => {
      const item = await destinationItem(access, who.tenant, id);
      if (item === null) return { fault: "absent" };
      const answered = (await couriers.centreOf(who.tenant, id)?.answerDuty(operatorNumber)) ?? "unasked";
      if (answered !== "confirmed") return { fault: answered };
      const entry = told(who, "destination.dutyAnswer", `destination:${id}`, "done", at, String(operatorNumber));
      await store.commit({ tenant: who.tenant, writes: [entry] });
      return outcomeOf(item);
    },
  };
};
