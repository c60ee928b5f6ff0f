import { setTimeout as delay } from "node:timers/promises";
import type { TenantId } from "@dianan/model";
import { personalMembers, type RecordKind, unmasked, validate } from "@dianan/sharing";
import { actorNamed } from "../core/record-actor.ts";
import type { AccessItem } from "../ports/access-store.ts";
import { told } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import type { Difference, JobFault, Reconciliations, ResolutionResult } from "../ports/reconciliation.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import type { Couriers } from "./couriers.ts";
import { type DestinationItem, destinationItem } from "./destination-item.ts";
import { createPeerRecords, type PeerRecords } from "./peer-records.ts";
import { differencesPrefix, reconciliationItem } from "./reconciliation-item.ts";
import { placedIn } from "./shaping.ts";
import type { SharingDeps } from "./sharing-deps.ts";
import { REASON_MAX } from "./transfer-entries.ts";

const fault = (code: string, en: string, zh: string): JobFault => ({ code, words: { en, zh } });

const faults = {
  absent: fault("not-found", "There is no such difference.", "没有此差异。"),
  nothingHere: fault("nothing-to-send", "There is no such record here to send.", "本方没有此记录,无法推送。"),
  nothingThere: fault("nothing-to-fetch", "There is no such record there to fetch.", "对方没有此记录,无法获取。"),
  gone: fault(
    "destination-gone",
    "The destination is gone or no longer takes this kind.",
    "目的地已删除或不再接收此类记录。",
  ),
  invalid: fault("invalid", "Theirs does not fit the schema.", "对方记录不符合格式。"),
  masked: fault(
    "masked",
    "Theirs comes with its persons masked; our credential there needs pii:read.",
    "对方给出的个人信息已脱敏;我方在对方的凭证需有 pii:read 权限。",
  ),
} as const;

/** A position without a system is in this one. */
const ASSUMED = "CGCS2000";

/** Theirs as it would stand here: our persons, our coordinate system; null: its persons are hidden from us. */
const asOurs = (
  kind: RecordKind,
  { body: { coordinateSystem, personalData } }: DestinationItem,
  theirs: JsonObject,
  ours: JsonObject | null,
): JsonObject | null => {
  const { id: _i, version: _v, updatedAt: _u, deleted: _d, ...sent } = theirs;
  const system = ours?.coordinateSystem;
  const placed = ours === null ? sent : placedIn(sent, typeof system === "string" ? system : ASSUMED, coordinateSystem);
  const { coordinateSystem: _c, ...bare } = placed;
  const body: JsonObject = ours !== null && system === undefined ? bare : placed;
  if (ours !== null && personalData === "masked") {
    // What it has of persons is what we gave it: less than we have.
    const kept = personalMembers(kind).filter((member) => Object.hasOwn(ours, member));
    return { ...body, ...Object.fromEntries(kept.map((member) => [member, ours[member]])) };
  }
  const whole = unmasked(kind, body, ours);
  return whole.ok ? whole.value : null;
};

/** Ends differences: ours goes again, theirs becomes ours, or it stays (处理差异). */
export const createResolving = (
  deps: SharingDeps,
  couriers: Pick<Couriers, "targetOf" | "kick">,
  stop: AbortSignal,
): Reconciliations["resolve"] => {
  const { access, store } = deps;

  const fetchTheirs = async (
    who: Caller,
    destination: DestinationItem,
    peer: PeerRecords,
    { kind, recordId }: Difference,
  ): Promise<JobFault | null> => {
    const found = await peer.record(kind, recordId);
    if (!found.ok) return found.error;
    if (found.value === null || found.value.deleted === true) return faults.nothingThere;
    const ours = await store.record(who.tenant, kind, recordId);
    const body = asOurs(kind, destination, found.value, ours === null || ours.deleted ? null : ours.body);
    if (body === null) return faults.masked;
    const checked = validate(kind, { id: recordId, ...body });
    if (!checked.ok) return faults.invalid;
    const intake = await deps.intakeOf(who.tenant);
    const by = actorNamed(who.actor, who.name);
    const [result] = await intake.apply([
      { kind: "upsert", record: kind, id: recordId, body: { id: recordId, ...body }, by },
    ]);
    if (result?.status !== "refused") return null;
    return fault(result.code ?? "refused", "It does not fit what is here.", "与本方数据不符,未采用。");
  };

  const sendOurs = async (
    tenant: TenantId,
    destination: DestinationItem,
    { kind, recordId }: Difference,
  ): Promise<JobFault | null> => {
    if (!destination.body.kinds.includes(kind)) return faults.gone;
    return (await store.record(tenant, kind, recordId)) === null ? faults.nothingHere : null;
  };

  return async (who, id, { ids, action, reason }, at) => {
    const reconciliation = await reconciliationItem(access, who.tenant, id);
    if (reconciliation === null) return null;
    const destination = await destinationItem(access, who.tenant, reconciliation.body.destinationId);
    const wait = (ms: number): Promise<void> => delay(ms, undefined, { signal: stop }).catch(() => {});
    const peer =
      destination === null || action !== "fetch" ? null : createPeerRecords(couriers.targetOf(destination), wait, stop);

    const writes: Write[] = [];
    const resolveOne = async (item: AccessItem): Promise<JobFault | null> => {
      const difference = item.body as unknown as Difference;
      if (action !== "ignore") {
        if (destination === null) return faults.gone;
        const found =
          peer === null
            ? await sendOurs(who.tenant, destination, difference)
            : await fetchTheirs(who, destination, peer, difference);
        if (found !== null) return found;
      }
      const { kind, recordId } = difference;
      if (action === "send" && destination !== null)
        writes.push({
          kind: "outbox",
          write: { act: "owe", name: destination.id, record: kind, id: recordId, at: at.now },
        });
      const body = { ...item.body, resolved: true };
      writes.push({
        kind: "item",
        item: { kind: "difference", id: item.id, body, lookup: null, expiresAt: item.expiresAt },
        ifVersion: null,
      });
      return null;
    };

    const results: ResolutionResult[] = [];
    for (const one of ids) {
      const item = one.startsWith(differencesPrefix(id)) ? await access.item(who.tenant, "difference", one) : null;
      if (item === null) results.push({ id: one, status: "refused", fault: faults.absent });
      else if (item.body.resolved === true) results.push({ id: one, status: "unchanged", fault: null });
      else {
        const found = await resolveOne(item);
        results.push({ id: one, status: found === null ? "updated" : "refused", fault: found });
      }
    }
    const count = results.filter(({ status }) => status === "updated").length;
    const words = `${action} ${count}: ${reason}`.slice(0, REASON_MAX);
    writes.push(told(who, "reconciliation.resolve", `reconciliation:${id}`, "done", at, words));
    await store.commit({ tenant: who.tenant, writes });
    if (action === "send" && destination !== null) couriers.kick(who.tenant, destination.id);
    return results;
  };
};
