import type { TenantId } from "@dianan/model";
import { type CommandQueue, newQueue, type OpenCommand, SERIALS } from "../core/command-queue.ts";
import type { AccessItem, AccessStore } from "../ports/access-store.ts";
import { allOf } from "../ports/act.ts";
import type { CommandRecord } from "../ports/commands.ts";
import type { CommandQuestion } from "../ports/device-command.ts";
import type { DeviceLink } from "../ports/device-link.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";

/** A command as it is kept, with what sending it needs. */
export type CommandBody = Omit<CommandRecord, "id"> & {
  /** Of the device, when it was asked; absent in what an earlier version kept: GB/T 26875.3. */ readonly protocol?: string;
  readonly question: CommandQuestion;
  /** The component in the device's own numbering; absent in what an earlier version kept. */ readonly componentKey?:
    | string
    | null;
  readonly serial: number | null;
  readonly transmissions: number;
};
export type KeptCommand = { readonly body: CommandBody; readonly version: number };

/** Commands of one device that have not ended. */
export type Slot = {
  queue: CommandQueue;
  readonly kept: Map<string, KeptCommand>;
  /** The link that the queue knows of. */ readonly link: DeviceLink | null;
};

/** Ids begin with what is left of time, so that the order of ids is newest first. */
const TIME_END = 9_999_999_999_999;
export const commandIdPrefix = (at: number): string => `command-${String(TIME_END - at).padStart(13, "0")}`;

export const recordOf = (
  id: string,
  { question: _, protocol: _p, componentKey: _c, serial: _s, transmissions: _t, ...rest }: CommandBody,
): CommandRecord => ({
  id,
  ...rest,
});
export const bodyOf = ({ body }: AccessItem): CommandBody => body as unknown as CommandBody;

/** Writes a command; the list of those that have not ended (`openCommand`) is kept with it. */
export const commandWrites = (id: string, body: CommandBody, ifVersion: number): readonly Write[] => {
  const item = { id, lookup: null, expiresAt: null } as const;
  const kept: Write = {
    kind: "item",
    item: { ...item, kind: "command", body: body as unknown as JsonObject },
    ifVersion,
  };
  if (body.endedAt !== null) return [kept, { kind: "dropItem", item: "openCommand", id, must: false }];
  if (ifVersion > 0) return [kept];
  return [kept, { kind: "item", item: { ...item, kind: "openCommand", body: {} }, ifVersion: 0 }];
};

const openOf = (id: string, { state, expiresAt, serial, transmissions }: CommandBody): OpenCommand => ({
  id,
  state: state as OpenCommand["state"],
  expiresAt,
  serial,
  transmissions,
  // The link on which it was sent is gone.
  dueAt: null,
});

/** Serials of a start: answers to what was sent before it are old by as many seconds as the serials are apart. */
export const serialAt = (now: number): number => Math.floor(now / 1_000) % SERIALS;

/** Loads what had not ended, oldest first. */
export const loadSlots = async (access: AccessStore, tenant: TenantId, now: number): Promise<Map<string, Slot>> => {
  const slots = new Map<string, Slot>();
  const ids = (await allOf(access, tenant, "openCommand")).map(({ id }) => id);
  for (const id of ids.reverse()) {
    const item = await access.item(tenant, "command", id);
    if (item === null) continue;
    const body = bodyOf(item);
    const slot: Slot = slots.get(body.deviceId) ?? { queue: newQueue(serialAt(now)), kept: new Map(), link: null };
    slots.set(body.deviceId, slot);
    slot.kept.set(id, { body, version: item.version });
    slot.queue = { ...slot.queue, commands: [...slot.queue.commands, openOf(id, body)] };
  }
  return slots;
};
