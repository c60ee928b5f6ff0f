import { isObject } from "./body.ts";

/** A JSON merge patch applied (RFC 7396): null removes a member, an object is merged, anything else replaces. */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch;
  const members = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch))
    if (value === null) members.delete(name);
    else members.set(name, mergePatch(members.get(name), value));
  // Defines members, whatever their name: __proto__ is data too.
  return Object.fromEntries(members);
};
