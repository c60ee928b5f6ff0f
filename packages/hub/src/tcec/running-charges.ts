import { isTcecBusinessSeq, readTcecRunning, type TcecConnectorStatus } from "@dianan/sharing";
import type { PartnerClient } from "./partner-client.ts";
import type { PartnerItem } from "./partner-item.ts";
import type { TcecDeps } from "./tcec-deps.ts";
import type { createTheirCharges } from "./their-charges.ts";
import type { TheirPlaces } from "./their-places.ts";

const CHARGING = 3;
/** Asked of one partner in one pull. */
const CHARGES_MAX = 200;

/** What a partner's charges under way have come to, asked for (充电状态查询): pushes of it may be lost, or not agreed. */
export type RunningCharges = {
  /** @param connectors - as the partner has just told them */
  ask(item: PartnerItem, connectors: readonly TcecConnectorStatus[], stop: AbortSignal): Promise<void>;
};

export const createRunningCharges = (
  { store }: Pick<TcecDeps, "store">,
  client: PartnerClient,
  places: TheirPlaces,
  charges: Pick<ReturnType<typeof createTheirCharges>, "running">,
  inTurn: <T>(partnerId: string, work: () => Promise<T>) => Promise<T>,
): RunningCharges => {
  /** Numbers of the charges that we know to be under way at these connectors. */
  const seqsOf = async (item: PartnerItem, connectors: readonly TcecConnectorStatus[]): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const { connectorId, status } of connectors) {
      const place = status === CHARGING ? await places.portOf(item, connectorId) : null;
      if (place === null) continue;
      const ports = await store.chargingPorts(item.tenant, [String(place.pile.body.unitId)]);
      const order = ports.find(({ componentId }) => componentId === place.port.id)?.open?.order ?? "";
      if (isTcecBusinessSeq(order)) found.push(order);
    }
    return found.slice(0, CHARGES_MAX);
  };
  return {
    ask: async (item, connectors, stop) => {
      const { switches } = item.body;
      for (const StartChargeSeq of await seqsOf(item, connectors)) {
        const outcome = await client.call(item, "query_equip_charge_status", { StartChargeSeq }, stop);
        // A partner that has no such interface, or fails, keeps us with what it pushes.
        if (outcome.kind !== "ok") return;
        const read = readTcecRunning(outcome.data, switches, switches.numbers);
        if (read.ok && read.value.startChargeSeq === StartChargeSeq)
          await inTurn(item.id, () => charges.running(item, read.value));
      }
    },
  };
};
