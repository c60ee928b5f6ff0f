import { isTcecBusinessSeq, tcecReader, tcecRets, toTcecRunning } from "@dianan/sharing";
import { type Asked, given, refusedWith, type Told, wrong } from "./asked.ts";
import type { OurStations } from "./our-stations.ts";
import { runningOf, startChargeSeqOf } from "./session-charge.ts";
import type { TcecDeps } from "./tcec-deps.ts";

/** Sites whose ports are looked at in one go. */
const UNITS_AT_ONCE = 200;

/** Answers of an infrastructure operator about charges (充电状态查询): `query_equip_charge_status` of one that is under way. */
export const createChargeQueries = ({ store }: Pick<TcecDeps, "store">, ours: OurStations) => ({
  query_equip_charge_status: async ({ item, data, now }: Asked): Promise<Told> => {
    const { tenant, body } = item;
    const read = tcecReader(data, "", body.switches.numbers);
    const seq = read.text("StartChargeSeq", 27);
    if (read.faults.length === 0 && !isTcecBusinessSeq(seq))
      read.bad("StartChargeSeq", "An OperatorID and 18 digits.", "应为 OperatorID 加 18 位数字。");
    if (read.faults.length > 0) return wrong(read.faults);
    const ids = await ours.ids(tenant, body);
    for (let at = 0; at < ids.length; at += UNITS_AT_ONCE)
      for (const { open } of await store.chargingPorts(tenant, ids.slice(at, at + UNITS_AT_ONCE))) {
        if (open === null || startChargeSeqOf(body.ownOperatorId, open) !== seq) continue;
        const charge = runningOf(open, body.ownOperatorId, now);
        if (charge !== null) return given(toTcecRunning(charge, body.switches));
      }
    return refusedWith(
      tcecRets.business,
      "/StartChargeSeq",
      "No such charge is under way; of one that has ended the order was pushed.",
      "没有进行中的此充电订单;已结束的订单以推送为准。",
    );
  },
});
