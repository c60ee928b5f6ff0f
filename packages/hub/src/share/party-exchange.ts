import type { TenantId } from "@dianan/model";
import { pluralOf, type RecordKind } from "@dianan/sharing";
import type { LinkedParty } from "../ports/connections.ts";
import { PARTY_PREFIX } from "../ports/outbox.ts";
import type { PartyPush } from "../ports/parties.ts";
import type { DestinationSettings } from "../ports/sharing.ts";
import type { Couriers } from "./couriers.ts";
import {
  type DestinationBody,
  type DestinationItem,
  destinationItem,
  destinationItems,
  destinationWrite,
} from "./destination-item.ts";
import { owedAgain, settingFault } from "./settings.ts";
import type { SharingDeps } from "./sharing-deps.ts";

/** Id of the destination of a platform. */
export const partyDestination = (party: string): string => `${PARTY_PREFIX}${party}`;

const SUSPENDED = "平台已暂停接入 the platform is suspended";
/** Any that is well made: pushes to platforms are always signed. */
const SOME_SECRET = `whsec_${Buffer.alloc(32).toString("base64")}`;

/** Base below which a platform takes these kinds, and which of them; null: it takes none. */
const baseOf = (
  { endpoints }: LinkedParty,
  kinds: readonly RecordKind[],
): { readonly url: string; readonly kinds: readonly RecordKind[] } | null => {
  const bases = kinds.flatMap((kind) => {
    const plural = pluralOf(kind);
    const found = endpoints.find(({ module, role }) => module === plural && role === "receiver")?.url;
    return found?.endsWith(`/${plural}`) ? [{ kind, base: found.slice(0, -plural.length - 1) }] : [];
  });
  const [first] = bases;
  if (first === undefined) return null;
  return { url: first.base, kinds: bases.filter(({ base }) => base === first.base).map(({ kind }) => kind) };
};

/** Why nothing may be sent although it is agreed; null: it may. */
const obstacle = (party: LinkedParty, settings: DestinationSettings): string | null => {
  if (party.isSuspended) return SUSPENDED;
  const fault = settingFault(settings, { secret: SOME_SECRET, headers: {} });
  return fault === null ? null : `${fault.words.zh} ${fault.words.en}`;
};

/**
 * A destination for each connected platform that is pushed to, kept in step with what is agreed with it. It says what should be, not
 * what is to be done: run after whatever crash, it ends in the same place.
 */
export const createPartyKeeper = (deps: SharingDeps, couriers: Couriers) => {
  const { access, store, links } = deps;

  const wanted = (party: LinkedParty, push: PartyPush, before: DestinationItem | null): DestinationBody | null => {
    const base = baseOf(party, push.kinds);
    if (base === null) return null;
    const settings: DestinationSettings = {
      ...{ name: party.name, form: "dianan", ...push, kinds: base.kinds, rate: null, centre: null, mapping: null },
      url: URL.parse(base.url)?.href ?? base.url,
    };
    const why = obstacle(party, settings);
    const paused = before?.body.pausedReason ?? null;
    // What a person has paused stays so.
    const isByPerson = paused !== null && before?.body.pausedBy !== "party";
    return {
      ...{ ...settings, isConfigured: false, sealed: "", partyId: party.id },
      pausedReason: isByPerson ? paused : why,
      ...(!isByPerson && why !== null ? { pausedBy: "party" as const } : {}),
    };
  };

  const keepOne = (tenant: TenantId, party: LinkedParty): Promise<void> => {
    const id = partyDestination(party.id);
    return couriers.during(tenant, id, async (rested) => {
      const before = await destinationItem(access, tenant, id);
      const { push } = party.exchange;
      const body = push === null ? null : wanted(party, push, before);
      if (body === null) {
        if (before !== null) await drop(tenant, id, rested);
        return;
      }
      if (before !== null && JSON.stringify(sorted(before.body)) === JSON.stringify(sorted(body))) return;
      await rested();
      const owe = before === null ? body.kinds : owedAgain(before.body, body);
      const destination = { name: id, url: body.url, kinds: body.kinds };
      await store.commit({
        tenant,
        writes: [
          destinationWrite(id, body, before?.version ?? 0),
          { kind: "outbox", write: { act: "set", destination, owe, at: deps.clock() } },
        ],
      });
    });
  };
  const drop = async (tenant: TenantId, id: string, rested: () => Promise<void>): Promise<void> => {
    await rested();
    await store.commit({
      tenant,
      writes: [
        { kind: "dropItem", item: "destination", id, must: false },
        { kind: "outbox", write: { act: "drop", name: id } },
      ],
    });
  };

  return async (tenant: TenantId): Promise<void> => {
    const linked = await links.linked(tenant);
    const items = (await destinationItems(access, tenant)).filter(({ body }) => body.partyId !== undefined);
    for (const { id, body } of items)
      if (!linked.some((party) => party.id === body.partyId))
        await couriers.during(tenant, id, (rested) => drop(tenant, id, rested));
    for (const party of linked)
      if (party.exchange.push !== null || items.some(({ body }) => body.partyId === party.id))
        await keepOne(tenant, party);
  };
};

const sorted = (body: object): readonly (readonly [string, unknown])[] =>
  Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1));
