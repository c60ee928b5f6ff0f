import type { Profile } from "@dianan/profile";
import { shippedProfiles } from "@dianan/profile/shipped";

/** A device profile (设备档案) that the hub has; null: there is none of this id. */
export const profileOf = (id: string): Profile | null =>
  Object.hasOwn(shippedProfiles, id) ? (shippedProfiles[id] ?? null) : null;

/** All profiles of a protocol. */
export const profilesOf = (protocol: string): readonly Profile[] =>
  Object.values(shippedProfiles).filter(({ transport }) => transport.protocol === protocol);

/** Protocols of devices that a profile is good for; null: there is no such profile. */
export const profileProtocols = (id: string): readonly string[] | null => {
  const protocol = profileOf(id)?.transport.protocol;
  if (protocol === undefined) return null;
  // Behind a gateway of Modbus TCP the registers of a device on a serial line are the same.
  return protocol === "modbus-rtu" ? [protocol, "modbus-tcp"] : [protocol];
};
