import { isDeepStrictEqual } from "node:util";
import { sessionEnds, toScaled } from "@dianan/model";
import { sessionEndOfTcec, type TcecCharge, type TcecOrder, type TcecRunning } from "@dianan/sharing";
import type { SessionRow } from "../ports/charging.ts";
import type { PartnerItem } from "./partner-item.ts";
import type { TcecDeps } from "./tcec-deps.ts";
import type { TheirPlaces, TheirPort } from "./their-places.ts";

/** `unknown`: there is no such connector of the partner; `disputed`: the number is that of another connector's charge. */
export type ChargeOutcome = "stored" | "unknown" | "disputed";

/** Id of the session that an order of a partner is. */
export const sessionIdOf = ({ body: { records } }: PartnerItem, startChargeSeq: string): string =>
  `${records?.platformCode ?? ""}-${startChargeSeq}`;

const CHARGING: readonly number[] = [2, 3];

/** Charges of a partner become our sessions (充电会话): one for each number, however often it comes. */
export const createTheirCharges = ({ store, clock }: TcecDeps, places: TheirPlaces) => {
  const base = (item: PartnerItem, { port, pile }: TheirPort, charge: Omit<TcecCharge, "endAt">) => ({
    id: sessionIdOf(item, charge.startChargeSeq),
    ...{ deviceId: pile.id, componentId: port.id, unitId: String(pile.body.unitId), order: charge.startChargeSeq },
    startedAt: charge.startAt,
    energy: toScaled("energyImport", charge.energyKwh),
    amount: Math.round(charge.totalYuan * 100),
  });
  const put = async (
    item: PartnerItem,
    charge: Omit<TcecCharge, "endAt">,
    rowOf: (place: TheirPort, before: SessionRow | null) => SessionRow | null,
  ): Promise<ChargeOutcome> => {
    const place = await places.portOf(item, charge.connectorId);
    if (place === null) return "unknown";
    const before = await store.session(item.tenant, base(item, place, charge).id);
    if (before !== null && before.componentId !== place.port.id) return "disputed";
    const row = rowOf(place, before);
    if (row !== null && !isDeepStrictEqual({ ...before }, { ...row }))
      await store.commit({ tenant: item.tenant, writes: [{ kind: "session", row, receivedAt: clock() }] });
    return "stored";
  };
  return {
    order: (item: PartnerItem, order: TcecOrder): Promise<ChargeOutcome> =>
      put(item, order, (place, before) => {
        const end = sessionEndOfTcec(order.stopReason);
        return {
          ...base(item, place, order),
          ...{ endedAt: order.endAt, maxPower: before?.maxPower ?? null, end },
          ...{ isAbnormal: sessionEnds[end].isAbnormal, rawCode: `stop:${order.stopReason}` },
        };
      }),
    running: (item: PartnerItem, charge: TcecRunning): Promise<ChargeOutcome> =>
      put(item, charge, (place, before) => {
        // An order that came first has said it all; of a charge that only begins or has ended nothing is known yet.
        if ((before !== null && before.endedAt !== null) || !CHARGING.includes(charge.state)) return null;
        const row = base(item, place, charge);
        return {
          ...row,
          ...{ energy: Math.max(row.energy, before?.energy ?? 0), amount: Math.max(row.amount, before?.amount ?? 0) },
          ...{ endedAt: null, maxPower: before?.maxPower ?? null, end: null, isAbnormal: false, rawCode: null },
        };
      }),
  };
};
