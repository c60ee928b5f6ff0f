import { setTimeout as delay } from "node:timers/promises";
import type { Instant, TenantId } from "@dianan/model";
import { type RecordKind, recordKinds, unmasked, validate } from "@dianan/sharing";
import { actorNamed } from "../core/record-actor.ts";
import { sentVersionOf } from "../core/sent-version.ts";
import type { LinkedParty, PullState } from "../ports/connections.ts";
import type { RecordChange } from "../ports/live.ts";
import type { PartyPull } from "../ports/parties.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { partyOutbound } from "./party-outbound.ts";
import { baseOfSender, createPullPages } from "./pull-pages.ts";
import { veiled } from "./shaping.ts";
import type { SharingDeps } from "./sharing-deps.ts";

/** What changed shortly before the newest change that was seen is read again: its commit may have come later. */
const AGAIN_MS = 5 * 60_000;

/** Where pulling from a platform stands. */
type Pulling = PullState & {
  /** By kind, up to which time of the other side's everything was read. */ readonly marks: {
    readonly [kind: string]: number;
  };
  readonly nextAt: number;
};
const START: Pulling = { lastOkAt: null, lastError: null, taken: 0, refused: 0, marks: {}, nextAt: 0 };

const write = (party: string, body: Pulling): Write => ({
  kind: "item",
  item: { kind: "partyPull", id: party, body: body as unknown as JsonObject, lookup: null, expiresAt: null },
  ifVersion: null,
});

/** What a record of theirs changes here; null: it cannot stand here. */
const changeOf = async (
  { store }: Pick<SharingDeps, "store">,
  tenant: TenantId,
  kind: RecordKind,
  theirs: JsonObject,
  { id: party, name }: Pick<LinkedParty, "id" | "name">,
): Promise<RecordChange | null> => {
  const by = actorNamed(`party:${party}`, name);
  const { id, version: _v, updatedAt: _u, deleted, handling: _h, ...members } = theirs;
  if (typeof id !== "string") return null;
  const ours = await store.record(tenant, kind, id);
  const age = sentVersionOf(theirs);
  const sent = age === null ? {} : { sent: age };
  if (deleted === true) return ours === null || ours.deleted ? null : { kind: "delete", record: kind, id, by, ...sent };
  const whole = unmasked(kind, members, ours === null || ours.deleted ? null : ours.body);
  // Persons that it hides from us are kept hidden in a form that fits the schema.
  const checked = validate(kind, { id, ...(whole.ok ? whole.value : veiled(kind, members)) });
  return checked.ok ? { kind: "upsert", record: kind, id, body: checked.value as JsonObject, by, ...sent } : null;
};

/** Reads what connected platforms offer, each once per its period, and makes it ours (拉取). What we have already changes nothing. */
export const createPartyPulls = (deps: SharingDeps, stop: AbortSignal) => {
  const { access, store, links } = deps;
  const sleep = (ms: number): Promise<void> => delay(ms, undefined, { signal: stop }).catch(() => {});
  const stateOf = async (tenant: TenantId, party: string): Promise<Pulling | null> =>
    ((await access.item(tenant, "partyPull", party))?.body ?? null) as Pulling | null;

  const pullKind = async (
    tenant: TenantId,
    party: LinkedParty,
    kind: RecordKind,
    before: Pulling,
  ): Promise<Pulling | string> => {
    const base = baseOfSender(party, kind);
    if (base === null) return `it does not offer ${kind} 对方未提供此类记录`;
    const outbound = partyOutbound(deps.outbound, () => links.key(tenant, party.id), deps.clock);
    const pages = createPullPages(outbound, base, sleep, stop);
    const intake = await deps.intakeOf(tenant);
    let { taken, refused } = before;
    let mark = before.marks[kind] ?? 0;
    const from = Math.max(0, mark - AGAIN_MS);
    for (let cursor: string | null = null; ; ) {
      const page = await pages(kind, from, cursor);
      if (!page.ok) return page.error;
      const changes: RecordChange[] = [];
      for (const theirs of page.value.items) {
        const change = await changeOf(deps, tenant, kind, theirs, party);
        if (change !== null) changes.push(change);
        else if (theirs.deleted !== true) refused += 1;
        const at = typeof theirs.updatedAt === "string" ? Date.parse(theirs.updatedAt) : Number.NaN;
        if (at > mark) mark = at;
      }
      const results = changes.length === 0 ? [] : await intake.apply(changes);
      taken += results.filter(({ status }) => status !== "unchanged" && status !== "refused").length;
      refused += results.filter(({ status }) => status === "refused").length;
      cursor = page.value.next;
      if (cursor === null || stop.aborted) break;
    }
    return stop.aborted ? "stopped" : { ...before, taken, refused, marks: { ...before.marks, [kind]: mark } };
  };

  const pull = async (tenant: TenantId, party: LinkedParty, { kinds, periodSeconds }: PartyPull): Promise<void> => {
    const now = deps.clock();
    const before = (await stateOf(tenant, party.id)) ?? START;
    // A clock that was set back must not silence us for longer than the period.
    const waits = before.nextAt - now;
    if (party.isSuspended || (waits > 0 && waits <= periodSeconds * 1000)) return;
    let state: Pulling | string = { ...before, refused: 0 };
    // What is referred to comes first.
    for (const kind of recordKinds.filter((one) => kinds.includes(one))) {
      const done: Pulling | string = await pullKind(tenant, party, kind, state);
      if (stop.aborted) return;
      if (typeof done === "string") {
        await store.commit({
          tenant,
          writes: [write(party.id, { ...state, lastError: done.slice(0, 500), nextAt: now + periodSeconds * 1000 })],
        });
        return;
      }
      state = done;
    }
    await store.commit({
      tenant,
      writes: [write(party.id, { ...state, lastOkAt: now, lastError: null, nextAt: now + periodSeconds * 1000 })],
    });
  };

  return {
    /** Those that are due. */
    look: async (tenant: TenantId): Promise<void> => {
      const linked = await links.linked(tenant);
      for (const party of linked)
        if (party.exchange.pull !== null && !stop.aborted) await pull(tenant, party, party.exchange.pull);
      for (const { id } of await access.items(tenant, "partyPull", "", 500))
        if (!linked.some((party) => party.id === id && party.exchange.pull !== null))
          await store.commit({ tenant, writes: [{ kind: "dropItem", item: "partyPull", id, must: false }] });
    },
    stateOf: async (tenant: TenantId, party: string): Promise<PullState | null> => {
      const state = await stateOf(tenant, party);
      if (state === null) return null;
      const { lastOkAt, lastError, taken, refused } = state;
      return { lastOkAt: lastOkAt as Instant | null, lastError, taken, refused };
    },
  };
};
