import { readTcecOrder, readTcecRunning, readTcecStatusPush, tcecRets } from "@dianan/sharing";
import { type Asked, given, refusedWith, type Told, wrong } from "./asked.ts";
import type { Interfaces } from "./door.ts";
import { isAsked } from "./partner-book.ts";
import type { PartnerItem } from "./partner-item.ts";
import type { ChargeOutcome, createTheirCharges } from "./their-charges.ts";
import type { createTheirStates } from "./their-states.ts";

/**
 * What partners push to a service or supervising platform: answered 0 when it is durable, and the same again changes nothing.
 *
 * @param inTurn - of one partner one after the other
 * @param wanted - asks the partner for its stations soon
 */
export const theirPushes = (
  states: ReturnType<typeof createTheirStates>,
  charges: ReturnType<typeof createTheirCharges>,
  inTurn: <T>(partnerId: string, work: () => Promise<T>) => Promise<T>,
  wanted: (item: PartnerItem) => void,
): Interfaces => {
  const push = { as: "platform", isPush: true } as const;
  /** A station that we can ask for will be known when the push comes again. */
  const unknown = (item: PartnerItem, path: string): Told => {
    if (!isAsked(item))
      return refusedWith(tcecRets.business, path, "There is no such connector here.", "本平台没有此接口。");
    wanted(item);
    return refusedWith(
      tcecRets.busy,
      path,
      "Its station is being asked for: send it again.",
      "正在获取充电站,请稍后重发。",
    );
  };
  const confirmed = (outcome: ChargeOutcome, item: PartnerItem, told: Told, disputed: Told): Told => {
    if (outcome === "unknown") return unknown(item, "/ConnectorID");
    return outcome === "disputed" ? disputed : told;
  };
  return {
    notification_stationStatus: {
      ...push,
      answer: async ({ item, data, now }: Asked) => {
        const { statusShape, numbers } = item.body.switches;
        const read = readTcecStatusPush(data, statusShape, numbers);
        if (!read.ok) return wrong(read.error);
        const done = await inTurn(item.id, () => states.apply(item, read.value, now));
        if (done.unknown.length > 0) return unknown(item, "/ConnectorStatusInfo/ConnectorID");
        return done.refusal === null
          ? given({ Status: 0 })
          : refusedWith(tcecRets.failed, "", `Not stored: ${done.refusal}.`, `未能入库:${done.refusal}。`);
      },
    },
    notification_equip_charge_status: {
      ...push,
      answer: async ({ item, data }: Asked) => {
        const read = readTcecRunning(data, item.body.switches, item.body.switches.numbers);
        if (!read.ok) return wrong(read.error);
        const outcome = await inTurn(item.id, () => charges.running(item, read.value));
        const answer = (SuccStat: number) => given({ StartChargeSeq: read.value.startChargeSeq, SuccStat });
        return confirmed(outcome, item, answer(0), answer(1));
      },
    },
    notification_charge_order_info: {
      ...push,
      answer: async ({ item, data }: Asked) => {
        const read = readTcecOrder(data, item.body.switches, item.body.switches.numbers);
        if (!read.ok) return wrong(read.error);
        const outcome = await inTurn(item.id, () => charges.order(item, read.value));
        const { startChargeSeq: StartChargeSeq, connectorId: ConnectorID } = read.value;
        const answer = (ConfirmResult: number) => given({ StartChargeSeq, ConnectorID, ConfirmResult });
        return confirmed(outcome, item, answer(0), answer(1));
      },
    },
  };
};
