import type { Result } from "@dianan/codec";
import { checkCodes } from "./check-codes.ts";
import { checkCommands } from "./check-commands.ts";
import { checkComponents } from "./check-components.ts";
import { checkRules } from "./check-rules.ts";
import { checkTransport } from "./check-transport.ts";
import { checkVectors } from "./check-vectors.ts";
import type { Profile } from "./generated/types.ts";
import { profile as fitsSchema } from "./generated/validator.js";
import type { ProfileError } from "./profile-error.ts";
import { schemaErrors } from "./schema-errors.ts";

/**
 * Checks a profile (设备档案): first its shape against specs/profiles/profile.schema.json, then whether it makes sense, such as
 * components and slots that exist, sources that the protocol has, a class that the alarm type has. Its vectors are not run:
 * `testProfile` does that.
 *
 * @param data - parsed JSON of any kind
 * @returns the same object as a profile, or every finding, never an empty list. Never throws for a value that came from JSON
 */
export const validateProfile = (data: unknown): Result<Profile, readonly ProfileError[]> => {
  const fits = fitsSchema(data);
  const words = checkCodes(data);
  if (!fits || words.length > 0) {
    const told = schemaErrors(fits ? [] : (fitsSchema.errors ?? []));
    const places = new Set(told.map(({ path }) => path));
    return { ok: false, error: [...told, ...words.filter(({ path }) => !places.has(path))] };
  }
  const profile = data as Profile;
  const errors = [checkTransport, checkComponents, checkRules, checkCommands, checkVectors].flatMap((check) =>
    check(profile),
  );
  return errors.length === 0 ? { ok: true, value: profile } : { ok: false, error: errors };
};
