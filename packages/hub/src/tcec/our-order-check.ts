import type { Instant } from "@dianan/model";
import { readTcecOrderCheckAnswer, toTcecOrderCheck } from "@dianan/sharing";
import type { SessionRow } from "../ports/charging.ts";
import type { TcecCheckView, TcecFaultOf } from "../ports/tcec.ts";
import type { OurStations } from "./our-stations.ts";
import type { PartnerClient } from "./partner-client.ts";
import { gives, type PartnerItem } from "./partner-item.ts";
import { orderOf, startChargeSeqOf } from "./session-charge.ts";
import type { TcecDeps } from "./tcec-deps.ts";

const PAGE = 500;
/** Orders of one comparison: longer times are compared in parts. */
const ORDERS_MAX = 5_000;

/** Holds our orders of a time against what a partner has of them (订单对账): what it disputes is told, and nothing is changed. */
export const createOurOrderCheck = (
  { store, nextId }: Pick<TcecDeps, "store" | "nextId">,
  client: PartnerClient,
  ours: OurStations,
  stop: AbortSignal,
) => {
  const ended = async (item: PartnerItem, from: Instant, to: Instant): Promise<readonly SessionRow[] | null> => {
    const { tenant, body } = item;
    const given = new Map<string, boolean>();
    const found: SessionRow[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof store.sessions>> = await store.sessions(tenant, {
        ...{ after, limit: PAGE, from, to, unitId: null, deviceId: null, componentId: null, abnormal: null },
      });
      for (const row of page.items) {
        const known = given.get(row.unitId) ?? (await ours.isGiven(tenant, body, row.unitId));
        given.set(row.unitId, known);
        if (known && row.endedAt !== null) found.push(row);
      }
      if (found.length > ORDERS_MAX) return null;
      after = page.next;
    } while (after !== null);
    return found;
  };

  return async (item: PartnerItem, from: Instant, to: Instant): Promise<TcecCheckView | TcecFaultOf> => {
    const { body } = item;
    if (!gives(body) || !body.isEnabled || body.url === null) return { fault: "notChecked" };
    const rows = await ended(item, from, to);
    if (rows === null) return { fault: "invalid", path: "/to", words: tooMany };
    const own = body.ownOperatorId;
    const orders = rows.flatMap((row) => orderOf(row, own) ?? []);
    const checkOrderSeq = startChargeSeqOf(own, { id: `check ${nextId()}`, order: null });
    const outcome = await client.call(
      item,
      "check_charge_orders",
      toTcecOrderCheck(checkOrderSeq, from, to, orders),
      stop,
    );
    if (outcome.kind !== "ok")
      return {
        fault: "peer",
        why: outcome.kind === "ret" ? `Ret ${outcome.ret}` : outcome.kind === "fault" ? outcome.why : "stopped",
      };
    const read = readTcecOrderCheckAnswer(outcome.data, body.switches.numbers);
    if (!read.ok) return { fault: "peer", why: `answer: ${read.error[0]?.path ?? ""}` };
    const idOf = new Map(rows.map((row) => [startChargeSeqOf(own, row), row.id]));
    return {
      orders: orders.length,
      disputed: read.value.map(({ startChargeSeq, reason }) => ({
        ...{ orderNumber: startChargeSeq, sessionId: idOf.get(startChargeSeq) ?? null, reason },
      })),
    };
  };
};

const tooMany = {
  en: `More than ${ORDERS_MAX} orders: compare a shorter time.`,
  zh: `超过 ${ORDERS_MAX} 条订单,请缩短时间范围。`,
};
