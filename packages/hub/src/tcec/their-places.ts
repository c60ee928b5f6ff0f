import { statusOfTcec, type TcecConnectorStatus } from "@dianan/sharing";
import type { StoredRecord } from "../ports/records.ts";
import type { PartnerItem } from "./partner-item.ts";
import type { TcecDeps } from "./tcec-deps.ts";

/** A connector of a partner as our records have it. */
export type TheirPort = { readonly port: StoredRecord; readonly pile: StoredRecord };

/** Records of ours that came from a partner (对接方的记录). */
export type TheirPlaces = {
  /** Null: there is none, or it is not the partner's. */
  portOf(item: PartnerItem, connectorId: string): Promise<TheirPort | null>;
  portsOf(item: PartnerItem, pileId: string): Promise<readonly StoredRecord[]>;
  /** Whether an id is free, or the partner's already. */
  isTheirs(item: PartnerItem, kind: "unit" | "device", id: string): Promise<boolean>;
};

export const idOf = ({ body: { records } }: PartnerItem, id: string): string => `${records?.idPrefix ?? ""}${id}`;

export const createTheirPlaces = ({ store }: Pick<TcecDeps, "store">): TheirPlaces => {
  const live = async (item: PartnerItem, kind: "unit" | "device" | "component", id: string) => {
    const record = await store.record(item.tenant, kind, id);
    return record === null || record.deleted ? null : record;
  };
  const isOf = ({ body: { records } }: PartnerItem, { body }: StoredRecord): boolean =>
    records !== null && body.platformCode === records.platformCode;
  return {
    portOf: async (item, connectorId) => {
      const port = await live(item, "component", idOf(item, connectorId));
      const pile = port === null ? null : await live(item, "device", String(port.body.deviceId));
      return port === null || pile === null || !isOf(item, pile) ? null : { port, pile };
    },
    portsOf: async (item, pileId) => {
      const page = await store.page(item.tenant, {
        ...{ kind: "component", after: null, limit: 500, where: { deviceId: pileId }, withDeleted: false },
        ...{ updatedFrom: null, updatedTo: null },
      });
      return page.items;
    },
    isTheirs: async (item, kind, id) => {
      const record = await live(item, kind, id);
      return record === null || isOf(item, record);
    },
  };
};

/** What a pile is by its connectors (设备状态): nothing where none is known. */
export const pileState = (statuses: readonly string[]): { readonly status: string; readonly presence?: string } => {
  const known = statuses.filter((status) => status !== "unknown");
  if (known.length === 0) return { status: "unknown" };
  const presence = known.every((status) => status === "offline") ? "offline" : "online";
  if (known.includes("fault")) return { status: "fault", presence };
  return { status: presence === "offline" ? "offline" : "normal", presence };
};

/** Our word for a connector's state. */
export const wordOf = ({ status }: TcecConnectorStatus): string => statusOfTcec(status) ?? "unknown";
