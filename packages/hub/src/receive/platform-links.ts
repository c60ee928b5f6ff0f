import type { DeviceLink } from "../ports/device-link.ts";
import { aepCommand, aepError } from "./aep-call.ts";
import type { ReceiveDeps } from "./receive-deps.ts";
import { openedSecrets, type ReceiverItem } from "./receiver-item.ts";

/** Devices whose way down is remembered; above it those that spoke longest ago have none until they speak again. */
const LINKS_MAX = 20_000;

type Link = DeviceLink & { readonly receiverId: string; readonly version: number };

/** Ways down to devices by the platform that they came by (平台下行). */
export type PlatformLinks = {
  /** The way down to the device of a push; null: the receiver sends no commands. */
  linkOf(item: ReceiverItem, device: { readonly deviceId: string; readonly productId: string }): DeviceLink | null;
  /** The receiver was changed or removed: what was open is so no more. */ end(receiverId: string): void;
  /** What became of the last command, when that was no success. */ errorOf(receiverId: string): string | null;
};

export const createPlatformLinks = ({
  outbound,
  seals,
  clock,
}: Pick<ReceiveDeps, "outbound" | "seals" | "clock">): PlatformLinks => {
  const links = new Map<string, Link>();
  const errors = new Map<string, string | null>();

  const linkTo = (
    item: ReceiverItem,
    key: string,
    device: { readonly deviceId: string; readonly productId: string },
  ): Link => {
    const { commands } = item.body;
    const secrets = openedSecrets(seals, item);
    const send = async (frame: Uint8Array): Promise<void> => {
      if (commands === null || secrets === null) return;
      const outcome = await outbound.post(aepCommand(commands, secrets, device, frame, clock()));
      errors.set(item.id, outcome.ok ? aepError(outcome.value.status, outcome.value.body) : outcome.error);
    };
    const link: Link = {
      ...{ receiverId: item.id, version: item.version, remote: `receiver:${item.id}:0` },
      // A command that does not get through is sent again by whoever waits for its answer.
      send: (frame) => void (link.isOpen() ? send(frame) : undefined),
      isOpen: () => links.get(key) === link,
      pause: () => {},
      resume: () => {},
    };
    return link;
  };

  return {
    linkOf: (item, device) => {
      const { isEnabled, commands } = item.body;
      if (!isEnabled || commands === null || device.deviceId === "") return null;
      const key = `${item.id}/${device.deviceId}`;
      const known = links.get(key);
      const link = known?.version === item.version ? known : linkTo(item, key, device);
      links.delete(key);
      links.set(key, link);
      for (const oldest of links.keys()) {
        if (links.size <= LINKS_MAX) break;
        links.delete(oldest);
      }
      return link;
    },
    end: (receiverId) => {
      for (const [key, link] of links) if (link.receiverId === receiverId) links.delete(key);
    },
    errorOf: (receiverId) => errors.get(receiverId) ?? null,
  };
};
