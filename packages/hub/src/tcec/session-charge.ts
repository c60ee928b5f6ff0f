import { createHash } from "node:crypto";
import { fromScaled } from "@dianan/model";
import { type TcecCharge, type TcecOrder, type TcecRunning, tcecStopReasonOf } from "@dianan/sharing";
import type { SessionRow } from "../ports/charging.ts";

const CHARGING = 2;
const DIGITS = 18;

/**
 * Number of a charge (充电订单号): the OperatorID and 18 digits, which follow from the session's id, so that it is the same whenever it is
 * told. A session whose order is such a number keeps it.
 */
export const startChargeSeqOf = (ownOperatorId: string, { id, order }: Pick<SessionRow, "id" | "order">): string => {
  if (order !== null && /^\d{18}$/.test(order.slice(9)) && order.startsWith(ownOperatorId)) return order;
  const digest = BigInt(`0x${createHash("sha256").update(id).digest("hex")}`);
  return `${ownOperatorId}${String(digest % 10n ** BigInt(DIGITS)).padStart(DIGITS, "0")}`;
};

const chargeOf = (row: SessionRow, ownOperatorId: string, endAt: number): TcecCharge => {
  const yuan = (row.amount ?? 0) / 100;
  return {
    startChargeSeq: startChargeSeqOf(ownOperatorId, row),
    connectorId: row.componentId,
    startAt: row.startedAt,
    endAt,
    energyKwh: row.energy === null ? 0 : fromScaled("energyImport", row.energy),
    // A session knows one sum: how much of it is the service fee it does not say.
    ...{ elecYuan: yuan, serviceYuan: 0, totalYuan: yuan },
  };
};

/** A session that has ended as an order; null: it has not. */
export const orderOf = (row: SessionRow, ownOperatorId: string): TcecOrder | null =>
  row.endedAt === null ? null : { ...chargeOf(row, ownOperatorId, row.endedAt), stopReason: tcecStopReasonOf(row.end) };

/** A session under way; null: it has ended, which its order tells. */
export const runningOf = (row: SessionRow, ownOperatorId: string, now: number): TcecRunning | null => {
  if (row.endedAt !== null) return null;
  const { endAt: at, ...charge } = chargeOf(row, ownOperatorId, Math.max(now, row.startedAt));
  return { ...charge, at, state: CHARGING };
};
