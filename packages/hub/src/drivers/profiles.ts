import type { Profile } from "@dianan/profile";
import { shippedProfiles } from "@dianan/profile/shipped";

/** What devices are like is the same for every hub of a process: those that come along, and those that were taken. */
const book = new Map<string, Profile>(Object.entries(shippedProfiles));

/** A device profile (设备档案) that the hub has; null: there is none of this id. */
export const profileOf = (id: string): Profile | null => book.get(id) ?? null;

/** Every profile that the hub has. */
export const allProfiles = (): readonly Profile[] => [...book.values()];

/** All profiles of a protocol. */
export const profilesOf = (protocol: string): readonly Profile[] =>
  allProfiles().filter(({ transport }) => transport.protocol === protocol);

/**
 * Takes profiles of one's own beside those that come along.
 *
 * @throws TypeError for an id that comes along: it would mean another device than everybody thinks
 */
export const takeProfiles = (profiles: readonly Profile[]): void => {
  for (const one of profiles) {
    if (Object.hasOwn(shippedProfiles, one.id))
      throw new TypeError(
        `设备档案 ${one.id} 已随平台提供,请换一个标识。 The profile ${one.id} comes with the hub: choose another id.`,
      );
    book.set(one.id, one);
  }
};

/** Protocols of devices that a profile is good for; null: there is no such profile. */
export const profileProtocols = (id: string): readonly string[] | null => {
  const protocol = profileOf(id)?.transport.protocol;
  if (protocol === undefined) return null;
  // Behind a gateway of Modbus TCP the registers of a device on a serial line are the same.
  return protocol === "modbus-rtu" ? [protocol, "modbus-tcp"] : [protocol];
};
