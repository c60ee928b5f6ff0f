import type { Instant, ModelEvent, TenantId } from "@dianan/model";
import type { HubLimits } from "../config.ts";
import type { CommandReport, DeviceCommands } from "../ports/commands.ts";
import type { DeviceKeys } from "../ports/device-keys.ts";
import type { Figures } from "../ports/figures.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import type { Uplink } from "../ports/uplink.ts";

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: JsonObject };

/** Reads a message of a device that speaks JSON, as the document has it. */
export type ReadUplinkMessage = (
  payload: Uint8Array,
) => Read<{ readonly bytes: Uint8Array; readonly serial: number; readonly events: readonly ModelEvent[] }>;

/** Reads what a device says of a command. */
export type ReadCommandReport = (payload: Uint8Array) => Read<CommandReport & { readonly id: string }>;

/** What MQTT needs of the hub. */
export type MqttDeps = {
  readonly keys: Pick<DeviceKeys, "bySecret" | "list">;
  readonly store: Pick<Store, "record" | "commit">;
  /** The tenant of brokers that are dialled. */ readonly tenant: TenantId;
  uplinkOf(tenant: TenantId): Promise<Uplink>;
  readonly readMessage: ReadUplinkMessage;
  readonly readReport: ReadCommandReport;
  readonly commands: Pick<DeviceCommands, "report">;
  readonly figures: Figures;
  readonly limits: Pick<HubLimits, "requestRateFactor">;
  readonly clock: () => Instant;
  /** Milliseconds that only grow. */ readonly now: () => number;
  readonly log: (line: string) => void;
};
