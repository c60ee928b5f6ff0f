import type { Instant, ModelEvent, TenantId } from "@dianan/model";
import type { HubLimits } from "../config.ts";
import type { CommandReport, DeviceCommands, FetchedCommand } from "../ports/commands.ts";
import type { DeviceKeys } from "../ports/device-keys.ts";
import type { Figures } from "../ports/figures.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import type { Uplink } from "../ports/uplink.ts";

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: JsonObject };

/** What CoAP needs of the hub. */
export type CoapDeps = {
  readonly keys: Pick<DeviceKeys, "bySecret">;
  readonly store: Pick<Store, "record">;
  uplinkOf(tenant: TenantId): Promise<Uplink>;
  readonly commands: DeviceCommands;
  /** Reads a message of a device that speaks JSON. */ readonly readMessage: (
    payload: Uint8Array,
  ) => Read<{ readonly bytes: Uint8Array; readonly serial: number; readonly events: readonly ModelEvent[] }>;
  /** Reads what a device says of the command of this id. */ readonly readReport: (
    payload: Uint8Array,
    id: string,
  ) => Read<CommandReport>;
  /** A command as the document has it. */ readonly viewOf: (command: FetchedCommand) => object;
  readonly figures: Figures;
  readonly limits: Pick<HubLimits, "requestRateFactor">;
  readonly clock: () => Instant;
  readonly utcOffsetMinutes: number;
  /** Milliseconds that only grow. */ readonly now: () => number;
  readonly log: (line: string) => void;
};
