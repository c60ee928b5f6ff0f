import type { TenantId } from "@dianan/model";
import {
  type Component,
  type Device,
  type Operator,
  type TcecFault,
  type TcecStation,
  toTcecStation,
  type Unit,
} from "@dianan/sharing";
import type { PageQuery, RecordKind, StoredRecord } from "../ports/records.ts";
import type { TcecSettings } from "../ports/tcec.ts";
import type { TcecDeps } from "./tcec-deps.ts";

const ROUND = 500;

/** A site as T/CEC 102 has it, or why it cannot be told. */
export type OurStation = { readonly station: TcecStation } | { readonly faults: readonly TcecFault[] };

/** Our charging sites as stations (充电站). */
export type OurStations = {
  /** Ids of all that a partner is given, in their order. */
  ids(tenant: TenantId, settings: TcecSettings): Promise<readonly string[]>;
  /** Whether a site is one that a partner is given. */
  isGiven(tenant: TenantId, settings: TcecSettings, unitId: string): Promise<boolean>;
  /** When unit, pile or port last changed. Null: there is no such site. */
  changedAt(tenant: TenantId, unitId: string): Promise<number | null>;
  station(tenant: TenantId, settings: TcecSettings, unitId: string): Promise<OurStation | null>;
};

const bodyOf = <T>({ id, body }: StoredRecord): T => ({ ...body, id }) as unknown as T;

export const createOurStations = ({ store }: Pick<TcecDeps, "store">): OurStations => {
  const all = async (
    tenant: TenantId,
    kind: RecordKind,
    where: PageQuery["where"],
  ): Promise<readonly StoredRecord[]> => {
    const found: StoredRecord[] = [];
    let after: string | null = null;
    do {
      const page: { readonly items: readonly StoredRecord[]; readonly next: string | null } = await store.page(tenant, {
        ...{ kind, after, limit: ROUND, where, withDeleted: false, updatedFrom: null, updatedTo: null },
      });
      found.push(...page.items);
      after = page.next;
    } while (after !== null);
    return found;
  };
  const unitOf = async (tenant: TenantId, id: string): Promise<StoredRecord | null> => {
    const unit = await store.record(tenant, "unit", id);
    return unit === null || unit.deleted ? null : unit;
  };
  const partsOf = async (tenant: TenantId, unitId: string) => {
    const piles = await all(tenant, "device", { unitId, type: "chargingPile" });
    const parts: StoredRecord[] = [];
    for (const { id } of piles) parts.push(...(await all(tenant, "component", { deviceId: id })));
    return { piles, ports: parts.filter(({ body }) => body.type === "chargingPort") };
  };
  /** What came from a partner does not go back to it. */
  const isForeign = ({ body }: StoredRecord, { records }: TcecSettings): boolean =>
    records !== null && body.platformCode === records.platformCode;

  const isGiven: OurStations["isGiven"] = async (tenant, settings, unitId) => {
    if (settings.unitIds.length > 0 && !settings.unitIds.includes(unitId)) return false;
    const unit = await unitOf(tenant, unitId);
    return unit !== null && !isForeign(unit, settings);
  };

  return {
    isGiven,
    ids: async (tenant, settings) => {
      const found: string[] = [];
      let after = "";
      for (;;) {
        const some = await store.chargingUnits(tenant, after, ROUND);
        for (const id of some) if (await isGiven(tenant, settings, id)) found.push(id);
        after = some.at(-1) ?? "";
        if (some.length < ROUND) return found;
      }
    },
    changedAt: async (tenant, unitId) => {
      const unit = await unitOf(tenant, unitId);
      if (unit === null) return null;
      const { piles, ports } = await partsOf(tenant, unitId);
      return Math.max(unit.updatedAt, ...[...piles, ...ports].map(({ updatedAt }) => updatedAt));
    },
    station: async (tenant, settings, unitId) => {
      const unit = await unitOf(tenant, unitId);
      if (unit === null) return null;
      const { piles, ports } = await partsOf(tenant, unitId);
      // No person's number leaves (SEC-PII-03): the public one that was set up.
      const operator = { contactPhone: settings.serviceTel } as unknown as Operator;
      const made = toTcecStation(
        bodyOf<Unit>(unit),
        operator,
        piles.map((pile) => bodyOf<Device>(pile)),
        ports.map((port) => bodyOf<Component>(port)),
        {
          ...{ operatorId: settings.ownOperatorId, coordinateSystem: "CGCS2000" },
          wireSystem: settings.coordinateSystem,
        },
      );
      return made.ok ? { station: made.value } : { faults: made.error };
    },
  };
};
