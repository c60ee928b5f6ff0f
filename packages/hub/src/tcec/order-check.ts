import { toScaled } from "@dianan/model";
import { readTcecOrderCheck, type TcecCheckedOrder, type TcecDispute, toTcecOrderCheckAnswer } from "@dianan/sharing";
import { type Asked, given, wrong } from "./asked.ts";
import type { Interfaces } from "./door.ts";
import type { PartnerItem } from "./partner-item.ts";
import type { TcecDeps } from "./tcec-deps.ts";
import { sessionIdOf } from "./their-charges.ts";

/** Steps of energy by which both sides may differ: each rounds for itself. */
const ENERGY_OFF = toScaled("energyImport", 0.01);

/** Orders of an operator are held against what it has told before (订单对账). Nothing is changed: a disputed order it sends again. */
export const theirOrderChecks = ({ store }: Pick<TcecDeps, "store">): Interfaces => {
  const disputeOf = async (item: PartnerItem, order: TcecCheckedOrder): Promise<TcecDispute | null> => {
    const row = await store.session(item.tenant, sessionIdOf(item, order.startChargeSeq));
    if (row === null || row.endedAt === null) return "missing";
    if (Math.abs((row.energy ?? 0) - toScaled("energyImport", order.energyKwh)) > ENERGY_OFF) return "energy";
    return (row.amount ?? 0) === Math.round(order.totalYuan * 100) ? null : "money";
  };
  return {
    check_charge_orders: {
      ...{ as: "platform", isPush: true },
      answer: async ({ item, data }: Asked) => {
        const read = readTcecOrderCheck(data, item.body.switches.numbers);
        if (!read.ok) return wrong(read.error);
        const disputed: { readonly order: TcecCheckedOrder; readonly why: TcecDispute }[] = [];
        for (const order of read.value.orders) {
          const why = await disputeOf(item, order);
          if (why !== null) disputed.push({ order, why });
        }
        return given(toTcecOrderCheckAnswer(data, disputed));
      },
    },
  };
};
