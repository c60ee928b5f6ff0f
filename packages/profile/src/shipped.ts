import { profiles, starters } from "./generated/profiles.ts";
import type { Profile } from "./generated/types.ts";

/** Every profile of specs/profiles by its id. They are valid and their vectors pass: the package's tests see to it. */
export const shippedProfiles = profiles as { readonly [id: string]: Profile };

/** Small profiles to begin from, by protocol: they are valid and pass too. */
export const starterProfiles = starters as { readonly [protocol: string]: Profile };
