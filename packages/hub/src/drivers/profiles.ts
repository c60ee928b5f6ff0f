import type { Profile } from "@dianan/profile";
import { shippedProfiles } from "@dianan/profile/shipped";

/** A device profile (设备档案) that the hub has; null: there is none of this id. */
export const profileOf = (id: string): Profile | null =>
  Object.hasOwn(shippedProfiles, id) ? (shippedProfiles[id] ?? null) : null;

/** Protocol of a profile; null: there is no such profile. */
export const profileProtocol = (id: string): string | null => profileOf(id)?.transport.protocol ?? null;
